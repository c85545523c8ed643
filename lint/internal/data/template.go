package data

import (
	"bytes"
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// templateMarks open and close the blocks of template languages: Go, Helm, Jinja,
// Handlebars, Liquid, ERB, EJS.
var templateMarks = [][2]string{{"{{", "}}"}, {"{%", "%}"}, {"{#", "#}"}, {"<%", "%>"}}

// Templated returns what read makes of a file of a data format, which may be the
// template of one: where text is not of the format as it stands, its blocks are taken
// for words, or for nothing where they stand alone on their lines, and put back into
// the pieces as holes. It costs two readings at most.
func Templated(text string, read piece.Reader) piece.File {
	f := read(text)
	if len(f.Notes) == 0 {
		return f
	}
	blocks := templateBlocks(text)
	if len(blocks) == 0 {
		return f
	}
	g := read(withoutBlocks(text, blocks))
	if len(g.Notes) > 0 {
		f.Notes = nil // it does not claim to be of the format as it stands
		return f
	}
	for i := range g.Pieces {
		p := &g.Pieces[i]
		unmask(p, text, blocks)
		if write := p.Escape; write != nil {
			p.Escape = escape.Refusing("{}<>%#", write) // of a block's marks
		}
	}
	for _, b := range blocks {
		if inner, ok := blockComment(text, b); ok {
			p := piece.Verbatim(piece.Comment, text, inner)
			p.Escape = escape.Without("*/#-%{}<>")
			g.Pieces = append(g.Pieces, p)
		}
	}
	piece.Sort(g.Pieces)
	return g
}

// blockComment returns the inside of a block that is a comment.
func blockComment(text string, block source.Span) (inner source.Span, ok bool) {
	for _, mark := range [][2]string{{"{#", "#}"}, {"{{/*", "*/}}"}, {"{{- /*", "*/ -}}"}, {"{{- /*", "*/}}"}, {"{{!--", "--}}"}, {"{{!", "}}"}, {"<%#", "%>"}} {
		s := block.Slice(text)
		if len(s) >= len(mark[0])+len(mark[1]) && strings.HasPrefix(s, mark[0]) && strings.HasSuffix(s, mark[1]) {
			return source.Span{Start: block.Start + len(mark[0]), End: block.End - len(mark[1])}, true
		}
	}
	return source.Span{}, false
}

// templateBlocks returns the blocks in text, in order.
func templateBlocks(text string) (blocks []source.Span) {
	var missing [4]bool // no further block of the kind is closed
	for at := 0; at < len(text); {
		n := strings.IndexAny(text[at:], "{<")
		if n < 0 {
			break
		}
		at += n
		end := 0
		for k, mark := range templateMarks {
			if missing[k] || !strings.HasPrefix(text[at:], mark[0]) {
				continue
			}
			if n := strings.Index(text[at:], mark[1]); n >= 0 {
				end = at + n + len(mark[1])
			} else {
				missing[k] = true
			}
			break
		}
		if end == 0 {
			at++
			continue
		}
		blocks = append(blocks, source.Span{Start: at, End: end})
		at = end
	}
	return blocks
}

// withoutBlocks returns text with a word of the same length, a number to data formats,
// in place of each block; with blanks where a block is alone on its line, or steers
// what comes out and stands in no quotes.
func withoutBlocks(text string, blocks []source.Span) string {
	masked := []byte(text)
	for _, b := range blocks {
		fill(masked[b.Start:b.End], ' ')
	}
	for len(blocks) > 0 {
		lines := blockLines(text, masked, blocks)
		alone := len(bytes.TrimSpace(masked[lines.Start:lines.End])) == 0
		quotes, counted := 0, lines.Start
		for len(blocks) > 0 && blocks[0].Start < lines.End {
			b := blocks[0]
			between := masked[counted:b.Start]
			quotes += bytes.Count(between, []byte(`"`)) - bytes.Count(between, []byte(`\"`))
			counted, blocks = b.Start, blocks[1:]
			if !alone && (quotes%2 == 1 || !steers(b.Slice(text))) {
				fill(masked[b.Start:b.End], '1')
			}
		}
	}
	return string(masked)
}

// blockLines returns the lines that the first of blocks and those on its lines
// stand on.
func blockLines(text string, masked []byte, blocks []source.Span) (lines source.Span) {
	lines.Start = bytes.LastIndexAny(masked[:blocks[0].Start], "\r\n") + 1
	lines.End, _ = source.AnyLineEnd(text, blocks[0].Start)
	for _, b := range blocks {
		if b.Start >= lines.End {
			break
		}
		if b.End > lines.End {
			lines.End, _ = source.AnyLineEnd(text, b.End)
		}
	}
	return lines
}

// fill writes c over all but line ends.
func fill(b []byte, c byte) {
	for i := range b {
		if b[i] != '\n' && b[i] != '\r' {
			b[i] = c
		}
	}
}

// steers reports whether a block writes nothing itself.
func steers(block string) bool {
	if block[0] == '<' {
		return len(block) > 2 && block[2] != '='
	}
	if block[1] != '{' {
		return true
	}
	word := strings.TrimLeft(block, "{-~ \t\r\n")
	if word != "" && strings.IndexByte("#/^!*", word[0]) >= 0 {
		return true
	}
	for _, keyword := range []string{"if", "else", "end", "range", "with", "define", "block", "template", "for"} {
		if rest, ok := strings.CutPrefix(word, keyword); ok && rest != "" && !ascii.IsLetter(rest[0]) && rest[0] != '_' && rest[0] != '.' {
			return true
		}
	}
	return false
}

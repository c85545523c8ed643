package container

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// readShell reads words of a shell in which quoted parts stand side by side or
// backslashes quote: 'it'\”s', a\;b, "a"'b'. A word of one quoted part is a literal
// as others are, and left out.
func readShell(b *piece.Builder, text string, yield func(piece.Piece) bool) {
	if strings.IndexByte(text, '\\') < 0 && !strings.Contains(text, `'"`) && !strings.Contains(text, `"'`) {
		return
	}
	for at := 0; at < len(text); {
		if isWordEnd(text[at]) {
			at++
			continue
		}
		if strings.IndexByte("{[,", text[at]) >= 0 { // JSON
			for at < len(text) && !isWordEnd(text[at]) {
				at++
			}
			continue
		}
		start := at
		w := shellWord{text: text, start: start}
		at = w.read()
		if !w.joined && !w.escapes {
			continue
		}
		b.Reset()
		w = shellWord{text: text, start: start, out: b, plain: start}
		w.flush(w.read())
		if !yield(b.Piece(piece.Literal)) {
			return
		}
	}
}

func isWordEnd(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// shellWord reads one word, unquoted.
type shellWord struct {
	text         string
	out          *piece.Builder // nil where it is only to be seen what word it is
	start, plain int
	parts        int  // quoted parts
	joined       bool // a quotation mark directly follows a quoted part
	escapes      bool // a backslash quotes something outside of quoted parts
}

// flush adds what stands for itself up to end.
func (w *shellWord) flush(end int) {
	if w.out != nil {
		w.out.Copy(w.text, source.Span{Start: w.plain, End: end})
	}
	w.plain = end
}

// skip leaves out n bytes at offset, which mean nothing.
func (w *shellWord) skip(offset, n int) {
	w.flush(offset)
	w.plain = offset + n
}

// shellSigns holds the bytes that are not always a part of a word as they stand.
var shellSigns = ascii.Set(" \t\n\r;&|()<>'\"\\")

// read reads the word and returns its end.
func (w *shellWord) read() (end int) {
	var quote byte
	for at := w.start; at < len(w.text); at++ {
		if !shellSigns[w.text[at]] {
			continue
		}
		switch c := w.text[at]; {
		case quote == 0 && (isWordEnd(c) || strings.IndexByte(";&|()<>", c) >= 0):
			return max(at, w.start+1)
		case quote == 0 && (c == '\'' || c == '"'):
			if at == w.start || w.parts > 0 || !isWord(w.text[at-1]) { // no apostrophe
				quote = c
				w.parts++
				w.skip(at, 1)
			}
		case c == quote && w.readMark(at, c):
			at += len(w.text[at:w.plain]) - 1
		case c == quote:
			w.joined = w.joined || joins(w.text[at+1:], c)
			quote = 0
			w.skip(at, 1)
		case c == '\\' && quote != '\'' && at+1 < len(w.text):
			next := w.text[at+1]
			if quote == 0 && !isWord(next) || quote != 0 && strings.IndexByte("\"\\$`", next) >= 0 {
				w.escapes = w.escapes || quote == 0 && strings.IndexByte(" ;=&|()<>$!*", next) >= 0
				w.skip(at, 1)
				at++
			}
		}
	}
	if quote != 0 { // no shell reads it
		w.joined, w.escapes = false, false
	}
	return len(w.text)
}

// readMark reads what writes a quotation mark in a part that it quotes, from the mark at
// offset that ends the part to the one that goes on with it: '\\”, '"'"'. All of it stands
// for the mark.
func (w *shellWord) readMark(offset int, mark byte) bool {
	other := string('"' + '\'' - mark)
	for _, written := range []string{`\` + string(mark), other + string(mark) + other} {
		all := string(mark) + written + string(mark)
		if strings.HasPrefix(w.text[offset:], all) {
			w.flush(offset)
			if w.out != nil {
				w.out.Escape(string(mark), source.Span{Start: offset, End: offset + len(all)})
			}
			w.plain = offset + len(all)
			w.joined = true
			return true
		}
	}
	return false
}

// joins reports whether behind, what follows the quotation mark that ends a quoted part, is
// backslashes and two such marks: what some programs write for a mark in a part in which
// there already was one.
func joins(behind string, mark byte) bool {
	rest := strings.TrimLeft(behind, `\`)
	return len(rest) < len(behind) && strings.HasPrefix(rest, string([]byte{mark, mark}))
}

package markup

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// razorCode reads what an @ leads to: a comment, a block, a directive or an
// expression. @@ is an @, and so is one in a word.
func (r *reader) razorCode() bool {
	rest := r.text[r.pos+1:]
	switch {
	case strings.HasPrefix(rest, "*"):
		return r.comment("@*", "*@")
	case strings.HasPrefix(rest, "@"):
		r.line.Escape("@", source.Span{Start: r.pos, End: r.pos + 2})
		r.pos += 2
		return true
	case strings.HasPrefix(rest, "{"):
		r.block(r.pos + 1)
		return true
	case strings.HasPrefix(rest, "("):
		end := -1
		if r.pos >= r.opaque {
			end = closingBracket(r.text, r.pos+1, '(', ')')
		}
		if end < 0 {
			r.opaque = len(r.text)
			return false
		}
		r.expression(source.Span{Start: r.pos, End: end + 1})
		return true
	case rest == "" || !literal.IsWordByte(rest[0]) || r.pos > 0 && literal.IsWordByte(r.text[r.pos-1]):
		return false
	}
	word := source.Span{Start: r.pos + 1, End: literal.WordEnd(r.text, r.pos+1)}
	switch name := word.Slice(r.text); {
	case blocks[name]:
		open := skipSpace(r.text, word.End)
		if open < len(r.text) && r.text[open] == '{' {
			r.block(open)
			return true
		}
	case statements[name]:
		r.statement(word.End)
		return true
	case directives[name]:
		end, _ := source.LineEnd(r.text, r.pos)
		r.endLine()
		r.nested("csharp", source.Span{Start: word.End, End: end})
		r.pos = end
		return true
	}
	r.expression(source.Span{Start: r.pos, End: r.implicitEnd(word.End)})
	return true
}

// What follows @ in Razor besides expressions. Source: the Razor syntax
// reference of ASP.NET Core.
var (
	blocks     = words("code", "functions", "section", "try", "do", "lock")
	statements = words("if", "for", "foreach", "while", "switch", "using")
	directives = words("addTagHelper", "attribute", "implements", "inherits", "inject", "layout", "model", "namespace", "page", "preservewhitespace",
		"removeTagHelper", "rendermode", "tagHelperPrefix", "typeparam")
)

func words(all ...string) map[string]bool {
	set := map[string]bool{}
	for _, word := range all {
		set[word] = true
	}
	return set
}

// expression keeps an expression as a hole, and reads the literals in it.
func (r *reader) expression(span source.Span) {
	r.hole(span)
	if strings.Contains(span.Slice(r.text), `"`) {
		r.nested("csharp", source.Span{Start: span.Start + 1, End: span.End})
	}
	r.pos = span.End
}

// implicitEnd returns the end of an expression that goes on at pos: names,
// calls and subscripts.
func (r *reader) implicitEnd(pos int) int {
	for pos < len(r.text) {
		switch c := r.text[pos]; {
		case c == '(' || c == '[':
			closing := map[byte]byte{'(': ')', '[': ']'}[c]
			line, _ := source.LineEnd(r.text, pos)
			end := -1
			if pos >= r.opaque {
				end = closingBracket(r.text[:line], pos, c, closing)
			}
			if end < 0 {
				r.opaque = max(r.opaque, line)
				return pos
			}
			pos = end + 1
		case (c == '.' || strings.HasPrefix(r.text[pos:], "?.")) && pos+1 < len(r.text):
			next := pos + 1
			if c == '?' {
				next++
			}
			if next >= len(r.text) || !ascii.IsLetter(r.text[next]) && r.text[next] != '_' {
				return pos
			}
			pos = literal.WordEnd(r.text, next)
		default:
			return pos
		}
	}
	return pos
}

// statement reads a statement whose condition follows, and its block.
func (r *reader) statement(pos int) {
	const longest = 1 << 12
	start := skipSpace(r.text, pos)
	if start < len(r.text) && r.text[start] == '(' {
		end := closingBracket(r.text[:min(len(r.text), start+longest)], start, '(', ')')
		if open := skipSpace(r.text, end+1); end > 0 && open < len(r.text) && r.text[open] == '{' {
			r.nested("csharp", source.Span{Start: pos, End: open})
			r.block(open)
			return
		}
	}
	r.endLine()
	r.pos, _ = source.LineEnd(r.text, pos) // a directive: @using System
}

func skipSpace(text string, pos int) int {
	return pos + len(text[pos:]) - len(strings.TrimLeft(text[pos:], space))
}

// block reads the block whose brace is at open: C#, and the markup that starts
// its lines.
func (r *reader) block(open int) {
	r.endLine()
	end := -1
	if r.depth < maxDepth && r.pos >= r.opaque {
		end = closingBracket(r.text, open, '{', '}')
	}
	if end < 0 {
		r.opaque = len(r.text)
		r.pos = open + 1
		return
	}
	r.depth++
	defer func() { r.depth-- }()
	var code piece.Builder
	for r.pos = open + 1; r.pos < end; {
		if body := strings.TrimLeft(r.text[r.pos:end], " \t"); startsMarkup(body) {
			r.pos = end - len(body)
			r.markupIn(end)
			continue
		}
		stop, next := source.LineEnd(r.text[:end], r.pos)
		code.Copy(r.text, source.Span{Start: r.pos, End: max(stop, next)})
		r.pos = max(stop, next)
	}
	if p := code.Piece(piece.Plain); p.Text != "" {
		r.through("csharp", p)
	}
	r.pos = min(len(r.text), end+1)
}

func startsMarkup(line string) bool {
	return strings.HasPrefix(line, "@:") || len(line) > 1 && line[0] == '<' && (ascii.IsLetter(line[1]) || line[1] == '!')
}

// markupIn reads the element at the reader's place, or a line of text after @:,
// which stands in code that ends at end.
func (r *reader) markupIn(end int) {
	if r.has("@:") {
		r.pos += len("@:")
		line, _ := source.LineEnd(r.text[:end], r.pos)
		r.markup(line)
		return
	}
	depth := 0
	for r.pos < end {
		start := r.pos
		if !r.token(end) {
			r.plain(end)
			continue
		}
		if r.text[start] == '<' {
			depth += nesting(r.text[start:r.pos])
		}
		if depth <= 0 {
			break
		}
	}
	r.endLine()
}

// nesting returns by how much a tag makes what follows it deeper.
func nesting(tag string) int {
	name := strings.ToLower(strings.TrimLeft(tag, "</"))
	name = name[:literal.WordEnd(name, 0)]
	switch {
	case strings.HasPrefix(tag, "</"):
		return -1
	case strings.HasPrefix(tag, "<!"), strings.HasSuffix(tag, "/>"), void[name]:
		return 0
	}
	return 1
}

// void are the elements without an end tag.
var void = words("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")

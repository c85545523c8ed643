package shell

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// ReadMakefile reads Make: a recipe's lines are commands of the shell in which
// $$ is a dollar, a variable's value is a Value, comments are Comments, and what
// else could hold a string is Plain. It never fails and costs one pass.
func ReadMakefile(text string) piece.File {
	r := &makeReader{Scanner: literal.Scanner{Text: text}}
	for r.Pos < len(text) {
		r.logicalLine()
	}
	piece.Sort(r.File.Pieces)
	return r.File
}

type makeReader struct {
	literal.Scanner
	rule bool // a rule was read: lines that start with a tab are its recipe
}

// logicalLine reads a line and those that a backslash continues it with.
func (r *makeReader) logicalLine() {
	start := r.Pos
	end, next := source.LineEnd(r.Text, start)
	for next < len(r.Text) && strings.HasSuffix(r.Text[start:end], `\`) {
		end, next = source.LineEnd(r.Text, next)
	}
	r.Pos = next
	line := source.Span{Start: start, End: end}
	text := line.Slice(r.Text)
	switch trimmed := strings.TrimLeft(text, " \t"); {
	case trimmed == "":
	case text[0] == '\t' && r.rule:
		r.recipe(line)
	case trimmed[0] == '#':
		r.Comment(source.Span{Start: end - len(trimmed) + 1, End: end}, escape.InLine)
	case r.assignment(line):
	default:
		r.rule = r.rule || strings.Contains(text, ":")
		r.plain(line)
	}
}

// recipe reads a line of a recipe as the shell does that Make gives it to.
func (r *makeReader) recipe(line source.Span) {
	line.Start += len(line.Slice(r.Text)) - len(strings.TrimLeft(line.Slice(r.Text), "\t @-+"))
	command := r.expanded(piece.Plain, line, false)
	command.Holes = nil // the shell's reader finds them where it needs them
	r.File.Append(ReadShell(command.Text).Through(command))
}

// expanded returns the text of a span with $$ as a dollar and the references to
// variables as holes; a value is on one line, whatever its lines.
func (r *makeReader) expanded(kind piece.Kind, span source.Span, value bool) piece.Piece {
	var b piece.Builder
	for pos := span.Start; pos < span.End; {
		rest := r.Text[pos:span.End]
		n := strings.IndexAny(rest, "$\\")
		if n < 0 {
			n = len(rest)
		}
		plain := rest[:n]
		blanks := 0
		if rest = rest[n:]; value && rest != "" && continuation(rest) > 0 {
			blanks = n - len(strings.TrimRight(plain, " \t"))
		}
		b.Copy(r.Text, source.Span{Start: pos, End: pos + n - blanks})
		pos += n
		switch {
		case rest == "":
		case strings.HasPrefix(rest, "$$"):
			b.Escape("$", source.Span{Start: pos, End: pos + 2})
			pos += 2
		case value && strings.HasPrefix(rest, `\#`):
			b.Escape("#", source.Span{Start: pos, End: pos + 2})
			pos += 2
		case value && continuation(rest) > 0:
			n := continuation(rest)
			b.Escape(" ", source.Span{Start: pos - blanks, End: pos + n})
			pos += n
		case reference(rest) > 0:
			n := reference(rest)
			b.CopyHole(r.Text, source.Span{Start: pos, End: pos + n})
			pos += n
		default:
			b.Copy(r.Text, source.Span{Start: pos, End: pos + 1})
			pos++
		}
	}
	p := b.Piece(kind)
	p.Escape = func(s string) (string, bool) {
		if escape.HasControl(s) || value && strings.ContainsAny(s, `#\`) {
			return "", false
		}
		return strings.ReplaceAll(s, "$", "$$"), true
	}
	if value {
		p.Escape = escape.NotBesideLineBreak(p.Escape)
	}
	return p
}

// continuation returns the length of a backslash, the line end behind it and the
// white space of the next line; 0 where there are none.
func continuation(text string) int {
	if text[0] != '\\' || len(text) < 2 || source.LineBreak(text, 1) == 0 {
		return 0
	}
	n := source.LineBreak(text, 1)
	return len(text) - len(strings.TrimLeft(text[1+n:], " \t"))
}

// reference returns the length of $(NAME) or ${NAME}, and of a short call of a
// function, at the start of text; 0 where there is none.
func reference(text string) int {
	const longest = 64
	if len(text) < 3 || text[1] != '(' && text[1] != '{' {
		return 0
	}
	closing := map[byte]byte{'(': ')', '{': '}'}[text[1]]
	end := strings.IndexByte(text[:min(len(text), longest)], closing)
	if end < 0 || strings.ContainsAny(text[:end], "\r\n;=") {
		return 0
	}
	return end + 1
}

// assignment reads NAME = value, with any operator, after modifiers and targets.
func (r *makeReader) assignment(line source.Span) bool {
	text := line.Slice(r.Text)
	name, _, ok := strings.Cut(text, "=")
	if !ok || strings.ContainsAny(name, "#\"'(") {
		return false
	}
	value := source.Span{Start: line.Start + len(name) + 1, End: line.End}
	name = strings.TrimRight(strings.TrimRight(name, ":?+!"), " \t")
	word := name[strings.LastIndexAny(name, " \t:")+1:]
	if word == "" || literal.WordEnd(strings.NewReplacer("-", "_", ".", "_").Replace(word), 0) != len(word) {
		return false
	}
	if strings.Contains(strings.Trim(name[:len(name)-len(word)], " \t"), " ") && !strings.Contains(name, ":") {
		return false // more words than a modifier: a command
	}
	r.value(value, source.Span{Start: line.Start + len(name) - len(word), End: line.Start + len(name)})
	return true
}

// value keeps the value of a variable, up to a comment.
func (r *makeReader) value(span, name source.Span) {
	text := span.Slice(r.Text)
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '#')
		if n < 0 {
			break
		}
		if at += n; at == 0 || text[at-1] == ' ' || text[at-1] == '\t' {
			r.Comment(source.Span{Start: span.Start + at + 1, End: span.End}, escape.InLine)
			text = text[:at]
			break
		}
		at++
	}
	trimmed := strings.TrimLeft(text, " \t")
	span.Start += len(text) - len(trimmed)
	span.End = span.Start + len(strings.TrimRight(trimmed, " \t"))
	if span.Empty() {
		return
	}
	kind := piece.Value
	if c := r.Text[span.Start]; c == '"' || c == '\'' {
		kind = piece.Plain // Make knows no quotes
	}
	p := r.expanded(kind, span, true)
	p.Key, p.KeySpan = name.Slice(r.Text), name
	r.Keep(p)
}

// plain keeps the lines of what is neither.
func (r *makeReader) plain(span source.Span) {
	for start := span.Start; start < span.End; {
		end, next := source.LineEnd(r.Text[:span.End], start)
		if p := r.expanded(piece.Plain, source.Span{Start: start, End: end}, false); strings.TrimSpace(p.Text) != "" {
			r.Keep(p)
		}
		start = next
	}
}

package data

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// ReadSystemd reads a systemd unit: Key=value lines under [sections], comments on
// lines that start with # or ;. A backslash at the end of a line goes on with the
// next one. The value is words, which quotes hold together; in Environment= each is
// an assignment. %% is a percent sign, another % a specifier, and $NAME in Exec…=
// a variable: those are holes. Source: systemd.syntax(7), systemd.exec(5),
// systemd.unit(5). Linear in text.
func ReadSystemd(text string) piece.File {
	r := systemdReader{text: text}
	for start := 0; start < len(text); {
		end, next := source.AnyLineEnd(text, start)
		first := skipAny(text, start, end, blanks)
		switch {
		case first == end:
		case text[first] == '#' || text[first] == ';':
			p := piece.Verbatim(piece.Comment, text, source.Span{Start: first + 1, End: end})
			p.Escape = escape.Printable
			r.out.Pieces = append(r.out.Pieces, p)
		case text[first] == '[':
			r.section = piece.KeyPath{strings.Trim(text[first:end], "[] \t")}
		default:
			end, next = logicalLineEnd(text, first)
			r.assignment(source.Span{Start: first, End: end})
		}
		start = next
	}
	return r.out
}

type systemdReader struct {
	text    string
	section piece.KeyPath
	out     piece.File
}

// assignment reads the words of a line and of those that go on with it.
func (r *systemdReader) assignment(line source.Span) {
	equals := strings.IndexByte(line.Slice(r.text), '=')
	if equals <= 0 {
		return
	}
	key := (source.Span{Start: line.Start, End: line.Start + equals}).Trim(r.text, blanks)
	name := key.Slice(r.text)
	w := systemdWords{text: r.text[:line.End], exec: strings.HasPrefix(name, "Exec")}
	for pos := key.End + 1; ; {
		start, ok := w.skip(max(pos, line.Start+equals+1))
		if !ok {
			return
		}
		p, end := w.word(start)
		pos = end
		p.Key, p.KeySpan = r.section.With(name), key
		if name == "Environment" {
			cutName(&p, r.section)
		}
		if p.Text != "" {
			r.out.Pieces = append(r.out.Pieces, p)
		}
	}
}

// cutName takes the NAME= off a piece, as its key.
func cutName(p *piece.Piece, section piece.KeyPath) {
	n := strings.IndexByte(p.Text, '=')
	if n <= 0 || strings.ContainsAny(p.Text[:n], " \t;:/") {
		p.Escape = escape.Refuse // an edit might make an assignment of it
		return
	}
	cut := p.Cut(source.Span{Start: n + 1, End: len(p.Text)})
	cut.Key, cut.KeySpan = section.With(p.Text[:n]), p.Map.Span(source.Span{End: n})
	*p = cut
}

// systemdWords reads words up to the end of text.
type systemdWords struct {
	text string
	exec bool // $ starts a variable
}

// skip returns where the next word starts.
func (w *systemdWords) skip(pos int) (start int, ok bool) {
	for pos < len(w.text) {
		switch {
		case strings.IndexByte(blanks+"\r\n", w.text[pos]) >= 0:
			pos++
		case w.text[pos] == '\\' && source.LineBreak(w.text, pos+1) > 0:
			pos++
		default:
			return pos, true
		}
	}
	return pos, false
}

// systemdEscapes are those of words, in quotes of either kind or none.
var systemdEscapes = escape.Table{
	Lead: '\\', Simple: "a\ab\bf\fn\nr\rt\tv\v\\\\\"\"''s ", HexMin: 2, HexMax: 2, Octal: 3, U: true, LongU: true, Bytes: true,
}

// word reads the word at start. Quotes count where a word starts with them.
func (w *systemdWords) word(start int) (p piece.Piece, end int) {
	quote := byte(0)
	if c := w.text[start]; c == '"' || c == '\'' {
		quote, start = c, start+1
	}
	var b piece.Builder
	from, i := start, start
	flush := func() { b.Copy(w.text, source.Span{Start: from, End: i}) }
	for i < len(w.text) {
		c := w.text[i]
		if c == quote && c != 0 || quote == 0 && strings.IndexByte(blanks+"\r\n", c) >= 0 {
			break
		}
		span := source.Span{Start: i, End: i + 1}
		switch {
		case c == '\\' && source.LineBreak(w.text, i+1) > 0:
			span.End += source.LineBreak(w.text, i+1)
			flush()
			b.Escape(" ", span)
		case c == '\\':
			decoded, n, _ := systemdEscapes.Read(w.text, i)
			span.End = i + n
			if decoded == span.Slice(w.text) {
				i++
				continue
			}
			flush()
			b.Escape(decoded, span)
		case c == '%' && i+1 < len(w.text) && w.text[i+1] == '%', c == '$' && w.exec && strings.HasPrefix(w.text[i:], "$$"):
			span.End++
			flush()
			b.Escape(string(c), span)
		case c == '%' && i+1 < len(w.text) && ascii.IsLetter(w.text[i+1]):
			span.End++
			flush()
			b.CopyHole(w.text, span)
		case c == '$' && w.exec && variable(w.text[i:]) > 0:
			span.End = i + variable(w.text[i:])
			flush()
			b.CopyHole(w.text, span)
		default:
			i++
			continue
		}
		i, from = span.End, span.End
	}
	flush()
	p = b.Piece(piece.Value)
	p.Escape = escapeSystemd(quote, w.exec)
	if i < len(w.text) && quote != 0 {
		i++
	}
	return p, i
}

// variable returns the length of the $NAME or ${NAME} that s starts with, or 0.
func variable(s string) int {
	name, braced := strings.CutPrefix(s[1:], "{")
	n := len(name) - len(strings.TrimLeft(name, nameCharacters))
	switch {
	case n == 0:
		return 0
	case !braced:
		return 1 + n
	case n < len(name) && name[n] == '}':
		return len("${}") + n
	}
	return 0
}

const nameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"

// escapeSystemd returns a Writer of a part of a word in quotes, or in none.
func escapeSystemd(quote byte, exec bool) escape.Writer {
	special := `"'`
	if quote != 0 {
		special = string(quote)
	}
	return func(s string) (string, bool) {
		if escape.HasControl(s) || quote == 0 && strings.ContainsAny(s, blanks) {
			return "", false
		}
		s, ok := systemdEscapes.Write(s, special, false)
		s = strings.ReplaceAll(s, "%", "%%")
		if exec {
			s = strings.ReplaceAll(s, "$", "$$")
		}
		return s, ok
	}
}

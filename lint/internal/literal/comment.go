package literal

import (
	"slices"
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// LineComment reads a comment that ends with its line and whose marker is the
// next n bytes.
func (s *Scanner) LineComment(n int) {
	end, _ := source.LineEnd(s.Text, s.Pos)
	s.Comment(source.Span{Start: s.Pos + n, End: end}, escape.InLine)
	s.Pos = end
}

// BlockComment reads a comment between two markers; where it is nested, a
// comment inside it has its own.
func (s *Scanner) BlockComment(opening, closing string, nested bool) {
	start := s.Pos
	s.Pos += len(opening)
	end := len(s.Text)
	for depth := 1; depth > 0; {
		next := strings.IndexByte(s.Text[s.Pos:], closing[0])
		if nested {
			next = strings.IndexAny(s.Text[s.Pos:], closing[:1]+opening[:1])
		}
		if next < 0 {
			s.Pos = end
			s.Note(start, "comment is not closed")
			break
		}
		s.Pos += next
		switch {
		case s.Has(closing):
			depth--
			end = s.Pos
			s.Pos += len(closing)
			if depth > 0 {
				end = len(s.Text)
			}
		case nested && s.Has(opening):
			depth++
			s.Pos += len(opening)
		default:
			s.Pos++
		}
	}
	s.Comment(source.Span{Start: start + len(opening), End: end}, escape.InBlock(closing))
}

// Comment keeps the text of a comment without white space at the ends of its
// lines and without what is left of its markers: the third slash of ///, the
// stars down a block.
func (s *Scanner) Comment(span source.Span, write escape.Writer) {
	text, references := commentText(s.Text, span)
	if p := text.Piece(piece.Comment); p.Text != "" {
		if p.Escape = write; references {
			p.Escape = func(s string) (string, bool) {
				escaped, ok := escape.XMLText(s)
				if !ok {
					return "", false
				}
				return write(escaped)
			}
		}
		s.Keep(p)
	}
}

// commentText also reports whether there are character references, which
// stand for their characters in documentation comments.
func commentText(text string, span source.Span) (b piece.Builder, references bool) {
	documents := documentation(text, span)
	marker := "!"
	if span.Start > 0 {
		marker += text[span.Start-1 : span.Start]
	}
	var lineEnds []source.Span // since the last line that is not blank
	for line := range strings.SplitAfterSeq(span.Slice(text), "\n") {
		content := strings.TrimRight(line, " \t\r\n")
		end := span.Start + len(content)
		content = strings.TrimLeft(strings.TrimLeft(content, marker), " \t")
		if marker == "" {
			content = strings.TrimLeft(strings.TrimLeft(content, "*"), " \t")
		}
		marker = ""
		if content != "" {
			for _, lineEnd := range lineEnds {
				b.Copy(text, lineEnd)
			}
			lineEnds = nil
			line := source.Span{Start: end - len(content), End: end}
			if documents {
				before := b.Len()
				escape.Unescape(&b, text, line, "&<", func(rest string) (string, int) {
					if rest[0] == '<' {
						return escape.EmphasisTag(text[:end], end-len(rest))
					}
					return escape.XMLReference(rest)
				})
				references = references || slices.ContainsFunc(b.Parts()[before:], func(p piece.Part) bool { return p.Kind == piece.Escaped })
			} else {
				b.Copy(text, line)
			}
		}
		span.Start += len(line)
		if b.Len() > 0 {
			lineEnds = append(lineEnds, source.Span{Start: span.Start - 1, End: span.Start})
		}
	}
	return b, references
}

// documentation reports whether a comment is one that a program makes
// documentation of (///, /**, ”') and holds what may be a character reference or a tag behind
// an equals sign.
func documentation(text string, span source.Span) bool {
	c := text[span.Start:min(len(text), span.Start+1)]
	if strings.HasPrefix(text[max(0, span.Start-1):], "'''") { // of Visual Basic
		return strings.Contains(span.Slice(text), "&")
	}
	return (c == "/" || c == "*") && span.Start > 1 && text[span.Start-2] == '/' && text[span.Start-1:span.Start] == c &&
		(strings.Contains(span.Slice(text), "&") || strings.Contains(span.Slice(text), "=<"))
}

// SlashComment reads a // or /* comment and reports whether there is one.
func (s *Scanner) SlashComment(nested bool) bool {
	switch {
	case s.Has("//"):
		s.LineComment(2)
	case s.Has("/*"):
		s.BlockComment("/*", "*/", nested)
	default:
		return false
	}
	return true
}

package extract

import (
	"strings"

	"kustoconn/source"
)

// lineComment reads a comment that ends with its line and whose marker is the
// next n bytes.
func (r *textReader) lineComment(n int) {
	end := codeLineEnd(r.text, r.pos)
	r.comment(source.Span{Start: r.pos + n, End: end}, escapeInLine)
	r.pos = end
}

// blockComment reads a comment between two markers; where it is nested, a
// comment inside it has its own.
func (r *textReader) blockComment(opening, closing string, nested bool) {
	start := r.pos
	r.pos += len(opening)
	end := len(r.text)
	for depth := 1; depth > 0; {
		next := strings.IndexByte(r.text[r.pos:], closing[0])
		if nested {
			next = strings.IndexAny(r.text[r.pos:], closing[:1]+opening[:1])
		}
		if next < 0 {
			r.pos = end
			r.note(start, "comment is not closed")
			break
		}
		r.pos += next
		switch {
		case r.has(closing):
			depth--
			end = r.pos
			r.pos += len(closing)
			if depth > 0 {
				end = len(r.text)
			}
		case nested && r.has(opening):
			depth++
			r.pos += len(opening)
		default:
			r.pos++
		}
	}
	r.comment(source.Span{Start: start + len(opening), End: end}, func(s string) (string, bool) {
		return s, !strings.ContainsAny(s, "\r\n") && !touches(s, closing)
	})
}

// escapeInLine refuses what a comment on one line cannot hold.
func escapeInLine(s string) (string, bool) {
	return s, !strings.ContainsAny(s, "\r\n")
}

// comment keeps the text of a comment without white space at the ends of its
// lines and without what is left of its markers: the third slash of ///, the
// stars down a block.
func (r *textReader) comment(span source.Span, escape func(string) (string, bool)) {
	if piece := commentParts(r.text, span).piece(r.text, Comment); piece.Text != "" {
		piece.Escape = escape
		r.file.Pieces = append(r.file.Pieces, piece)
	}
}

func commentParts(text string, span source.Span) codeParts {
	marker := "!"
	if span.Start > 0 {
		marker += text[span.Start-1 : span.Start]
	}
	var parts codeParts
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
				parts.verbatim(lineEnd)
			}
			lineEnds = nil
			parts.verbatim(source.Span{Start: end - len(content), End: end})
		}
		span.Start += len(line)
		if len(parts) > 0 {
			lineEnds = append(lineEnds, source.Span{Start: span.Start - 1, End: span.Start})
		}
	}
	return parts
}

// slashComment reads a // or /* comment and reports whether there is one.
func (r *textReader) slashComment(nested bool) bool {
	switch {
	case r.has("//"):
		r.lineComment(2)
	case r.has("/*"):
		r.blockComment("/*", "*/", nested)
	default:
		return false
	}
	return true
}

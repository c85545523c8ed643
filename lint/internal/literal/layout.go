package literal

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// Layout says how the indentation of a literal of several lines is dropped.
type Layout int

// The layouts.
const (
	_               Layout = iota
	LayoutClosing          // C#: that of the line that closes the literal; its line end is dropped too
	LayoutTextBlock        // Java: what all lines share; white space at line ends is dropped too
	LayoutShared           // what all lines share, but for that of the line that closes the literal
)

// Lay drops the indentation from the parts of b from the nth on, which are those
// of a literal whose content is body. It keeps in f what it has dropped.
func (f *Form) Lay(text string, b *piece.Builder, n int, body source.Span) {
	d := dedent{text: text}
	switch f.Layout {
	case LayoutClosing:
		last := strings.LastIndexByte(body.Slice(text), '\n') + 1 + body.Start
		indent := text[last:body.End]
		if strings.Trim(indent, " \t") != "" {
			return
		}
		f.indent, d.indent = indent, len(indent)
		if d.end = last - 1; d.end > body.Start && text[d.end-1] == '\r' {
			d.end--
		}
		d.end = max(body.Start, d.end)
	case LayoutTextBlock:
		d.end, d.indent, d.trailing = body.End, sharedIndent(body.Slice(text)), true
	case LayoutShared:
		d.end, d.indent = body.End, sharedIndent(withoutLast(body.Slice(text)))
	default:
		return
	}
	d.lineStart = true
	parts := b.Parts()[n:]
	for i := range parts {
		if parts[i].Span.Start >= d.end {
			break
		}
		if parts[i].Kind == piece.Copied {
			d.copied(parts[i].Span, i+1 < len(parts))
		} else {
			d.other(parts[i])
		}
	}
	b.Replace(n, &d.kept)
}

// withoutLast returns content without its last line if that is blank: the
// indentation of the closing delimiter.
func withoutLast(content string) string {
	if n := strings.LastIndexByte(content, '\n'); n >= 0 && strings.Trim(content[n:], indentation+"\n") == "" {
		return content[:n]
	}
	return content
}

// sharedIndent returns the length of the white space that starts every line
// of content: blank lines do not count, but for the last.
func sharedIndent(content string) int {
	least := len(content)
	for {
		line, rest, more := strings.Cut(content, "\n")
		if indent := len(line) - len(strings.TrimLeft(line, indentation)); !more || indent < len(strings.TrimRight(line, "\r")) {
			least = min(least, indent)
		}
		if !more {
			return least
		}
		content = rest
	}
}

// indentation is the white space that can start or end a line.
const indentation = " \t\f"

// StripMargin takes blanks and the sign behind them off the start of each line of b,
// but for the first part's first line, as a method does that the program calls. What
// it takes belongs to the line end.
func StripMargin(text string, b *piece.Builder, sign byte) {
	parts := b.Parts()
	if len(parts) == 0 {
		return
	}
	d := dedent{text: text, end: parts[len(parts)-1].Span.End, margin: sign}
	for _, part := range parts {
		if part.Kind == piece.Copied {
			d.copied(part.Span, true)
		} else {
			d.other(part)
		}
	}
	b.Replace(0, &d.kept)
}

// dedent takes up to indent bytes of white space from the start of each line,
// what stands at or after end, and, where trailing is set, the white space at the
// end of each line. What it takes belongs to the line end.
type dedent struct {
	text      string
	end       int
	indent    int
	trailing  bool
	margin    byte // a sign that ends the indentation, however long that is; else 0
	lineStart bool // the next byte starts a line
	kept      piece.Builder
}

// other keeps an escape or a hole.
func (d *dedent) other(part piece.Part) {
	if parts := d.kept.Parts(); len(parts) > 0 && d.isLineBreak(part.Span.Start) {
		part.Span.Start = parts[len(parts)-1].Span.End
	}
	d.lineStart = part.Kind == piece.Escaped && d.text[part.Span.End-1] == '\n'
	if part.Kind == piece.Hole {
		d.kept.Hole(part.Text, part.Span)
	} else {
		d.kept.Escape(part.Text, part.Span)
	}
}

func (d *dedent) isLineBreak(pos int) bool { return d.text[pos] == '\n' || d.text[pos] == '\r' }

// copied keeps the lines of a stretch of the file; more parts may follow it.
func (d *dedent) copied(span source.Span, more bool) {
	span.End = min(span.End, d.end)
	lineEnds := span.End == d.end || more && d.isLineBreak(span.End)
	for line := range strings.SplitAfterSeq(span.Slice(d.text), "\n") {
		d.line(source.Span{Start: span.Start, End: span.Start + len(line)}, lineEnds)
		span.Start += len(line)
	}
}

// line keeps a line, or a part of it, with its line end if it has one; lineEnds
// says that it ends a line in any case.
func (d *dedent) line(line source.Span, lineEnds bool) {
	content := line
	content.End -= len(line.Slice(d.text)) - len(strings.TrimSuffix(line.Slice(d.text), "\n"))
	lineEnd := content.End < line.End
	if d.lineStart {
		blank := content.Len() - len(strings.TrimLeft(content.Slice(d.text), indentation))
		if d.margin != 0 {
			d.indent = 0
			if blank < content.Len() && d.text[content.Start+blank] == d.margin {
				d.indent = blank + 1
			}
			blank = d.indent
		}
		content.Start += min(d.indent, blank)
		d.kept.ExtendLast(content.Start)
	}
	if d.trailing && (lineEnd || lineEnds) {
		content.End = content.Start + len(strings.TrimRight(content.Slice(d.text), indentation))
	}
	d.kept.Copy(d.text, content)
	switch rest := (source.Span{Start: content.End, End: line.End}); {
	case lineEnd && rest.Len() > 1:
		d.kept.Escape("\n", rest)
	case lineEnd:
		d.kept.Copy(d.text, rest)
	}
	d.lineStart = lineEnd
}

package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"kustoconn/source"
)

// maxLines is how many lines of a span are all shown; of a longer one, the
// first and the last.
const maxLines = 4

// mark is a part of a line to point at.
type mark struct {
	line  int         // of the excerpt
	at    int         // the line of the file that it is on; 0 where that is not known
	span  source.Span // within the line; empty for a place
	label string
	sign  string // repeated under the span
	style style
}

// marks returns the parts of the shown lines of span, which is at a region of the
// file. Where a span takes up as many lines there, each is known.
func (p *page) marks(span source.Span, in region, like mark) []mark {
	span = p.clip(span)
	at := p.region(span)
	first, last := at.start.Line, at.end.Line
	aligned := last-first == in.end.Line-in.start.Line
	if last > first && at.end.Byte == 1 {
		last-- // the span ends with a line end
	}
	var list []mark
	for n := first; n <= last; n++ {
		if n == first+1 && last-first >= maxLines {
			n = last
		}
		m := like
		m.line = n
		if n == first || aligned {
			m.at = in.start.Line + n - first
		}
		line := p.index.Line(n)
		m.span = source.Span{Start: max(line.Start, span.Start), End: min(line.End, span.End)}
		if n > first {
			m.span.Start = p.indented(m.span)
			if m.span.Empty() {
				continue
			}
		}
		m.span.Start = min(m.span.Start, line.End)
		m.span.End = max(m.span.Start, m.span.End)
		m.label = ""
		list = append(list, m)
	}
	list[len(list)-1].label = like.label
	return list
}

// indented returns the offset of the first byte of span that is no blank.
func (p *page) indented(span source.Span) int {
	text := span.Slice(p.text)
	return span.End - len(strings.TrimLeft(text, " \t"))
}

// writeSnippet shows the lines of the excerpt that the finding points at. Their
// numbers are those of the lines of the file that hold what is pointed at.
func writeSnippet(w io.Writer, f *located, c painter) (indent string) {
	if f.Excerpt == nil {
		return " "
	}
	d := f.local()
	marks := f.excerpt.marks(f.Excerpt.Span(d.Span), f.region, mark{sign: "^", style: severityStyle(d.Severity)})
	for i, r := range d.Related {
		at := f.page.region(f.Diagnostic.Related[i].Span)
		marks = append(marks, f.excerpt.marks(f.Excerpt.Span(r.Span), at, mark{sign: "-", style: related, label: Visible(r.Message)})...)
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return a.line - b.line })
	digits := 1
	for _, m := range marks {
		digits = max(digits, len(strconv.Itoa(m.at)))
	}
	indent = strings.Repeat(" ", digits)
	fmt.Fprintf(w, "%s %s\n", indent, c.paint(gutter, "|"))
	for previous := marks[0].line; len(marks) > 0; {
		n := marks[0].line
		if n > previous+1 {
			fmt.Fprintln(w, c.paint(gutter, strings.Repeat(".", digits+2)))
		}
		previous = n
		end := slices.IndexFunc(marks, func(m mark) bool { return m.line != n })
		if end < 0 {
			end = len(marks)
		}
		f.excerpt.writeLine(w, marks[:end], digits, c)
		marks = marks[end:]
	}
	return indent
}

// writeLine shows one line with its marks below it, and once more for marks
// that a long line leaves no room for.
func (p *page) writeLine(w io.Writer, marks []mark, digits int, c painter) {
	line := p.index.Line(marks[0].line)
	for len(marks) > 0 {
		s := p.strip(line, p.focus(marks))
		number := strings.Repeat(" ", digits)
		if at := marks[0].at; at > 0 {
			number = fmt.Sprintf("%*d", digits, at)
		}
		fmt.Fprintln(w, strings.TrimRight(c.paint(gutter, number+" |")+" "+s.String(), " "))
		bar := c.paint(gutter, strings.Repeat(" ", digits)+" |")
		var left []mark
		for i, m := range marks {
			if i > 0 && !s.shows(m.span) {
				left = append(left, m)
				continue
			}
			blanks, n := s.underline(m.span)
			signs := c.paint(m.style, strings.TrimRight(strings.Repeat(m.sign, n)+" "+m.label, " "))
			fmt.Fprintf(w, "%s %s%s\n", bar, strings.Repeat(" ", blanks), signs)
		}
		marks = left
	}
}

// focus returns the span around all marks if that has room on a line, else the
// first mark's.
func (p *page) focus(marks []mark) source.Span {
	all := marks[0].span
	for _, m := range marks {
		all.Start, all.End = min(all.Start, m.span.Start), max(all.End, m.span.End)
	}
	if p.fill(all, maxCells-lead).cutRight {
		return marks[0].span
	}
	return all
}

package report

import (
	"strings"

	"kustoconn/source"
)

const (
	maxCells = 120 // the width of an excerpt
	lead     = 40  // how much of a cut line is shown before what it is shown for
)

// strip is a line, or the part of it that is shown.
type strip struct {
	cells             []cell
	cutLeft, cutRight bool
	source.Span       // what is shown
}

// strip returns what to show of line where focus, a part of it, is the point.
// It looks at no more of the line than it shows.
func (p *page) strip(line, focus source.Span) strip {
	s := p.fill(line, maxCells)
	if !s.cutRight || s.shows(focus) && focus.End <= s.End {
		return s
	}
	from := p.leadFrom(line, focus.Start)
	s = p.fill(source.Span{Start: from, End: line.End}, maxCells)
	s.cutLeft = from > line.Start
	return s
}

// fill shows as much of span as goes into that many cells.
func (p *page) fill(span source.Span, cells int) strip {
	s := strip{Span: span}
	for at := span.Start; at < span.End; {
		c := p.nextCell(at, span.End)
		if cells -= c.width; cells < 0 {
			s.cutRight = true
			s.End = at
			break
		}
		s.cells = append(s.cells, c)
		at = c.End
	}
	return s
}

// leadFrom returns where in line to begin so as to show some of what is before
// offset.
func (p *page) leadFrom(line source.Span, offset int) int {
	at := p.characterAt(max(line.Start, offset-lead)).Start
	before := p.fill(source.Span{Start: at, End: offset}, 16*lead).cells
	from, cells := offset, 0
	for i := len(before) - 1; i >= 0 && cells+before[i].width <= lead; i-- {
		from, cells = before[i].Start, cells+before[i].width
	}
	return from
}

// shows reports whether the start of span is in the strip.
func (s strip) shows(span source.Span) bool {
	return s.Start <= span.Start && (span.Start < s.End || span.Start == s.End && !s.cutRight)
}

// underline returns the blanks and the number of marks that point at span. An
// empty span, or one at the end of the line, is pointed at by one mark.
func (s strip) underline(span source.Span) (blanks, marks int) {
	if s.cutLeft {
		blanks++
	}
	for _, c := range s.cells {
		switch {
		case c.End <= span.Start:
			blanks += c.width
		case c.Start < span.End:
			marks += c.width
		}
	}
	return blanks, max(1, marks)
}

// String returns what is shown, with an ellipsis for what is cut.
func (s strip) String() string {
	var b strings.Builder
	if s.cutLeft {
		b.WriteString(ellipsis)
	}
	for _, c := range s.cells {
		b.WriteString(c.shown)
	}
	if s.cutRight {
		b.WriteString(ellipsis)
	}
	return b.String()
}

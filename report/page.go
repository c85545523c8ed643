package report

import (
	"slices"
	"sort"
	"unicode/utf8"

	"kustoconn/redact"
	"kustoconn/source"
)

// page is a File ready to be shown: its hidden spans are in order, apart, and
// made of whole characters.
type page struct {
	*File
	text   string
	index  *source.Index
	hidden []source.Span
}

func newPage(f *File) *page {
	p := &page{File: f, index: f.index}
	if f.text != nil {
		p.text = f.text()
	}
	if p.index == nil {
		p.index = source.NewIndex(p.text)
	}
	spans := make([]source.Span, 0, len(f.Hidden))
	for _, s := range f.Hidden {
		if s = p.clip(s); !s.Empty() {
			spans = append(spans, s)
		}
	}
	slices.SortFunc(spans, func(a, b source.Span) int { return a.Start - b.Start })
	for _, s := range spans {
		if last := len(p.hidden) - 1; last >= 0 && s.Start <= p.hidden[last].End {
			p.hidden[last].End = max(p.hidden[last].End, s.End)
		} else {
			p.hidden = append(p.hidden, s)
		}
	}
	return p
}

// clip moves span into the text and widens it to whole characters.
func (p *page) clip(span source.Span) source.Span {
	start := max(0, min(span.Start, len(p.text)))
	end := max(start, min(span.End, len(p.text)))
	clipped := source.At(p.characterAt(start).Start)
	clipped.End = clipped.Start
	if end > start {
		clipped.End = end
		if c := p.characterAt(end); c.Start < end {
			clipped.End = c.End
		}
	}
	return clipped
}

// characterAt returns the span of the character that holds the byte at offset.
// Unlike source.RuneBoundary it looks at four bytes only, whatever the text.
func (p *page) characterAt(offset int) source.Span {
	for start := offset; start >= 0 && start > offset-utf8.UTFMax; start-- {
		if start < len(p.text) && utf8.RuneStart(p.text[start]) {
			if _, n := utf8.DecodeRuneInString(p.text[start:]); start+n > offset {
				return source.Span{Start: start, End: start + n}
			}
			break
		}
	}
	return source.Span{Start: offset, End: min(offset+1, len(p.text))}
}

// region returns the positions of the ends of span.
func (p *page) region(span source.Span) region {
	span = p.clip(span)
	r := region{start: p.index.Position(span.Start)}
	r.end = r.start
	if !span.Empty() {
		r.end = p.index.Position(span.End)
	}
	return r
}

// cell is a glyph and the bytes of the page that it stands for.
type cell struct {
	source.Span
	shown string
	width int
}

// nextCell returns what is shown at offset, which is before end. A hidden span
// is one cell, however long it is.
func (p *page) nextCell(offset, end int) cell {
	i := p.hiddenFrom(offset)
	if i < len(p.hidden) {
		if s := p.hidden[i]; s.Start <= offset {
			return cell{source.Span{Start: offset, End: min(s.End, end)}, redact.Mask, len(redact.Mask)}
		}
		end = min(end, p.hidden[i].Start)
	}
	if p.text[offset] == '\t' {
		return cell{source.Span{Start: offset, End: offset + 1}, tab, len(tab)}
	}
	g := nextGlyph(p.text[offset:end])
	return cell{source.Span{Start: offset, End: offset + g.size}, g.shown, g.width}
}

// tab stands for a tab wherever it is, so that the carets below it need no
// tab stops.
const tab = "    "

// hiddenFrom returns the index of the first hidden span that ends after
// offset.
func (p *page) hiddenFrom(offset int) int {
	return sort.Search(len(p.hidden), func(i int) bool { return p.hidden[i].End > offset })
}

// cellStart moves offset back to the start of the hidden span that holds it,
// but not before floor.
func (p *page) cellStart(offset, floor int) int {
	if i := p.hiddenFrom(offset); i < len(p.hidden) && p.hidden[i].Contains(offset) {
		return max(floor, p.hidden[i].Start)
	}
	return offset
}

package report

import (
	"unicode/utf8"

	"kustoconn/source"
)

// page is a text with the places in it. Spans may be any: they are moved into the
// text and made of whole characters.
type page struct {
	text  string
	index *source.Index
}

func newPage(text string, index *source.Index) *page {
	if index == nil {
		index = source.NewIndex(text)
	}
	return &page{text, index}
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

// nextCell returns what is shown at offset, which is before end.
func (p *page) nextCell(offset, end int) cell {
	if p.text[offset] == '\t' {
		return cell{source.Span{Start: offset, End: offset + 1}, tab, len(tab)}
	}
	g := nextGlyph(p.text[offset:end])
	return cell{source.Span{Start: offset, End: offset + g.size}, g.shown, g.width}
}

// tab stands for a tab wherever it is, so that the carets below it need no
// tab stops.
const tab = "    "

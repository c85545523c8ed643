package report

import (
	"sort"

	"kustoconn/source"
)

// stride is how far apart, in bytes, the positions are that a page remembers
// of a long line: many findings on one line are to cost no more than many on
// many.
const stride = 4096

// position returns the position of the byte at offset, which is in the text
// and starts a character.
func (p *page) position(offset int) source.Position {
	n := sort.Search(p.index.Lines(), func(i int) bool { return p.index.Line(i+1).Start > offset })
	line := p.index.Line(n)
	known := p.known[n]
	if known == nil {
		known = []source.Position{p.index.Position(line.Start)}
	}
	at := (offset - line.Start) / stride
	for k := len(known); k <= at; k++ {
		known = append(known, p.advance(known[k-1], p.characterAt(line.Start+k*stride).Start))
	}
	p.known[n] = known
	return p.advance(known[at], offset)
}

// advance returns the position at offset, which is further down the line of
// from. Package source counts the columns between them.
func (p *page) advance(from source.Position, offset int) source.Position {
	between := p.Text[from.Offset:offset]
	step := source.NewIndex(between).Position(len(between))
	return source.Position{
		Line: from.Line, Byte: from.Byte + step.Byte - 1, Rune: from.Rune + step.Rune - 1,
		UTF16: from.UTF16 + step.UTF16 - 1, Offset: offset,
	}
}

package piece

import (
	"slices"
	"strings"

	"kustoconn/source"
)

// AddHoles makes holes of the places of words in the text, for which a program puts
// something else. White space, what parts pairs and single characters are replaced for
// other reasons.
func (p *Piece) AddHoles(words []string) {
	for _, word := range words {
		if len(word) < 2 || strings.Trim(word, " \t\r\n;='\"\\") == "" {
			continue
		}
		for at := 0; ; {
			n := strings.Index(p.Text[at:], word)
			if n < 0 {
				break
			}
			p.AddHole(source.Span{Start: at + n, End: at + n + len(word)})
			at += n + len(word)
		}
	}
}

// AddHole makes a hole of a span of the text, where no other one overlaps it.
func (p *Piece) AddHole(span source.Span) {
	if slices.ContainsFunc(p.Holes, span.Overlaps) {
		return
	}
	p.Holes = append(p.Holes, span)
	slices.SortFunc(p.Holes, func(a, b source.Span) int { return a.Start - b.Start })
}

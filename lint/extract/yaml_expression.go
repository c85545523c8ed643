package extract

import (
	"slices"
	"sort"
	"strings"

	"kustoconn/source"
)

// readScript reads a script inside YAML. A ${{ expression }} of GitHub Actions
// or Azure Pipelines is put in before the script runs, so that its language
// knows nothing of it: the reader sees a word of the same length there, and the
// pieces get the expression back as a hole.
func readScript(language, text string, level int) File {
	expressions := findExpressions(text)
	if len(expressions) == 0 {
		return readNested(language, text, level)
	}
	masked := []byte(text)
	for _, e := range expressions {
		copy(masked[e.Start:e.End], strings.Repeat("_", e.Len()))
	}
	f := readNested(language, string(masked), level)
	for i := range f.Pieces {
		f.Pieces[i].unmask(text, expressions)
	}
	return f
}

// findExpressions returns the ${{ … }} in text.
func findExpressions(text string) []source.Span {
	const opening, closing = "${{", "}}"
	var found []source.Span
	for i := 0; ; {
		start := strings.Index(text[i:], opening)
		if start < 0 {
			return found
		}
		start += i
		n := strings.Index(text[start:], closing)
		if n < 0 {
			return found
		}
		i = start + n + len(closing)
		found = append(found, source.Span{Start: start, End: i})
	}
}

// unmask puts the expressions of text back into p, whose map leads to text.
func (p *Piece) unmask(text string, expressions []source.Span) {
	restored := []byte(p.Text)
	var holes []source.Span
	for _, r := range p.Map.runs {
		first := sort.Search(len(expressions), func(i int) bool { return expressions[i].Start >= r.file })
		for _, e := range expressions[first:] {
			if e.End > r.file+r.m || r.n != r.m {
				break
			}
			at := e.Shift(r.text - r.file)
			copy(restored[at.Start:at.End], e.Slice(text))
			holes = append(holes, at)
		}
	}
	p.Text = string(restored)
	if p.Kind == Comment {
		return
	}
	known := p.Holes
	for _, h := range holes {
		k := sort.Search(len(known), func(i int) bool { return known[i].End > h.Start })
		if k == len(known) || !known[k].Overlaps(h) {
			p.Holes = append(p.Holes, h)
		}
	}
	slices.SortFunc(p.Holes, func(a, b source.Span) int { return a.Start - b.Start })
}

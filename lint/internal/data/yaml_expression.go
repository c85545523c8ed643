package data

import (
	"sort"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// readScript reads a script inside YAML. A ${{ expression }} of GitHub Actions
// or Azure Pipelines is put in before the script runs, so that its language
// knows nothing of it: the reader sees a word of the same length there, and the
// pieces get the expression back as a hole.
func readScript(language, text string, inner piece.Dispatcher) piece.File {
	expressions := findExpressions(text)
	if len(expressions) == 0 {
		return inner.Read(language, text)
	}
	masked := []byte(text)
	for _, e := range expressions {
		copy(masked[e.Start:e.End], strings.Repeat("_", e.Len()))
	}
	f := inner.Read(language, string(masked))
	for i := range f.Pieces {
		unmask(&f.Pieces[i], text, expressions)
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
func unmask(p *piece.Piece, text string, expressions []source.Span) {
	restored := []byte(p.Text)
	var holes []source.Span
	for run := range p.Map.Runs() {
		first := sort.Search(len(expressions), func(i int) bool { return expressions[i].End > run.File.Start })
		for _, e := range expressions[first:] {
			if e.Start >= run.File.End || run.Text.Len() != run.File.Len() {
				break
			}
			e = source.Span{Start: max(e.Start, run.File.Start), End: min(e.End, run.File.End)} // the rest may be indentation
			at := e.Shift(run.Text.Start - run.File.Start)
			copy(restored[at.Start:at.End], e.Slice(text))
			holes = append(holes, at)
		}
	}
	p.Text = string(restored)
	if p.Kind == piece.Comment {
		return
	}
	p.AddHolesAt(holes)
}

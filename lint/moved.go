package lint

import (
	"slices"
	"sort"

	"kustoconn/diag"
	"kustoconn/source"
)

// moved returns where the bytes of spans are after the edits, which do not
// overlap, together with what is put between them. What was hidden before a
// fix stays hidden behind it: mending a malformed segment, which is hidden as a
// whole, does not make it less secret.
func moved(spans []source.Span, edits []diag.Edit) []source.Span {
	edits = slices.Clone(edits)
	slices.SortFunc(edits, func(a, b diag.Edit) int { return a.Span.Start - b.Span.Start })
	grown := make([]int, len(edits)+1) // by the first n edits
	for i, e := range edits {
		grown[i+1] = grown[i] + len(e.NewText) - e.Span.Len()
	}
	var all []source.Span
	for _, s := range spans {
		start := s.Start + grown[sort.Search(len(edits), func(i int) bool { return edits[i].Span.End > s.Start })]
		end := s.End + grown[sort.Search(len(edits), func(i int) bool { return edits[i].Span.Start >= s.End })]
		all = append(all, source.Span{Start: min(start, end), End: end})
	}
	return all
}

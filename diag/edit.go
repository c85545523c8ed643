package diag

import (
	"cmp"
	"errors"
	"slices"
	"strings"
)

var errEdits = errors.New("edits overlap or lie outside the text")

// Apply returns text with the edits made. Edits are sorted by where they
// start; two insertions at one place are made in the order given. Where some
// overlap or lie outside the text it returns the text as it is, and an error.
// It costs one copy of the text.
func Apply(text string, edits []Edit) (string, error) {
	sorted := slices.Clone(edits)
	slices.SortStableFunc(sorted, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	var out strings.Builder
	grown := len(text)
	for _, e := range sorted {
		grown += len(e.NewText)
	}
	out.Grow(grown)
	at := 0
	for _, e := range sorted {
		if e.Span.Start < at || e.Span.End < e.Span.Start || e.Span.End > len(text) {
			return text, errEdits
		}
		out.WriteString(text[at:e.Span.Start])
		out.WriteString(e.NewText)
		at = e.Span.End
	}
	out.WriteString(text[at:])
	return out.String(), nil
}

// Fixes collects the edits of every diagnostic in l whose fix is safe, or of
// all with a fix where unsafe is set, leaving out a fix that overlaps or
// touches one already taken. It returns them with the number of fixes.
func (l List) Fixes(unsafe bool) (edits []Edit, n int) {
	for i := range l {
		d := &l[i]
		fixable, safe := d.Fixable()
		if !fixable || !safe && !unsafe || touches(edits, d.Edits) {
			continue
		}
		edits = append(edits, d.Edits...)
		n++
	}
	return edits, n
}

func touches(taken, more []Edit) bool {
	for _, a := range taken {
		for _, b := range more {
			if a.Span.Start <= b.Span.End && b.Span.Start <= a.Span.End {
				return true
			}
		}
	}
	return false
}

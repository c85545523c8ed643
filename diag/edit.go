package diag

import (
	"cmp"
	"errors"
	"slices"
	"sort"
	"strings"

	"kustoconn/source"
)

var errEdits = errors.New("edits overlap or lie outside the text")

// Apply returns text with the edits made. Edits are sorted by where they
// start; two insertions at one place are made in the order given. Where some
// overlap or lie outside the text it returns the text as it is, and an error.
// It costs one copy of the text, and a sort of the edits.
func Apply(text string, edits []Edit) (string, error) {
	sorted := edits
	if len(edits) > 1 {
		sorted = slices.Clone(edits)
		slices.SortStableFunc(sorted, func(a, b Edit) int {
			return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
		})
	}
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
// touches one already taken. It returns them with the number of fixes. Spans
// are taken as they are: Apply refuses those outside its text. Where the list
// is sorted, as Validate's is, each edit costs a binary search.
func (l List) Fixes(unsafe bool) (edits []Edit, n int) {
	var taken stretches
	for i := range l {
		d := &l[i]
		fixable, safe := d.Fixable()
		if !fixable || !safe && !unsafe || taken.touch(d.Edits) {
			continue
		}
		for _, e := range d.Edits {
			taken.add(e.Span)
		}
		edits = append(edits, d.Edits...)
		n++
	}
	return edits, n
}

// stretches are parts of a text, in order, no two of which touch.
type stretches []source.Span

// from returns the index of the first stretch that ends at offset or behind it.
func (s stretches) from(offset int) int {
	return sort.Search(len(s), func(i int) bool { return s[i].End >= offset })
}

// touch reports whether one of edits overlaps or touches a stretch.
func (s stretches) touch(edits []Edit) bool {
	for _, e := range edits {
		if i := s.from(e.Span.Start); i < len(s) && s[i].Start <= e.Span.End {
			return true
		}
	}
	return false
}

// add adds a span, one with the stretches that it overlaps or touches.
func (s *stretches) add(span source.Span) {
	first := s.from(span.Start)
	next := first
	for ; next < len(*s) && (*s)[next].Start <= span.End; next++ {
		span.Start, span.End = min(span.Start, (*s)[next].Start), max(span.End, (*s)[next].End)
	}
	*s = slices.Replace(*s, first, next, span)
}

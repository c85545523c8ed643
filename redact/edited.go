package redact

import (
	"cmp"
	"slices"
	"sort"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/schema"
	"kustoconn/source"
)

// Edited returns the text as a fix leaves it, masked. Masked is what is secret
// in the new text, and what this view hides of the old one: a fix can make a
// malformed segment, which is hidden as a whole, a pair whose value is not. The
// error is that of diag.Apply.
func (v View) Edited(edits []diag.Edit) (string, error) {
	text, err := diag.Apply(v.Tree.Text(), edits)
	if err != nil {
		return "", err
	}
	tree, _ := grammar.Parse(text)
	hidden := Secrets(bind.Bind(tree))
	for _, now := range moved(v.secrets, edits) {
		for i := tree.SegmentAt(now.Start); i < len(tree.Segments); i++ {
			s := &tree.Segments[i]
			if s.Span().Start >= now.End {
				break
			}
			if s.Span().Overlaps(now) {
				hidden = append(hidden, withoutKeyword(text, s))
			}
		}
	}
	return maskSpans(text, source.Span{End: len(text)}, Union(hidden)), nil
}

// MayUncover reports whether of the text as the edits leave it something could be shown
// that this view hides: behind what an edit changes stands a pair that is hidden, keyword
// and all, as the rest of the secret that was there. The cost is a search for each edit.
func (v View) MayUncover(edits []diag.Edit) bool {
	segments := v.Tree.Segments
	for _, e := range edits {
		next := v.Tree.SegmentAt(e.Span.Start) + 1
		for next < len(segments) && (segments[next].Kind == ast.Empty || segments[next].Span().Start < e.Span.End) {
			next++
		}
		if next < len(segments) && v.Hides(segments[next].KeywordSpan()) {
			return true
		}
	}
	return false
}

// withoutKeyword returns what must not be shown of a segment that holds a
// secret somewhere: all but a known keyword.
func withoutKeyword(text string, s *ast.Segment) source.Span {
	if _, known := schema.Lookup(s.Keyword()); known && s.Kind == ast.Pair {
		return s.ValueText()
	}
	return s.Span().TrimSpace(text)
}

// moved returns where each of spans is after the edits, together with all that
// edits put in it or in the place of a part of it: what was secret before a fix
// is so after it. The edits do not overlap; one that touches a span from outside
// is no part of it. Empty spans are left out. The cost is a search in the edits for each span.
func moved(spans []source.Span, edits []diag.Edit) []source.Span {
	edits = slices.Clone(edits)
	slices.SortFunc(edits, func(a, b diag.Edit) int {
		return cmp.Or(a.Span.Start-b.Span.Start, a.Span.End-b.Span.End)
	})
	grown := make([]int, len(edits)+1) // bytes, by the first n edits
	for i, e := range edits {
		grown[i+1] = grown[i] + len(e.NewText) - e.Span.Len()
	}
	all := make([]source.Span, 0, len(spans))
	for _, s := range spans {
		if s.Empty() {
			continue
		}
		first := sort.Search(len(edits), func(i int) bool { return edits[i].Span.End > s.Start })
		end := sort.Search(len(edits), func(i int) bool { return edits[i].Span.Start >= s.End })
		if first < end { // these change the span
			s.Start = min(s.Start, edits[first].Span.Start)
			s.End = max(s.End, edits[end-1].Span.End)
		}
		all = append(all, source.Span{Start: s.Start + grown[first], End: s.End + grown[end]})
	}
	return all
}

// Union returns the spans in order, those that overlap or touch as one and
// empty ones left out. It takes the spans over.
func Union(spans []source.Span) []source.Span {
	slices.SortFunc(spans, func(a, b source.Span) int { return a.Start - b.Start })
	joined := spans[:0]
	for _, s := range spans {
		last := len(joined) - 1
		switch {
		case s.Empty():
		case last >= 0 && s.Start <= joined[last].End:
			joined[last].End = max(joined[last].End, s.End)
		default:
			joined = append(joined, s)
		}
	}
	return joined
}

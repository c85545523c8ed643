package bind

import (
	"slices"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/schema"
	"kustoconn/source"
)

// Mended returns the text as edits leave it, with its secrets masked, and
// masked too what this view hides: a fix can make a malformed segment, which is
// hidden as a whole, a pair whose value is not. The error is that of
// diag.Apply.
func (v View) Mended(edits []diag.Edit) (string, error) {
	text, err := diag.Apply(v.Tree.Text, edits)
	if err != nil {
		return "", err
	}
	tree, _ := grammar.Parse(text)
	hidden := Bind(tree).Secrets()
	at := 0 // both secrets and segments are in order
	for _, secret := range v.secrets {
		now := moved(secret, edits)
		for ; at < len(tree.Segments) && tree.Segments[at].Span().Start < now.End; at++ {
			if s := &tree.Segments[at]; s.Span().Overlaps(now) {
				hidden = append(hidden, hiddenPart(text, s))
			}
		}
		at = max(at-1, 0) // the next secret may be in the same segment
	}
	return MaskSpans(text, source.Span{End: len(text)}, union(hidden)), nil
}

// hiddenPart returns what must not be shown of a segment that holds a secret
// somewhere: all but a known keyword.
func hiddenPart(text string, s *ast.Segment) source.Span {
	if _, known := schema.Lookup(s.Keyword()); known && s.Kind == ast.Pair {
		return s.ValueText()
	}
	return s.Span().TrimSpace(text)
}

// moved returns where the bytes of span are after the edits, together with
// what is put between them.
func moved(span source.Span, edits []diag.Edit) source.Span {
	start, end := span.Start, span.End
	for _, e := range edits {
		grown := len(e.NewText) - e.Span.Len()
		if e.Span.End <= span.Start {
			start += grown
		}
		if e.Span.Start < span.End {
			end += grown
		}
	}
	return source.Span{Start: min(start, end), End: end}
}

// union returns the spans in order, those that overlap or touch as one.
func union(spans []source.Span) []source.Span {
	slices.SortFunc(spans, func(a, b source.Span) int { return a.Start - b.Start })
	joined := spans[:0]
	for _, s := range spans {
		if n := len(joined); s.Empty() {
			continue
		} else if n > 0 && s.Start <= joined[n-1].End {
			joined[n-1].End = max(joined[n-1].End, s.End)
		} else {
			joined = append(joined, s)
		}
	}
	return joined
}

// Package parts tells the parts of a connection string apart, to be coloured: in an editor
// and on a page.
//
// It stands behind package redact in the flow.
package parts

import (
	"slices"

	"kustoconn/redact"
	"kustoconn/source"
)

// Kind is what a part is. The zero Kind is invalid.
type Kind uint8

// The kinds of parts. What is none of them stands between keywords and values.
const (
	_ Kind = iota
	Keyword
	Value
	Host
	Secret // in a value or not: what the view masks
)

// Part is a stretch of the text.
type Part struct {
	source.Span // in bytes; not empty
	Kind        Kind
}

// Of returns the parts of a string in order; they do not overlap. Secrets are those that
// the view masks, each one part. It takes any text; the cost is linear.
func Of(view redact.View) []Part {
	var plain []Part
	add := func(span source.Span, kind Kind) {
		if !span.Empty() {
			plain = append(plain, Part{span, kind})
		}
	}
	host := view.LocateEndpoint(view.Endpoint.HostSpan)
	for i := range view.Tree.Segments {
		s := &view.Tree.Segments[i]
		add(s.KeywordSpan(), Keyword)
		value := s.ValueSpan()
		if value.Covers(host) && !host.Empty() {
			add(source.Span{Start: value.Start, End: host.Start}, Value)
			add(host, Host)
			value.Start = host.End
		}
		add(value, Value)
	}
	return withSecrets(plain, view.Hidden())
}

// withSecrets returns parts with secrets in place of what these cover. Both are in order.
func withSecrets(plain []Part, secrets []source.Span) (all []Part) {
	for _, secret := range secrets {
		all = append(all, Part{secret, Secret})
	}
	for _, p := range plain {
		for first := firstBehind(secrets, p.Start); first < len(secrets) && secrets[first].Start < p.End; first++ {
			if before := (source.Span{Start: p.Start, End: secrets[first].Start}); before.Start < before.End {
				all = append(all, Part{before, p.Kind})
			}
			p.Start = min(p.End, max(p.Start, secrets[first].End))
		}
		if !p.Empty() {
			all = append(all, p)
		}
	}
	slices.SortFunc(all, func(a, b Part) int { return a.Start - b.Start })
	return all
}

// firstBehind returns the index of the first span that ends behind offset.
func firstBehind(spans []source.Span, offset int) int {
	at, _ := slices.BinarySearchFunc(spans, offset, func(s source.Span, offset int) int {
		if s.End <= offset {
			return -1
		}
		return 1
	})
	return at
}

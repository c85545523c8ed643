// Package reference answers for this module in the terms of package fuzz, so
// that its answers can be compared with what a generated case expects and with
// those of another parser.
package reference

import (
	"kustoconn/bind"
	"kustoconn/fuzz"
	"kustoconn/grammar"
	"kustoconn/internal/typed"
	"kustoconn/normalize"
	"kustoconn/redact"
	"kustoconn/validate"
)

var validator = func() *validate.Validator {
	v, err := validate.New(validate.Options{})
	if err != nil {
		panic(err)
	}
	return v
}()

// Answer returns what this module answers for text, secrets included, with
// every rule at its own severity.
func Answer(text string) fuzz.Answer {
	tree, syntax := grammar.Parse(text)
	bound := bind.Bind(tree)
	a := fuzz.Answer{
		Syntax: len(syntax) == 0, Pairs: []fuzz.Pair{}, Properties: map[string]any{}, Auth: bound.AuthMode(),
		Diagnostics: []fuzz.Diagnostic{}, // not nil, which would say that they are not told
	}
	if p := tree.Prefix(); p != nil {
		prefix := p.Value()
		a.Prefix = &prefix
	}
	for _, s := range tree.Pairs() {
		a.Pairs = append(a.Pairs, fuzz.Pair{Keyword: s.Keyword(), Value: s.Value(), Unset: s.Unset()})
	}
	for p := range bound.Properties() {
		a.Properties[p.Name] = typed.Value(p.Property, p.Value())
	}
	if canonical, ok := normalize.Canonical(bound); ok {
		a.Canonical = &canonical
	}
	redacted := redact.String(text)
	a.Redacted = &redacted
	for _, d := range validator.Check(bound, syntax) {
		a.Diagnostics = append(a.Diagnostics, fuzz.Diagnostic{Code: d.Code.String(), Start: d.Span.Start, End: d.Span.End})
	}
	return a
}

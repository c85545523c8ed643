package oracletest

import (
	"cmp"
	"slices"
	"testing"

	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// WellFormed fails tb where an answer about text breaks the promises of
// dialect.Answer that hold for any text: spans inside it, properties sorted
// and named once, and either an error or what was seen. It is the body of the
// dialects' fuzz targets.
func WellFormed(tb testing.TB, text string, a dialect.Answer) {
	tb.Helper()
	inside := func(what string, s source.Span) {
		if s.Start < 0 || s.Start > s.End || s.End > len(text) {
			tb.Errorf("%q: %s %v is outside the text", text, what, s)
		}
	}
	inside("ErrorSpan", a.ErrorSpan)
	for _, s := range a.Echoes {
		inside("Echoes", s)
	}
	for _, s := range a.Ignored {
		inside("Ignored", s)
	}
	for _, p := range a.Seen {
		inside(p.Name, p.Source)
	}
	if !slices.IsSortedFunc(a.Seen, func(p, q dialect.Property) int {
		if p.Name == q.Name {
			return 1
		}
		return cmp.Compare(p.Name, q.Name)
	}) {
		tb.Errorf("%q: Seen is not sorted by distinct names: %v", text, a.Seen)
	}
	if a.Crash && a.OK {
		tb.Errorf("%q: accepted and crashed", text)
	}
	refused := !a.OK && !a.Unknown
	if a.OK && a.Unknown {
		tb.Errorf("%q: accepted and unknown", text)
	}
	if a.ErrorClass == "" && refused && len(a.Unverified) == 0 || a.ErrorClass != "" && !refused {
		tb.Errorf("%q: refused is %t with the error %q", text, refused, a.ErrorClass)
	}
	if refused && len(a.Seen) > 0 {
		tb.Errorf("%q: refused and yet seen: %v", text, a.Seen)
	}
}

package oracletest

import (
	"testing"

	"kustoconn/internal/exhaust"
	"kustoconn/internal/fixtures"
	"kustoconn/sdk/internal/dialect"
)

// Fuzz is the body of a dialect's fuzz target: it holds that answers are well
// formed and that stands takes each property seen, beside what the text has
// where the property says it is from. The seeds are the texts of the recordings.
func Fuzz(f *testing.F, client dialect.Client, stands func(p dialect.Property, written string) bool, recordings ...string) {
	f.Helper()
	for _, name := range recordings {
		rows := fixtures.Client(f, name)
		for i := 0; i < len(rows); i += exhaust.Sample(10) {
			f.Add(rows[i].S)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := client.Read(text)
		WellFormed(t, text, a)
		if t.Failed() {
			return // a span may be outside the text
		}
		for _, p := range a.Seen {
			if written := p.Source.Slice(text); !stands(p, written) {
				t.Errorf("%q: %s is %q, its source %q", text, p.Name, p.Value.Open(), written)
			}
		}
	})
}

// Verbatim is the law of a client that keeps values as they are written. A
// default of the client has no place in the text.
func Verbatim(p dialect.Property, written string) bool {
	return p.IsBool || p.Source.Empty() || p.Value.Open() == written
}

// Bench is the body of a dialect's benchmark: it has the client read text.
func Bench(b *testing.B, client dialect.Client, text string) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		client.Read(text)
	}
}

package normalize_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/grammar"
	"kustoconn/internal/fixtures"
	"kustoconn/internal/fold"
	"kustoconn/normalize"
)

// Every pair that was recorded as assigned to ADO.NET's builder survives being
// written by ours, in the twelve recordings too in which ADO.NET's own output
// loses an empty value.
func TestADONETWrites(t *testing.T) {
	writes, lossy, refused := 0, 0, 0
	for _, w := range fixtures.ADONET(t) {
		if w.W == nil {
			continue
		}
		writes++
		if !w.RoundTrips {
			lossy++
		}
		b := normalize.Build()
		want := map[string]string{}
		for _, pair := range w.W {
			b.Set(pair[0], pair[1])
			want[fold.Keyword(pair[0])] = pair[1]
		}
		text, err := b.Reveal()
		if err != nil {
			refused++ // a keyword with a semicolon, which is a deliberate difference
			continue
		}
		got := map[string]string{}
		tree, diags := grammar.Parse(text)
		for _, s := range tree.Pairs() {
			got[fold.Keyword(s.Keyword())] = s.Value()
		}
		if d := cmp.Diff(want, got); d != "" || len(diags) > 0 {
			t.Errorf("%s: %s: %v (-want +got)\n%s", w.ID, text, diags, d)
		}
	}
	if writes != 609 || lossy != 12 || refused != 1 {
		t.Errorf("%d writes, %d of them lossy in ADO.NET, %d refused; want 609, 12 and 1", writes, lossy, refused)
	}
}

package grammar_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/grammar"
	"kustoconn/grammar/formal"
)

// checkAgreement holds that the parser and the declared grammar accept the
// same texts and read the same prefix and pairs in them.
func checkAgreement(t rapid.TB, text string) {
	t.Helper()
	tree, diags := grammar.Parse(text)
	want, err := formal.Parse(text)
	if (err == nil) != (len(diags) == 0) {
		t.Fatalf("%q: the declared grammar says %v, the parser %v", text, err, diags)
	}
	if err != nil {
		return
	}
	var got formal.Result
	if p := tree.Prefix(); p != nil {
		got.Prefix = &p.Value
	}
	for _, s := range tree.Pairs() {
		got.Pairs = append(got.Pairs, formal.Pair{Keyword: s.Keyword, Value: s.Value, Unset: s.Unset})
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Fatalf("%q (-declared +parsed)\n%s", text, d)
	}
}

func TestAgreementOnRecording(t *testing.T) {
	reads := adonetReads(t)
	prefixes := []string{"", "https://help.kusto.windows.net;", "@help/Samples ;", "name;", " ;", "@", "x"}
	for _, r := range reads {
		for _, prefix := range prefixes {
			checkAgreement(t, prefix+*r.S)
		}
	}
}

func TestAgreement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkAgreement(t, texts().Draw(t, "text")) })
}

func FuzzAgreement(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkAgreement(t, text) })
}

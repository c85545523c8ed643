package grammar_test

import (
	"testing"

	"pgregory.net/rapid"

	"kustoconn/fuzz/laws"
)

func TestAgreementOnRecording(t *testing.T) {
	reads := adonetReads(t)
	prefixes := []string{"", "https://help.kusto.windows.net;", "@help/Samples ;", "name;", " ;", "@", "x"}
	for _, r := range reads {
		for _, prefix := range prefixes {
			laws.Declared(t, prefix+*r.S)
		}
	}
}

func TestAgreement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { laws.Declared(t, texts().Draw(t, "text")) })
}

func FuzzAgreement(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { laws.Declared(t, text) })
}

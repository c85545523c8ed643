package redact

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/internal/fold"
	"kustoconn/internal/methods"
	"kustoconn/internal/recognize"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// What the prefilter passes over holds no string that package recognize finds, no
// keyword of a secret with its value, and no URI with a password, wherever it stands.
func TestPrefilter(t *testing.T) {
	var words []string
	for _, p := range schema.Properties() {
		words = append(words, p.Keywords()...)
	}
	words = append(words, "=", "=", " = ", ";", " ", "\n", "x", "ab", "abc", "https://", "kustos://", "u:p@", "c.kusto.windows.net", "ade.loganalytics.io", "x.playfab.com",
		"adx.monitor.azure.com", "a.arg.core.windows.net", "b.securitycenter.windows.com", "NetDefaultDB", "Aplication", "Federatd", "aad", "ClientSecretCredential(",
		"with_access_token(", "base64,", "&#65;", `\u0041`, `\x41`, "%20", "_", "é", "\u00a0", "1", "{x}", "true", "'", `"`)
	for _, call := range methods.SecretCalls() {
		words = append(words, call.Name+"('a', 'b', 'c')")
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat("x", rapid.IntRange(0, 3).Draw(t, "shift")) + strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 8).Draw(t, "words"), "")
		if rapid.Bool().Draw(t, "upper") {
			text = strings.ToUpper(text)
		}
		found := recognize.MayHold(text)
		for _, r := range append(findPairs(text, nil), append(findUserinfo(text, nil), findArguments(text, nil)...)...) {
			found = found || len(r.secrets) > 0
		}
		if found && !mayHide(text) {
			t.Fatalf("%q is passed over", text)
		}
	})
}

// endsKeyword looks for all of a keyword's end only where the last letters are those of
// one: each keyword that only Kusto has is found, however it is spelt.
func TestEndsKeyword(t *testing.T) {
	for _, keyword := range vocabulary.KustoOnlyKeywords() {
		folded := fold.Keyword(keyword)
		if mayStartNear(folded, len(folded)-3) == certain {
			continue // found as a word
		}
		for _, text := range []string{keyword, strings.ToUpper(keyword), keyword + "  ", folded, spacedOut(folded)} {
			if len(folded) >= 3 && len(folded) != 4 && !endsKeyword("x;"+text) {
				t.Errorf("%q ends in no keyword", text)
			}
		}
	}
	for _, text := range []string{"user", "status", "key", "level", "x", "", "a=b"} {
		if endsKeyword(text) {
			t.Errorf("%q ends in a keyword", text)
		}
	}
}

func spacedOut(text string) string { return strings.Join(strings.Split(text, ""), " ") }

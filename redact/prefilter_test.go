package redact

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/internal/fold"
	"kustoconn/internal/methods"
	"kustoconn/internal/recognize"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
	"kustoconn/source"
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

// A place of which mayStart says something starts as clueStarts has it.
func FuzzClueStarts(f *testing.F) {
	for _, text := range []string{
		"AppKey", "KUSTO", "usr_token", "tracing", "PASSWORD", "pwd", "certificate blob", "base64", "b64", "Credential(", "with_aad_x(", "aad", "applicat", "appclient",
		"with_application(", "app_certificate(", "federat", "X5C", "NetDefaultDB", "://u:p@c", "https://{x}", "&#61;", "&#x3d;", `\x3d`, `\u003d`, `\U0000003d`, "|x41",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for at := range len(text) {
			starts := at+1 < len(text) && clueStarts[text[at]]>>(text[at+1]&0x1f)&1 != 0
			if found := mayStart(text, at); found != none && !starts {
				t.Fatalf("%q at %d: %d", text, at, found)
			}
		}
	})
}

// plainUserinfo finds what findUserinfo does, and looks ahead for the end of each word.
func plainUserinfo(text string) (found []source.Span) {
	for at := 0; ; {
		n := strings.Index(text[at:], "://")
		if n < 0 {
			return found
		}
		at += n + len("://")
		limit := indexFrom(text[:min(len(text), at+longestUserinfo)], at, " \t\r\n\"'<>`")
		in, ok := userinfo(text[at:limit])
		if !ok {
			continue
		}
		for _, r := range findUserinfo("://"+text[at:min(len(text), at+in.End+256)], nil) {
			if r.span.Start == len("://") {
				found = append(found, in.Shift(at))
			}
		}
		at += in.End
	}
}

func FuzzUserinfo(f *testing.F) {
	f.Add("https://u:p@c https://x/ https://a:b/https://c:d@e 'https://f:g'h@i")
	f.Add(strings.Repeat("https://a:b/", 400) + "@x https://u:p@c.kusto.windows.net https://token@c.kusto.windows.net")
	f.Fuzz(func(t *testing.T, text string) {
		var got []source.Span
		for _, r := range findUserinfo(text, nil) {
			got = append(got, r.span)
		}
		if want := plainUserinfo(text); !slices.Equal(got, want) {
			t.Fatalf("%q: %v, want %v", text, got, want)
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

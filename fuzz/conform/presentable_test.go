package conform

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/fuzz"
	"kustoconn/fuzz/internal/reference"
	"kustoconn/fuzz/suite"
	"kustoconn/internal/exhaust"
)

// A secret that the other parser has from elsewhere does not show, wherever in
// its answer it stands; what is made of the string does.
func TestForeignSecretsAreMasked(t *testing.T) {
	const text, secret = `https://c;Fed=true;AppKey="a""b;c";Database=d`, "QZJKVWQZ"
	want := reference.Answer(text)
	connection := "Data Source=https://c;AppKey=" + secret
	for name, a := range map[string]fuzz.Answer{
		"a property":           {Syntax: true, Properties: map[string]any{"Application Key": secret}},
		"a property of none":   {Syntax: true, Properties: map[string]any{secret: "x", "Environment": secret}},
		"an object":            {Syntax: true, Properties: map[string]any{"Accept": map[string]any{"a": secret}}},
		"userinfo":             {Syntax: true, Properties: map[string]any{"Data Source": "https://u:" + secret + "@c"}},
		"a pair":               {Syntax: true, Pairs: []fuzz.Pair{{Keyword: "AppKey", Value: secret}}},
		"an unknown keyword":   {Syntax: true, Pairs: []fuzz.Pair{{Keyword: "Environment", Value: secret}}},
		"a prefix":             {Syntax: true, Pairs: []fuzz.Pair{}, Prefix: new("https://" + secret + "@c")},
		"canonical text":       {Syntax: true, Canonical: &connection},
		"redacted text":        {Syntax: true, Redacted: &connection},
		"an authentication":    {Syntax: true, Auth: "QZJKVWQZ"},
		"the code of a rule":   {Diagnostics: []fuzz.Diagnostic{{Code: secret}}},
		"a keyword that holds": {Syntax: true, Pairs: []fuzz.Pair{{Keyword: "AppKey=" + secret, Value: "x"}}},
	} {
		expected := want
		if len(a.Diagnostics) > 0 {
			expected = fuzz.Answer{Diagnostics: []fuzz.Diagnostic{{Code: "KCS001"}}}
		}
		v := strictness{}.judge(text, expected, outcome{answer: &answer{Answer: a}})
		if len(v.findings) == 0 || strings.Contains(fmt.Sprint(v.findings), "QZJK") {
			t.Errorf("%s: %v", name, v.findings)
		}
	}
	lost := want
	lost.Properties = map[string]any{"Application Key": `a"b`, "Data Source": "https://c", "Initial Catalog": "NetDefaultDB", "AAD Federated Security": true}
	if v := (strictness{}).judge(text, want, outcome{answer: &answer{Answer: lost}}); !strings.Contains(fmt.Sprint(v.findings), `a\"b`) || !strings.Contains(fmt.Sprint(v.findings), "NetDefaultDB") {
		t.Errorf("the string's own: %v", v.findings)
	}
}

// A right answer stays one: nothing of it is taken for a foreign secret.
func TestRightAnswersAreNotMasked(t *testing.T) {
	texts := []string{"a== a=", `AppKey="a""b='c=="`, "A=='B'=abcd"}
	for _, c := range suite.Cases() {
		texts = append(texts, c.Text)
	}
	strings := generated()
	for i := range 2000 / exhaust.Sample(10) {
		texts = append(texts, strings.Example(i))
	}
	for _, text := range texts {
		want := reference.Answer(text)
		if d := cmp.Diff(want, presenter{text, want}.answer(reference.Answer(text))); d != "" {
			t.Errorf("%q (-want +got)\n%s", text, d)
		}
	}
}

package validate_test

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/source"
	"kustoconn/validate"
)

// A placeholder behind that of a secret may hold the semicolon before a keyword.
func TestTemplateBehindSecret(t *testing.T) {
	for text, want := range map[string]int{
		"AppKey={k}{x}Authority Id=contoso.com":         0,
		"AppKey={k}{% if t %}Authority Id={{ t }}":      0,
		"AppKey={k}{x}UserToken={t}":                    0,
		"AppKey={k}{x}UserToken=s3cr~t":                 1,
		"AppKey=s3cr~t{x}Authority Id=contoso.com":      1,
		"AppKey={k}{x}Bla=contoso.com":                  1,
		"${x}AppKey=s3cr~t":                             1,
		"${x}AppKey={k}":                                0,
		"AppKey=__K3Y__":                                1,
		"AppKey=__KEY__":                                0,
		"AppKey=${KEY:-s3cr~t}":                         1,
		"AppKey={8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11}": 1,
	} {
		if found := check(t, text, "KCS501"); len(found) != want {
			t.Errorf("%q: %v", text, found)
		}
	}
}

func TestSecrets(t *testing.T) {
	runRows(t, []row{
		{"AppKey=abc", []string{"501 7-10"}},
		{"AppKey=\"a;b\"", []string{"501 8-11"}},
		{"PWD=a;AppKey=;AppKey=b", []string{
			"501 4-5",
			"501 21-22",
		}},
		{"AppKey=<key>", nil},
		{"AppKey=ab<key>", []string{"501 7-14"}},
		{"AppKey=****", nil},
		{"AppKey=\" \"", nil},
		{"AppKey=", nil},
		{"AppKye=abc", []string{"501 7-10"}},
		{"Client Secret=<x>", nil},
		{"AccountKey=abc", nil},
		{"User=abc", nil},
		{"https://u:p@c", nil},
		{"\"AppKey\"=abc", []string{"501 9-12"}},
	}, "KCS501")
}

func TestExpiredToken(t *testing.T) {
	jwt := func(payload string) string {
		return "e30." + base64.RawURLEncoding.EncodeToString([]byte(payload)) + ".sig"
	}
	now := time.Unix(1_700_000_000, 0)
	v, err := validate.New(validate.Options{Select: []string{"expired-token"}, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		token string
		want  bool
	}{
		{jwt(`{"exp":1699999999}`), true},
		{jwt(`{"exp":1700000000}`), true},
		{jwt(`{"exp":1700000001}`), false},
		{jwt(`{"exp":1.6e9,"aud":"x"}`), true},
		{jwt(`{"exp":-1e300}`), true},
		{jwt(`{"exp":1e999}`), false},
		{jwt(`{"exp":"1600000000"}`), false},
		{jwt(`{"exp":null}`), false},
		{jwt(`{}`), false},
		{jwt(`[`), false},
		{jwt(`{"exp":1}`) + ".more", false},
		{"e30.e30", false},
		{"e30.!.sig", false},
		{"opaque", false},
		{"${TOKEN}", false},
	} {
		for _, keyword := range []string{"User Token", "AppToken"} {
			text := keyword + `="` + tt.token + `"`
			tree, syntax := grammar.Parse(text)
			var want []source.Span
			if tt.want {
				want = []source.Span{{Start: len(keyword) + 2, End: len(text) - 1}}
			}
			var got []source.Span
			for _, d := range v.Check(bind.Bind(tree), syntax) {
				got = append(got, d.Span)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", text, diff)
			}
		}
	}
}

// TestMessagesNameNoSecret holds that neither messages nor edits repeat a
// secret that was cut short or misplaced.
func TestMessagesNameNoSecret(t *testing.T) {
	const secret = "Zq7hunter"
	for _, text := range []string{
		"AppKey=a;" + secret + "=1;" + secret + "2=2",
		"AppKey=a;'" + secret + "'=1",
		"AppKey:" + secret + "=1",
		"Client Secret=a;" + secret + "=1",
		"x=\"" + secret + "\"y;" + secret + "=1",
		"Authority Id=@" + secret + ";Fed=" + secret + ";Query Consistency=" + secret + ";AppCert=" + secret,
	} {
		for _, d := range check(t, text) {
			said := d.Message + d.Help
			for _, r := range d.Related {
				said += r.Message
			}
			for _, e := range d.Edits {
				said += e.NewText
			}
			if strings.Contains(said, secret) {
				t.Errorf("%q: %v says the secret: %q", text, d, said)
			}
		}
	}
}

// A query or a link in front hides no secret and no syntax error behind it.
func TestOtherTextHidesNothing(t *testing.T) {
	v := newValidator(t, validate.Options{})
	for text, want := range map[string]diag.Code{
		"cluster('x').database('y');AppKey=hidden":                501,
		"cluster('x').database('y');Fed='open":                    1,
		"https://dataexplorer.azure.com/clusters/x;AppKey=hidden": 501,
	} {
		if found := judge(v, text); !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == want }) {
			t.Errorf("%s: %v, want %v among them", text, found, want)
		}
	}
}

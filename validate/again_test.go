package validate_test

import (
	"fmt"
	"strings"
	"testing"

	"kustoconn/validate"
)

// One fault in a string hides no other one of its kind, nor does a pair that the rule
// passes over.
func TestEveryFaultIsReported(t *testing.T) {
	const c = "https://c.kusto.windows.net;"
	for selector, rows := range map[string][]row{
		"KCS101": {{c + "Encrypt=1;Bla=1;Foo=2", []string{
			"101 38-41",
			"101 44-47",
		}}},
		"KCS102": {{c + "Fed=true;Accept=true;Fed=true;Accept=true", []string{
			"102 49-52 => https://c.kusto.windows.net;Accept=true;Fed=true;Accept=true",
			"102 58-64 => https://c.kusto.windows.net;Fed=true;Fed=true;Accept=true",
		}}},
		"KCS104": {{c + "Bla=1;ClientCertificate=2;EmbeddedManagedIdentity=3", []string{
			"104 54-77",
		}}},
		"KCS105": {{c + "Bla=1;Encrypt=x;Foo=2;Pooling=y", []string{
			"105 34-41 => https://c.kusto.windows.net;Bla=1;Foo=2;Pooling=y",
			"105 50-57 => https://c.kusto.windows.net;Bla=1;Encrypt=x;Foo=2",
		}}},
		"KCS106": {{c + `Bla=1;[Bla]=1;[Database]=x;[Database]=y;"Fed"=true`, []string{
			"106 34-39",
			`106 42-52 => https://c.kusto.windows.net;Bla=1;[Bla]=1;Database=x;[Database]=y;"Fed"=true`,
			`106 55-65 => https://c.kusto.windows.net;Bla=1;[Bla]=1;[Database]=x;Database=y;"Fed"=true`,
			"106 68-73 => https://c.kusto.windows.net;Bla=1;[Bla]=1;[Database]=x;[Database]=y;Fed=true",
		}}},
		"KCS201": {{c + "Fed=x;Accept=true;Streaming=y", []string{
			"201 32-33",
			"201 56-57 => https://c.kusto.windows.net;Fed=x;Accept=true;Streaming=true",
		}}},
		"KCS206": {{c + "Fed=true;Accept=;User ID=;Database=;Data Source=", []string{
			"206 37-44 => https://c.kusto.windows.net;Fed=true;User ID=;Database=;Data Source=",
			"206 45-53 => https://c.kusto.windows.net;Fed=true;Accept=;Database=;Data Source=",
			"206 54-63 => https://c.kusto.windows.net;Fed=true;Accept=;User ID=;Data Source=",
			"206 64-76",
		}}},
		"KCS207": {{c + `Accept=a'b;User ID="a'b";Database=${"x"};Pwd={a'b}c'd;AppKey=e"f`, []string{
			`207 35-38 => https://c.kusto.windows.net;Accept="a'b";User ID="a'b";Database=${"x"};Pwd={a'b}c'd;AppKey=e"f`,
			`207 62-68 => https://c.kusto.windows.net;Accept=a'b;User ID="a'b";Database="${""x""}";Pwd={a'b}c'd;AppKey=e"f`,
			`207 73-81 => https://c.kusto.windows.net;Accept=a'b;User ID="a'b";Database=${"x"};Pwd="{a'b}c'd";AppKey=e"f`,
			`207 89-92 => https://c.kusto.windows.net;Accept=a'b;User ID="a'b";Database=${"x"};Pwd={a'b}c'd;AppKey="e""f"`,
		}}},
		"KCS208": {{c + "Database={a};User ID=b;Pwd=****;AppKey={c}", []string{
			"208 37-40",
		}}},
		"KCS209": {{c + `Accept=  x;AppKey="  a";UserToken=  =b;Pwd=  c`, []string{
			"209 62-64",
			`209 71-73 => https://c.kusto.windows.net;Accept=  x;AppKey="  a";UserToken=  =b;Pwd=c`,
		}}},
		"KCS210": {{c + "AppKey=a;b;Fed=true;UserToken=c;;d;e", []string{
			`210 37-38 => https://c.kusto.windows.net;AppKey="a;b";Fed=true;UserToken=c;;d;e`,
			`210 61-62 => https://c.kusto.windows.net;AppKey=a;b;Fed=true;UserToken="c;;d;e"`,
		}}},
		"KCS211": {{c + `Database="'a'";User ID="b";Pwd="'c'";AppKey="''"`, []string{
			`211 37-42 => https://c.kusto.windows.net;Database="a";User ID="b";Pwd="'c'";AppKey="''"`,
			`211 59-64 => https://c.kusto.windows.net;Database="'a'";User ID="b";Pwd="c";AppKey="''"`,
			"211 72-76",
		}}},
		"KCS213": {{c + `Database='a';User ID="b";Accept='c'`, []string{
			`213 37-40 => https://c.kusto.windows.net;Database="a";User ID="b";Accept='c'`,
			`213 60-63 => https://c.kusto.windows.net;Database='a';User ID="b";Accept="c"`,
		}}},
		"KCS501": {{c + "User ID=a AppKey=b Fed=true UserToken=c;AppKey=d", []string{
			"501 45-46",
			"501 66-67",
			"501 75-76",
		}}},
		"KCS503": {{c + "User ID=****;AppKey=****;UserToken=x;Pwd=****", []string{
			"503 48-52",
			"503 69-73",
		}}},
		"KCS109": {{c + "Database=a Fed=true User ID=b;Accept=c,AppKey=d;Pwd=\"e\" Streaming=f", []string{
			`109 39-42 => https://c.kusto.windows.net;Database=a;Fed=true;User ID=b;Accept=c,AppKey=d;Pwd="e" Streaming=f`,
			`109 67-73 E => https://c.kusto.windows.net;Database=a Fed=true User ID=b;Accept=c;AppKey=d;Pwd="e" Streaming=f`,
		}}},
	} {
		runRows(t, rows, selector)
	}
}

// The other places that a finding shows, by the text that stands there.
func TestRelated(t *testing.T) {
	const c, guid = "https://c.kusto.windows.net", "8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11"
	for _, tt := range []struct {
		text, selector string
		want           []string
	}{
		{c + ";Fed=true;Federated=true", "KCS102", []string{"28-31 Fed"}},
		{c + ";Data Source=" + c, "KCS102", []string{"0-27 https://c.kusto.windows.net"}},
		{c + ";Fed=true;Federated=false", "KCS103", []string{"28-31 Fed"}},
		{c + ";Fed=true;Fed=true;Fed=true", "KCS102", []string{"28-31 Fed", "37-40 Fed"}},
		{c + ";AppKey=a;b", "KCS210", []string{"35-36 a"}},
		{c + ";Fed=true;AppClientId=" + guid, "KCS301", []string{"37-48 AppClientId"}},
		{c + ";Fed=true;AppKey=x;Authority Id=contoso.com", "KCS301", []string{"37-43 AppKey"}},
		{c + ";UserToken=x;AppKey=y", "KCS302", []string{"28-37 UserToken"}},
		{"http://c.kusto.windows.net;Fed=true;AppClientId=" + guid + ";AppKey=x", "KCS304", []string{"36-47 AppClientId"}},
		{c + "/Db;Database=d", "KCS409", []string{"40-41 d"}},
		{c + ";Authority Id=https://login.microsoftonline.us/contoso.com", "KCS414", []string{"8-27 c.kusto.windows.net"}},
		{c + ";Fed=true;UserToken=x;AppClientId=" + guid + ";AppKey=y", "KCS303", nil},
	} {
		v := newValidator(t, validate.Options{Select: []string{tt.selector}})
		var got []string
		for _, d := range judge(v, tt.text) {
			for _, r := range d.Related {
				got = append(got, fmt.Sprintf("%v %s", r.Span, r.Span.Slice(tt.text)))
				if r.Message == "" {
					t.Errorf("%s of %q: a place without a word", tt.selector, tt.text)
				}
			}
		}
		if strings.Join(got, "; ") != strings.Join(tt.want, "; ") {
			t.Errorf("%s of %q: %q, want %q", tt.selector, tt.text, got, tt.want)
		}
	}
}

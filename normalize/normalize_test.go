package normalize_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/normalize"
	"kustoconn/schema"
)

func bound(text string) *bind.Bound {
	tree, _ := grammar.Parse(text)
	return bind.Bind(tree)
}

func TestCanonical(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"@help/Samples", "Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;AAD Federated Security=True"},
		{"Accept=TRUE;fed=False;Server=https://c.kusto.windows.net/Db", "Data Source=https://c.kusto.windows.net;Initial Catalog=Db;AAD Federated Security=False;Accept=True"},
		{"AppKey='a;b';AppKey=", ""},
		{"fed=yes", "AAD Federated Security=yes"},
		{"b=1;A=2;a=3;B=;c==d=4;B=5", "a=3;c==d=4;B=5"},
		{"Foo=1;Database=x", "Initial Catalog=x;Foo=1"},
		{"Foo=1;Foo=", ""},
		{"AppKey=true;Fed=true", "AAD Federated Security=True;Application Key=true"}, // a key is no boolean
		{`Database=""`, `Initial Catalog=""`},
		{"mycluster/Db", "Data Source=mycluster;Initial Catalog=Db"},
	} {
		got, ok := normalize.Canonical(bound(tt.text))
		if !ok || got != tt.want {
			t.Errorf("%s\ngot  %s, %v\nwant %s", tt.text, got, ok, tt.want)
		}
		if again, _ := normalize.Canonical(bound(got)); again != got {
			t.Errorf("%s\nis canonical, and again\n%s", got, again)
		}
	}
	if got, ok := normalize.Canonical(bound("Fed=true;x")); ok || got != "" {
		t.Errorf("a syntax error: %q, %v", got, ok)
	}
}

func TestBuilderHoldsAnything(t *testing.T) {
	for _, value := range []string{"", " ", "a;b", `"`, "'", `'"'`, "=", "==", " a ", "\n", "a\x01b", "\ufeff", "@x", "https://x", "True"} {
		for _, keyword := range []string{"Application Key", "Foo", "a=b", "=", "a=", "x y", `"q"`, "Initial Catalog"} {
			text, err := normalize.Build().Set(keyword, value).Reveal()
			if err != nil {
				t.Errorf("%q = %q: %v", keyword, value, err)
				continue
			}
			b := bound(text)
			if b.Tree.HasSyntaxErrors() || len(b.Tree.Segments) != 1 {
				t.Errorf("%q = %q: %s", keyword, value, text)
				continue
			}
			if s := b.Tree.Segments[0]; s.Value() != value || !strings.EqualFold(s.Keyword(), keyword) {
				t.Errorf("%q = %q reads back as %q = %q", keyword, value, s.Keyword(), s.Value())
			}
		}
	}
}

func TestBuilderRefuses(t *testing.T) {
	for _, tt := range []struct{ keyword, value, want string }{
		{"AppKey", "a\x00b", "the value of Application Key holds a NUL, which no connection string can hold"},
		{"Foo", "\x00", "the value of an unknown keyword holds a NUL, which no connection string can hold"},
		{"AppKey", "\xff", "the value of Application Key is not UTF-8"},
		{"", "x", "a keyword is empty"},
		{"a;b", "x", "a keyword holds a semicolon"},
		{" a", "x", "a keyword has white space around it"},
		{"a\u00a0", "x", "a keyword has white space around it"},
		{"a\tb", "x", "a keyword holds a control character"},
		{"a\xffb", "x", "a keyword is not UTF-8"},
		{"@a", "x", "a keyword starts with '@' or a URI's scheme, which would make it a prefix"},
		{"https://a", "x", "a keyword starts with '@' or a URI's scheme, which would make it a prefix"},
	} {
		text, err := normalize.Build().DataSource("https://c.kusto.windows.net").Set(tt.keyword, tt.value).Reveal()
		if err == nil || err.Error() != tt.want || text != "" {
			t.Errorf("%q = %q: %q, %v", tt.keyword, tt.value, text, err)
		}
	}
}

func TestBuilderModesNameTheDefaultDatabase(t *testing.T) {
	for _, tt := range []struct {
		builder *normalize.Builder
		want    string
	}{
		{normalize.Build().DataSource("https://c.kusto.windows.net").WithAadUserPromptAuthentication("", ""), "NetDefaultDB"},
		{normalize.Build().DataSource("https://c.kusto.windows.net/Db").WithAadUserPromptAuthentication("", ""), "Db"},
		{normalize.Build().InitialCatalog("x").WithAadUserPromptAuthentication("", ""), "x"},
		{normalize.Build().DataSource("https://c.kusto.windows.net"), ""},
	} {
		text, err := tt.builder.Reveal()
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := bound(text).Value(schema.InitialCatalog); got != tt.want {
			t.Errorf("%s: database %q, want %q", text, got, tt.want)
		}
	}
}

func TestBuilderDoesNotPrintSecrets(t *testing.T) {
	b := normalize.Build().Set("Application Key", "invented").Set("AppKye", "invented")
	holder := struct{ b normalize.Builder }{*b}
	encoded, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{
		fmt.Sprint(b), fmt.Sprintf("%v %+v %#v %s %q %x %d", b, b, b, b, b, b, b), fmt.Sprintf("%v %+v %#v", holder, holder, &holder), string(encoded),
	} {
		if strings.Contains(out, "invented") || strings.Contains(out, fmt.Sprintf("%x", "invented")) {
			t.Errorf("a secret in %s", out)
		}
	}
	if d := cmp.Diff("Application Key=****;****=****", b.String()); d != "" {
		t.Error(d)
	}
}

func ExampleBuild() {
	b := normalize.Build().DataSource("https://c.kusto.windows.net").InitialCatalog("a;b").Set("Application Key", "invented")
	fmt.Println(b)
	// Output: Data Source=https://c.kusto.windows.net;Initial Catalog="a;b";Application Key=****
}

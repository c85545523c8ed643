package around

import (
	"strings"
	"testing"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/source"
)

func bound(text string) *bind.Bound {
	tree, _ := grammar.Parse(text)
	return bind.Bind(tree)
}

func TestIsCredentialValue(t *testing.T) {
	for _, tt := range []struct {
		text, key, before string
		want              bool
	}{
		{"word;Fed=true", "", "", false},
		{"word;Fed=true", "clientSecret", "", true},
		{"word;Fed=true", "a.clientSecret", "", true},
		{"word;Fed=true", "clientSecret.a", "", false},
		{"word;Fed=true", "clientSecret.Value", "", true},
		{"word;Fed=true", "name", "secret = ", true},
		{"word;Fed=true", "", "secret: \"", true},
		{"word;Fed=true", "", "name=", false},
		{"word;Fed=true", "", "pwd '", true},
		{"word;Fed=true", "", "secret ", false}, // no sign, and no keyword of ours
		{"word;Fed=true", "", "database ", false},
		{"https://x;Fed=true", "clientSecret", "", false},
		{"@x;Fed=true", "clientSecret", "", false},
		{"c.KUSTO.windows.net;Fed=true", "clientSecret", "", false},
		{"Fed=true", "clientSecret", "", false},
	} {
		if got := IsCredentialValue(bound(tt.text), tt.key, tt.before); got != tt.want {
			t.Errorf("%s at %q behind %q: %t, want %t", tt.text, tt.key, tt.before, got, tt.want)
		}
	}
}

func TestStartsInSecret(t *testing.T) {
	for _, tt := range []struct {
		text       string
		statements []string
		want       bool
	}{
		{"word ;Fed=true", nil, false},
		{"word ;Fed=true", []string{"", "the database is"}, false},
		{"word ;Fed=true", []string{"the client secret is"}, true},
		{"word ;Fed=true", []string{"x", "the client secret is"}, true},
		{"secret:8080;Fed=true", nil, true},
		{"a:secret;Fed=true", nil, false}, // behind the colon is a port
		{"https://x;Fed=true", []string{"the client secret is"}, false},
		{"word://x;Fed=true", []string{"the client secret is"}, true}, // no scheme of ours
		{"word;Fed=true", []string{"the secret is new; it is at "}, false},
		{"word;Fed=true", []string{"AppKye='a;"}, true},
		{"word;Fed=true", []string{"AppKye='a; b; "}, true},
		{"word;Fed=true", []string{"AppKye=" + strings.Repeat("a", 300) + ";"}, false}, // too far
		{"word;Fed=true", []string{"Database=a; b; "}, false},
		{"word=x;Fed=true", []string{"AppKey="}, true},
		{";; word=x;Fed=true", []string{"AppToken "}, true},
		{"word;Fed=true", []string{"AppKye Zq7 "}, true},
		{"word;Fed=true", []string{"Database=x;AppKye ,"}, true},
		{"Blob:word;Fed=true", []string{"Application Certificate "}, true},
		{"a:word;Fed=true", []string{"Database "}, false},
		{"@word;Fed=true", []string{"AppKye = ~"}, true},
		{"@word;Fed=true", []string{"conn = "}, false},
		{"word;Fed=true", []string{"AppKite Zq7 "}, false},
		{"Database=x;Fed=true", []string{"AppKey="}, false},
		{"Encrypt=x;Fed=true", []string{"AppKey="}, false},
	} {
		want := source.Span{}
		if tt.want {
			want.Start = len(tt.text) - len(strings.TrimLeft(tt.text, ";"))
			want.End = want.Start + strings.IndexByte(tt.text[want.Start:], ';')
		}
		if got, ok := StartsInSecret(bound(tt.text), tt.statements...); ok != tt.want || got != want {
			t.Errorf("%s after %q: %v, %t", tt.text, tt.statements, got, ok)
		}
	}
}

func TestGoesOn(t *testing.T) {
	for _, tt := range []struct {
		found, behind string
		goesOn, ends  bool
		secrets       []source.Span
	}{
		{found: "Fed=true", behind: ""},
		{found: "Fed=true", behind: " x"},
		{found: "Fed=true", behind: "\","},
		{found: "Fed=true", behind: "'\"`;"},
		{found: "Fed=true", behind: "\"x", goesOn: true},
		{found: "Fed=true", behind: "x", goesOn: true},
		{found: "AppKey=a", behind: "", ends: true, secrets: []source.Span{{Start: 7, End: 8}}},
		{found: "AppKey=a", behind: " x", ends: true, secrets: []source.Span{{Start: 7, End: 8}}},
		{found: "AppKey='a' ", behind: "", ends: true, secrets: []source.Span{{Start: 8, End: 9}}},
		{found: "AppKey=a;b=c", behind: "", secrets: []source.Span{{Start: 7, End: 8}}},
		{found: "AppKey=", behind: "", ends: true},
		{found: "AppKey=\" ", behind: "", ends: true},
		{found: "AppKey=a;App", behind: " Key=b", goesOn: true, ends: true, secrets: []source.Span{{Start: 7, End: 8}, {Start: 9, End: 12}}},
		{found: "AppKey=a;App", behind: "", ends: true, secrets: []source.Span{{Start: 7, End: 8}, {Start: 9, End: 12}}},
		{found: "AppKey=a;App'", behind: " Key=b", goesOn: true, ends: true, secrets: []source.Span{{Start: 7, End: 8}, {Start: 9, End: 12}}},
		{found: "AppKey=a;=", behind: " b", ends: true, secrets: []source.Span{{Start: 7, End: 10}}},
		{found: "AppKey=a;App=", behind: " b", ends: true, secrets: []source.Span{{Start: 7, End: 13}}},
		{found: "AppKey=a;App", behind: " b", secrets: []source.Span{{Start: 7, End: 8}}},
	} {
		if got := GoesOn(tt.found, tt.secrets, tt.behind); got != tt.goesOn {
			t.Errorf("%q before %q goes on: %t", tt.found, tt.behind, got)
		}
		if got := EndsInSecret(tt.found, tt.secrets); got != tt.ends {
			t.Errorf("%q ends in a secret: %t", tt.found, got)
		}
	}
}

func TestNamesCredential(t *testing.T) {
	for path, want := range map[string]bool{
		"": false, "a": false, "key": true, "a.key": true, "key.a": false, "a.sas": true, "key.value": true, "a.key.VALUE": true,
		"value": false, ".value": false, "a.value": false, "key.value.a": false,
	} {
		if got := namesCredential(path); got != want {
			t.Errorf("%q: %t, want %t", path, got, want)
		}
	}
}

func TestWordBefore(t *testing.T) {
	long := strings.Repeat("a", 64)
	for text, want := range map[string]string{
		"": "", "a": "a", "a b": "b", `"a"`: "a", `x "a" `: "a", "a[b]": "b", "a;b c": "c", "a,b": "b", "a(b": "b", "a)b": "a)b", "$a": "a",
		long: long, "b" + long: long, "; " + long[2:]: long[2:], "; " + long[1:]: long[1:], ";" + long: long,
	} {
		if got := wordBefore(text); got != want {
			t.Errorf("before %q: %q, want %q", text, got, want)
		}
	}
}

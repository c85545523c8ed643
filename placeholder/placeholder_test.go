package placeholder

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/source"
)

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		text  string
		found []string
		whole bool
	}{
		{"<QueryEndpointUri>", []string{"<QueryEndpointUri>"}, true},
		{"https://<clusterName>.<region>.kusto.windows.net", []string{"<clusterName>", "<region>"}, false},
		{"*ClusterName*", []string{"*ClusterName*"}, true},
		{"[your cluster]", []string{"[your cluster]"}, true},
		{"[parameters('key')]", []string{"[parameters('key')]"}, true},
		{"[::1]", nil, false},
		{"$KUSTO_KEY", []string{"$KUSTO_KEY"}, true},
		{"$env:KEY", []string{"$env:KEY"}, true},
		{"$appKey", []string{"$appKey"}, true},
		{"$ecretPassw0rd", nil, false},
		{"${KEY:-none}", []string{"${KEY:-none}"}, true},
		{"${{ secrets.KEY }}", []string{"${{ secrets.KEY }}"}, true},
		{"$(AppKey)", []string{"$(AppKey)"}, true},
		{"{kustoUri}", []string{"{kustoUri}"}, true},
		{"{0}", []string{"{0}"}, true},
		{"{{ .Values.key }}", []string{"{{ .Values.key }}"}, true},
		{"%s", []string{"%s"}, true},
		{"%1$s", []string{"%1$s"}, true},
		{"%(key)s", []string{"%(key)s"}, true},
		{"%KEY%", []string{"%KEY%"}, true},
		{"My%20Db", nil, false},
		{"Caf%C3%A9", nil, false},
		{"%d0%b0", nil, false},
		{"#{Key}#", []string{"#{Key}#"}, true},
		{"@Microsoft.KeyVault(SecretUri=https://v/secrets/k)", []string{"@Microsoft.KeyVault(SecretUri=https://v/secrets/k)"}, true},
		{"****", []string{"****"}, true},
		{"xxxx", []string{"xxxx"}, true},
		{"xxxxxxxx-xxxx-xxxx", []string{"xxxxxxxx-xxxx-xxxx"}, true},
		{"YOUR_KEY", []string{"YOUR_KEY"}, true},
		{"...", []string{"..."}, true},
		{"abc{x}def", []string{"{x}"}, false},
		{"{a}-{b}", []string{"{a}", "{b}"}, true},
		{"{}", nil, false},
		{"a{;}", nil, false},
		{"contoso.com", nil, false},
		{"{" + strings.Repeat("a", 300) + "}", nil, false},
	} {
		var found []string
		for _, s := range Find(tt.text) {
			found = append(found, s.Slice(tt.text))
		}
		if d := cmp.Diff(tt.found, found); d != "" {
			t.Errorf("Find(%q) (-want +got)\n%s", tt.text, d)
		}
		if got := Whole(tt.text); got != tt.whole {
			t.Errorf("Whole(%q) = %v, want %v", tt.text, got, tt.whole)
		}
	}
}

// Spans come in order, are not empty and lie in the text, whatever that is.
func TestFindSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[<>*\[\]$%{}#@()a-z0-9 ;']{0,60}`)).Draw(t, "text")
		at := 0
		for _, s := range Find(text) {
			if s.Start < at || s.Empty() || s.End > len(text) {
				t.Fatalf("span %v after %d in %q", s, at, text)
			}
			at = s.End
		}
	})
}

// Each example of the table is one placeholder, alone and inside a text.
func TestSyntaxes(t *testing.T) {
	for _, s := range syntaxes {
		for _, example := range s.examples {
			if example[0] != s.first {
				t.Errorf("%q does not start with %q", example, s.first)
			}
			for _, around := range [][2]string{{"", ""}, {"a-", ".b"}, {"é ", " é"}} {
				text := around[0] + example + around[1]
				want := []source.Span{{Start: len(around[0]), End: len(around[0]) + len(example)}}
				if d := cmp.Diff(want, Find(text)); d != "" {
					t.Errorf("Find(%q) (-want +got)\n%s", text, d)
				}
			}
		}
	}
}

// The nearest texts that are placeholders and that are none.
func TestNearestTexts(t *testing.T) {
	long := strings.Repeat("a", maxLen-2)
	for text, want := range map[string]string{
		"<" + long + "a>": "<" + long + "a>", "<" + long + "aa>": "",
		"{" + long + "}": "{" + long + "}", "{" + long + "a}": "",
		"< >": "", "<>": "", "<a;b>": "", "<a=b>": "", "<a'b>": "", `<a"b>`: "", "<a<b>": "<b>", "<%a=b%>": "<%a=b%>", "<a\nb>": "",
		"*a b*": "*a b*", "**": "", "**a**": "*a*", "*1*": "", "*a/b*": "", "*a": "",
		"[é']": "[é']", "[a(b)]": "[a(b)]", "[(b)]": "", "[a.b(c)]": "", "[a(b]": "", "[1]": "", "[a1]": "[a1]",
		"$": "", "$(": "", "$( )": "", "${ }": "", "$env:": "$env", "$ENV:x": "$ENV:x", "$env:1": "$env", "$_a": "$_a", "$1": "",
		"$A1": "$A1", "$a1": "", "$abc:x": "$abc",
		"%": "", "%a": "", "%aa%": "", "%ag%": "%ag%", "%abc%": "%abc%", "%d": "%d", "%dx": "%d", "%da": "", "%fa": "", "%f": "%f", "%@": "%@",
		"%1s": "", "%1$": "", "%1$x": "$x", "%12$s": "%12$s", "%(a)x": "", "%(a)": "", "%(1)s": "", "%$s": "%$s",
		"{{}}": "", "{a{b}c}": "{a{b}c}", "{{{{{a}}}}}": "{{{{{a}}}}}", "{{{{{{a}}}}}}": "{{{{{a}}}}}", "{a": "", "{a\n}": "",
		"#x": "", "#{x": "", "#{;}": "", "#": "",
		"@Microsoft.KeyVault(": "", "@microsoft.keyvault()": "@microsoft.keyvault()", "@Microsoft.KeyVault(x": "", "@x": "",
		"your_a": "your_a", "YOUR-A": "YOUR-A", "your a": "your a", "your_": "", "your.a": "", "your_a/b": "", "a your_b": "",
		"yours": "", "xxx": "xxx", "xx": "", "x-x-x": "", "XxX-": "XxX-", "xxxa": "", "....": "", "…": "…", "a…": "",
	} {
		var got string
		for _, span := range Find(text) {
			got += span.Slice(text)
		}
		if got != want {
			t.Errorf("Find(%q) = %q, want %q", text, got, want)
		}
		if got := In(text); got != (want != "") {
			t.Errorf("In(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]bool{
		"": false, "{a}": true, "{a}b": false, "b{a}": false, " \t{a}-_./:|,{b} ": true, "{a};{b}": false, "{a}\n": false, "a": false, "-": false,
	} {
		if got := Whole(text); got != want {
			t.Errorf("Whole(%q) = %v", text, got)
		}
	}
}

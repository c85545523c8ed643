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
		{"{}", []string{"{}"}, true},
		{"https://{}.kusto.windows.net", []string{"{}"}, false},
		{"{8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11}", nil, false},
		{"{8e1ea6a07b1c4c5f9a536f6d9b6f2d11}", nil, false},
		{`{"Data Source":"x"}`, nil, false},
		{"https://__Cluster__.kusto.windows.net", []string{"__Cluster__"}, false},
		{"https://YOUR_CLUSTER.kusto.windows.net", []string{"YOUR_CLUSTER"}, false},
		{"my_db_name", []string{"my_db_name"}, true},
		{"a_db_name", nil, false},
		{"my-cluster", nil, false},
		{"me@Model.com", nil, false},
		{"C# and F#", nil, false},
		{"TODO", []string{"TODO"}, true},
		{"TODO: ask Bob", []string{"TODO: ask Bob"}, true},
		{"tbd", []string{"tbd"}, true},
		{"changeme", []string{"changeme"}, true},
		{"replace-with-key", []string{"replace-with-key"}, true},
		{"secret-goes-here", []string{"secret-goes-here"}, true},
		{"true", nil, false},
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

// holdLaws fails where spans are out of order, empty or outside of text, or where
// what stands for a secret has a constant part.
func holdLaws(t interface{ Fatalf(string, ...any) }, text string) {
	for _, spans := range [][]source.Span{Find(text), Defaults(text)} {
		at := 0
		for _, s := range spans {
			if s.Start < at || s.Empty() || s.End > len(text) {
				t.Fatalf("span %v after %d in %q", s, at, text)
			}
			at = s.End
		}
	}
	if In(text) != (Find(text) != nil) || Whole(text) && !In(text) || StandsForSecret(text) && !Whole(text) {
		t.Fatalf("%q: in %v, whole %v, for a secret %v", text, In(text), Whole(text), StandsForSecret(text))
	}
	if rest, ok := (*Set)(nil).BehindTemplate(text); ok && (!In(text) || !strings.Contains(text, rest)) {
		t.Fatalf("%q: %q is behind no placeholder", text, rest)
	}
}

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		holdLaws(t, rapid.OneOf(rapid.String(), rapid.StringMatching(`[<>*\[\]$%{}#@!_()a-z0-9 ;':|"?-]{0,60}`)).Draw(t, "text"))
	})
}

func FuzzLaws(f *testing.F) {
	for _, s := range syntaxes {
		for _, example := range s.examples {
			f.Add(example)
		}
	}
	f.Add(`{{ .a | default "b;c" }}${A:-b}$[coalesce(a, 'b')]`)
	f.Fuzz(func(t *testing.T, text string) { holdLaws(t, text) })
}

// Each example of the table is one placeholder, alone and inside a text.
func TestSyntaxes(t *testing.T) {
	for _, s := range syntaxes {
		for _, example := range s.examples {
			if example[0] != s.first {
				t.Errorf("%q does not start with %q", example, s.first)
			}
			for _, around := range [][2]string{{"", ""}, {"a-", "/b"}, {"a-", ".b"}, {"é ", " é"}} {
				if around[1] == ".b" && s.first == '@' && strings.Contains(example, "Model") {
					continue // it goes on behind a full stop
				}
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
		"< >": "", "<>": "<>", "<<a>>": "<<a>>", "<<a>": "<a>", "<#a=b#>": "<#a=b#>", "<a;b>": "", "<a=b>": "", "<a'b>": "", `<a"b>`: "", "<a<b>": "<b>", "<%a=b%>": "<%a=b%>", "<a\nb>": "",
		"*a b*": "*a b*", "**": "", "**a**": "**a**", "***a***": "***a***", "_**a b**_": "_**a b**_", "_**a**": "**a**", "x_**a**_": "_**a**_",
		"vault:a/b#c": "vault:a/b#c", "vault:a": "", "vault:": "", "x vault:a/b": "", "op://a/b/c": "op://a/b/c", "op://a": "", "op://a/b c": "", "ref+vault://a/b": "ref+vault://a/b",
		"ENC[a,b=,c]": "ENC[a,b=,c]", "ENC[]": "", "ENC[a": "", "ENC(a+b/c==)": "ENC(a+b/c==)", "ENC[a;b]": "", "xENC[a]": "[a]", "*1*": "", "*a/b*": "", "*a": "",
		"[é']": "[é']", "[a(b)]": "[a(b)]", "[(b)]": "", "[a.b(c)]": "", "[a(b]": "", "[1]": "", "[a1]": "[a1]",
		"$": "", "$(": "", "$( )": "", "${ }": "", "$env:": "$env", "$ENV:x": "$ENV:x", "$env:1": "$env", "$_a": "$_a", "$1": "",
		"$A1": "$A1", "$a1": "", "$abc:x": "$abc",
		"%": "", "%a": "", "%aa%": "", "%ag%": "%ag%", "%abc%": "%abc%", "%d": "%d", "%dx": "%d", "%da": "", "%fa": "", "%f": "%f", "%@": "%@",
		"%1s": "", "%1$": "", "%1$x": "$x", "%12$s": "%12$s", "%(a)x": "", "%(a)": "", "%(1)s": "", "%$s": "%$s",
		"{{}}": "{{}}", "{ }": "", "{a{b}c}": "{a{b}c}", "{{{{{a}}}}}": "{{{{{a}}}}}", "{{{{{{a}}}}}}": "{{{{{a}}}}}", "{a": "", "{a\n}": "",
		"#x": "", "#{x": "", "#{;}": "", "#": "",
		"@Microsoft.KeyVault(": "", "@microsoft.keyvault()": "@microsoft.keyvault()", "@Microsoft.KeyVault(x": "", "@x": "",
		"your_a": "your_a", "YOUR-A": "YOUR-A", "your a": "your a", "your_": "", "your.a": "", "your_a/b": "", "a your_b": "",
		"$$A": "$$A", "$$": "", "$$a1": "", "$$(a)": "$$(a)", "$(a(b))": "$(a(b))", "$(a(b)": "", "$[a[1]]": "$[a[1]]", "$[": "", "$script:a": "$script:a",
		"%[1]s": "%[1]s", "%[1]": "", "%[]s": "", "%[a]s": "[a]", "%+v": "%+v", "%-10s": "%-10s", "%.3f": "%.3f", "%.": "", "%ld": "%ld", "%20s": "", "%l": "",
		"__a__": "__a__", "__a_": "", "____": "", "__1__": "", "a__b__": "", "__b__c": "", "__a-b.c d__": "__a-b.c d__", "_a_": "_a_", "_a_b": "", "x_a_": "", "__": "",
		"@@a@@": "@@a@@", "@@a@": "@a@", "@a b@": "", "a@b@": "", "@APP_KEY@": "@APP_KEY@", "!a!": "!a!", "a!b!": "", "!a": "", "! a!": "", "#a#": "#a#", "#a b#": "#a b#", "# a#": "", "##": "",
		"@(a)": "@(a)", "@(a": "", "@{a}": "{a}", "@{f(a)}": "@{f(a)}", "@{$a}": "@{$a}", "@{": "", "@{ }": "", "~s-a": "", "~s": "~s", "~ts": "~ts", "~t": "", "~": "", "~sa": "", "a~s": "", "~tsb": "", "@Model": "", "@Model.": "", "@Model.a.": "@Model.a", "@ViewBag.a": "@ViewBag.a", "@modelx.a": "",
		`\(a)`: `\(a)`, `\a`: "", `\(`: "", "YOUR_": "", "YOURS_A": "", "aYOUR_A": "", "é MY_A": "MY_A", "MY": "", "MYSELF": "", "CHANGE_A1": "CHANGE_A1",
		"tod": "", "todos": "", "tbd": "tbd", "tbd a/b": "", "changeme now": "changeme now", "change": "", "my_": "", "my-a": "", "my_a": "my_a",
		"my_" + long: "", "my_" + long[3:]: "my_" + long[3:],
		"goes-here": "", "a-goes-here": "a-goes-here", "a goes here": "a goes here", "agoes-here": "", "a-goes-there": "",
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

// Between some marks only words stand for a secret; what else stands there is one.
func TestStandsForSecret(t *testing.T) {
	for value, want := range map[string]bool{
		"": false, "abc": false, "${KEY}": true, "<s3cr~t>": true, "{a1}": true, "{Zq7Yw9Kx2Vb8Rt5U}": false, "<Zq7Yw9Kx2Vb8Rt5U>": false, "{Zq7Yw9Kx2Vb8Rt5}": true, "{Zq7Yw9KxaVbcRtdU}": true, "{1q7YwxKxaVbcRtdU}": true, "{Zq7.w9Kx2Vb8Rt5U}": true, "{Zq7.w9Kx2Vb8Rt5=}": false, "{Zq7 w9Kx2Vb8Rt5U}": true, "${Zq7Yw9Kx2Vb8Rt5U}": true, "{}": true, "****": true, "{user}:{password}": true,
		"*app key*": true, "*s3cret*": false, "_app_key_": true, "_s3cret_": false, "!KEY!": true, "!K3Y!": false, "[your key]": true, "[k3y]": false,
		"[parameters('k3y')]": true, "#KEY#": true, "#K3Y#": false, "__App-Key__": true, "__K3Y__": false, "@@KEY@@": true, "@KUSTO_KEY@": true, "@kustoKey@": true, "@Zebra@": false, "@ZQXJ@": false, "@@K3Y@@": false,
		"xxxx": true, "xxxxxxxxxxxxxxxxxxx": true, "xxxxxxxxxxxxxxxxxxxx": false, "xxxx-xxxx": true, "...": true, "…": true,
		"YOUR_KEY": true, "YOUR_KEY1": false, "your-app-key": true, "your.key": false, "MY_KEY": true, "MY_K3Y": false, "REPLACE_ME": true, "TODO": true, "TODO 1": false,
		"secret-goes-here": true, "k3y-goes-here": false, "*aaaaaaaaaaaaaaaaaaaa*": false, "*aaaaaaaaaaaaaaaaaaa*": true,
		"{'s3cret'}": false, "${'words'}": false, "{ 's3cret' }": false, "{'s3cret'!r}": false, "#{'s3cret'}": false, "{'s3cret':>10}": false, "{'{name}'}": true, "{{ 'path' | vault }}": true, "{f('x')}": true, "{'a'+b}": true,
		"abc!KEY!": false, "${KEY}x": false, "{8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11}": false,
		// a default is a secret, unless it is words or a placeholder again
		"${KEY:-}": true, "${KEY:-s3cr~t}": false, "${KEY:-none}": true, "${KEY:-${OTHER}}": true, "${KEY:-${OTHER:-s3cr~t}}": false, "${KEY-s3cr~t}": false, "${KEY:=s3cr~t}": false,
		"${KEY:s3cr~t}": false, "${app.key:changeit}": true, "${KEY:?no k3y}": true, "${env:KEY1}": true, "${env:KEY1:-s3cr~t}": false, "${app-key1}": true,
		`{{ .key | default "s3cr~t" }}`: false, `{{ .key | default "none" }}`: true, `{{ index . "k3y" }}`: true, `${coalesce(var.key, "s3cr~t")}`: false,
		`${lookup(var.keys, "k3y", "s3cr~t")}`: false, `${process.env.KEY ?? 's3cr~t'}`: false, `${{ secrets['k3y'] }}`: true, `${{ secrets.KEY || 's3cr~t' }}`: false,
	} {
		if got := StandsForSecret(value); got != want {
			t.Errorf("StandsForSecret(%q) = %v", value, got)
		}
	}
}

func TestDefaults(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                      nil,
		"${A:-https://x;Fed=true}":              {"https://x;Fed=true"},
		"a ${A-b;c} ${B:d;e}":                   {"b;c", "d;e"},
		"${kusto.cs:a=b}":                       {"a=b"},
		"${kusto-cs:a=b}":                       {"a=b"},
		"${A:-${B:-c;d}}":                       {"${B:-c;d}"},
		"${A:-{{ x }};b}":                       {"{{ x }};b"},
		"${A}":                                  nil,
		"${A:-}":                                nil,
		"${A:-b":                                nil,
		strings.Repeat("${", 100) + "\n${A:-b}": {"b"},
		"${env:A}":                              nil,
		`{{ .A | default "b;c" }}`:              {"b;c"},
		`{{ default "b;c" .A }}`:                {"b;c"},
		`{{ a | default('b;c') }}`:              {"b;c"},
		`${try(var.a, "b;c")}`:                  {"b;c"},
		`${{ coalesce(a.b, 'c;d') }}`:           {"c;d"},
		`$[coalesce(a['b'], 'c;d')]`:            {"c;d"},
		`#{systemProperties['a'] ?: 'b;c'}`:     {"b;c"},
		`<%= ENV.fetch("A", "b;c") %>`:          {"b;c"},
		`{{ index .A "b" }}`:                    nil,
	} {
		var got []string
		for _, in := range Defaults(text) {
			got = append(got, in.Slice(text))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("Defaults(%q) (-want +got)\n%s", text, d)
		}
	}
}

// Own patterns come before the table, and count in a secret's place as they are.
func TestOwnPatterns(t *testing.T) {
	set, err := New(`§\w+§`, `<K3Y;\d>`)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	const text = "a§b1§{c}<K3Y;1><d>"
	for _, span := range set.Find(text) {
		found = append(found, span.Slice(text))
	}
	if d := cmp.Diff([]string{"§b1§", "{c}", "<K3Y;1>", "<d>"}, found); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if !set.In("§b§") || In("§b§") || !set.Whole("§b§-{c}") || !set.StandsForSecret("§b1§") || set.StandsForSecret("§b1§x") {
		t.Error("an own pattern is no placeholder")
	}
}

func TestNewErrors(t *testing.T) {
	for pattern, want := range map[string]string{
		"(":                  "pattern 1 is no regular expression",
		"":                   "pattern 1 matches the empty text, and so everything",
		"a*":                 "pattern 1 matches the empty text, and so everything",
		".":                  "pattern 1 matches everything",
		".+":                 "pattern 1 matches everything",
		`\w+`:                "pattern 1 matches everything",
		"[a-z]":              "pattern 1 matches everything",
		"a^b":                "pattern 1 can match nothing",
		"a$b":                "pattern 1 can match nothing",
		`[^\x00-\x{10FFFF}]`: "pattern 1 can match nothing",
		"^a$":                "",
		"<K3Y>":              "",
		"(?m)^a":             "",
	} {
		_, err := New(pattern)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("New(%q): %q, want %q", pattern, got, want)
		}
	}
}

func TestBehindTemplate(t *testing.T) {
	for keyword, want := range map[string]string{
		"${a}{b}Fed": "Fed", "{% if x %} Fed ": "Fed", "<a>Fed": "Fed", "a{b}c": "c", "{b}": "", "%sFed": "Fed",
		"Fed": "-", "*a*Fed": "-", "****": "-", "_a_": "-", "[a]Fed": "-", "YOUR_KEY": "-", "": "-",
	} {
		got, ok := (*Set)(nil).BehindTemplate(keyword)
		if !ok {
			got = "-"
		}
		if got != want {
			t.Errorf("BehindTemplate(%q) = %q, want %q", keyword, got, want)
		}
	}
}

func TestFallback(t *testing.T) {
	for code, want := range map[string]string{
		`{os.getenv('K', 'a1')}`: "a1", `{os.environ.get("K", "a1")}`: "a1", `{c.get("K", "a1")}`: "", `${k ?? "a1"}`: "a1", `${k || 'a1'}`: "a1",
		`${System.getenv("K") ?: "a1"}`: "a1", `#{ENV.fetch('K', 'a1')}`: "a1", `{os.getenv("K") or "a1"}`: "a1", `{c["K"]}`: "", `{getenv("K")}`: "",
		`{f("a", "b")}`: "", `"`: "", `, "`: "", ``: "", `{x}`: "", `{nor "a1"}`: "", `{(k ?? "a1")}`: "a1",
		`${try(var.k,"a1")}`: "a1", `${coalesce(a, "a1")}`: "a1", `${lookup(var.m, "k", "a1")}`: "a1", `${var.k != "" ? var.k : "a1"}`: "a1",
		`{{ or .Values.k "a1" }}`: "a1", `{{ k | default('a1') }}`: "a1", `{{ k if k else "a1" }}`: "a1", `{cmp.Or(os.Getenv("K"), "a1")}`: "a1",
		`{or(x, "a1")}`: "", `${K:-a1}`: "a1", `${K-a1}`: "a1", `${K:=a1}`: "a1", `#{ENV.fetch("K") { "a1" }}`: "a1", `{k.unwrap_or("a1".into())}`: "a1",
		`{c.get("K", fallback="a1")}`: "a1", `{f("a", ("b"))}`: "", `{{ .Values.k | default (index .m "k1") }}`: "", `{x == "a1"}`: "", `{get(ENV, "K", "a1")}`: "a1",
		`(env ! "a1")`: "", `(env !? "a1")`: "", `[d objectForKey:@"a1"]`: "", `(if b then f "a1" else c)`: "", `(if f "a1" then b else c)`: "", `(if b then c else "a1")`: "a1",
		`(if b c "a1")`: "a1", `(try f "a1" with E -> "")`: "", `(try f "b" with E -> "a1")`: "a1", `{get(` + strings.Repeat("x", 300) + `ENV, "K", "a1")}`: "a1",
	} {
		if given, _ := Fallback(code); given.Slice(code) != want {
			got := given.Slice(code)
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

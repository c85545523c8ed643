package lint

import (
	"strings"
	"testing"

	"kustoconn/rule"
)

// A file is read whose escapes, or lines that go on, hide the words that strings
// are known by; one is not whose escapes hide nothing.
func TestMayHoldEscaped(t *testing.T) {
	far := strings.Repeat(" ", 200)
	for text, want := range map[string]bool{
		"": false, `\`: false, `\\`: false, "&": false,
		// lines that go on
		"https://c.kus\\\nto.windows.net;Fe\\\nd=true": true, "a\\\nb https://c.k\\\nus\\\nto.windows.net": true, "ku\\\n   sto": true,
		"a \\\n b": false, "wor\\\nd": false, "a\\\n b": false, "\\\na": false, "a\\\n": false, "Fe\\\n": false,
		// numbers of characters
		`\u006busto`: true, `k\U00000075sto`: true, `\x6b\x75\x73\x74\x6f`: true, `\u{6b}usto`: true, `\x{6b}usto`: true, `\153usto`: true,
		`\u006bust`: false, `\u0061\x61`: false, `\u016busto`: false,
		`&#107;usto`: true, `&#x6b;usto`: true, `&#x6B;&#117;sto`: true, `&#108;usto`: false,
		// the sign behind a keyword
		`Fed\u003dtrue`: true, `Fed\x3dtrue`: true, `Fed&#61;true`: true, `Fed&#x3D;true`: true, `a\u003db`: false, `\u003cFed\u003e`: false,
		`https:\/\/ade.loganalytics.io`: true, `https:\/\/contoso.example`: false,
		// signs and quotation marks of a shell
		`N'et'DefaultDB`: false, `=N'et'DefaultDB`: true, `='NetDefault'DB`: true, `=Net''DefaultDB`: true, `=Net"Default"$'DB'`: true, `'ku'"st"o`: true,
		`'Fed'=true`: true, `"Fed"=true`: true, `Application\ Key=x`: true, `Fed\=x`: true, `"Fed" =true`: false, `don't say ku't=`: false, `say "Fed"`: false,
		`Fe\d=true`: true, `F\ed=true`: true, `A\p\p K\ey=x`: true, `c.kus\to.windows.net`: true, `F\ed, b=c`: false, `a\nFed`: false, `wor\nd`: false, `C:\Users\d`: false,
		`ku'sto`: true, `ku'stom`: true, `ku'd`: false,
		// far apart
		`\u003d` + far + `Fed\u003dtrue`: true, `Fed` + far + `\u003dtrue`: false, far + `\u006busto` + far: true,
	} {
		if got := mayHoldEscaped(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// What the prefilter passes over holds nothing to report, however it is read.
func FuzzMayHold(f *testing.F) {
	names := []string{"a.json", "a.yaml", "a.xml", ".env", "a.properties", "a.md", "a.cs", "a.py", "a.sh", "a.html", "a.reg", "a.txt"}
	for i := range names {
		f.Add(i, "k: \"Data  \r\n   Source=https://c.\\u006busto.windows.net;Initial  \r\n   Catalog=it\\u003bFed=true\"")
		f.Add(i, "\"\\x41pplication Key\\u003da\" 'Fe\\\nd=&#116;' \"\\nAppKey=x\" `Applicaton Key=y`")
		f.Add(i, "\\u003a//ade.loganalytics.io x-withAad(Key, \"a\") kcsb[\"AppKey\"] = `K` ConnectionStringBuilder(\"Data Source=a\")")
		f.Add(i, "Application\n  Key='a';\\146ed\\75true&#x3b;Database = &quot;NetDefaultDB&quot; adx://a.b.c/d")
		f.Add(i, "export A='Data Source=localhost;Initial Catalog=N''etDefaultDB' B=x\\;'F'\"ed\"=true C=Application\\ Key=x")
		f.Add(i, "0;Database = &quotNetDefaultDB&quot;")
		f.Add(i, "kind: Secret\ndata:\n  a: |\n    RmVk\n    PXRydWU=\n  b: !!str QXBwS2V5PQ==\n--- {\"kind\": \"Secret\", \"data\": {\"a\": \"RmVkXHUwMDNk\\n\"}}")
	}
	l, err := newLinter(Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, name int, text string) {
		if mayHold(text) {
			return
		}
		found := l.readText(names[uint(name)%uint(len(names))], text)
		for _, s := range found.Strings {
			t.Errorf("%q in what is passed over", s.Masked)
		}
		for _, finding := range found.Findings {
			if finding.Diagnostic.Code != rule.UnreadableFile {
				t.Errorf("%s in what is passed over", &finding.Diagnostic)
			}
		}
	})
}

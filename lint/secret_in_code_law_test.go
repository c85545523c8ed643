package lint

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/report"
	"kustoconn/source"
)

// secretCall is a call of a language in which SECRET stands for a literal.
type secretCall struct {
	file     string
	text     string   // with SECRET where the literal stands
	literals []string // forms of a literal, with % where its text stands
	noise    []string // other code, a statement each
	comment  string   // what starts a comment
}

var secretCalls = []secretCall{
	{"a.cs", "var kcsb = new KustoConnectionStringBuilder(uri).WithAadApplicationKeyAuthentication(\"id\", SECRET, \"t\");",
		[]string{`"%"`, `@"%"`, `"""%"""`}, []string{`F("a", "b");`, `var x = $"{y}";`}, "//"},
	{"a.cs", "var kcsb = new KustoConnectionStringBuilder(uri) { InitialCatalog = \"d\", ApplicationKey = SECRET };",
		[]string{`"%"`, `@"%"`}, []string{`o.ApplicationName = "b";`}, "//"},
	{"a.py", "kcsb = KustoConnectionStringBuilder.with_aad_application_key_authentication(uri, authority_id='t', app_key=SECRET, aad_app_id='i')",
		[]string{`"%"`, `'%'`, `r"%"`, `"""%"""`}, []string{`f("a", b="c")`, `x = f"{y}"`}, "#"},
	{"a.ts", "const k = KustoConnectionStringBuilder.withAadApplicationKeyAuthentication(`https://${c}.kusto.windows.net`, 'id', SECRET, 't');",
		[]string{`"%"`, `'%'`, "`%`"}, []string{`f("a", "b");`, "const x = `${y}`;"}, "//"},
	{"A.java", "ConnectionStringBuilder k = ConnectionStringBuilder.createWithAadApplicationCredentials(uri, \"id\", SECRET, \"t\");",
		[]string{`"%"`}, []string{`f("a", "b");`}, "//"},
	{"a.kt", "val k = ConnectionStringBuilder.createWithAadApplicationCredentials(uri, \"id\", SECRET, \"t\")",
		[]string{`"%"`, `"""%"""`}, []string{`f("a", "b")`}, "//"},
	{"a.scala", "val k = ConnectionStringBuilder.createWithAadAccessTokenAuthentication(uri, SECRET)",
		[]string{`"%"`, `"""%"""`}, []string{`f("a", "b")`}, "//"},
	{"a.go", "kcsb := azkustodata.NewConnectionStringBuilder(uri).WithAadAppKey(\"id\", SECRET, \"t\")",
		[]string{`"%"`, "`%`"}, []string{`f("a", "b")`}, "//"},
	{"a.rs", "let k = azure_kusto_data::ConnectionString::with_application_auth(uri, \"id\".to_string(), SECRET.to_string(), \"t\");",
		[]string{`"%"`, `r"%"`, `r#"%"#`}, []string{`f("a", "b");`}, "//"},
	{"a.ps1", "$kcsb = $kcsb.WithAadApplicationKeyAuthentication($id, SECRET, $tenant)",
		[]string{`"%"`, `'%'`}, []string{`F "a" -B 'c'`}, "#"},
	{"a.fs", "let k = KustoConnectionStringBuilder(uri).WithAadApplicationKeyAuthentication(\"id\", SECRET, \"t\")",
		[]string{`"%"`, `"""%"""`, `@"%"`}, []string{`f "a" "b"`}, "//"},
	{"a.vb", "Dim k = New KustoConnectionStringBuilder(uri).WithAadApplicationKeyAuthentication(\"id\", SECRET, \"t\")",
		[]string{`"%"`}, []string{`F("a", "b")`}, "'"},
}

// TestSecretsInRandomCalls holds that a random secret in a call of each language is
// found where it stands, to the byte, and that no report prints any part of it.
func TestSecretsInRandomCalls(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		call := rapid.SampledFrom(secretCalls).Draw(t, "call")
		secret := "q7" + rapid.StringMatching(`[A-Za-z0-9~._-]{6,40}`).Draw(t, "secret") + "Zx9"
		literal := rapid.SampledFrom(call.literals).Draw(t, "literal")
		var text strings.Builder
		line := func() {
			for range rapid.IntRange(0, 3).Draw(t, "lines") {
				text.WriteString(rapid.SampledFrom(append(call.noise, "", call.comment+" \"note\"")).Draw(t, "line") + "\n")
			}
		}
		line()
		before, after, _ := strings.Cut(call.text, "SECRET")
		text.WriteString(before + literal[:strings.Index(literal, "%")])
		want := source.Span{Start: text.Len(), End: text.Len() + len(secret)}
		text.WriteString(secret + literal[strings.Index(literal, "%")+1:] + after + "\n")
		line()
		f, err := Text(call.file, text.String(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Findings) != 1 || f.Findings[0].Diagnostic.Span != want {
			t.Fatalf("%+v, want one at %s\n%s", f.Findings, want, text.String())
		}
		file := report.NewFile(f.Path, f.Text(), f.Index())
		found := &f.Findings[0]
		for _, name := range report.FormatNames() {
			format, err := report.ParseFormat(name)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := report.Write(&out, format, []report.Finding{{File: file, Diagnostic: found.Diagnostic, InString: found.InString}}, report.Options{}); err != nil {
				t.Fatal(err)
			}
			const fragment = 7 // bytes: shorter ones stand in reports by chance
			for at := 0; at+fragment <= len(secret); at++ {
				if strings.Contains(out.String(), secret[at:at+fragment]) && !strings.Contains(call.text, secret[at:at+fragment]) {
					t.Fatalf("%v prints %q of the secret:\n%s", format, secret[at:at+fragment], out.String())
				}
			}
		}
	})
}

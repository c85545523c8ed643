package lint

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/source"
)

// secretsAt returns where KCS504 is reported in a text. Such a finding has no string
// to show.
func secretsAt(t *testing.T, name, text string) (at []source.Span) {
	t.Helper()
	f, err := Text(name, text, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range f.Findings {
		if d := &finding.Diagnostic; d.Code == rule.SecretInCode {
			if d.Severity != diag.Error || finding.String >= 0 || len(d.Edits) > 0 {
				t.Errorf("%s: the finding is %+v", name, finding)
			}
			at = append(at, d.Span)
		}
	}
	return at
}

// unmarked returns a text without the marks « and », and what they enclose.
func unmarked(marked string) (text string, spans []source.Span) {
	var b strings.Builder
	for _, part := range strings.SplitAfter(marked, "»") {
		before, inside, found := strings.Cut(part, "«")
		b.WriteString(before)
		if found {
			start := b.Len()
			b.WriteString(strings.TrimSuffix(inside, "»"))
			spans = append(spans, source.Span{Start: start, End: b.Len()})
		}
	}
	return b.String(), spans
}

// checkSecrets holds that KCS504 is reported at the marks of a text, and nowhere
// else.
func checkSecrets(t *testing.T, name, marked string) {
	t.Helper()
	text, want := unmarked(marked)
	got := secretsAt(t, name, text)
	for _, s := range got {
		if !slices.Contains(want, s) {
			t.Errorf("%s: reported at %s: %q", name, s, s.Slice(text))
		}
	}
	for _, s := range want {
		if !slices.Contains(got, s) {
			t.Errorf("%s: not reported: %q", name, s.Slice(text))
		}
	}
}

// TestSecretsInPrograms holds the rule to a program of each language, in which the
// secrets are marked: arguments by place and by name, members, initialisers,
// constants, fallbacks; and what is none.
func TestSecretsInPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/secrets/*")
	if err != nil || len(files) < 11 {
		t.Fatalf("%d programs (%v)", len(files), err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		checkSecrets(t, strings.TrimSuffix(path, ".txt"), string(data))
	}
}

const pythonCall = "KustoConnectionStringBuilder.with_aad_application_key_authentication"

func TestSecretsInCode(t *testing.T) {
	for _, row := range []struct{ name, text string }{
		// Containers.
		{"a.md", "Text\n\n```python\nk = " + pythonCall + "(uri, 'id', '«inv3nted»', 't')\n```\n"},
		{"a.md", "Text\n\n```csharp\nkcsb.WithAadApplicationKeyAuthentication(\"id\", \"«inv3nted»\", \"t\");\n```\n"},
		{"a.ipynb", `{"cells": [{"cell_type": "code", "source": ["k = ` + pythonCall + `(\n", "  uri, \"id\", \"«inv3nted»\", tenant)\n"]}], "metadata": {"language_info": {"name": "python"}}}`},
		{"a.cshtml", "@{\n  var k = new KustoConnectionStringBuilder(uri).WithAadApplicationKeyAuthentication(\"id\", \"«inv3nted»\", \"t\");\n}\n<p>x</p>\n"},
		{"a.py", "# k = " + pythonCall + "(uri, 'id', '«inv3nted»', 't')\n"},
		{"a.cs", "/* var k = b.WithAadApplicationKeyAuthentication(\"id\", \"«inv3nted»\", \"t\"); */\n"},
		// Literals.
		{"a.cs", `kcsb.ApplicationKey = """«inv3nted»""";`},
		{"a.cs", "kcsb.ApplicationKey = \"«inv\\u0033nted»\";"},
		{"a.cs", "kcsb.ApplicationKey = $\"«inv3nted{x}»\";"},
		{"a.py", "kcsb = " + pythonCall + "(uri, 'id', '«inv3nted=;AppId=x»', 't')\n"},
		{"a.go", "package a\nvar k = b.WithAadAppKey(\"id\", strings.Join([]string{\"«inv\", \"3nted»\"}, \"-\"), \"t\")\n"},
		{"a.cs", "kcsb.WithAadApplicationKeyAuthentication(\"id\", string.Concat(\"«inv\", \"3nted»\"), \"t\");"},
		// Places of calls.
		{"a.py", "k = " + pythonCall + "(uri, 'id', key, 'tenant')\nprint('id')\n"},
		{"a.py", "class C:\n    app_key: 'Optional[str]' = None\n    def f(self):\n        return " + pythonCall + "(uri, 'id', self.app_key, 't')\n"},
		{"a.py", "app_key: 'Optional[str]' = '«inv3nted»'\nk = " + pythonCall + "(uri, 'id', app_key, 't')\n"},
		{"a.cs", "var c = new Client(new KustoConnectionStringBuilder(F(1, \"x\")).WithAadApplicationKeyAuthentication(G(\"a\", \"b\"), \"«inv3nted»\", \"t\"));"},
		{"a.ts", "const c = new Client(KustoConnectionStringBuilder.withAadApplicationCertificateAuthentication(uri, 'id', `«-----BEGIN PRIVATE KEY-----\ninv3nted»`));"},
		{"a.cs", "kcsb.WithAadUserTokenAuthentication(\"«inv3nted»\").ToString(\"x\");"},
		{"a.cs", "kcsb.WithDstsUserTokenAuthentication(\"«inv3nted»\");"},
		{"a.cs", "kcsb.WithAadApplicationKeyAuthentication(\"id\", mode == \"prod\" ? key : other, \"t\");"},
		{"a.cs", "kcsb.WithAadApplicationKeyAuthentication(\"id\", prod ? \"«inv3nted»\" : other, \"t\");"},
		{"a.py", "k = " + pythonCall + "(uri, 'id', vault.get_secret('name').value, 't')\n"},
		{"a.py", "k = " + pythonCall + "(uri, 'id', os.environ['APP_KEY'], 't')\n"},
		{"a.rs", "use azure_kusto_data::prelude::*;\nlet k = ConnectionString::with_token_auth(uri, &\"«inv3nted»\".to_string());"},
		// Members.
		{"a.ts", "const opts = { applicationKey: 'inv3nted' };\nconst kcsb = new KustoConnectionStringBuilder(uri);\n"},
		{"a.py", "kcsb.password = '«inv3nted»'\nother.password = 'inv3nted'\n"},
		{"a.cs", "void F(KustoConnectionStringBuilder b, Options o) { b.UserToken = \"«inv3nted»\"; o.UserToken = \"inv3nted\"; }"},
		{"a.kt", "fun f(b: ConnectionStringBuilder) { b.applicationKey = \"«inv3nted»\" }"},
		{"a.py", "kw = dict(aad_app_id='i', app_key='«inv3nted»')\nother = {'app_key': 'inv3nted'}\nk = " + pythonCall + "(uri, **kw)\n"},
		{"a.py", "kw = {\n  'aad_app_id': 'i',\n  'app_key': '«inv3nted»',\n}\nk = " + pythonCall + "(connection_string=uri, **kw)\n"},
		{"a.js", "const { KustoConnectionStringBuilder: K } = require('azure-kusto-data');\nK.withAccessToken(uri, '«inv3nted»');\n"},
		// Another library's.
		{"a.cs", "// Kusto\nvar o = new DatadogOptions { ApplicationKey = \"inv3nted\" }; o.ApplicationKey = \"inv3nted\";"},
		{"a.py", "# kusto\nclient = Http().with_token_auth(uri, 'inv3nted')\n"},
		{"a.java", "// Kusto\nclass A { void f() { http.setPassword(\"inv3nted\"); } }"},
		// What stands for a secret, or is empty.
		{"a.cs", "kcsb.ApplicationKey = \"\"; kcsb.ApplicationKey = \"<key>\"; kcsb.ApplicationKey = \"YOUR_KEY\"; kcsb.ApplicationKey = \"****\";"},
		{"a.cs", "kcsb.ApplicationKey = $\"{key}\"; kcsb.ApplicationKey = \"${KEY}\"; kcsb.ApplicationKey = Key;"},
		// Constants.
		{"a.ipynb", `{"cells": [{"cell_type": "code", "source": ["key = '«inv3nted»'\n"]}, {"cell_type": "code", "source": "k = ` + pythonCall +
			`(uri, 'id', key, 't')\n"}], "metadata": {"language_info": {"name": "python"}}}`},
		{"a.md", "```python\nkey = '«inv3nted»'\n```\nthen\n```python\nk = " + pythonCall + "(uri, 'id', key, 't')\n```\n"},
		{"a.cs", "class A {\n  const string K = \"«inv3nted»\";\n  void F() { kcsb.ApplicationKey = K; }\n}"},
		{"a.py", "def f():\n    key = 'inv3nted'\n\ndef g(key):\n    return " + pythonCall + "(uri, 'id', key, 't')\n"},
		{"a.js", "const config = {\n  appKey: '«inv3nted»',\n};\nB.withAadApplicationKeyAuthentication(uri, 'id', config.appKey, 't');\n"},
		{"a.py", "key = 'first'\nkey = '«second»'\nk = " + pythonCall + "(uri, 'id', key, 't')\nkey = 'third'\n"},
	} {
		checkSecrets(t, row.name, row.text)
	}
}

// TestSecretInCodeSuppressed holds that a comment suppresses the rule, and that a
// baseline knows its findings.
func TestSecretInCodeSuppressed(t *testing.T) {
	f, err := Text("a.py", "# kustoconn:ignore KCS504 -- of a test\nkcsb = "+pythonCall+"(uri, 'id', 'inv3nted', 't')\n", Options{})
	if err != nil || len(f.Findings) > 0 {
		t.Errorf("%v: %+v", err, f.Findings)
	}
}

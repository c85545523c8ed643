package lint

import (
	"strconv"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
	"kustoconn/internal/fixtures"
	"kustoconn/internal/recognize"
	"kustoconn/source"
)

// container is a file around one string; write returns how the string is
// written there, ok is false where it cannot be.
type container struct {
	path, before, after string
	write               func(s string) (written string, ok bool)
}

func asIs(s string) (string, bool) { return s, true }

func without(chars string) func(string) (string, bool) {
	return func(s string) (string, bool) { return s, !strings.ContainsAny(s, chars) }
}

func quoted(s string) (string, bool) {
	q := strconv.Quote(s)
	return q[1 : len(q)-1], true
}

func equalsEscaped(s string) (string, bool) {
	q, _ := quoted(s)
	return strings.ReplaceAll(q, "=", `\u003d`), true
}

func xmlEscaped(s string) (string, bool) {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "=", "&#61;").Replace(s), true
}

var containers = []container{
	{"appsettings.json", `{"é😀": {"Kusto": "`, `"}}`, quoted},
	{"local.settings.json", `{"Values": ["`, `"]}`, equalsEscaped},
	{"a.yaml", "😀: \"", "\" # c\n", quoted},
	{"a.yml", "a:\r\n- b: |-\r\n    ", "\r\nc: d\r\n", without("\n")},
	{"a.toml", "[a]\nb = \"", "\"\n", quoted},
	{"nlog.config", `<nlog><target connectionString="`, `"/></nlog>`, xmlEscaped},
	{".env", "é=\"", "\"\n", without("\"\\$`")},
	{"a.ini", "[s]\nb = ", "\n", without("\"'")},
	{"a.properties", "b=", "\n", without("\\")},
	{"a.md", "# 😀\n\n`", "`\n", without("`")},
	{"b.md", "```\n", "\n```\n", asIs},
	{"c.md", "- x\n\n  ```csharp\n  var s = \"", "\";\n  ```\n", quoted},
	{"main.go", "package a\n\nvar s = \"", "\"\n", quoted},
	{"raw.go", "package a\n\nvar s = `", "`\n", without("`")},
	{"a.cs", "/* 😀 */ var s = @\"", "\";\n", without("\"")},
	{"a.py", "s = r'", "'\n", without("'\\")},
	{"a.ts", "const s = '", "';\n", without("'\\")},
	{"A.java", "String s = \"", "\";\n", without("\"\\")},
	{"a.rs", "let s = r#\"", "\"#;\n", asIs},
	{"a.sh", "s='", "'\n", without("'")},
	{"a.ps1", "$s = '", "'\n", without("'")},
	{"main.tf", "a {\n  b = \"", "\"\n}\n", without("\"\\$%")},
	{"a.sql", "select '", "'\n", without("'")},
}

// TestCorpusInFiles holds that the strings from public files which are
// connection strings are found in each format, at the exact place.
func TestCorpusInFiles(t *testing.T) {
	exhaust.Long(t)
	texts := fixtures.Strings(t)
	for _, c := range containers {
		t.Run(c.path, func(t *testing.T) {
			held := 0
			for _, s := range texts {
				all := recognize.Find(s, recognize.Context{Whole: true})
				written, ok := c.write(s)
				// In running text a string does not start with a semicolon.
				if !ok || strings.HasPrefix(s, ";") || len(all) != 1 || all[0].Span.Len() != len(s) {
					continue
				}
				held++
				f, err := Text(c.path, c.before+written+c.after, Options{})
				if err != nil {
					t.Fatal(err)
				}
				want := source.Span{Start: len(c.before), End: len(c.before) + len(written)}
				if len(f.Strings) != 1 || f.Strings[0].Span != want || f.Strings[0].text() != s {
					t.Errorf("%q: found %v, want one at %s", s, f.Strings, want)
				}
			}
			if held < 40 {
				t.Errorf("only %d strings could be written", held)
			}
		})
	}
}

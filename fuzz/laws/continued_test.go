package laws

import (
	"encoding/json"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
	"kustoconn/internal/fixtures"
	"kustoconn/lint"
)

// segments are what small literals are made of: those that rules with safe fixes
// speak of, and what they may be mistaken for.
var segments = []string{
	"Fed=true", "Fed=", "fed=false", "Initial Catalog=", "Database=x", "Data Source=https://c.kusto.windows.net/Db",
	"AppKey=   k", "UserToken=", "Accept=true", "Foo=", "", "x y",
}

// Every small literal keeps its meaning whatever a program joins to it.
func TestSmallLiteralsContinued(t *testing.T) {
	most := exhaust.Length(t, 2, 3)
	for _, join := range joins {
		for text := range exhaust.Texts(withSemicolons(segments), most) {
			checkContinued(t, join, "https://help.kusto.windows.net/Db"+text)
			if strings.HasPrefix(text, ";Data Source") {
				checkContinued(t, join, text[1:])
			}
		}
	}
}

func withSemicolons(segments []string) (all []string) {
	for _, s := range segments {
		all = append(all, ";"+s)
	}
	return all
}

// The law is about something: closed, such literals are fixed.
func TestClosedLiteralsAreFixed(t *testing.T) {
	for name, code := range map[string]string{
		"a.cs": "var cs = \"§\";\n", "a.py": "cs = '§'\n", "a.json": "{\"cs\": \"§\"}\n", "a.sh": "CS='§'\n", "a.R": "cs <- \"§\"\n",
		"a.go": "package a\n\nfunc f() string { return \"§\" }\n", "a.js": "const c = {cs: \"§\"};\n", "a.tf": "cs = \"§\"\n",
		"a.java": "class A { Object c = new ConnectionStringBuilder(\"§\"); }\n", "a.vb": "Dim cs = \"§\"\n", "a.yaml": "cs: §\n",
	} {
		content := strings.Replace(code, "§", "https://help.kusto.windows.net/Db;Fed=true;Accept=true;Accept=true", 1)
		linted := lintedText(t, name, content)
		if len(safeEdits(linted)) == 0 {
			t.Errorf("%s: %q has no safe fix: %v", name, content, linted.Findings)
		}
	}
}

func lintedText(t *testing.T, name, content string) *lint.File {
	t.Helper()
	linted, err := lint.Text(name, content, lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return linted
}

// The files of the cases, with what a fix is offered for in them.
func TestReadsAsBefore(t *testing.T) {
	for _, name := range []string{"languages", "wild"} {
		for _, c := range fixtures.Cases(t, name) {
			var input struct{ File, Content string }
			if err := json.Unmarshal(c.Input, &input); err != nil {
				t.Fatal(err)
			}
			checkReadsAsBefore(t, input.File, input.Content)
		}
	}
	for _, join := range joins {
		for _, text := range []string{";Fed=yes", ";Accept=true;Accept=true", ";Application Name for Tracing=a\"b", "/x y;Fed=true"} {
			checkReadsAsBefore(t, join.File, strings.Replace(join.Code, "§", "https://help.kusto.windows.net"+text, 1))
		}
	}
}

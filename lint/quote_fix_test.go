package lint

import (
	"strings"
	"testing"

	"kustoconn/rule"
)

// The fix of a value with a quotation mark in it is offered wherever the format can
// hold it, § being what is written there.
func TestQuotesAreOffered(t *testing.T) {
	const start = "https://help.kusto.windows.net;Fed=true;Database="
	for _, row := range []struct{ path, text, value, fixed string }{
		{"a.kt", "val c = \"\"\"§\"\"\"\n", "it's", `"it's"`},
		{"a.kt", "val c = $$\"§\"\n", "it's", `\"it's\"`},
		{"a.bat", "set \"X=§\"\r\n", "it's", `"it's"`},
		{"a.yml", "script: kusto '§'\n", `a"b`, `"a""b"`},
		{"a.yml", "run: |\n  kusto '§'\n", `a"b`, `"a""b"`},
		{"a.sh", "kusto '§'\n", `a"b`, `"a""b"`},
		{"a.ex", "a = ~S(§)\n", "it's", `"it's"`},
		{"a.cshtml", "<script>\nvar c = \"§\";\n</script>\n", "it's", `\"it's\"`},
	} {
		f, err := Text(row.path, strings.Replace(row.text, "§", start+row.value, 1), Options{})
		if err != nil {
			t.Fatal(err)
		}
		fixed := ""
		for i := range f.Findings {
			if f.Findings[i].Diagnostic.Code == rule.QuoteInBareValue {
				fixed, _ = f.withFixes([]*Finding{&f.Findings[i]})
			}
		}
		if want := strings.Replace(row.text, "§", start+row.fixed, 1); fixed != want {
			t.Errorf("%s: %q, want %q", row.path, fixed, want)
		}
	}
}

// HTML has more entities than XML.
func TestEntitiesOfHTML(t *testing.T) {
	f, err := Text("a.html", "<p>https://help.kusto.windows.net&semi;Fed&equals;true&semi;Database=x</p>\n", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Strings) != 1 || f.Strings[0].Masked != "https://help.kusto.windows.net;Fed=true;Database=x" {
		t.Errorf("%v", f.Strings)
	}
}

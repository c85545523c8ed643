package lint

import (
	"strings"
	"testing"
)

// A suppression counts in the comments of every language and format, § standing for
// the directive and ¤ for a string with a secret. Between the comment and what it is
// about a document has blank lines and what opens a block.
func TestSuppressionSyntaxes(t *testing.T) {
	const text = "https://help.kusto.windows.net;AppKey=Zq7r2kLm9Xw4Tt8Bv"
	const directive = "kustoconn:ignore KCS5, KCS3 : r"
	for _, row := range []struct{ path, text string }{
		{"a.vim", "\" §\nlet g:c = \"¤\"\n"},
		{"a.vim", "let g:c = \"¤\" \" §\n"},
		{"a.cbl", "      *> §\n       MOVE \"¤\" TO C.\n"},
		{"a.cbl", "      * §\n       MOVE \"¤\" TO C.\n"},
		{"a.csv", "# §\nname,¤\n"},
		{"a.csv", "name,cs\n# §\nk,\"¤\"\n"},
		{"a.pug", "//- §\np ¤\n"},
		{"a.md", "<!-- § -->\n\n`¤`\n"},
		{"a.md", "<!-- § -->\n\n\n```\n¤\n```\n"},
		{"a.md", "[//]: # (§)\n\n¤\n"},
		{"a.md", "- a\n  <!-- § -->\n\n  ```json\n  {\"c\": \"¤\"}\n  ```\n"},
		{"a.rst", ".. §\n\n``¤``\n"},
		{"a.rst", ".. §\n\n.. code-block:: text\n   :linenos:\n\n   ¤\n"},
		{"a.rst", "Text\n\n.. §\n\n::\n\n   ¤\n"},
		{"a.adoc", "// §\n\n`¤`\n"},
		{"a.adoc", "// §\n[source,text]\n----\n¤\n----\n"},
		{"a.html", "<!-- § -->\n\n<p>¤</p>\n"},
		{"a.ini", "[a]\nc=¤ ; §\n"},
		{"a.conf", "server {\n  # §\n  set $c \"¤\";\n}\n"},
	} {
		f, err := Text(row.path, strings.NewReplacer("§", directive, "¤", text).Replace(row.text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Strings) != 1 {
			t.Errorf("%s: %d strings in %s", row.path, len(f.Strings), row.text)
		}
		for _, finding := range f.Findings {
			t.Errorf("%s: %v of %s", row.path, finding.Diagnostic.Code, row.text)
		}
	}
	// Not over another paragraph, in data, or from a text.
	for _, row := range []struct{ path, text string }{
		{"a.md", "<!-- § -->\n\nSome words.\n\n`¤`\n"},
		{"a.yaml", "# §\n\nc: ¤\n"},
		{"a.txt", "say \"§\"\n¤\n"},
		{"a.csv", "a,# §\nk,\"¤\"\n"},
	} {
		f, err := Text(row.path, strings.NewReplacer("§", directive, "¤", text).Replace(row.text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if findings := len(f.Findings); findings < 2 {
			t.Errorf("%s: suppressed in %s", row.path, row.text)
		}
	}
}

package oracles

import (
	"slices"
	"testing"

	"kustoconn/lint"
)

// regressions are the smallest texts on which lint once read otherwise than the
// oracles, who are right.
var regressions = []struct{ what, name, text, oracle string }{
	{
		"a joined line behind the start of a here-document is the command's, not the document's", "a.sh",
		"cat <<'E'\\\n | tool 'https://c.kusto.windows.net;'Fed=true\nE\n", "https://c.kusto.windows.net;Fed=true",
	},
	{
		"a command in a here-document has words", "a.sh",
		"cat <<E\n$(tool 'https://c.kusto.windows.net;'Fed=true)\nE\n", "https://c.kusto.windows.net;Fed=true",
	},
	{
		"a command in backquotes has words of its own where a word goes on behind it", "a.sh",
		"`tool 'https://c.kusto.windows.net;Fed=true'`'https://d.kusto.windows.net;Fed=true'\n", "https://c.kusto.windows.net;Fed=true",
	},
	{
		"a line's leading blanks are no part of a code span", "a.md",
		"`Data\n Source=https://c.kusto.windows.net;Fed=true`\n", "Data Source=https://c.kusto.windows.net;Fed=true",
	},
	{
		"what behind a code span may be emphasis is no part of the span", "a.md",
		"**`https://c.kusto.windows.net;Database=[a ]`*\t*\n", "https://c.kusto.windows.net;Database=[a ]",
	},
	{
		"a mapping may have an empty key", "a.yaml",
		"a: \"\\u0068ttps://c.kusto.windows.net;Fed=true\"\n: b\n", "https://c.kusto.windows.net;Fed=true",
	},
}

func TestRegressions(t *testing.T) {
	for _, r := range regressions {
		f, err := lint.Text(r.name, r.text, lint.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(f.Strings, func(s lint.String) bool { return s.Unescaped() == r.oracle }) {
			t.Errorf("%s: lint does not find %s", r.what, r.oracle)
		}
	}
}

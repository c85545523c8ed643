package lint_test

import (
	"testing"

	"kustoconn/lint"
)

// A call of what stands in brackets behind a keyword has no name before it.
func TestCallBehindKeyword(t *testing.T) {
	for _, text := range []string{"x=new(s(e,e))(e) // kusto", "x = new (kusto(e))(\"https://c.kusto.windows.net\")"} {
		if _, err := lint.Text("a.js", text, lint.Options{}); err != nil {
			t.Error(err)
		}
	}
}

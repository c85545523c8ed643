package recognize_test

import (
	"testing"

	"kustoconn/internal/recognize"
)

// A log line names a server beside fields of its own; what begins a statement of a
// language is no part of a misspelt keyword.
func TestLogLines(t *testing.T) {
	for _, text := range []string{
		"url=https://help.kusto.windows.net;db=Samples;user=me;elapsed=3ms",
		"ts=1 endpoint=https://help.kusto.windows.net;database=Samples;user=me;took=3ms",
		"url=«https://help.kusto.windows.net;Database=Samples;User ID=me»",
		"cs=«https://help.kusto.windows.net;db=Samples;user=me;elapsed=3ms»",
		"url=«https://help.kusto.windows.net;db=Samples;Fed=true;elapsed=3ms»",
		"let application = dynamic([1]); let model = dynamic([2])",
		"extend application = x",
		"Ent Application Key=x1y2", "Ent «AAD Federated Security=true»",
	} {
		check(t, text, recognize.Context{})
	}
	checkWhole(t, "",
		"cluster=help.kusto.windows.net user=me@contoso.com",
		"«cluster=help.kusto.windows.net;user=me@contoso.com»",
		"«Data Source=help.kusto.windows.net user=me@contoso.com»",
		"«cluster=help.kusto.windows.net Fed=true»",
		"let application = x",
	)
}

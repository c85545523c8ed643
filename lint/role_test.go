package lint_test

import (
	"testing"

	"kustoconn/diag"
	"kustoconn/lint"
	"kustoconn/rule"
)

// TestRoleOfAKey holds that a tool's key says what its endpoint is for: the host
// for queries in the key for ingestion is a warning.
func TestRoleOfAKey(t *testing.T) {
	for host, want := range map[string]bool{
		"https://c.kusto.windows.net":        true,
		"https://ingest-c.kusto.windows.net": false,
		"https://c.example.com":              false,
		"http://localhost:8080":              false,
	} {
		f, err := lint.Text("kafka.properties", "connector.class=com.microsoft.azure.kusto.kafka.connect.sink.KustoSinkConnector\n"+
			"kusto.ingestion.url="+host+"\naad.auth.strategy=WORKLOAD_IDENTITY\n", lint.Options{})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, finding := range f.Findings {
			d := finding.Diagnostic
			if d.Code == rule.IngestEndpoint {
				found = true
				if d.Severity != diag.Warning || f.Text()[d.Span.Start:d.Span.End] != "kusto.ingestion.url" {
					t.Errorf("%s: %v", host, d)
				}
			}
		}
		if found != want || len(f.Strings) != 1 {
			t.Errorf("%s: reported %v, %d strings", host, found, len(f.Strings))
		}
	}
}

package lint

import (
	"slices"
	"testing"

	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/source"
)

// TestRoleOfACall holds that a call says what the endpoint of its argument is for, also
// through a builder in the same expression: at the marks the host is for the other.
func TestRoleOfACall(t *testing.T) {
	for name, marked := range map[string]string{
		"a.py": `
c = QueuedIngestClient("https://«help.kusto.windows.net»;Fed=true")
c = QueuedIngestClient("https://«help.kusto.windows.net»")
c = QueuedIngestClient("https://ingest-help.kusto.windows.net")
c = QueuedIngestClient(KustoConnectionStringBuilder.with_aad_application_key_authentication("https://«help.kusto.windows.net»", "a", key, "t"))
c = ManagedStreamingIngestClient("https://«ingest-»help.kusto.windows.net", "https://«help.kusto.windows.net»")
c = ManagedStreamingIngestClient(dm_kcsb="https://«help.kusto.windows.net»", engine_kcsb="https://help.kusto.windows.net")
c = KustoClient(KustoConnectionStringBuilder("https://«ingest-»help.kusto.windows.net"))
c = KustoClient(other("https://ingest-help.kusto.windows.net;Fed=true"))
c = QueuedIngestClient(f"https://{cluster}.kusto.windows.net;Fed=true")
c = QueuedIngestClient("https://" + cluster + ".kusto.windows.net;Fed=true")
c = QueuedIngestClient("https://<cluster>.kusto.windows.net")
c = QueuedIngestClient("https://example.com")
c = QueuedIngestClient("http://localhost:8080")`,
		"a.go": `package a
var a, _ = azkustoingest.New(azkustodata.NewConnectionStringBuilder("https://«help.kusto.windows.net»").WithAzCli(), azkustoingest.WithDefaultDatabase("d"))
var b, _ = azkustodata.New(azkustodata.NewConnectionStringBuilder("https://«ingest-»help.kusto.windows.net;Fed=true"))
var c, _ = azkustoingest.NewStreaming(azkustodata.NewConnectionStringBuilder("https://help.kusto.windows.net"))
var d = errors.New("https://ingest-help.kusto.windows.net;Fed=true")`,
		"a.cs": `
var a = KustoIngestFactory.CreateQueuedIngestClient(new KustoConnectionStringBuilder("https://«help.kusto.windows.net»").WithAadUserPromptAuthentication("x"));
var b = KustoIngestFactory.CreateManagedStreamingIngestClient(new KustoConnectionStringBuilder("https://ingest-help.kusto.windows.net"));
var c = KustoIngestFactory.CreateManagedStreamingIngestClient(
	engineKcsb: new KustoConnectionStringBuilder("https://«ingest-»help.kusto.windows.net"),
	dmKcsb: new KustoConnectionStringBuilder("https://«help.kusto.windows.net»") { FederatedSecurity = true });
using (var q = KustoClientFactory.CreateCslQueryProvider("https://«ingest-»help.kusto.windows.net/Samples;Fed=true")) {}
var d = KustoClientFactory.CreateCslAdminProvider("https://ingest-help.kusto.windows.net/Samples;Fed=true");`,
		"a.kt": `
val a = IngestClientFactory.createClient(ConnectionStringBuilder.createWithUserPrompt("https://«help.kusto.windows.net»"))
val b = ClientFactory.createClient(ConnectionStringBuilder("https://«ingest-»help.kusto.windows.net;Fed=true"))
val c = Other.createClient(ConnectionStringBuilder("https://ingest-help.kusto.windows.net;Fed=true"))
val d = QueuedIngestClientBuilder.create("https://«help.kusto.windows.net»")`,
		"a.ts": "const a = new IngestClient(KustoConnectionStringBuilder.withUserPrompt(`https://«help.kusto.windows.net»`), {});\n" +
			`const b = new ManagedStreamingIngestClient("https://«ingest-»help.kusto.windows.net;Fed=true", "https://ingest-help.kusto.windows.net");`,
		"a.rs": `
let a = QueuedIngestClient::new(KustoClient::new(ConnectionString::with_managed_identity_auth("https://«help.kusto.windows.net»", None), o)?);
let b = QueuedIngestClient::new(KustoClient::new(ConnectionString::with_managed_identity_auth("https://ingest-help.kusto.windows.net", None), o)?);
let c = KustoClient::new(ConnectionString::with_managed_identity_auth("https://«ingest-»help.kusto.windows.net".to_string(), None), o)?;`,
		"a.md": "```python\nc = QueuedIngestClient(\"https://«help.kusto.windows.net»\")\n```\n",
		"a.rb": `c = QueuedIngestClient("https://help.kusto.windows.net;Fed=true")`,
	} {
		text, want := unmarked(marked)
		f, err := Text(name, text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []source.Span
		for i := range f.Findings {
			if d := &f.Findings[i].Diagnostic; d.Code == rule.IngestEndpoint && d.Severity == diag.Warning {
				got = append(got, d.Span)
				if len(d.Edits) != 1 || d.Edits[0].Safe {
					t.Errorf("%s: %s has the edits %v", name, d.Span, d.Edits)
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: reported at %v, want %v", name, got, want)
		}
		result, _ := lintFile(t, name, []byte(text), Options{Fix: AllFixes})
		for _, left := range result.Files[0].Findings {
			if left.Diagnostic.Code == rule.IngestEndpoint && left.Diagnostic.Severity == diag.Warning {
				t.Errorf("%s: the fix leaves %s", name, left.Diagnostic.Span)
			}
		}
	}
}

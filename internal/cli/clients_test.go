package cli

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/clientpage"
	"kustoconn/internal/golden"
)

func TestClients(t *testing.T) {
	const documented = "https://help.kusto.windows.net/Samples; Fed=true; Accept=true"
	const keyed = "Server=https://help.kusto.windows.net;Fed=TRUE;AppClientId=f6f295b1-0ce0-41f1-bba3-735accac0c69;" +
		`AppKey="invented==";TenantId=contoso.com;User Token=other`
	const path = `https://help.kusto.windows.net/Samples;Fed=true;UID="me"`
	golden.Compare(t, "testdata/clients-documented.txt", run(t, documented, "clients", "-"))
	golden.Compare(t, "testdata/clients-keyed.txt", run(t, keyed, "clients", "-"))
	golden.Compare(t, "testdata/clients-path.txt", run(t, path, "clients", "-"))
	golden.Compare(t, "testdata/clients-path.json", run(t, path, "clients", "--format", "json", "-"))
	golden.Compare(t, "testdata/clients-matrix.txt", run(t, "", "clients", "--matrix"))
	if got := run(t, "", "clients", "--matrix", "--format", "markdown"); got != clientpage.Markdown() {
		t.Errorf("the markdown is not that of the documentation: %s", got)
	}
}

func TestClientMatrixJSON(t *testing.T) {
	var got matrixJSONRead
	if err := json.Unmarshal([]byte(run(t, "", "clients", "--matrix", "--format", "json")), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Clients) != 7 || len(got.Methods) != 22 {
		t.Errorf("%d clients and %d methods", len(got.Clients), len(got.Methods))
	}
	want := map[string]string{
		"dotnet": "documented, not verified", "go": "refused", "python": "yes", "node": "unknown", "java": "refused", "rust": "yes", "r": "unknown",
	}
	for _, row := range got.Keywords {
		if row.Keyword == "AppCert" {
			if diff := cmp.Diff(want, row.Support); diff != "" {
				t.Error(diff)
			}
		}
	}
}

// matrixJSONRead is the part of matrixJSON that the test reads back.
type matrixJSONRead struct {
	Clients, Methods []any
	Keywords         []struct {
		Keyword string
		Support map[string]string
	}
}

func TestClientsUsage(t *testing.T) {
	for _, test := range []struct{ flag, want string }{
		{"--format=markdown", "kustoconn: --format markdown goes with --matrix\n"},
		{"--matrix", "kustoconn: --matrix takes no string\n"},
	} {
		if got := run(t, "Fed=true", "clients", test.flag, "-"); got != test.want {
			t.Errorf("%s: got %q, want %q", test.flag, got, test.want)
		}
	}
}

func TestCheckClient(t *testing.T) {
	const text = `https://help.kusto.windows.net/Samples;Fed=TRUE;`
	golden.Compare(t, "testdata/check-client.txt", run(t, text, "check", "--client", "go,python", "-"))
	const want = "standard input:1:44: warning KCS601 rejected-by-client: python: AAD Federated Security is not true or false as spelled here\n"
	if got := run(t, text, "check", "--client", "python", "--select", "KCS601", "--format", "concise", "-"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := run(t, text, "check", "--client", "python", "--ignore", "KCS6,KCS308", "--format", "concise", "-"); got != "" {
		t.Errorf("ignored, and still reported: %q", got)
	}
}

func TestFmtPortable(t *testing.T) {
	const text = "https://help.kusto.windows.net/Samples;Fed=TRUE"
	const want = "Addr=https://help.kusto.windows.net;Database=Samples;Federated Security=True\n" +
		"kustoconn: KCS601 rust: Initial Catalog is not known\n" +
		"kustoconn: KCS605 go: Initial Catalog is ignored\n" +
		"kustoconn: KCS602 node: authentication is none, not user-prompt\n"
	if diff := cmp.Diff(want, run(t, text, "fmt", "--portable", "-")); diff != "" {
		t.Error(diff)
	}
}

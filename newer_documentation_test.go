package kustoconn_test

import (
	"slices"
	"strings"
	"testing"

	"kustoconn"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/rule"
	"kustoconn/schema"
)

const (
	newerURI         = "https://help.kusto.windows.net;Fed=true;"
	newerCertificate = newerURI + "AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;Authority Id=contoso.com;AppCert=00112233445566778899aabbccddeeff00112233"
)

// What newer pages of the same documentation say (2026-08), and pages beside them of
// strings that people write: which rules it amounts to.
func TestNewerPages(t *testing.T) {
	const uri = newerURI
	for _, tt := range []struct {
		name string
		text string
		want []string // codes
	}{
		{"Microsoft Entra ID Federated Security", "https://help.kusto.windows.net;Microsoft Entra ID Federated Security=true", []string{"KCS101"}},
		{"Enforce MFA is still a property", uri + "Enforce MFA=true", []string{"KCS308"}},
		{"weakconsistency_by_query", uri + "Query Consistency=weakconsistency_by_query", []string{"KCS308", "KCS212"}},
		{"weakconsistency_by_database", uri + "Query Consistency=weakconsistency_by_database", []string{"KCS308", "KCS212"}},
		{"weakconsistency_by_session_id", uri + "Query Consistency=weakconsistency_by_session_id", []string{"KCS308", "KCS212"}},
		{"local secrets in a string", newerCertificate, []string{"KCS306"}},
		{
			"a resource path of adx.monitor.azure.com",
			"https://adx.monitor.azure.com/subscriptions/a/resourcegroups/b/providers/microsoft.insights/components/c;Fed=true", []string{"KCS308"},
		},
		{"a private link host", "https://c.privatelink.westeurope.kusto.windows.net;Fed=true", []string{"KCS308"}},
		{"uri= of Kusto.Explorer", "uri=https://help.kusto.windows.net/Samples;Fed=True&name=Samples", []string{"KCS402"}},
		{"the emulator", "http://localhost:8080/NetDefaultDB", nil},
		{"net.tcp, the default of Kusto.Cli", "net.tcp://localhost/NetDefaultDB", []string{"KCS403"}},
		{"storage: impersonate", "https://c.blob.core.windows.net/d;impersonate", []string{"KCS105"}},
		{"storage: abfss", "abfss://f@c.dfs.core.windows.net/p;impersonate", []string{"KCS105"}},
		{"@help in China", "@help/Samples", []string{"KCS308", "KCS412"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := codes(t, tt.text)
			slices.Sort(got)
			want := slices.Sorted(slices.Values(tt.want))
			equal(t, want, got)
		})
	}
}

// What they say in words: of values, of rules' help and of policies.
func TestNewerPagesInWords(t *testing.T) {
	t.Run("Microsoft Entra ID Federated Security: the fix", func(t *testing.T) {
		equal(t, "AAD Federated Security", edit(t, "Microsoft Entra ID Federated Security=true", rule.UnknownKeyword))
	})
	t.Run("Enforce MFA is removed from the page", func(t *testing.T) {
		says(t, schema.Get(schema.EnforceMFA).Doc, "pages of 2026-08 have it no longer")
	})
	t.Run("the values of requests are an information", func(t *testing.T) {
		equal(t, diag.Information, finding(t, newerURI+"Query Consistency=weakconsistency_by_query", rule.UncommonQueryConsistency).Severity)
	})
	t.Run("local secrets: three ways", func(t *testing.T) {
		help := finding(t, newerCertificate, rule.LocalSecretKeyword).Help
		says(t, help, " PreventAccessToLocalSecretsViaKeywords to false")
		says(t, help, " DefaultPreventAccessToLocalSecretsViaKeywords to false")
		says(t, help, "KUSTO_DATA_ALLOW_ACCESS_TO_LOCAL_SECRETS_VIA_KCSB_KEYWORDS to 1")
	})
	t.Run("a resource path is no database", func(t *testing.T) {
		const path = "https://adx.monitor.azure.com/subscriptions/a/resourcegroups/b"
		equal(t, map[string]any{"Data Source": path}, properties(path))
	})
	t.Run("privatelink is no region", func(t *testing.T) {
		conn, _ := kustoconn.Parse("https://c.privatelink.westeurope.kusto.windows.net")
		equal(t, "westeurope", conn.Endpoint().Region())
	})
	t.Run("*.contoso.com", func(t *testing.T) {
		_, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{{Suffix: "*.contoso.com"}}, false)
		if err == nil {
			t.Fatal("no error")
		}
		says(t, err.Error(), "write .contoso.com for *.contoso.com")
	})
	t.Run("net.tcp is for no client library", func(t *testing.T) {
		says(t, rule.Get(rule.UnsupportedScheme).Doc, "is for no client library")
	})
	t.Run("the emulator has no authentication", func(t *testing.T) {
		says(t, rule.Get(rule.PlainHTTP).Doc, "The emulator does not authenticate")
	})
	t.Run("@help in China is another cluster", func(t *testing.T) {
		says(t, rule.Get(rule.Shorthand).Doc, "cluster of kusto.chinacloudapi.cn")
	})
}

func says(t *testing.T, text, part string) {
	t.Helper()
	if !strings.Contains(text, part) {
		t.Errorf("no %q in %q", part, text)
	}
}

// finding returns what is found by one rule.
func finding(t *testing.T, text string, code diag.Code) diag.Diagnostic {
	t.Helper()
	conn, _ := kustoconn.Parse(text)
	found, err := conn.Diagnostics()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		if d.Code == code {
			return d
		}
	}
	t.Fatalf("no %s", code)
	return diag.Diagnostic{}
}

// edit returns the text that a rule's fix writes.
func edit(t *testing.T, text string, code diag.Code) string {
	t.Helper()
	d := finding(t, text, code)
	if len(d.Edits) != 1 {
		t.Fatalf("%d edits", len(d.Edits))
	}
	return d.Edits[0].NewText
}

package sdk_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/endpoint"
	"kustoconn/internal/exhaust"
	"kustoconn/internal/fixtures"
	"kustoconn/schema"
	"kustoconn/sdk"
)

// TestRecordedTrustOfEachClient holds each client's check to what the client
// itself answered.
func TestRecordedTrustOfEachClient(t *testing.T) {
	exhaust.Long(t)
	rows := slices.Concat(fixtures.TrustedByEach(t), fixtures.TrustOfGenerated(t), fixtures.TrustOfPunycode(t))
	if len(rows) != 1646+6000+600 {
		t.Errorf("%d rows, want 8246", len(rows))
	}
	for _, c := range sdk.Clients() {
		answer := map[schema.Client]func(fixtures.ClientsTrust) bool{
			schema.Go:     func(r fixtures.ClientsTrust) bool { return r.Go },
			schema.Python: func(r fixtures.ClientsTrust) bool { return r.Python },
			schema.Node:   func(r fixtures.ClientsTrust) bool { return r.Node },
			schema.Java:   func(r fixtures.ClientsTrust) bool { return r.Java },
		}[c.ID]
		if answer == nil {
			continue
		}
		for _, row := range rows {
			if got := c.Trust.Trusts(row.URI, row.Login, nil); got != answer(row) {
				t.Errorf("%s: %q at %q: %v", c.Name, row.URI, row.Login, got)
			}
			if e := endpoint.Analyze(row.URI); e.Host() == "" {
				t.Errorf("%q has no well-formed host", row.URI)
			}
		}
	}
}

// TestAddedHosts holds that two clients compare added hosts as they are written.
func TestAddedHosts(t *testing.T) {
	const login = "https://login.microsoftonline.com"
	for _, row := range []struct {
		uri   string
		rule  endpoint.MatchRule
		names string // of those that trust the URI
	}{
		{"https://a.contoso.com", endpoint.MatchRule{Suffix: ".contoso.com"}, "dotnet go python node java"},
		{"https://A.Contoso.COM", endpoint.MatchRule{Suffix: ".contoso.com"}, "dotnet go python node java"},
		{"https://a.contoso.com", endpoint.MatchRule{Suffix: ".Contoso.com"}, "dotnet python java"},
		{"https://a.contoso.com", endpoint.MatchRule{Suffix: "contoso.com", Exact: true}, ""},
		{"https://contoso.com", endpoint.MatchRule{Suffix: "contoso.com", Exact: true}, "dotnet go python node java"},
		{"https://contoso.com", endpoint.MatchRule{Suffix: ".contoso.com"}, ""},
	} {
		var names []string
		for _, c := range sdk.Clients() {
			if trusted, _ := sdk.Trusts(c, row.uri, login, []endpoint.MatchRule{row.rule}); trusted {
				names = append(names, c.Name)
			}
		}
		if got := strings.Join(names, " "); got != row.names {
			t.Errorf("%s, added %q: trusted by %q", row.uri, row.rule.Suffix, got)
		}
	}
}

// TestWhatIsNotRecorded holds that nothing is said of hosts that are none, and
// of the clients that check nothing.
func TestWhatIsNotRecorded(t *testing.T) {
	for _, c := range sdk.Clients() {
		for _, uri := range []string{"", "help", "https://", "https://a b.kusto.windows.net", "https://x@y\\.kusto.windows.net", "https://a..kusto.windows.net"} {
			if trusted, known := sdk.Trusts(c, uri, "https://login.microsoftonline.com", nil); trusted || known {
				t.Errorf("%s: %q: %v, %v", c.Name, uri, trusted, known)
			}
		}
		_, known := sdk.Trusts(c, "https://help.kusto.windows.net", "", nil)
		if want := c.ID != schema.Rust && c.ID != schema.R; known != want || (sdk.TrustChecked(c) != "never") != want {
			t.Errorf("%s: known %v, checked %s", c.Name, known, sdk.TrustChecked(c))
		}
	}
}

func TestUntrustedByClient(t *testing.T) {
	const notListed = ": the host is not on its list of trusted endpoints"
	for text, want := range map[string]string{
		"Server=https://x.example.com;Fed=True;" + app[1:] + ";AppKey=k": "dotnet, go, python, node, java" + notListed + "|rust, r: no host is checked, and the token is sent",
		"Server=https://x.example.com":                                   "dotnet, go, node, java" + notListed + "|rust, r: no host is checked, and the token is sent",
		"Server=https://x.example.com;Fed=True;AppToken=t":               "dotnet, go, java" + notListed + "|python: the host is not checked with app-token, and the token is sent|rust, r: no host is checked, and the token is sent",
		"Server=https://localhost;Fed=True;AppToken=t":                   "",
		"Server=http://LOCALHOST:8080":                                   "go, java" + notListed,
		"Server=https://h.kusto.usgovcloudapi.net;Fed=True":              "",
		"Server=https://api.securityplatform.microsoft.com;Fed=True":     "go, node, java" + notListed,
		"Server=help;Fed=True":                                           "",
	} {
		var got []string
		for _, f := range findings(t, text, sdk.Clients()) {
			if f.Code == "KCS606" {
				got = append(got, f.Message)
			}
		}
		if diff := cmp.Diff(want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", text, diff)
		}
	}
}

// TestOlderReleases holds the checks of older releases to what these answered.
func TestOlderReleases(t *testing.T) {
	exhaust.Long(t)
	for release, version := range map[string]string{"go-1.2.2": "v1.2.2", "node-7.0.1": "7.0.1"} {
		clients, unknown, _ := sdk.Select(strings.Replace(release, "-", "@", 1))
		if unknown != "" || len(clients) != 1 || clients[0].Version != version {
			t.Fatalf("%s: %v, %q", release, clients, unknown)
		}
		rows := fixtures.TrustOfRelease(t, release)
		for _, row := range rows {
			if got, _ := sdk.Trusts(clients[0], row.URI, row.Login, nil); got != row.Trusted {
				t.Errorf("%s: %q at %q: %v", release, row.URI, row.Login, got)
			}
		}
		if len(rows) != 7646 {
			t.Errorf("%s: %d rows, want 7646", release, len(rows))
		}
	}
}

package vocabulary_test

import (
	"slices"
	"testing"

	"kustoconn/internal/vocabulary"
)

// The keywords by which a string is known to be Kusto's, and those that say nothing.
func TestIsKustoOnly(t *testing.T) {
	for _, keyword := range []string{
		"AAD Federated Security", "aadfed", "Federated Security", "Fed", "dSTS Federated Security", "Application Client Id", "AppClientId",
		"Application Key", "App Key", "Application Token", "AppToken", "User Token", "UsrToken", "Application Certificate Thumbprint", "AppCert",
		"SendX5c", "Authority Id", "Application Name for Tracing", "TraceAppName", "Query Consistency", "Enforce MFA", "Azure Region",
	} {
		if !vocabulary.IsKustoOnly(keyword) {
			t.Errorf("%q is not Kusto's alone", keyword)
		}
	}
	for _, keyword := range []string{
		"Data Source", "Server", "Initial Catalog", "Database", "User ID", "UID", "Password", "pwd", "Accept", "Namespace", "Federated", "Tenant", "Region", "MFA",
		"Encrypt", "AppKye", "",
	} {
		if vocabulary.IsKustoOnly(keyword) {
			t.Errorf("%q is Kusto's alone", keyword)
		}
	}
	all := vocabulary.KustoOnlyKeywords()
	if !slices.Contains(all, "AppKey") || slices.Contains(all, "Database") {
		t.Errorf("%v", all)
	}
}

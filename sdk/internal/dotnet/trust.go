package dotnet

import (
	trusted "kustoconn/endpoint"
	"kustoconn/sdk/internal/dialect"
)

// trustCheck is what the documentation says of Kusto.Data.Common's
// KustoTrustedEndpoints, with the list that the other clients share. It was
// not recorded.
var trustCheck = dialect.TrustCheck{
	Trusts: trusts,
	Add:    "KustoTrustedEndpoints.AddTrustedHosts",
	Notes: []string{
		"from the documentation: the client was not recorded",
		"the host is checked when the first request is made, not when the client is created",
		"hosts are checked since version 10.0.0, whose notes speak of https alone",
		"the override policy replaces the list; added hosts are trusted even where it says no",
	},
}

func trusts(uri, login string, added []trusted.MatchRule) bool {
	policy, err := trusted.Policy{}.AddTrustedHosts(added, false)
	if err != nil {
		return false
	}
	e := trusted.Analyze(uri)
	return policy.Judge(&e, login).Trusted
}

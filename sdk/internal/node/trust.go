package node

import (
	"kustoconn/endpoint"
	"kustoconn/sdk/internal/dialect"
)

var trustList = dialect.TrustList{Lower: dialect.FullLower, Lacks: dialect.SecurityPlatform, CaseOfAdded: true}

// trustCheck is validateTrustedEndpoint (kustoTrustedEndpoints.js), which
// client.js asks before every request.
var trustCheck = dialect.TrustCheck{
	Trusts: trusts,
	Add:    "kustoTrustedEndpoints.addTrustedHosts",
	Notes: []string{
		"the scheme and the port do not count",
		"any spelling of a loopback address counts (127.1, 0x7f.0.0.1, 2130706433)",
		"a label that is no valid Punycode is refused",
		"added hosts are compared as written: one with a capital letter matches nothing",
	},
}

// olderCheck is that of 7.0.1, whose list ends with France's cloud.
var olderCheck = dialect.TrustCheck{
	Trusts: func(uri, login string, added []endpoint.MatchRule) bool {
		list := trustList
		list.Without = []endpoint.Cloud{endpoint.Delos, endpoint.SG}
		host, ok := hostname(uri)
		return ok && list.Trusts(host, login, added)
	},
	Add:   trustCheck.Add,
	Notes: []string{"the sovereign clouds of Germany and Singapore are not on its list"},
}

func trusts(uri, login string, added []endpoint.MatchRule) bool {
	host, ok := hostname(uri)
	return ok && trustList.Trusts(host, login, added)
}

package golang

import (
	"net/url"
	"strings"

	"kustoconn/endpoint"
	"kustoconn/sdk/internal/dialect"
)

var trustList = dialect.TrustList{Lower: strings.ToLower, Lacks: dialect.SecurityPlatform, CaseOfAdded: true}

// trustCheck is ValidateTrustedEndpoint (trusted_endpoints.go), which conn.go
// asks before every request.
var trustCheck = dialect.TrustCheck{
	Trusts: trusts,
	Add:    "trustedEndpoints.Instance.AddTrustedHosts",
	Notes: []string{
		"the scheme and the port do not count; New refuses http with any authentication",
		"a host that the override policy refuses is looked up in the list even so",
		"added hosts are compared as written: one with a capital letter matches nothing",
	},
}

// olderCheck is that of 1.2.2, which compares the host with its port.
var olderCheck = dialect.TrustCheck{
	Trusts: func(uri, login string, added []endpoint.MatchRule) bool {
		u, err := url.Parse(uri)
		if err != nil {
			return false
		}
		host := u.Host
		if host == "" {
			host = uri
		}
		return trustList.Trusts(host, login, added)
	},
	Add: trustCheck.Add,
	Notes: []string{
		"a host with a port is not trusted, and of loopback only what has none",
		"streaming ingestion goes unchecked",
	},
}

func trusts(uri, login string, added []endpoint.MatchRule) bool {
	u, err := url.Parse(uri)
	if err != nil {
		return false
	}
	host, _, _ := strings.Cut(u.Hostname(), "%") // less the zone of an IPv6 address
	if host == "" {
		host = uri
	}
	return trustList.Trusts(host, login, added)
}

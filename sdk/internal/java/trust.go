package java

import (
	"strings"

	"kustoconn/endpoint"
	"kustoconn/sdk/internal/dialect"
)

var trustList = dialect.TrustList{Lower: dialect.FullLower, Lacks: dialect.SecurityPlatform}

// trustCheck is KustoTrustedEndpoints.validateTrustedEndpoint, which
// ClientImpl asks before its first request.
var trustCheck = dialect.TrustCheck{
	Trusts: trusts,
	Add:    "KustoTrustedEndpoints.addTrustedHosts",
	Notes: []string{
		"the scheme and the port do not count; a Data Source that starts with http://localhost is used without authentication",
		"localhost counts in lower case only, and an IPv6 loopback address as [::1] only",
		"KustoTrustedEndpoints.enableWellKnownKustoEndpointsValidation = false turns the check into a warning",
	},
}

func trusts(uri, login string, added []endpoint.MatchRule) bool {
	authority, ex := parseURI(uri)
	if ex != "" {
		return false
	}
	host := serverHost(authority)
	if host == "" {
		host = uri // as the client does where URI.getHost is null
	}
	return trustList.Trusts(host, login, added)
}

// serverHost is URI.getHost: the host of an authority that is a server's, an
// IPv6 address in its brackets; empty for a registry's name.
func serverHost(authority string) string {
	if authority == "" || !looksLikeServer(authority) || checkServer(authority) != "" {
		return ""
	}
	if _, rest, ok := strings.Cut(authority, "@"); ok {
		authority = rest
	}
	if strings.HasPrefix(authority, "[") {
		return authority[:strings.IndexByte(authority, ']')+1]
	}
	host, _ := cutBefore(authority, ":")
	return host
}

package python

import (
	"strings"

	"kustoconn/endpoint"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
)

var trustList = dialect.TrustList{Lower: dialect.FullLower}

// trustCheck is validate_trusted_endpoint (kusto_trusted_endpoints.py), which
// client_base.py asks where the token provider is a CloudInfoTokenProvider.
var trustCheck = dialect.TrustCheck{
	Trusts: trusts,
	With: []schema.ModeID{
		schema.UserPrompt, schema.PasswordAuth, schema.AppKey, schema.AppCertificate,
		schema.SystemManagedIdentity, schema.UserManagedIdentity,
		schema.TokenCredential, schema.AzCli, schema.DeviceCode,
	},
	Add: "well_known_kusto_endpoints.add_trusted_hosts",
	Notes: []string{
		"a user or application token, a token provider and no authentication go unchecked",
		"the scheme and the port do not count",
		"its list alone has the host api.securityplatform.microsoft.com itself",
	},
}

func trusts(uri, login string, added []endpoint.MatchRule) bool {
	u, err := splitURL(uri)
	if err != nil {
		return false
	}
	host := u.hostname()
	if host == "" {
		host = uri
	}
	return trustList.Trusts(host, login, added)
}

// hostname is the hostname of urllib.parse, the zone of an IPv6 address as it
// stands.
func (u url) hostname() string {
	host := u.clean(u.netloc)
	host = host[strings.LastIndexByte(host, '@')+1:]
	if _, bracketed, found := strings.Cut(host, "["); found {
		host, _, _ = strings.Cut(bracketed, "]")
	} else {
		host, _, _ = strings.Cut(host, ":")
	}
	host, zone, zoned := strings.Cut(host, "%")
	if host = dialect.FullLower(host); zoned {
		host += "%" + zone
	}
	return host
}

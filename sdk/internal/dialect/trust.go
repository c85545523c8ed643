package dialect

import (
	"slices"
	"strings"

	"kustoconn/endpoint"
	"kustoconn/schema"
)

// TrustCheck is a client's own check of the host, before it sends a request
// there.
type TrustCheck struct {
	// Trusts says what the client's check answers about a URI when tokens are
	// asked at login and code has added hosts to the list. It is nil where the
	// client checks nothing. A URI has a well-formed host; of others nothing is
	// recorded.
	Trusts func(uri, login string, added []endpoint.MatchRule) bool
	// With lists the modes with which the client asks its check; it asks it
	// with every one where With is nil.
	With []schema.ModeID
	// Add is the client's function that adds a host.
	Add string
	// Notes say more, in a few words each.
	Notes []string
}

// TrustList is the list of trusted endpoints that a client ships: the one of
// package endpoint, but for what it lacks.
type TrustList struct {
	Lower       func(string) string // how the client lower-cases a host
	Lacks       string              // a host that the client's list does not have
	Without     []endpoint.Cloud    // clouds that the client's list does not have
	CaseOfAdded bool                // added hosts are compared as they are written
}

// Trusts says whether the list trusts host when tokens are asked at login,
// which counts as it is spelt but for case: a slash behind it makes it unknown.
func (l TrustList) Trusts(host, login string, added []endpoint.MatchRule) bool {
	if isLoopback(host) {
		return true
	}
	lower := l.Lower(host)
	cloud, known := endpoint.CloudOfLogin(login)
	if known && !slices.Contains(l.Without, cloud) && cloud.Login() == l.Lower(login) && endpoint.IssuingCloud(lower) == cloud && (l.Lacks == "" || lower != l.Lacks) {
		return true
	}
	return slices.ContainsFunc(added, func(r endpoint.MatchRule) bool {
		rule := l.Lower(r.Suffix)
		if l.CaseOfAdded && rule != r.Suffix {
			return false
		}
		return rule == lower || !r.Exact && strings.HasSuffix(lower, rule)
	})
}

// SecurityPlatform is a host that Python's list alone has.
const SecurityPlatform = "api.securityplatform.microsoft.com"

// isLoopback is the clients' _isLocalAddress: a few spellings, and what looks
// like an address of 127.0.0.0/8.
func isLoopback(host string) bool {
	switch host {
	case "localhost", "127.0.0.1", "::1", "[::1]":
		return true
	}
	return strings.HasPrefix(host, "127.") && len(host) >= len("127.0.0.0") && len(host) <= len("127.255.255.255") &&
		strings.Trim(host, ".0123456789") == ""
}

package sdk

import (
	"cmp"
	"slices"
	"strings"

	"kustoconn/endpoint"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
)

// Trusts says what the client's own check of trusted hosts answers about a
// well-formed URI when tokens are asked at login and code has added hosts to
// its list. known is false where the client checks nothing, and for a URI
// without a well-formed host, of which nothing is recorded. Cost: a pass over
// uri.
func Trusts(client dialect.Client, uri, login string, added []endpoint.MatchRule) (trusted, known bool) {
	if client.Trust.Trusts == nil {
		return false, false
	}
	if e := endpoint.Analyze(uri); e.Form != endpoint.URI || e.Host() == "" {
		return false, false
	}
	return client.Trust.Trusts(uri, login, added), true
}

// TrustChecked says when the client asks its check of trusted hosts: "always",
// "never", or the modes with which it does, parted by commas.
func TrustChecked(client dialect.Client) string {
	switch check := client.Trust; {
	case check.Trusts == nil:
		return "never"
	case check.With == nil:
		return "always"
	default:
		var modes []string
		for _, m := range check.With {
			modes = append(modes, string(m))
		}
		return strings.Join(modes, ", ")
	}
}

// LoginOf returns the login endpoint at which clients ask for tokens for the
// host of e: that of its cloud or, for a host of none, that of the public one.
func LoginOf(e *endpoint.Endpoint) string {
	return cmp.Or(e.Cloud(), endpoint.Public).Login()
}

// notListed is how a client's check refuses a host.
const notListed = "the host is not on its list of trusted endpoints"

// trust reports a host that the client does not trust, or that nobody should
// and the client does not ask about. Where the client sees another host than
// the documentation, that is told already.
func (c *comparison) trust() {
	uri := c.seen(recordedName(c.Client, schema.DataSource)).Value.Open()
	e := endpoint.Analyze(uri)
	if scheme := strings.ToLower(e.Scheme()); e.Host() == "" || e.Host() != c.Endpoint.Host() || scheme != "https" && scheme != "http" {
		return
	}
	check, auth := c.Client.Trust, c.Answer.Auth
	switch {
	case strings.HasPrefix(auth, "error:"): // no request is made
	case check.Trusts != nil && asks(check, auth):
		if !check.Trusts(uri, LoginOf(&e), nil) {
			c.untrusted(notListed)
		}
	case auth == string(schema.NoAuth) || (endpoint.Policy{}).Judge(&e, "").Trusted:
	case check.Trusts == nil:
		c.untrusted("no host is checked, and the token is sent")
	default:
		c.untrusted("the host is not checked with " + auth + ", and the token is sent")
	}
}

// asks reports whether the client asks its check when it authenticates by auth,
// in its own words.
func asks(check dialect.TrustCheck, auth string) bool {
	return check.With == nil || slices.ContainsFunc(authModes[auth], func(m schema.ModeID) bool {
		return slices.Contains(check.With, m)
	})
}

func (c *comparison) untrusted(how string) {
	c.report(rule.UntrustedByClient, c.valueSpan(c.Segment(schema.DataSource), c.seen("DataSource")), schema.None, how)
}

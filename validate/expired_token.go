package validate

import (
	"encoding/base64"
	"encoding/json"
	"strings"
	"time"

	"kustoconn/diag"
	"kustoconn/schema"
)

var expiredToken = Rule{
	ID:    diag.ID{Code: 502, Name: "expired-token", Severity: diag.Information},
	Since: "0.1.0",
	Doc: "The bearer token is a JSON Web Token whose expiry time (`exp`) has passed, so that the service refuses\n" +
		"it. The token is decoded where the tool runs and sent nowhere; its signature is not checked. Tokens\n" +
		"last for about an hour: a string is no place to keep one. Let the client sign in instead, or give it a\n" +
		"callback that gets tokens.\n\n" +
		"Source: RFC 7519, section 4.1.4.",
	// Its payload says that it expired in 2001.
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;UserToken=eyJhbGciOiJub25lIn0.eyJleHAiOjEwMDAwMDAwMDB9.invented",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true;UserToken=${USER_TOKEN}",
	Needs: bearerTokens,
	Check: checkTokens,
}

var bearerTokens = schema.SetOf(schema.UserToken, schema.ApplicationToken)

func checkTokens(p *Pass) {
	for id := range (p.Specified & bearerTokens).All() {
		value, _ := p.Value(id)
		expiry, ok := tokenExpiry(value)
		if !ok || float64(p.now().Unix()) < expiry {
			continue
		}
		s := &p.Tree.Segments[p.Segment(id)]
		d := p.Report(s.ValueText(), schema.Get(id).Name+" has expired")
		d.Help = "get a new token, or let the client sign in"
	}
}

// now returns the time to judge by.
func (p *Pass) now() time.Time {
	if p.Now.IsZero() {
		return time.Now()
	}
	return p.Now
}

// tokenExpiry returns the expiry time of a JSON Web Token in seconds since
// 1970, and whether token is one that has an expiry time.
func tokenExpiry(token string) (seconds float64, ok bool) {
	_, rest, _ := strings.Cut(token, ".")
	payload, signature, found := strings.Cut(rest, ".")
	if !found || strings.Contains(signature, ".") {
		return 0, false
	}
	text, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(payload, "="))
	if err != nil {
		return 0, false
	}
	var claims struct {
		Expiry *float64 `json:"exp"`
	}
	if json.Unmarshal(text, &claims) != nil || claims.Expiry == nil {
		return 0, false
	}
	return *claims.Expiry, true
}

package validate

import (
	"encoding/base64"
	"encoding/json"
	"strings"
	"time"

	"kustoconn/rule"
	"kustoconn/schema"
)

var expiredToken = check{
	rule:  rule.ExpiredToken,
	needs: bearerTokens,
	look:  checkTokens,
}

var bearerTokens = schema.SetOf(schema.UserToken, schema.ApplicationToken)

func checkTokens(p *pass) {
	for id := range (p.Specified & bearerTokens).All() {
		value, _ := p.Value(id)
		expiry, ok := tokenExpiry(value)
		if !ok || float64(p.now().Unix()) < expiry {
			continue
		}
		s := &p.Tree.Segments[p.Segment(id)]
		d := p.report(s.ValueText(), schema.Get(id).Name+" has expired")
		d.Help = "get a new token, or let the client sign in"
	}
}

// now returns the time to judge by.
func (p *pass) now() time.Time {
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

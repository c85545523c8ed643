package fuzz

import (
	"encoding/base64"
	"strconv"
	"strings"

	"pgregory.net/rapid"

	"kustoconn/rule"
	"kustoconn/schema"
)

var secretFaults = []fault{
	{rule.SecretInText, func(t *rapid.T) string {
		keyword := oneOf(t, "keyword", "AppKey", "User Token", "Application Token", "Password", "Application Certificate Blob")
		form := rapid.SampledFrom([][2]string{{"", ""}, {`"`, `"`}, {"'", "'"}}).Draw(t, "quotation marks")
		return afterURI(t, "Fed=true;"+keyword+"="+form[0]+mark(oneOf(t, "secret", "Zq7", "a=b", "a b"))+form[1])
	}},
	{rule.ExpiredToken, func(t *rapid.T) string {
		id := rapid.SampledFrom([]schema.ID{schema.UserToken, schema.ApplicationToken}).Draw(t, "property")
		return afterURI(t, inAnyOrder(t, "Fed=true", keywordOf(t, id)+equals(t)+form(t, mark(expiredToken(t)))))
	}},
	{rule.MaskedSecret, func(t *rapid.T) string {
		return afterURI(t, "Fed=true;"+oneOf(t, "keyword", "AppKey", "User Token")+"="+mark("****"))
	}},
}

// secretKeyword draws a keyword of a property whose value is a secret.
func secretKeyword(t *rapid.T) string {
	p := rapid.SampledFrom(settable).Filter(func(p *schema.Property) bool { return schema.Secrets().Has(p.ID) }).Draw(t, "property")
	return keywordOf(t, p.ID)
}

// expiredToken draws a JSON Web Token (RFC 7519) that expired before 2018.
func expiredToken(t *rapid.T) string {
	expiry := strconv.FormatInt(rapid.Int64Range(0, 1_500_000_000).Draw(t, "expiry"), 10) + oneOf(t, "fraction", "", ".5")
	claims := append(
		rapid.SliceOfNDistinct(rapid.SampledFrom([]string{
			`"aud":"https://help.kusto.windows.net"`, `"nbf":0`, `"name":"Größe"`, `"a":{"exp":99999999999}`, `"ver":"1.0"`,
		}), 0, 3, rapid.ID).Draw(t, "other claims"),
		`"exp":`+expiry)
	payload := "{" + strings.Join(rapid.Permutation(claims).Draw(t, "claims"), oneOf(t, "separator", ",", ", ", ",\r\n")) + "}"
	header := oneOf(t, "header", `{"alg":"none"}`, `{"typ":"JWT","alg":"RS256"}`)
	encode := base64.RawURLEncoding.EncodeToString
	return encode([]byte(header)) + "." + encode([]byte(payload)) + "." + oneOf(t, "signature", "", "Zq7", "Zq7-_8")
}

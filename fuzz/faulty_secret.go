package fuzz

import (
	"encoding/base64"
	"strconv"
	"strings"

	"kustoconn/fuzz/draw"
	"kustoconn/rule"
	"kustoconn/schema"
)

var secretFaults = []fault{
	{rule.SecretInText, func(t draw.T) string {
		keyword := oneOf(t, "AppKey", "User Token", "Application Token", "Password", "Application Certificate Blob")
		form := draw.SampledFrom([][2]string{{"", ""}, {`"`, `"`}, {"'", "'"}}).Draw(t)
		return afterURI(t, "Fed=true;"+keyword+"="+form[0]+mark(oneOf(t, "Zq7", "a=b", "a b"))+form[1])
	}},
	{rule.ExpiredToken, func(t draw.T) string {
		id := draw.SampledFrom([]schema.ID{schema.UserToken, schema.ApplicationToken}).Draw(t)
		return afterURI(t, inAnyOrder(t, "Fed=true", keywordOf(t, id)+equals(t)+form(t, mark(expiredToken(t)))))
	}},
	{rule.MaskedSecret, func(t draw.T) string {
		return afterURI(t, "Fed=true;"+oneOf(t, "AppKey", "User Token")+"="+mark("****"))
	}},
}

// secretKeyword draws a keyword of a property whose value is a secret.
func secretKeyword(t draw.T) string {
	p := draw.SampledFrom(settable).Filter(func(p *schema.Property) bool { return schema.Secrets().Has(p.ID) }).Draw(t)
	return keywordOf(t, p.ID)
}

// expiredToken draws a JSON Web Token (RFC 7519) that expired before 2018.
func expiredToken(t draw.T) string {
	expiry := strconv.Itoa(draw.IntRange(0, 1_500_000_000).Draw(t)) + oneOf(t, "", ".5")
	claims := append(
		draw.Subset([]string{
			`"aud":"https://help.kusto.windows.net"`, `"nbf":0`, `"name":"Größe"`, `"a":{"exp":99999999999}`, `"ver":"1.0"`,
		}, 0, 3).Draw(t),
		`"exp":`+expiry)
	payload := "{" + strings.Join(draw.Permutation(claims).Draw(t), oneOf(t, ",", ", ", ",\r\n")) + "}"
	header := oneOf(t, `{"alg":"none"}`, `{"typ":"JWT","alg":"RS256"}`)
	encode := base64.RawURLEncoding.EncodeToString
	return encode([]byte(header)) + "." + encode([]byte(payload)) + "." + oneOf(t, "", "Zq7", "Zq7-_8")
}

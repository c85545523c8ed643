package fuzz

import (
	"slices"

	"kustoconn/fuzz/draw"
	"kustoconn/rule"
	"kustoconn/schema"
)

const (
	someClient = "Application Client Id=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40"
	someTenant = "Authority Id=contoso.com"
	someKey    = "Application Key=Zq7"
)

var authFaults = []fault{
	{rule.MissingProperty, func(t draw.T) string {
		given := oneOf(t,
			someClient, someKey, someClient+";"+someKey, someKey+";"+someTenant,
			someClient+";Application Certificate Issuer=CN=a;"+someTenant, "Application Certificate Subject=CN=a;"+someTenant)
		return afterURI(t, "Fed=true;"+given) + mark("")
	}},
	{rule.FederationOff, func(t draw.T) string {
		whole := someClient + ";" + someKey + ";" + someTenant
		if draw.Bool().Draw(t) {
			return afterURI(t, "Fed="+mark("false")+";"+whole)
		}
		return afterURI(t, whole) + mark("")
	}},
	{rule.IgnoredCredential, func(t draw.T) string {
		mode := draw.SampledFrom(outranking).Draw(t)
		var pairs []string
		for i, id := range draw.Subset(mode.below, 1, 3).Draw(t) {
			keyword := keywordOf(t, id)
			if i == 0 {
				keyword = mark(keyword)
			}
			pairs = append(pairs, keyword+equals(t)+credential(t, id))
		}
		for _, id := range mode.complete {
			pairs = append(pairs, keywordOf(t, id)+equals(t)+credential(t, id))
		}
		return afterURI(t, inAnyOrder(t, append(pairs, setTrue(t, keywordOf(t, schema.FederatedSecurity)), someTenant)...))
	}},
	{rule.CredentialOverHTTP, func(t draw.T) string {
		return mark("http") + "://help.kusto.windows.net;" + among(t, "Fed=true;"+oneOf(t, "UserToken=a", "Application Token='a;b'", "AppKey=a"), false)
	}},
	{rule.CertificateOptionWithoutCertificate, func(t draw.T) string {
		option := setTrue(t, mark(keywordOf(t, schema.ApplicationCertificateSendX5c)))
		others := oneOf(t, "Fed=true", "Fed=true;UserToken=a", "Fed=true;"+someClient+";"+someKey+";"+someTenant, "Fed=true;AppCert=a;AppCert=")
		return afterURI(t, inAnyOrder(t, option, others))
	}},
	{rule.LocalSecretKeyword, func(t draw.T) string {
		id := draw.SampledFrom([]schema.ID{schema.ApplicationCertificateThumbprint, schema.ApplicationCertificateSubject}).Draw(t)
		certificate := mark(keywordOf(t, id)) + equals(t) + credential(t, id)
		others := oneOf(t, someClient+";"+someTenant, someClient, "Application Certificate Issuer=CN=a;"+someTenant+";"+someClient, "UserToken=a")
		return afterURI(t, inAnyOrder(t, certificate, "Fed=true", others))
	}},
	{rule.PasswordAuthentication, func(t draw.T) string {
		return afterURI(t, "Fed=true;User=a@contoso.com;"+mark("Password")+"=Zq7")
	}},
	{rule.InteractiveSignIn, func(t draw.T) string {
		federated := setTrue(t, mark(keywordOf(t, schema.FederatedSecurity)))
		others := oneOf(t, "Accept=true", "User ID=a@contoso.com", someTenant, "UserToken=a;UserToken=", someKey+";AppKey=", `Application Token=""`)
		if draw.Bool().Draw(t) {
			return "@help/Samples;" + among(t, inAnyOrder(t, federated, others), false)
		}
		return afterURI(t, inAnyOrder(t, federated, others))
	}},
	{rule.UnsupportedCombination, func(t draw.T) string {
		var modes []*schema.Mode
		for _, m := range schema.Modes() {
			if m.Federated && m.InString() {
				modes = append(modes, m)
			}
		}
		mode := draw.SampledFrom(modes).Draw(t)
		id := draw.SampledFrom(slices.Collect(mode.Unlisted.All())).Draw(t)
		pairs := []string{setTrue(t, keywordOf(t, schema.FederatedSecurity)), mark(keywordOf(t, id)) + "=" + unlistedValue(id)}
		for _, m := range mode.Mandatory {
			pairs = append(pairs, keywordOf(t, m)+equals(t)+credential(t, m))
		}
		return afterURI(t, inAnyOrder(t, pairs...))
	}},
}

// unlistedValue is a value by which the property asks for something.
func unlistedValue(id schema.ID) string {
	if schema.Get(id).Type == schema.TypeBool {
		return "True"
	}
	return "westeurope"
}

// outranking are the ways to authenticate, the first of which counts, each with
// credentials of later ones that leave it the first.
var outranking = []struct{ complete, below []schema.ID }{
	{[]schema.ID{schema.UserToken}, []schema.ID{
		schema.ApplicationToken, schema.ApplicationClientID, schema.ApplicationKey, schema.ApplicationCertificateThumbprint,
		schema.ApplicationCertificateSubject, schema.ApplicationCertificateIssuer, schema.Password,
	}},
	{[]schema.ID{schema.ApplicationToken}, []schema.ID{
		schema.ApplicationClientID, schema.ApplicationKey, schema.ApplicationCertificateThumbprint,
		schema.ApplicationCertificateSubject, schema.ApplicationCertificateIssuer, schema.Password,
	}},
	{[]schema.ID{schema.ApplicationClientID, schema.ApplicationKey}, []schema.ID{
		schema.ApplicationCertificateThumbprint, schema.ApplicationCertificateSubject, schema.ApplicationCertificateIssuer, schema.Password,
	}},
	{[]schema.ID{schema.ApplicationClientID, schema.ApplicationCertificateThumbprint}, []schema.ID{
		schema.ApplicationCertificateSubject, schema.ApplicationCertificateIssuer, schema.Password,
	}},
	{
		[]schema.ID{schema.ApplicationClientID, schema.ApplicationCertificateSubject, schema.ApplicationCertificateIssuer},
		[]schema.ID{schema.Password},
	},
	{[]schema.ID{schema.ApplicationClientID, schema.ApplicationCertificateSubject}, []schema.ID{schema.Password}},
}

// credential draws a value for a credential, as written.
func credential(t draw.T, id schema.ID) string {
	value := oneOf(t, "Zq7", "a b", "a;b", "a=b", "a'b")
	switch id {
	case schema.ApplicationClientID:
		value = "6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40"
	case schema.ApplicationCertificateThumbprint:
		value = oneOf(t, "00112233445566778899aabbccddeeff00112233", "00112233445566778899AABBCCDDEEFF00112233")
	case schema.ApplicationCertificateSubject, schema.ApplicationCertificateIssuer:
		value = oneOf(t, "CN=a", "CN=a, O=b", `CN=a, O="b; c"`)
	}
	return form(t, value)
}

// setTrue draws a pair that gives a property of that keyword the value true.
func setTrue(t draw.T, keyword string) string {
	return keyword + equals(t) + form(t, oneOf(t, "true", "True", "TRUE"))
}

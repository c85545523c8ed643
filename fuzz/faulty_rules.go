package fuzz

import (
	"strings"

	"pgregory.net/rapid"

	"kustoconn/schema"
)

const (
	someClient = "Application Client Id=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40"
	someTenant = "Authority Id=contoso.com"
	someKey    = "Application Key=Zq7"
)

var keywordFaults = []fault{
	{101, "unknown-keyword", func(t *rapid.T) string {
		return afterURI(t, mark(NearMisses().Draw(t, "keyword").Text)+"=a")
	}},
	{102, "duplicate-keyword", func(t *rapid.T) string {
		first, second := aliases(t, schema.InitialCatalog)
		return "https://help.kusto.windows.net;" + first + "=a;" + among(t, mark(second)+`="a"`, false)
	}},
	{103, "conflicting-values", func(t *rapid.T) string {
		first, second := aliases(t, schema.AuthorityID)
		return afterURI(t, "Fed=true") + ";" + first + "=contoso.com;" + mark(second) + "=example.com"
	}},
	{104, "programmatic-only", func(t *rapid.T) string {
		keyword := oneOf(t, "keyword", "ManagedServiceIdentity", "EmbeddedManagedIdentity", "PreventAccessToLocalSecretsViaKeywords")
		return afterURI(t, mark(spelled(keyword).Draw(t, "spelling"))+"=system")
	}},
	{105, "foreign-keyword", func(t *rapid.T) string {
		return afterURI(t, mark(oneOf(t, "keyword", "Encrypt", "TrustServerCertificate", "Trusted_Connection", "AccountKey", "Connect Timeout", "EntityPath"))+"=true")
	}},
	{106, "quoted-keyword", func(t *rapid.T) string {
		keyword := oneOf(t, "keyword", `"Database Name`, `"Fed"`, "'Fed'", "[Fed]", "{Fed}", "`Fed`")
		return afterURI(t, mark(keyword)+"=true")
	}},
	{107, "undocumented-keyword", func(t *rapid.T) string {
		return afterURI(t, mark(oneOf(t, "keyword", "Namespace", "dSTS Token Type", "NS"))+"=a")
	}},
	{108, "one-client-keyword", func(t *rapid.T) string {
		return afterURI(t, mark(oneOf(t, "keyword", "AZ CLI", "MSI Auth", "msi_auth"))+"=true")
	}},
}

var valueFaults = []fault{
	{201, "not-a-boolean", func(t *rapid.T) string {
		keyword := oneOf(t, "keyword", "Fed", "AAD Federated Security", "Enforce MFA", "dSTS Federated Security")
		return afterURI(t, keyword+"="+gaps.Draw(t, "gap")+mark(oneOf(t, "value", "yes", "1", "0", "tru", `" true"`, `"true "`, `""`, "'no'")))
	}},
	{203, "client-id-not-a-guid", func(t *rapid.T) string {
		id := oneOf(t, "id", "a", "6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f4", "6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f4g", `"a b"`)
		return afterURI(t, "Fed=true;"+someTenant+";Application Client Id="+mark(id))
	}},
	{204, "thumbprint-not-hex", func(t *rapid.T) string {
		thumbprint := oneOf(t, "thumbprint", "a", strings.Repeat("0", 39), strings.Repeat("0", 41), strings.Repeat("0", 39)+"g")
		return afterURI(t, "Fed=true;"+someTenant+";"+someClient+";AppCert="+mark(thumbprint))
	}},
	{205, "unknown-query-consistency", func(t *rapid.T) string {
		return afterURI(t, "Query Consistency="+mark(oneOf(t, "value", "strong", "weak", "a", `"strongconsistency "`, `""`)))
	}},
	{207, "quote-in-bare-value", func(t *rapid.T) string {
		return "https://help.kusto.windows.net;" + among(t, "Database="+mark(oneOf(t, "value", "a'b", `a"b`, `a""b`, "it's a")), false)
	}},
	{212, "uncommon-query-consistency", func(t *rapid.T) string {
		return afterURI(t, "Query Consistency="+mark(oneOf(t, "value", "normalconsistency", "affinitizedweakconsistency", "weakconsistency_by_query")))
	}},
}

var authFaults = []fault{
	{301, "missing-property", func(t *rapid.T) string {
		given := oneOf(t, "given",
			someClient, someKey, someClient+";"+someKey, someKey+";"+someTenant,
			someClient+";Application Certificate Issuer=CN=a;"+someTenant, "Application Certificate Subject=CN=a;"+someTenant)
		return afterURI(t, "Fed=true;"+given) + mark("")
	}},
	{302, "federation-off", func(t *rapid.T) string {
		whole := someClient + ";" + someKey + ";" + someTenant
		if rapid.Bool().Draw(t, "false") {
			return afterURI(t, "Fed="+mark("false")+";"+whole)
		}
		return afterURI(t, whole) + mark("")
	}},
	{304, "credential-over-http", func(t *rapid.T) string {
		return mark("http") + "://help.kusto.windows.net;" + among(t, "Fed=true;"+oneOf(t, "credential", "UserToken=a", "Application Token='a;b'", "AppKey=a"), false)
	}},
	{307, "password-authentication", func(t *rapid.T) string {
		return afterURI(t, "Fed=true;User=a@contoso.com;"+mark("Password")+"=Zq7")
	}},
}

var secretFaults = []fault{
	{501, "secret-in-text", func(t *rapid.T) string {
		keyword := oneOf(t, "keyword", "AppKey", "User Token", "Application Token", "Password", "Application Certificate Blob")
		form := rapid.SampledFrom([][2]string{{"", ""}, {`"`, `"`}, {"'", "'"}}).Draw(t, "quotation marks")
		return afterURI(t, "Fed=true;"+keyword+"="+form[0]+mark(oneOf(t, "secret", "Zq7", "a=b", "a b"))+form[1])
	}},
	{503, "masked-secret", func(t *rapid.T) string {
		return afterURI(t, "Fed=true;"+oneOf(t, "keyword", "AppKey", "User Token")+"="+mark("****"))
	}},
}

// aliases draws two keywords of a property.
func aliases(t *rapid.T, id schema.ID) (first, second string) {
	all := schema.Get(id).Keywords()
	return oneOf(t, "first keyword", all...), spelled(oneOf(t, "second keyword", all...)).Draw(t, "spelling")
}

package rule

import "kustoconn/diag"

// Codes of the rules on secrets.
const (
	SecretInText diag.Code = 501
	ExpiredToken diag.Code = 502
	MaskedSecret diag.Code = 503
	SecretInCode diag.Code = 504
)

var secrets = []Rule{
	{
		Code: SecretInText, Name: "secret-in-text", Severity: diag.Warning,
		Since: "0.1.0", Score: "8.0",
		Doc: "The string holds a secret: a key, a token, a password or a certificate with its private key. Whoever\n" +
			"reads the text can use it, and from a repository, a log or a shell's history it is hard to remove. Keep\n" +
			"it in a vault or in the environment and put it into the string when the program runs, or sign in\n" +
			"without one, by a managed identity. A secret that was committed has to be replaced.\n\n" +
			"Placeholders are no secrets; the value of a misspelt `AppKey` is one. In files (`kustoconn lint`) the\n" +
			"rule is an error. A password in the endpoint's URI is reported as credentials-in-uri.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=invented~secret;Authority Id=contoso.com",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=${APP_KEY};Authority Id=contoso.com",
	},
	{
		Code: ExpiredToken, Name: "expired-token", Severity: diag.Information,
		Since: "0.1.0",
		Doc: "The bearer token is a JSON Web Token whose expiry time (`exp`) has passed, so that the service refuses\n" +
			"it. The token is decoded where the tool runs and sent nowhere; its signature is not checked. Tokens\n" +
			"last for about an hour: a string is no place to keep one. Let the client sign in instead, or give it a\n" +
			"callback that gets tokens.\n\n" +
			"Source: RFC 7519, section 4.1.4.",
		// Its payload says that it expired in 2001.
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;UserToken=eyJhbGciOiJub25lIn0.eyJleHAiOjEwMDAwMDAwMDB9.invented",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;UserToken=${USER_TOKEN}",
	},
	{
		Code: MaskedSecret, Name: "masked-secret", Severity: diag.Warning,
		Since: "0.1.0",
		Doc: "A secret's value is `****`, which is what tools, this one included, print in its place. The string was\n" +
			"copied from a log or a screen, and signing in with it fails. Put the secret itself back, or a\n" +
			"placeholder such as `${APP_KEY}` if it is filled in later. In a document (Markdown, reStructuredText,\n" +
			"AsciiDoc, HTML) or a comment a mask is how one writes a secret, and `lint` says nothing of it.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=****;Authority Id=contoso.com",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=${APP_KEY};Authority Id=contoso.com",
	},
	{
		Code: SecretInCode, Name: "secret-in-code", Severity: diag.Error,
		Since: "0.2.0", Score: "8.0", InFiles: true,
		Doc: "A program gives a client of Kusto a secret as a literal: an argument of a call that signs in with a key,\n" +
			"a token, a password or a certificate (`WithAadApplicationKeyAuthentication`,\n" +
			"`with_aad_application_key_authentication`, `createWithAadApplicationCredentials`, `WithAadAppKey`,\n" +
			"`with_application_auth`, …), or the value of a builder's member (`ApplicationKey = \"…\"`), also as a constant\n" +
			"above it or as what a look-up falls back to. Whoever reads the source can use it. Look it up in a vault or in\n" +
			"the environment when the program runs, or sign in without one, by a managed identity. A secret that was\n" +
			"committed has to be replaced.\n\n" +
			"Placeholders are no secrets. A call whose name other libraries have too, and a member, count where the program\n" +
			"shows that they are those of a builder of Kusto: it is declared, made or called on one, or its name says so.\n" +
			"The rule is about files (`kustoconn lint`) only. It names the place alone: nothing of the source is shown.\n\n" +
			"Source: the public names of the clients.",
		Bad:  "from azure.kusto.data import KustoConnectionStringBuilder\nkcsb = KustoConnectionStringBuilder.with_aad_application_key_authentication(uri, app, \"inventedSecret7\", tenant)",
		Good: "from azure.kusto.data import KustoConnectionStringBuilder\nkcsb = KustoConnectionStringBuilder.with_aad_application_key_authentication(uri, app, os.environ[\"APP_KEY\"], tenant)",
	},
}

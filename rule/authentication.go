package rule

import "kustoconn/diag"

// Codes of the rules on authentication.
const (
	MissingProperty                     diag.Code = 301
	FederationOff                       diag.Code = 302
	IgnoredCredential                   diag.Code = 303
	CredentialOverHTTP                  diag.Code = 304
	CertificateOptionWithoutCertificate diag.Code = 305
	LocalSecretKeyword                  diag.Code = 306
	PasswordAuthentication              diag.Code = 307
	InteractiveSignIn                   diag.Code = 308
	UnsupportedCombination              diag.Code = 309
)

var authentication = []Rule{
	{
		Code: MissingProperty, Name: "missing-property", Severity: diag.Error,
		Since: "0.1.0",
		Doc: `The string gives credentials, but not all that their authentication mode needs.

A client that does not refuse such a string ignores the credentials: it asks the
current user to sign in, or sends no token at all. An Application Client Id alone
counts as the start of ` + "`app-key`" + `, as it does in the .NET client. An application
that signs in needs an Authority Id too: without one, clients fall back to a tenant
that is rarely the right one.

Add the properties that the message names, or remove the credentials. Source: the
documentation, "Application authentication properties" and "Authentication
properties (details)".`,
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;Authority Id=contoso.com",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=<key>;Authority Id=contoso.com",
	},
	{
		Code: FederationOff, Name: "federation-off", Severity: diag.Warning, Worse: diag.Error,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "makes clients sign in that did not",
		Doc: `The string gives credentials, but AAD Federated Security is not true.

By the documentation's algorithm the client then does not authenticate, and the
credentials go unused. Where the property is absent this is a warning, because some
clients take it for true (.NET does from version 12 on, for https); where it is
false it is an error.

Write ` + "`AAD Federated Security=True`" + `, or remove the credentials. Source: the
documentation, "Authentication properties (details)".`,
		Bad:  "https://help.kusto.windows.net/Samples;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=<key>;Authority Id=contoso.com",
		Good: "https://help.kusto.windows.net/Samples;Fed=True;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=<key>;Authority Id=contoso.com",
	},
	{
		Code: IgnoredCredential, Name: "ignored-credential", Severity: diag.Warning,
		Since: "0.1.0",
		Doc: `The string gives all that one authentication mode needs, and a credential of another that ranks below it.

Only the first mode counts, in the order user token, application token, application
key, certificate by thumbprint, by subject and issuer, by subject, password. The other
credential is dead weight that can still leak, and a reader may take it for the one
in use.

Remove the credential that is not meant. Source: the documentation, "Authentication
properties (details)".`,
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;UserToken=<token>;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;UserToken=<token>",
	},
	{
		Code: CredentialOverHTTP, Name: "credential-over-http", Severity: diag.Error,
		Since: "0.1.0", Score: "7.5", Fix: UnsafeFix,
		Changes: "makes clients connect over https",
		Doc: `The string gives a credential, and its Data Source is plain http on another machine.

The token that the credential stands for, or is, then travels unencrypted, and whoever
sees it can use it. Only this machine (localhost, 127.0.0.0/8, ::1) is exempt, as the
emulator knows no https.

Write https. Source: the documentation, "Authentication properties (details)", speaks of
http and https endpoints alike; the service itself offers https only.`,
		Bad:  "http://help.kusto.windows.net/Samples;Fed=true;AppToken=<token>",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;AppToken=<token>",
	},
	{
		Code: CertificateOptionWithoutCertificate, Name: "certificate-option-without-certificate", Severity: diag.Warning,
		Since: "0.1.0",
		Doc: `Application Certificate SendX5c is given, but no certificate is.

The option makes the client send the certificate's public part, so that the tenant can
trust its issuer. Without a certificate (by thumbprint, subject, issuer, blob or file)
it says nothing, and one was probably forgotten.

Name the certificate, or remove the option. Source: the documentation, "Application
authentication properties".`,
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;SendX5c=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: LocalSecretKeyword, Name: "local-secret-keyword", Severity: diag.Warning,
		Since: "0.1.0",
		Doc: `A certificate of the local store is named by its thumbprint or subject.

From version 12 on the .NET client refuses such a string, so that text from elsewhere
cannot make a program use the machine's certificates. It takes it only where the program
allows it first: ` + "`new KustoConnectionStringBuilder { PreventAccessToLocalSecretsViaKeywords = false, ConnectionString = … }`" + `,
in that order; or ` + "`DefaultPreventAccessToLocalSecretsViaKeywords = false`" + ` for the whole program; or, from outside, the
environment variable ` + "`KUSTO_DATA_ALLOW_ACCESS_TO_LOCAL_SECRETS_VIA_KCSB_KEYWORDS=1`" + ` (pages of 2026-08). No keyword of
the string can allow it. The store is that of Windows.

Allow it in one of these ways, or choose the certificate in code. Source: the documentation,
"Authenticate with a certificate", and the changelog of Microsoft.Azure.Kusto.Data 12.0.0.`,
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppCert=<thumbprint>;Authority Id=contoso.com",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=<key>;Authority Id=contoso.com",
	},
	{
		Code: PasswordAuthentication, Name: "password-authentication", Severity: diag.Warning,
		Since: "0.1.0",
		Doc: `The string holds a user's password.

No documented combination of properties has one. Clients that accept it hand the
password to the tenant as it is, which fails for every user with multifactor
authentication, and most clients ignore it.

Let the user sign in by prompt, or use an application's credentials. Source: the
documentation lists no Password; the property is in the keyword file that the Go,
Python and Java clients share.`,
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;User ID=someone@contoso.com;Password=<password>",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;User ID=someone@contoso.com",
	},
	{
		Code: InteractiveSignIn, Name: "interactive-sign-in", Severity: diag.Information,
		Since: "0.1.0",
		Doc: `The string asks for authentication and gives no credential, so the current user signs in.

The client opens a browser where there is no session yet. That is right for tools that a
person uses, and hangs or fails in a service, a job or a container.

For programs without a person, give an application's credentials, or choose a managed
identity in code. Source: the documentation, "Authentication properties (details)", step
1.5.`,
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=<key>;Authority Id=contoso.com",
	},
	{
		Code: UnsupportedCombination, Name: "unsupported-combination", Severity: diag.Warning,
		Since: "0.2.0",
		Doc: `The string gives a property that the documentation lists with other authentication modes and not
with the one that the string selects: Azure Region without the subject of a certificate, Application
Certificate SendX5c without subject and issuer, User ID or Enforce MFA with an application or a token.

Clients ignore such a property, or refuse the string ("conflicting properties"); none promises to act
on it. An option that is False asks for nothing and is not reported.

Remove the property, or give what the mode that takes it needs. ` + "`kustoconn convert`" + ` refuses the same
combinations. Source: the documentation, "Application authentication properties" (the list of
supported combinations) and "User authentication properties".`,
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=<key>;Authority Id=contoso.com;Azure Region=westeurope",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=<key>;Authority Id=contoso.com",
	},
}

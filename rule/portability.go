package rule

import "kustoconn/diag"

// Codes of the portability rules, which package sdk reports for the clients that a user names.
const (
	RejectedByClient        diag.Code = 601
	ReadDifferentlyByClient diag.Code = 602
	CrashesClient           diag.Code = 603
	LeakedByClientError     diag.Code = 604
	IgnoredByClient         diag.Code = 605
	UntrustedByClient       diag.Code = 606
)

var portability = []Rule{
	{
		Code: RejectedByClient, Name: "rejected-by-client", Severity: diag.Warning,
		Since: "0.1.0", Fix: SafeFix,
		Doc: `A client that you target refuses the string, although the language allows it: it does not
know or does not support a keyword, or it stumbles over quotation marks, an empty segment, white
space, or a boolean that is not spelled as it wants it.

Write the string as that client takes it too, or set the property in its code. Where an edit lets
it read further, means the same and harms no client that you name, there is a fix.
` + "`kustoconn clients --matrix`" + ` prints which keywords each client takes.

Source: the recorded answers of the client, at the version that the report names. For .NET, whose
client was not recorded, what is not verified is not reported.`,
		Bad:  "Server=https://help.kusto.windows.net;Fed=TRUE",
		Good: "Server=https://help.kusto.windows.net;Fed=True",
	},
	{
		Code: ReadDifferentlyByClient, Name: "read-differently-by-client", Severity: diag.Warning,
		Since: "0.1.0", Fix: SafeFix,
		Doc: `A client that you target accepts the string but sees another value in it than the
documentation means, or chooses another authentication. It keeps quotation marks as part of a value,
loses what follows a second '=' (the padding of a base64 key), keeps the database in the path of the
Data Source, or takes another of two duplicates.

The same string then connects to something else, or as someone else, depending on the client. Write
the value in a form that all clients read alike, as the fix does where there is one; set in code what
has none. A default of the client's own is no difference. ` + "`kustoconn clients STRING`" + ` shows what each
client sees.

Source: the recorded answers of the client, at the version that the report names.`,
		Bad:  `Server=https://help.kusto.windows.net;Fed=True;AppClientId="f6f295b1-0ce0-41f1-bba3-735accac0c69";AppKey={key};TenantId=contoso.com`,
		Good: "Server=https://help.kusto.windows.net;Fed=True;AppClientId=f6f295b1-0ce0-41f1-bba3-735accac0c69;AppKey={key};TenantId=contoso.com",
	},
	{
		Code: CrashesClient, Name: "crashes-client", Severity: diag.Error,
		Since: "0.1.0", Fix: SafeFix,
		Doc: `A client that you target ends with an exception or a panic that it does not mean to give, such as
an index out of range, instead of an error that a program can handle.

Do not hand it this string: take out the pair that the report points at.

Source: the recorded answers of the client, at the version that the report names.`,
		Bad:  "https://help.kusto.windows.net/Samples;Fed=",
		Good: "https://help.kusto.windows.net/Samples;Fed=False",
	},
	{
		Code: LeakedByClientError, Name: "leaked-by-client-error", Severity: diag.Warning,
		Since: "0.1.0", Score: "5.0",
		Doc: `A client that you target fails on the string with an error text that holds a part of one of its
secrets. Errors are logged and shown, and the secret with them. Most clients divide a string at every
semicolon, quoted or not, and take what comes after one for a keyword, which they name.

Hand that client the secret in code, or have a new secret made that holds no semicolon. If such a
string has reached it, look through the logs and replace the secret.

Source: the recorded answers of the client, at the version that the report names.`,
		Bad:  `https://help.kusto.windows.net/Samples;Fed=True;AppKey="invented;secret"`,
		Good: `https://help.kusto.windows.net/Samples;Fed=True;AppKey=invented-secret`,
	},
	{
		Code: IgnoredByClient, Name: "ignored-by-client", Severity: diag.Warning,
		Since: "0.1.0",
		Doc: `A client that you target accepts a property and does nothing with it, so that what you ask for
does not happen and nothing says so.

Set it in the client's code, where it can be set there, or remove it.

Source: the recorded answers of the client, at the version that the report names, and a reading of
its source.`,
		Bad:  "https://help.kusto.windows.net;Fed=True;Application Certificate SendX5c=True",
		Good: "https://help.kusto.windows.net;Fed=True",
	},
	{
		Code: UntrustedByClient, Name: "untrusted-by-client", Severity: diag.Warning,
		Since: "0.2.0",
		Doc: `A client that you target would not send a request to the host, for its own list of trusted
endpoints lacks it. Or the opposite: the service does not issue the host, and the client does not
ask, with this authentication or ever, and would send its token there. The message says which.

Use a host that the service issues. Where the host is yours, add it in the client's code (the help
names the function), and in this program's configuration. ` + "`kustoconn endpoint --client all URI`" + ` shows
what each client says of a host.

Tokens are taken to be asked at the login endpoint of the host's cloud, or at that of the public one:
a client asks the host itself which it is.

Source: the recorded answers of the checks of the Go, Python, Node and Java clients and a reading of
when they ask them; for .NET the documentation, "Trusted endpoints".`,
		Bad:  "https://my-kusto.contoso.com;Fed=True",
		Good: "https://help.kusto.windows.net;Fed=True",
	},
}

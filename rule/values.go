package rule

import "kustoconn/diag"

// Codes of the rules on values.
const (
	NotABoolean                 diag.Code = 201
	OddAuthority                diag.Code = 202
	ClientIDNotAGUID            diag.Code = 203
	ThumbprintNotHex            diag.Code = 204
	UnknownQueryConsistency     diag.Code = 205
	EmptyValueUnsets            diag.Code = 206
	QuoteInBareValue            diag.Code = 207
	Placeholder                 diag.Code = 208
	WhitespaceTrimmedFromSecret diag.Code = 209
	SemicolonTruncated          diag.Code = 210
	DoublyQuoted                diag.Code = 211
	UncommonQueryConsistency    diag.Code = 212
	SingleQuotedValue           diag.Code = 213
	OddRegion                   diag.Code = 214
)

var values = []Rule{
	{
		Code: NotABoolean, Name: "not-a-boolean", Severity: diag.Error,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "gives this value to clients that refuse the other one or read it otherwise",
		Doc: `A boolean property is neither ` + "`true` nor `false`" + `.

The documentation ("Connection string properties") knows these two values, which
are read in any case. Other spellings (` + "`yes`, `1`, `on`" + `) are accepted by
some clients and rejected by others.`,
		Bad:  "https://help.kusto.windows.net/Samples;Fed=yes",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: OddAuthority, Name: "odd-authority", Severity: diag.Warning,
		Since: "0.1.0",
		Doc: "The authority says where to sign in: the tenant's GUID, one of its domains, `common`, `organizations`\n" +
			"or `consumers`, or the URL of a login endpoint. The value is none of these, so sign-in will fail, or\n" +
			"be tried at a tenant that does not exist. A tenant's display name and a user's address are no\n" +
			"authority, and neither is the cluster's URI.\n\n" +
			"Source: the documentation (\"User authentication properties\") and the Azure AD authority that it\n" +
			"refers to.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;Authority Id=Contoso Ltd",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;Authority Id=contoso.com",
	},
	{
		Code: ClientIDNotAGUID, Name: "client-id-not-a-guid", Severity: diag.Warning,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "changes the identity that clients sign in with",
		Doc: "`Application Client Id` is the GUID that the app registration shows as \"Application (client) ID\". The\n" +
			"value is something else, often the application's name, its secret's id or its object's URI, and\n" +
			"sign-in will fail. Write the GUID with its hyphens and without parentheses: where only those are wrong,\n" +
			"the fix corrects them. (A GUID in curly braces is a placeholder, as it is in many templates.)\n\n" +
			"Source: the documentation (\"Application authentication properties\"); Microsoft Entra ID knows\n" +
			"applications by GUIDs.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60b7f94f0c9a3e0f5c1d2e3f40;AppKey=<key>;Authority Id=contoso.com",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=<key>;Authority Id=contoso.com",
	},
	{
		Code: ThumbprintNotHex, Name: "thumbprint-not-hex", Severity: diag.Warning,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "changes the thumbprint by which clients look for the certificate",
		Doc: "A certificate's thumbprint is its SHA-1 hash: 40 hexadecimal digits. The value is something else, so\n" +
			"no certificate will be found. Windows' certificate dialog puts blanks between the digits and an\n" +
			"invisible mark before them, and other tools print colons: the fix removes such separators. A hash of\n" +
			"64 digits is SHA-256, which the certificate store is not searched by.\n\n" +
			"Source: the documentation (\"Application authentication properties\"); .NET's\n" +
			"`X509Certificate2.Thumbprint`.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppCert=01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67;Authority Id=contoso.com",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppCert=0123456789ABCDEF0123456789ABCDEF01234567;Authority Id=contoso.com",
	},
	{
		Code: UnknownQueryConsistency, Name: "unknown-query-consistency", Severity: diag.Error,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "changes what clients ask the service for",
		Doc: "`Query Consistency` is set to something that the service does not know, and requests fail. The\n" +
			"documentation (\"General properties\") gives two values, `strongconsistency` and `weakconsistency`, and\n" +
			"says that values are case sensitive. Where one of the known values was plainly meant the fix writes it.",
		Bad:  "https://help.kusto.windows.net/Samples;Query Consistency=weak",
		Good: "https://help.kusto.windows.net/Samples;Query Consistency=weakconsistency",
	},
	{
		Code: EmptyValueUnsets, Name: "empty-value-unsets", Severity: diag.Warning,
		Since: "0.1.0", Fix: SafeFix,
		Doc: "A pair without a value (`Key=`) does not set the property to an empty text: it unsets it, whatever an\n" +
			"earlier pair of the property or of its aliases said. This is usually a template that was not filled\n" +
			"in. Give the pair a value or remove it; an empty value is written `\"\"`. The fix removes a pair that\n" +
			"has nothing to unset; it is unsafe for a Data Source, and for an Initial Catalog beside a database in the path.\n\n" +
			"Source: the ADO.NET grammar (dotnet/runtime, `DbConnectionStringBuilder.cs`).",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;User ID=",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: QuoteInBareValue, Name: "quote-in-bare-value", Severity: diag.Warning,
		Since: "0.1.0", Fix: UnsafeFix,
		Doc: "A value without quotation marks around it holds one. The documentation (second note of the\n" +
			"introduction) asks for double quotation marks around a value with a `;`, a `'` or a `\"` in it. ADO.NET\n" +
			"reads a mark in the middle of a value as it stands, and so does this tool, but clients that split\n" +
			"strings in their own way may not. The fix puts the value in double quotation marks and doubles\n" +
			"those inside it. It is unsafe: the Go, Python, Node, Java and Rust clients take the marks around a value\n" +
			"for a part of it.",
		Bad:  "https://help.kusto.windows.net/Samples;Application Name for Tracing=Ada's job",
		Good: `https://help.kusto.windows.net/Samples;Application Name for Tracing="Ada's job"`,
	},
	{
		Code: Placeholder, Name: "placeholder", Severity: diag.Information,
		Since: "0.1.0",
		Doc: "A value holds a placeholder, such as `<key>`, `${KEY}`, `{0}` or `%s`, that has to be filled in before\n" +
			"the string is used. In a template this is as it should be. A placeholder satisfies any type and is no\n" +
			"secret, so the rest of the string is checked as far as its constant parts allow. In a string that a\n" +
			"client is given, fill it in. The first one of a string is reported, with their number.\n\n" +
			"In a secret's place `__X__`, `[x]`, `!X!` and other forms that a password may have count only where\n" +
			"words stand between the marks, and a default value (`${KEY:-x}`) is a secret. The configuration of\n" +
			"`lint` and the library take patterns of further placeholders.",
		Bad:  "https://<cluster>.kusto.windows.net/Samples;Fed=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: WhitespaceTrimmedFromSecret, Name: "whitespace-trimmed-from-secret", Severity: diag.Warning,
		Since: "0.1.0", Fix: SafeFix,
		Doc: "White space around a value without quotation marks is dropped. Around a secret it may have belonged to\n" +
			"it, or it was copied along and cannot be seen: a no-break space, a tab, a line break, or several\n" +
			"blanks. If it belongs to the secret, put the secret in double quotation marks. If not, remove it, as\n" +
			"the fix does: some clients keep it, and sign-in with them fails. A single blank, and the line break\n" +
			"at the end of a text, are not reported.\n\n" +
			"Source: the documentation (third note of the introduction) and the ADO.NET grammar.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=\u00a0invented~secret;Authority Id=contoso.com",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=invented~secret;Authority Id=contoso.com",
	},
	{
		Code: SemicolonTruncated, Name: "semicolon-truncated", Severity: diag.Warning,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "makes what follows a part of the secret that clients send",
		Doc: "Right after a secret without quotation marks comes something that is no pair, or whose keyword nobody\n" +
			"knows. The secret probably holds a `;`, which ended it too early: sign-in fails, and clients print the\n" +
			"rest as an unknown keyword. The documentation asks for double quotation marks around a value that\n" +
			"holds a `;`. The fix puts them around the secret and what follows; it is unsafe because what follows\n" +
			"may be a pair of its own with a misspelt keyword.\n\n" +
			"Until this is mended, what follows is masked as a part of the secret. A known keyword after a secret\n" +
			"is taken at its word.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=invented;secret=1;Authority Id=contoso.com",
		Good: `https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey="invented;secret=1";Authority Id=contoso.com`,
	},
	{
		Code: DoublyQuoted, Name: "doubly-quoted", Severity: diag.Warning,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "changes the value that clients send",
		Doc: "A value in quotation marks has another pair of marks inside, which belongs to the value. Usually\n" +
			"the value was quoted twice, once by hand and once by a program, and the server is sent a name or a\n" +
			"secret with marks around it. Remove the inner marks, as the fix does. In a Data Source they are\n" +
			"reported as a bad URI.\n\n" +
			"Source: the ADO.NET grammar, in which the other quotation mark, or a doubled one, stands for itself.",
		Bad:  `https://help.kusto.windows.net;Fed=true;Initial Catalog="'Samples'"`,
		Good: `https://help.kusto.windows.net;Fed=true;Initial Catalog="Samples"`,
	},
	{
		Code: UncommonQueryConsistency, Name: "uncommon-query-consistency", Severity: diag.Warning, Milder: diag.Information,
		Since: "0.1.0",
		Doc: "`Query Consistency` has a value that the service knows but that the documentation of connection\n" +
			"strings does not promise: it gives `strongconsistency` and `weakconsistency` alone (\"General\n" +
			"properties\"). Use one of those. The values that the service documents as options of a request\n" +
			"(`weakconsistency_by_query`, `_by_database`, `_by_session_id`) are an information: set them there.\n\n" +
			"Source: the documentation, and \"Query consistency\" of the service's (pages of 2026-08).",
		Bad:  "https://help.kusto.windows.net/Samples;Query Consistency=affinitizedweakconsistency",
		Good: "https://help.kusto.windows.net/Samples;Query Consistency=weakconsistency",
	},
	{
		Code: SingleQuotedValue, Name: "single-quoted-value", Severity: diag.Information,
		Since: "0.1.0", Fix: UnsafeFix,
		Doc: "A value stands in single quotation marks. ADO.NET takes them as it takes double ones, and so does\n" +
			"this tool, but the documentation (second note of the introduction) asks for double ones, and clients\n" +
			"that split strings in their own way may keep single ones as a part of the value. The fix puts the\n" +
			"value in double quotation marks; it is unsafe because such a client keeps those too, so that it reads\n" +
			"another value than before.\n\n" +
			"Source: the documentation and the ADO.NET grammar.",
		Bad:  `https://help.kusto.windows.net;Fed=true;Initial Catalog='My; Samples'`,
		Good: `https://help.kusto.windows.net;Fed=true;Initial Catalog="My; Samples"`,
	},
	{
		Code: OddRegion, Name: "odd-region", Severity: diag.Warning,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "changes the region in which clients sign in",
		Doc: "`Azure Region` names the region whose sign-in service an application uses. The value is the name of\n" +
			"no region of Azure, so that sign-in fails or is tried elsewhere. Names are compared without case and\n" +
			"blanks (`West Europe` is `westeurope`); `TryAutoDetect`, by which the sign-in library finds the region\n" +
			"itself, is one too. Where a region's name was plainly meant the fix writes it.\n\n" +
			"Source: the documentation (\"Application authentication properties\") and Azure's list of regions. A\n" +
			"region that Azure opened since this version is not in it: suppress the finding.",
		Bad:  `https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;Application Certificate Subject=CN=app;Authority Id=contoso.com;Azure Region=westeurop`,
		Good: `https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;Application Certificate Subject=CN=app;Authority Id=contoso.com;Azure Region=westeurope`,
	},
}

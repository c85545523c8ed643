package rule

import "kustoconn/diag"

// Codes of the rules on keywords.
const (
	UnknownKeyword      diag.Code = 101
	DuplicateKeyword    diag.Code = 102
	ConflictingValues   diag.Code = 103
	ProgrammaticOnly    diag.Code = 104
	ForeignKeyword      diag.Code = 105
	QuotedKeyword       diag.Code = 106
	UndocumentedKeyword diag.Code = 107
	OneClientKeyword    diag.Code = 108
	MissingSeparator    diag.Code = 109
)

var keywords = []Rule{
	{
		Code: UnknownKeyword, Name: "unknown-keyword", Severity: diag.Error,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "gives effect to a pair that clients refuse or ignore",
		Doc: "A keyword is none of those that the documentation (\"Connection string properties\") or any client\n" +
			"knows. Clients refuse such a string or ignore the pair. Case and blanks do not matter: `AppClientId`\n" +
			"and `app client id` are one keyword, but `App_Client_Id` is not, nor is one with a byte order mark\n" +
			"or a no-break space in it.\n\n" +
			"Where the keyword is close to a known one, or another name for it such as `Client Secret` or\n" +
			"`Microsoft Entra ID Federated Security`, the fix writes the known one.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKye=<key>;Authority Id=contoso.com",
		Good: "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppKey=<key>;Authority Id=contoso.com",
	},
	{
		Code: DuplicateKeyword, Name: "duplicate-keyword", Severity: diag.Warning,
		Since: "0.1.0", Fix: SafeFix,
		Doc: "A property is given twice with the same value; an alias counts as the property itself (`Fed` and\n" +
			"`AAD Federated Security`), and the prefix as a `Data Source`. The last one counts, so nothing is\n" +
			"lost, but whoever edits the other one will wonder. The fix removes the one that has no effect;\n" +
			"where the two are spelled otherwise it is unsafe, because which one the .NET client takes is not documented.\n" +
			"Booleans are compared by value, and a placeholder may stand for anything. Different values are\n" +
			"reported as conflicting-values.\n\n" +
			"Source: the ADO.NET grammar, in which the last of several pairs wins.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;Fed=True",
		Good: "https://help.kusto.windows.net/Samples;Fed=True",
	},
	{
		Code: ConflictingValues, Name: "conflicting-values", Severity: diag.Warning,
		Since: "0.1.0",
		Doc: "A property is given twice with different values; an alias counts as the property itself, and the\n" +
			"prefix as a `Data Source`. By the language the last one counts. Some clients take another one, so the\n" +
			"same string means different things to them, and a reader may see the wrong one. Decide which value\n" +
			"is meant and remove the other; no fix can know.\n\n" +
			"Source: the ADO.NET grammar, in which the last of several pairs wins.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;AAD Federated Security=false",
		Good: "https://help.kusto.windows.net/Samples;AAD Federated Security=false",
	},
	{
		Code: ProgrammaticOnly, Name: "programmatic-only", Severity: diag.Error,
		Since: "0.1.0",
		Doc: "The keyword names something that only code can set. Of `ManagedServiceIdentity` the documentation\n" +
			"(\"Application authentication properties\") says that it can't be set with a connection string;\n" +
			"`PreventAccessToLocalSecretsViaKeywords` guards the connection string and so cannot be in it. Take\n" +
			"the pair out, and call the builder's method or set its property.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;ManagedServiceIdentity=system",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: ForeignKeyword, Name: "foreign-keyword", Severity: diag.Error,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "drops a pair that clients refuse or ignore",
		Doc: "The keyword belongs to the connection strings of another product, such as SQL Server, Azure Storage\n" +
			"or Event Hubs. Kusto's look like those but do not have it, and clients refuse or ignore it. Where the\n" +
			"keyword means nothing to Kusto the fix removes the pair; elsewhere the help says what to use, or that\n" +
			"the whole string is another service's.\n\n" +
			"Source: the other products' documentation; the keyword is in none of the tables of this one.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;Encrypt=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: QuotedKeyword, Name: "quoted-keyword", Severity: diag.Error,
		Since: "0.1.0", Fix: UnsafeFix,
		Changes: "gives effect to a pair that clients refuse or ignore",
		Doc: "Quotation marks or brackets stand around a keyword. They belong to it then, and no property is called\n" +
			"so: only values take quotation marks. A mark before the first keyword alone often means that the\n" +
			"whole string was quoted twice. The fix removes what stands around a known keyword.\n\n" +
			"Source: the ADO.NET grammar (dotnet/runtime, `DbConnectionOptions.Common.cs`), in which a keyword is\n" +
			"taken as it stands.",
		Bad:  `https://help.kusto.windows.net/Samples;"AAD Federated Security"=true`,
		Good: "https://help.kusto.windows.net/Samples;AAD Federated Security=true",
	},
	{
		Code: UndocumentedKeyword, Name: "undocumented-keyword", Severity: diag.Information,
		Since: "0.1.0",
		Doc: "The property is in none of the documentation's tables, although several clients accept it. Nobody\n" +
			"promises that it will stay, nor that all clients treat it alike; the message lists those that accept\n" +
			"it. Use a documented property where one does the same, such as `Data Source` for `Data Source Uri`.\n\n" +
			"Source: the clients' keyword tables, of which Go, Python and Java share one (`kcsb.json`).",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;Namespace=Test",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: OneClientKeyword, Name: "one-client-keyword", Severity: diag.Warning,
		Since: "0.1.0",
		Doc: "A single client knows the property, which is named in the message; the documentation and all other\n" +
			"clients do not. With any other client the string is refused, or the pair has no effect. Set it in the\n" +
			"client's code instead.\n\n" +
			"Source: the keyword tables of the Node.js and the Rust client.",
		Bad:  "https://help.kusto.windows.net/Samples;Fed=true;AZ CLI=true",
		Good: "https://help.kusto.windows.net/Samples;Fed=true",
	},
	{
		Code: MissingSeparator, Name: "missing-separator", Severity: diag.Warning, Worse: diag.Error,
		Since: "0.2.0", Fix: UnsafeFix,
		Changes: "gives effect to pairs that clients take for a part of the value",
		Doc: "A known keyword with an equals sign stands inside a value, behind white space or a `,`, `&`, `:` or\n" +
			"`|`: a semicolon was forgotten, or something else written in its place. By the language all of it is\n" +
			"the one value, so that the pair inside has no effect. It is an error where that pair gives a secret,\n" +
			"which is then shown with the value around it. Where the semicolon explains what other rules would say\n" +
			"of the value, they say nothing.\n\n" +
			"A value in quotation marks is meant as it is. In names for tracing and of users only keywords count\n" +
			"that no other product has. The fix writes the semicolons.\n\n" +
			"Source: the ADO.NET grammar, in which only a semicolon ends a value.",
		Bad:  "https://help.kusto.windows.net;Database=Samples Fed=true",
		Good: "https://help.kusto.windows.net;Database=Samples;Fed=true",
	},
}

package main

// keyword is a spelling that some client or document knows, and a value that
// suits it; the empty one stands for the cluster's address.
type keyword struct{ spelling, value string }

var keywords = []keyword{
	{"Data Source", ""}, {"DataSource", ""}, {"Addr", ""}, {"Address", ""}, {"Network Address", ""}, {"Server", ""},
	{"Data Source Uri", ""}, {"Cluster Uri", ""}, {"Server Uri", ""}, {"Host", ""}, {"Cluster", ""},
	{"Initial Catalog", "MyDb"}, {"Database", "MyDb"}, {"dbname", "MyDb"},
	{"AAD Federated Security", "True"}, {"Federated Security", "True"}, {"Federated", "True"}, {"Fed", "True"}, {"AADFed", "True"},
	{"Microsoft Entra ID Federated Security", "True"},
	{"Authority Id", "contoso.com"}, {"Authority", "contoso.com"}, {"TenantId", "contoso.com"}, {"Tenant", "contoso.com"},
	{"TID", "contoso.com"}, {"Domain Hint", "contoso.com"},
	{"User ID", "johndoe@contoso.com"}, {"AAD User ID", "johndoe@contoso.com"}, {"UserId", "johndoe@contoso.com"},
	{"User", "johndoe@contoso.com"}, {"UID", "johndoe@contoso.com"}, {"Login Hint", "johndoe@contoso.com"},
	{"Password", "P@ssw0rd"}, {"Pwd", "P@ssw0rd"},
	{"User Token", "utok"}, {"UsrToken", "utok"}, {"Application Token", "atok"}, {"AppToken", "atok"},
	{"Application Client Id", "f6f295b1-0ce0-41f1-bba3-735accac0c69"}, {"AppClientId", "f6f295b1-0ce0-41f1-bba3-735accac0c69"},
	{"Application Key", "s3cr3t"}, {"AppKey", "s3cr3t"},
	{"Application Certificate", "cert.pem"}, {"Application Certificate Blob", "TUlJ"},
	{"Application Certificate PrivateKey", "TUlJ"},
	{"Application Certificate Thumbprint", "A1B2C3D4E5F60718293A4B5C6D7E8F9012345678"},
	{"AppCert", "A1B2C3D4E5F60718293A4B5C6D7E8F9012345678"},
	{"Application Certificate Subject Distinguished Name", "CN=app.contoso.com"}, {"Application Certificate Subject", "CN=app.contoso.com"},
	{"Application Certificate Issuer Distinguished Name", "CN=ca"}, {"Application Certificate Issuer", "CN=ca"},
	{"Application Certificate SendX5c", "True"}, {"Application Certificate X5c", "True"}, {"SendX5c", "True"},
	{"Application Certificate Send Public Certificate", "True"}, {"Send Certificate Chain", "True"},
	{"Application Name for Tracing", "MyApp"}, {"Trace App Name", "MyApp"},
	{"User Name for Tracing", "me"}, {"Trace User Name", "me"},
	{"Client Version for Tracing", "1.0"}, {"TraceClientVersion", "1.0"},
	{"Query Consistency", "weakconsistency"}, {"Azure Region", "westeurope"}, {"Region", "westeurope"},
	{"Enforce MFA", "True"}, {"MFA", "True"}, {"Accept", "True"}, {"Streaming", "True"}, {"Uncompressed", "True"},
	{"dSTS Federated Security", "True"}, {"DstsFed", "True"}, {"dSTS Token Type", "JWT"}, {"Namespace", "ns"}, {"NS", "ns"},
	{"MSI Auth", "True"}, {"msi_auth", "True"}, {"MSI", "True"}, {"MSI Authentication", "True"},
	{"MSI Params", "system"}, {"msi_params", "system"}, {"msi_type", "system"},
	{"AZ CLI", "True"}, {"Interactive Login", "True"}, {"Managed Service Identity", "system"},
	{"response_dynamic_serialization", "string"}, {"response_dynamic_serialization_2", "legacy"},
	{"Client Secret", "s3cr3t"}, {"Trusted_Connection", "yes"}, {"Foo", "x"},
}

var dataSources = []string{"Data Source", "DataSource", "data source", "server", "Addr", "Network Address"}

var booleanKeywords = []string{
	"AAD Federated Security", "Fed", "Application Certificate SendX5c", "Accept", "Streaming", "dSTS Federated Security", "MSI Auth", "AZ CLI",
}

var booleans = []string{
	"true", "True", "TRUE", "tRuE", "t", "T", "false", "False", "FALSE", "f", "F", "1", "0", "-1", "2", "01", "yes", "Yes", "no", "y", "n",
	"on", "off", "", " true ", "\ttrue", "true\u00a0", `"true"`, "'false'", `" true "`, "true false", "null", "system", "True\x00", "\ufefftrue",
	"\u017ftrue", "fal\u017fe", "tr\u00fce",
}

var valueKeywords = []string{
	"Data Source", "server", "Initial Catalog", "Application Key", "User ID", "Authority Id", "Application Name for Tracing", "MSI Params",
}

// values try quoting, escapes, white space, numbers, and what else a reader
// may take for more than text.
var values = []string{
	"B", "", " ", "  B  C  ", `"B"`, `'B'`, `"B`, `B"`, `"'B'"`, `'"B"'`, `""`, `''`, `"`, `'`, `"""B"""`, `'''B'''`, `"B""C"`, `'B''C'`,
	`"B;C"`, `'B;C'`, `"BC;D`, `B";"C`, "=", "=B", "==B", "B=", "B==", "B=C", `"="`, "abc8Q~x+/==", "a=b=c",
	"{B}", "{B;C}", "{{ .Values.key }}", "${KEY}", "$(Key)", "<AppKey>", "%KEY%", "a%3Bb", "a%20b", "a|b", "a,b", "(B)", `\`, `\;`, `a\b`, `\"a\"`,
	"@", "@help/Db", "https://x", "CN=x, O=y", "contoso.com", "f6f295b1-0ce0-41f1-bba3-735accac0c69",
	"\tB", "B\t", "B\nC", "\nB", "B\r\n", "a\x00b", "\x00", "a\x01b", "\x7f", "\u0085B\u0085", "\u00a0B\u00a0", "\u1680B", "\u180eB", "\u2007B\u2007",
	"\u200bB", "\u2028B", "\u202fB", "\u3000B", "\ufeffB", "\ufffeB", "\u001cB\u001f", "\u00e9", "e\u0301", "\u65e5\u672c", "\U0001f4a1",
	"0", "1", "007", "-1.5", "1e5", "1e", "0x1F", "0x", "1L", ".5", ".", "Inf", "-inf", "infinity", "NaN", "NA", "NULL", "T", "F", "true", "12345678901234567890",
}

var separators = []string{
	"", " ", "\t", ";", ";;", " ; ", "=", "=;", "==", "=a", "=a;", "a", "a;", "a=", "a=;", "a=b", "Fed", "Fed;", "Fed=", "Fed=True", ";Fed=True", ";;Fed=True",
	";" + base, " ;" + base, base, base + ";", base + ";;", base + "; ;", base + ";\t;", base + " ;", " " + base, "\n" + base, base + "\n",
	base + ";Fed=True", base + "; Fed=True", base + ";Fed=True ", base + ";Fed =True", base + ";Fed= True", base + ";\tFed=True", base + ";\nFed=True",
	base + ";\r\nFed=True", base + ";\u00a0Fed=True", base + ";\u2003Fed=True", base + ";\ufeffFed=True", base + ";\u0085Fed=True", base + ";Fed\u00a0=True",
	base + ";Fed", base + ";Fed;", base + ";=True", base + ";=", base + ";==", base + ";Fed==True", base + ";Fed=True=", base + ";Fed=True;=",
	base + ",Fed=True", base + "|Fed=True", base + "&Fed=True", base + ";;Fed=True", base + ";Fed=True;;", base + ";Fed=True\x00", base + "\x00;Fed=True",
	base + ";\x01Fed=True", base + ";F\x00ed=True", base + ";\ufffe=x", "\ufeff" + base, `"Data Source"=https://x`, "'Data Source'=https://x",
	"{Data Source}=https://x", `"` + base + `"`, "'" + base + ";Fed=True'", base + "#Fed=True", base + "?Fed=True", base + ";--Fed=True", "https://x?a=b;Fed=True",
}

var endpoints = []string{
	"https://mycluster.kusto.windows.net", "https://mycluster.kusto.windows.net/", "https://mycluster.kusto.windows.net/Db",
	"https://mycluster.kusto.windows.net/Db/", "https://mycluster.kusto.windows.net/Db/x", "https://mycluster.kusto.windows.net//Db",
	"https://mycluster.kusto.windows.net/My Db", "https://mycluster.kusto.windows.net/My%20Db", "https://mycluster.kusto.windows.net/%zz",
	"https://mycluster.kusto.windows.net:443/Db", "https://mycluster.kusto.windows.net:x/Db", "https://mycluster.kusto.windows.net?x",
	"https://mycluster.kusto.windows.net/Db?x=y", "https://mycluster.kusto.windows.net/Db#frag", "https://user:pw@mycluster.kusto.windows.net/Db",
	"HTTPS://MyCluster.Kusto.Windows.Net/Db", "http://mycluster.kusto.windows.net", "http://localhost:8080/Db", "net.tcp://localhost/Db", "ftp://x/Db",
	"//mycluster/Db", "https:", "https:/x", "https://", "https:///Db", "https://[::1]:8080/Db", "https://[::1", "https://[fe80::1%25eth0]/Db",
	"https://127.0.0.1/Db", "https://t\u00e4st.kusto.windows.net/Db", "https://my cluster.kusto.windows.net", " https://mycluster.kusto.windows.net ",
	"'https://mycluster.kusto.windows.net/Db'", `"https://mycluster.kusto.windows.net"`, "mycluster", "mycluster.westeurope", "mycluster/Db",
	"mycluster.westeurope.kusto.windows.net/Db", "help.kusto.windows.net", ".kusto.windows.net", "localhost", "localhost:8080", ".", "<QueryEndpointUri>",
	"https://ingest-mycluster.kusto.windows.net/Db", "https://ade.applicationinsights.io/subscriptions/11111111-1111-1111-1111-111111111111",
	"https://trd-abc.z1.kusto.fabric.microsoft.com/Db", "https://mycluster.kusto.usgovcloudapi.net/Db", "https://mycluster.kusto.windows.net/d\u00e9",
}

var shorthands = []string{
	"@help/Samples", "@help", "@help/", "@/Samples", "@", "@@help/Samples", "@help.westeurope/Samples", "@help.kusto.windows.net/Samples",
	"@https://help.kusto.windows.net/Samples", "@help/Samples/x", "@help//Samples", "@Help/samples", "@ help / Samples ", " @help/Samples", `@help\Samples`,
	"@help:443/Samples", "help/Samples@", "@help/Sam=ples", "@help/My%20Db", "@help/My Db", "@h\u00e9lp/Db", "@help?x", "@help#x",
}

// duplicates are two names of a property and two values for it.
var duplicates = [][4]string{
	{"Data Source", "Server", "https://a.kusto.windows.net", "https://b.kusto.windows.net"},
	{"Initial Catalog", "Database", "a", "b"},
	{"AAD Federated Security", "Fed", "true", "false"},
	{"Application Key", "AppKey", "k1", "k2"},
	{"Authority Id", "TenantId", "t1", "t2"},
	{"User ID", "UID", "u1", "u2"},
	{"MSI Auth", "MSI", "true", "false"},
	{"Application Certificate SendX5c", "SendX5c", "false", "true"},
	{"Accept", "accept", "true", "false"},
}

var credentials = []string{
	"User ID=johndoe@contoso.com", "Password=P@ssw0rd", "User Token=utok", "Application Token=atok",
	"Application Client Id=f6f295b1-0ce0-41f1-bba3-735accac0c69", "Application Key=k", "Authority Id=contoso.com",
	"Application Certificate=cert.pem", "Application Certificate Thumbprint=A1B2C3D4E5F60718293A4B5C6D7E8F9012345678",
	"Application Certificate Subject=CN=app", "Application Certificate SendX5c=True", "MSI Auth=True", "MSI Params=id", "AZ CLI=True",
}

// documented are the strings that the documentation shows, with invented ids.
var documented = []string{
	"https://help.kusto.windows.net/Samples; Fed=true; Accept=true",
	base + ";Database=NetDefaultDB;Fed=True;Authority Id=contoso.com",
	base + ";Database=NetDefaultDB;Fed=True;Authority Id=contoso.com;User ID=johndoe@contoso.com",
	base + ";Database=NetDefaultDB;Fed=True;AppClientId=f6f295b1-0ce0-41f1-bba3-735accac0c69;AppKey=k;Authority Id=contoso.com",
	base + ";Database=NetDefaultDB;Fed=True;UserToken=utok",
	base + ";Database=NetDefaultDB;Fed=True;ApplicationToken=atok",
	base + ";Database=NetDefaultDB;Fed=True;AppClientId=f6f295b1-0ce0-41f1-bba3-735accac0c69;AppCert=A1B2C3D4E5F60718293A4B5C6D7E8F9012345678;Authority Id=contoso.com",
	base + ";Initial Catalog=NetDefaultDB;AAD Federated Security=True;Authority Id=contoso.com",
}

var consistencies = []string{
	"strongconsistency", "StrongConsistency", "weakconsistency", "STRONGCONSISTENCY", "weakconsistency_by_query", "weakconsistency_by_database",
	"weakconsistency_by_session_id", "affinitizedweakconsistency", "databaseaffinitizedweakconsistency", "normalconsistency", "strong", "", "true",
}

// fragments are what damage and random values are made of.
var fragments = []string{
	"a", "b", "B", "0", "1", "k", " ", "  ", "\t", "\n", "\r", "=", "=", ";", ";", `"`, `'`, `\`, "/", ":", "@", ".", ",", "{", "}", "%", "#", "?", "&", "+", "-", "_",
	"\x00", "\x01", "\x1c", "\u0085", "\u00a0", "\u00e9", "\u0130", "\u017f", "\u200b", "\u2003", "\u212a", "\ufeff", "\ufffe", "\U0001f4a1", "==", "''", `""`, "true",
}

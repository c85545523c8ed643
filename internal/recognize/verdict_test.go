package recognize_test

import (
	"testing"

	"kustoconn/internal/recognize"
)

// A row of these tests has the string to be found in « », and beside it the
// nearest text that is none: one condition differs.

// checkWhole checks texts that a holder named key holds each as a whole.
func checkWhole(t *testing.T, key string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		check(t, text, recognize.Context{Whole: true, Key: key})
	}
}

// A keyword of another product speaks against a string, unless a keyword beside
// it is Kusto's and no credential, or the host is Kusto's.
func TestForeignPair(t *testing.T) {
	checkWhole(t, "",
		`«Server=db;AppKey=x»`,
		`Server=db;AppKey=x;Pooling=False`,
		`«Server=db;Fed=true;Pooling=False»`,
		`«Server=db;Fed=true;AppKey=x;Pooling=False»`,
		`«AppClientId=a;AppKey=b»`,
		`AppClientId=a;AppKey=b;Pooling=False`,
		`AppClientId=a;AppKey=b;HostName=c`,
		`«AppClientId=a;Fed=true;Pooling=False»`,
		`«Server=db;Database=NetDefaultDB»`,
		`Server=db;Database=NetDefaultDB;Port=5`,
		`«https://help.kusto.windows.net;AppKey=x;Pooling=False»`,
	)
}

// Each credential has its name elsewhere; none of them outweighs a keyword of
// another product, and any other keyword of Kusto's does.
func TestDecisive(t *testing.T) {
	for _, keyword := range []string{
		"AppClientId", "Application Client Id", "AppKey", "Application Key", "Application Token", "User Token", "Authority Id",
		"Azure Region", "AppCert",
	} {
		checkWhole(t, "", `«Server=db;`+keyword+`=x»`, `Server=db;`+keyword+`=x;Pooling=False`)
	}
	for _, keyword := range []string{
		"Fed", "AAD Federated Security", "AAD User ID", "Query Consistency", "Enforce MFA", "Application Name for Tracing", "SendX5c",
		"Application Certificate Subject Distinguished Name", "dSTS Federated Security", "AAD Fedrated Security",
	} {
		checkWhole(t, "", `«Server=db;`+keyword+`=x»`, `«Server=db;`+keyword+`=x;Pooling=False»`)
	}
}

// Kusto serves the clients of SQL Server: their keywords beside a host without
// a scheme are theirs, unless one that only Kusto has is there too.
func TestClientsOfSQLServer(t *testing.T) {
	for _, keyword := range []string{
		"Encrypt", "TrustServerCertificate", "HostNameInCertificate", "ServerCertificate", "Authentication",
		"Integrated Security", "Trusted_Connection", "TrustedConnection", "MultipleActiveResultSets",
	} {
		checkWhole(t, "",
			`Server=help.kusto.windows.net;Database=d;`+keyword+`=x`,
			`«Server=https://help.kusto.windows.net;Database=d;`+keyword+`=x»`,
			`«Server=help.kusto.windows.net;Database=d;Fed=true;`+keyword+`=x»`,
		)
	}
	checkWhole(t, "",
		`«Server=help.kusto.windows.net;Database=d;Pooling=x»`,
		`«Server=help.kusto.windows.net;Database=d;Port=5»`,
	)
}

// One keyword says that all of the string is another product's.
func TestForeignProduct(t *testing.T) {
	for _, keyword := range []string{"Driver", "Provider", "DSN", "FileDSN"} {
		checkWhole(t, "", `https://help.kusto.windows.net;Fed=true;`+keyword+`=x`)
	}
	for _, keyword := range []string{"DriverId", "DBQ", "File Name", "Pooling", "AccountEndpoint"} {
		checkWhole(t, "", `«https://help.kusto.windows.net;Fed=true;`+keyword+`=x»`)
	}
}

// A host of Kusto needs a pair of ours, or a URI with the documented name, or a
// holder that speaks of Kusto and a pair directly behind a semicolon.
func TestKustoHost(t *testing.T) {
	checkWhole(t, "",
		`«Data Source=https://help.kusto.windows.net»`,
		`«data source=https://help.kusto.windows.net»`,
		`DataSource=https://help.kusto.windows.net`,
		`Server=https://help.kusto.windows.net`,
		`Data Source=help.kusto.windows.net`,
		`«Server=help.kusto.windows.net;Database=d»`,
		`https://help.kusto.windows.net`,
		`https://help.kusto.windows.net;Whatever=abc`,
		`«https://help.kusto.windows.net;Database=d»`,
		`«https://help.kusto.windows.net;Apkey=abc»`,
		`«https://help.kusto.windows.net;SharedAccessKey=abc»`,
		`https://help.kusto.windows.net;DeviceId=abc`,
		`«https://help.kusto.windows.net;AppKey: a b c»`,
		`«Data Source=https://help.kusto.windows.net;Server=https://help.kusto.windows.net»`,
	)
	checkWhole(t, "KustoConnectionString",
		`«https://help.kusto.windows.net;Whatever=abc»`,
		`https://help.kusto.windows.net; Whatever=abc`,
		`«https://help.kusto.windows.net;Whatever=abc; Other=x»`,
		`Foo=1;Server=https://help.kusto.windows.net`,
		`https://help.kusto.windows.net;What:ever=abc`,
		`https://help.kusto.windows.net`,
		`help.kusto.windows.net;Whatever=abc`,
	)
}

// Any other endpoint needs a keyword that only Kusto has, its default database,
// or a holder that speaks of Kusto and any pair of ours.
func TestOtherEndpoint(t *testing.T) {
	checkWhole(t, "",
		`«Server=db;Fed=true»`,
		`Server=db;User ID=u`,
		`Server=db;Database=d`,
		`«Server=db;Database=NetDefaultDB»`,
		`«Server=db;Database=netdefaultdb»`,
		`Server=db;Accept=NetDefaultDB`,
		`«db;Fed=true»`,
		`d «b;Fed=true»`,
		`«{d b};Fed=true»`,
		`«ServerUri=db;Fed=true»`,
		`«Data Source=a~b;Fed=true»`,
	)
	checkWhole(t, "KustoConnectionString", `«Server=db;Database=d»`, `Server=db`, `Server=db;Whatever=x`, `Server=db;Database=d;Port=5`)
}

// Without an endpoint two pairs are needed that only Kusto has, or one whose
// keyword holds AAD and has a value.
func TestFragment(t *testing.T) {
	checkWhole(t, "",
		`AppKey=b`,
		`«AppKey=b;Fed=true»`,
		`AppKey=b;Database=d`,
		`Application Key=b`, `User Token=b`,
		`Application Key=`,
		`Application Key={key}`,
		`Application Key={key}x`, `«AAD User ID={key}x»`,
		`«AADFed=true»`,
		`AADFed=`,
		`AAD_Federated_Security=true`,
		`«AAD Fedrated Security=true»`,
		`«AppKey:abcd;Fed=true»`,
		`AppKey:abcd;Database=d`,
		`«Fed=true;AppKey:abcd»`,
		`Fed=true;Apple:abcd`,
		`«Fed=true;AppKey:abc»`,
		`Fed=true;AppKey:ab`,
		`kusto: AppKey abcd;Database=d`,
		`Data Soruce=contoso;Fed=true`,
	)
}

// The kinds, by what each needs.
func TestKindOfVerdict(t *testing.T) {
	for text, want := range map[string]recognize.Kind{
		`https://help.kusto.windows.net;Database=d`: recognize.ConnectionString,
		`Server=db;Fed=true`:                        recognize.ConnectionString,
		`AppKey=a;Fed=true`:                         recognize.Fragment,
		`AAD User ID=a`:                             recognize.Fragment,
	} {
		for _, whole := range []bool{true, false} {
			found := recognize.Find(text, recognize.Context{Whole: whole})
			if len(found) != 1 || found[0].Kind != want {
				t.Errorf("%q: %v, want one %v", text, found, want)
			}
		}
	}
	for kind, want := range map[recognize.Kind]string{
		recognize.ConnectionString: "connection-string", recognize.Fragment: "fragment", 0: "unknown", 3: "unknown",
	} {
		if got := kind.String(); got != want {
			t.Errorf("kind %d is %q, want %q", kind, got, want)
		}
	}
}

// An assignment is none of a string's pairs: white space before the equals sign
// behind one word.
func TestAssignment(t *testing.T) {
	checkWhole(t, "",
		`«appClientId=x;appKey=y»`,
		`appClientId =x;appKey=y`,
		`appClientId=x;appKey =y`,
		`«appClientId= x;appKey= y»`,
		`«Application Client Id = x;Application Key = y»`,
		`«Server = db;Fed = true»`,
		`«appClientId=x;appKey=y;database =d»`,
	)
}

// A whole text is a string only if each part of it can be one of a string: else
// the string stands in it.
func TestUniform(t *testing.T) {
	checkWhole(t, "",
		// a prefix
		`Connecting to «https://help.kusto.windows.net;Fed=true»`,
		`Connecting to {x} at «https://help.kusto.windows.net;Fed=true»`,
		`a(b);«Fed=true;AppKey=c»`,
		// a misplaced prefix
		`«https://a.kusto.windows.net;Fed=true;https://b.kusto.windows.net»`,
		`«https://a.kusto.windows.net;Fed=true;»https://b.contoso.example`,
		`«https://a.kusto.windows.net;Fed=true;»https://b.kusto.windows.net c`,
		// malformed segments
		"«https://a.kusto.windows.net;Fed=true;what»",
		"«https://a.kusto.windows.net;Fed=true» then;what",
		"«https://a.kusto.windows.net;Fed=true;»wh\nat",
		"=x;«https://a.kusto.windows.net;Fed=true»",
		// a first pair with an unknown keyword
		`«Foo=1;Server=db;Fed=true»`,
		`Foo=«Server=db;Fed=true»`,
		`«Foo=1;https://a.kusto.windows.net;Fed=true»`,
		`Foo/Bar=1;«https://a.kusto.windows.net;Fed=true»`,
		`Foo=http://x;«https://a.kusto.windows.net;Fed=true»`,
		"«Foo=\"1\";https://a.kusto.windows.net;Fed=true»",
		// quoted values hold anything, bare ones and keywords no line end
		"«Server=db;Fed=true;User ID=\"a\nb\"»",
		"«Server=db;Fed=true;User ID=a»\nb",
		"«Server=db;Fed=true;»User\nID=a",
		// a value that a sentence follows
		`«Server=db;Fed=true» then`,
		`«Server=db;Fed=false» then`,
		`«Server=db;Fed=yes then»`,
		`«Server=db;User ID=a b;Fed=true»`,
		`«Server=db;Fed=true;User ID=a» and http://x`,
		`«Server={d b};Fed=true»`,
		`«Fed=true;Server=db» and`,
	)
}

// What follows a forgotten semicolon counts as a pair, and has to look like one.
func TestPairsInsideValues(t *testing.T) {
	checkWhole(t, "",
		`«Server=db Password=x Fed=true»`,
		`«Server=db Fed=true» then`,
		`«Database=d Data Source=https://help.kusto.windows.net»`,
		`«Database=d ServerUri=https://help.kusto.windows.net;User ID=a b»`,
		`«Database=d Data Source=db Fed=true»`,
		`«https://help.kusto.windows.net Database=d»`,
		`Server=db Database=d`,
		`«AppKey=abc, Fed=true»`,
		`Server=db;User ID="a Fed=true"`,
	)
}

// Of what a program logs, half are nobody's pairs.
func TestLogLine(t *testing.T) {
	checkWhole(t, "",
		`«server=https://c.kusto.windows.net;database=d;user id=u;a=1;b=2»`,
		`server=https://c.kusto.windows.net;database=d;a=1;b=2`,
		`«server=https://c.kusto.windows.net;database=d;a=1»`,
		`«server=https://c.kusto.windows.net;fed=true;a=1;b=2»`,
		`«Data Source=https://c.kusto.windows.net;database=d;a=1;b=2»`,
		`«server=https://c.kusto.windows.net;database=d;=x;a=1»`,
	)
	checkWhole(t, "KustoConnectionString", `«server=https://c.kusto.windows.net;database=d;a=1;b=2»`)
	checkRunning(t,
		`x=1; «server=https://c.kusto.windows.net;database=d;user id=u;a=1»`,
		`x=1; server=https://c.kusto.windows.net;database=d;a=1`,
	)
}

// A client of Kusto takes what it is given for a connection string, whatever other
// products would say; the name of a setting speaks less clearly.
func TestForKusto(t *testing.T) {
	for text, forKusto := range map[string]string{
		`Server=db;Database=d`:        `«Server=db;Database=d»`,
		`Server=db;Database=d;Port=5`: `«Server=db;Database=d;Port=5»`,
		`Server=db;Whatever=x`:        `Server=db;Whatever=x`,
		`@help/Samples`:               `@help/Samples`,
		`Server=db;AppKey=x;Port=5`:   `«Server=db;AppKey=x;Port=5»`,
		`AppKey=x;UserToken=y;Port=5`: `«AppKey=x;UserToken=y;Port=5»`,
	} {
		check(t, text, recognize.Context{Whole: true})
		check(t, forKusto, recognize.Context{Whole: true, ForKusto: true})
	}
}

// Each part of a text has its condition for the whole to be a string; without it the
// string in the text ends before the white space.
func TestUniformByPart(t *testing.T) {
	const end = `Server=db;Fed=true;Database=x`
	checkWhole(t, "",
		`«`+end+` y»`,
		`«User ID=a=b;`+end+` y»`,
		`Foo=a=b;«`+end+`» y`,
		"Foo=a\r«b;"+end+"» y",
		`«`+end+`;foo=a=b;Accept=x y»`,
		"«Server=db;Fed=true;User ID=\"a\nb\";Database=x y»",
		`«Data Soruce=https://help.kusto.windows.net;Fed=true;Database=x y»`,
		`«https://help.kusto.windows.net;Fed=true;Database=x y»`,
		`«Foo.Bar-Baz=1;`+end+` y»`,
		`«{d b};Fed=true;Database=x y»`,
	)
}

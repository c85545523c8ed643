package recognize_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/recognize"
)

// marked takes the « and » out of text, which stand around what is to be found.
func marked(text string) (plain string, want []string) {
	var b []rune
	var in []rune
	open := false
	for _, r := range text {
		switch r {
		case '«':
			open, in = true, nil
		case '»':
			open = false
			want = append(want, string(in))
		default:
			b = append(b, r)
			if open {
				in = append(in, r)
			}
		}
	}
	return string(b), want
}

func check(t *testing.T, text string, in recognize.Context) {
	t.Helper()
	plain, want := marked(text)
	if diff := cmp.Diff(want, foundIn(plain, recognize.Find(plain, in))); diff != "" {
		t.Errorf("in %q (-want +got):\n%s", plain, diff)
	}
}

func TestRunningText(t *testing.T) {
	for _, text := range []string{
		`Connection: «https://help.kusto.windows.net/Samples;Fed=true».`,
		`use «https://help.kusto.windows.net/Samples;Fed=true» for this, or ask`,
		`use «https://help.kusto.windows.net/Samples;Fed=true;» for this`,
		`(«https://help.kusto.windows.net;Fed=true»)`,
		`(see «https://help.kusto.windows.net;Fed=true»).`,
		"`«https://help.kusto.windows.net;Fed=true»`, as before",
		`<value>«https://help.kusto.windows.net;Fed=true»</value>`,
		`<add key="k" connectionString="«Data Source=https://help.kusto.windows.net;Initial Catalog=a b;Fed=true»" />`,
		`conn='«Data Source=help.kusto.windows.net;Fed=true»' user='bob'`,
		`{"a":"«Data Source=help.kusto.windows.net;AppKey=abc»","b":1}`,
		`{\"a\":\"«Data Source=help.kusto.windows.net;AppKey=abc»\",\"b\":1}`,
		`export KUSTO=«https://help.kusto.windows.net;Fed=true»`,
		`conn=«mycluster;Fed=true» next`,
		`from «https://a.kusto.windows.net;Fed=true» to «https://b.kusto.windows.net;Fed=true;AppKey=x», in 3 s`,
		"«https://a.kusto.windows.net;Fed=true»\n«https://b.kusto.windows.net;Fed=true»\r\n",
		`Data Source «Data Source=localhost ; AAD User ID=me; Pwd =x y;tenantid=t;AAD Federated Security=True»`,
		`Set «AAD Federated Security=True» in the string`,
		`log: «Application Client Id=11111111-1111-1111-1111-111111111111;Application Key=abc» end`,
		`«@help/Samples;Fed=true»`,
		`«{Cluster}/{Database};Fed=true»`,
		`x «$(Cluster);Fed=true» y`,
		`LightIngest "«https://ingest-{Cluster name and region}.kusto.windows.net;Fed=True»" -db:x`,
		`LightIngest ingest: «ingest-{Cluster name and region}.kusto.chinacloudapi.cn;AAD Federated Security=True» -db:x`,
		`-c «https://[Cluster Name].kusto.windows.net;AAD Federated Security=True;Authority Id=[User's tenant ID ]» -x`,

		// quoted values, secrets in pieces
		"to «https://help.kusto.windows.net;AppKey=abc».\nnext",
		`x «https://help.kusto.windows.net;AppKey="a;b c";Fed=true» y`,
		"x «https://help.kusto.windows.net;AppKey=\"a;\nb\";Fed=true» y",
		`x «https://help.kusto.windows.net;AppKey="a""b;c"» y`,
		`x «https://help.kusto.windows.net;AppKey=ab;cd;Fed=true» y`,
		`x «https://help.kusto.windows.net;AppKey=ab;c!d» y`,
		`x «https://help.kusto.windows.net;AppKey=ab;c=d» y`,
		"x «https://help.kusto.windows.net;AppKey=\"open; and all of the line»\nnext line",
		`x "«https://help.kusto.windows.net;AppKey="sec;ret";Fed=true»" y`,
		`x "«https://help.kusto.windows.net;Fed=true;AppKey=»" + key + ")"`,

		// keywords that are not ours
		`x «https://help.kusto.windows.net;Apkey=abc;Bla=d» y`,
		`x «Data Soruce=help.kusto.windows.net;AAD Fedrated Security=True» y`,
		`x «Data Source=cluster;AAD_Federated_Security=True» y`,
		`x «https://help.kusto.windows.net;"AppKey"=abc» y`,
		`x «https://help.kusto.windows.net;[AppKey]=abc» y`,
		`x «https://help.kusto.windows.net;AccountKey=abc» y`,

		`x «https://help.kusto.windows.net/Db;k=a b;Fed=true» y`,

		// neither equals sign nor semicolon where they should be
		`x «https://help.kusto.windows.net;AppKey:abc» y`,
		`x "«https://help.kusto.windows.net;Application Key abc»" y`,
		`x «https://help.kusto.windows.net/Db?AppKey=abc», y`,
		`x «AppKey abcd;Fed=true» y`,
		`x «App Token : abc${x};Fed=true» y`,
		`x «https://help.kusto.windows.net,AppKey=abc» y «https://help.kusto.windows.net;Fed=true»`,
		`x «https://help.kusto.windows.net;Fed=true;» Database is next`,
		`x «https://help.kusto.windows.net;Fed=true;» let y = 3`,

		// one string in the value of another product's
		`Server="«Data Source=help.kusto.windows.net;Fed=true»";Driver=x`,
	} {
		check(t, text, recognize.Context{})
	}
}

func TestWholeText(t *testing.T) {
	for _, text := range []string{
		`«https://help.kusto.windows.net;Fed=true»`,
		"  «Data Source=https://help.kusto.windows.net;\n    Fed=true;\n    AppKey=abc;»\n",
		`«https://help.kusto.windows.net;AppKey=pass phrase»`,
		`«https://help.kusto.windows.net;AppKey="a;b»`,
		`«https://help.kusto.windows.net;AppKey:abc»`,
		`«Fed=true;https://help.kusto.windows.net»`,
		`«Data Source=https://help.kusto.windows.net»`,
		`«Data Source=help.kusto.windows.net;Password=a b;Pooling=False»`,
		`«Foo=1;Data Source=https://help.kusto.windows.net;Fed=true»`,
		`«https://help.kusto.windows.net;Encrypt=True;Fed=True»`,
		`«https://help.kusto.windows.net;Database=x;Integrated Security=True»`,
		`«https://contoso.example;Fed=true»`,
		`«https://adx.monitor.azure.com/subscriptions/x;Database=y»`,
		`«https://kusto.windows.net.contoso.example;Database=y»`,
		`«Data Source=10.0.0.1;Initial Catalog=NetDefaultDB»`,
		`«localhost;Application Key=x»`,
		`Connecting to «https://help.kusto.windows.net;Fed=true» now`,
		`«https://help.kusto.windows.net;Fed=true» is what you need`,
		"first line\n«https://help.kusto.windows.net;Fed=true»\nlast line",
		`ConnectionString=«Data Source=https://help.kusto.windows.net;Fed=true»`,
		`{"c":"«Data Source=https://help.kusto.windows.net;Fed=true»"}`,
		`token refreshed with «Data Source=https://help.kusto.windows.net;Fed=true»`,
		`«a Data Source=https://help.kusto.windows.net;Fed=true»`,
		`cache miss key=items:7 with «Data Source=https://help.kusto.windows.net;Fed=true»`,
		`«key=items:7 Database=x;Server=https://help.kusto.windows.net;Fed=true»`,
	} {
		check(t, text, recognize.Context{Whole: true})
	}
}

func TestNotOurs(t *testing.T) {
	for _, text := range []string{
		``, ` `, `=`, `;`, `;;;=;=`, `Fed=`, `fed=true`, `appKey=abc`, `userToken=abc; path=/`,
		// other products
		`Server=tcp:help.database.windows.net,1433;Database=d;User ID=u;Password=p;Encrypt=True`,
		`Server=tcp:help.kusto.windows.net,1433;Database=d;Authentication=Active Directory Default`,
		`Data Source=help.kusto.windows.net;Initial Catalog=d;Encrypt=True;TrustServerCertificate=False`,
		`Driver={ODBC Driver 18 for SQL Server};Server=help.kusto.windows.net;Database=d;Application Key=x`,
		`Provider=MSOLAP;Data Source=https://help.kusto.windows.net;Initial Catalog=d`,
		`jdbc:sqlserver://help.kusto.windows.net:1433;database=d;applicationKey=x`,
		`jdbc:mysql://localhost/db?user=u;appKey=x`,
		`Data Source=localhost;Port=3306;Database=d;User=u;Pwd=p`,
		`Host=localhost;Port=5432;Database=d;Username=u;Password=p`,
		`Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=n;SharedAccessKey=k;EntityPath=e`,
		`DefaultEndpointsProtocol=https;AccountName=n;AccountKey=k;EndpointSuffix=core.windows.net`,
		`AccountEndpoint=https://x.documents.azure.com:443/;AccountKey=k;Database=d`,
		`InstrumentationKey=k;IngestionEndpoint=https://x.in.applicationinsights.azure.com/`,
		`HostName=x.azure-devices.net;DeviceId=d;SharedAccessKey=k`,
		`AuthType=OAuth;Url=https://contoso.crm.dynamics.com;AppId=x;RedirectUri=http://localhost;Username=u;Password=p`,
		`RunAs=App;AppId=x;TenantId=y;AppKey=z`,
		`Server=db;Database=d;User ID=u;Password=p;Application Name=billing`,
		`Data Source=ORCL;User Id=u;Password=p;Application Id=5`,
		`Data Source=app.db;Password=p`, `Data Source=kusto.db;Password=p`, `Data Source=:memory:`,
		`mongodb://u:p@localhost/db?authSource=admin;appName=x`,
		`azureDataExplorer://tenant='t';clientid='c';clientsecret='s';cluster='https://help.kusto.windows.net';database='d'`,
		`amqps://localhost;userToken=abc`,
		// prose, code, headers
		`using Kusto.Data.Net.Client;`,
		`var kusto = new KustoConnectionStringBuilder("https://help.kusto.windows.net");`,
		`Open https://help.kusto.windows.net; then set Database to Samples.`,
		`curl https://help.kusto.windows.net/v1/rest/query; x=1`,
		`https://help.kusto.windows.net/Samples?query=x&web=0`,
		`content-security-policy: connect-src https://*.kusto.windows.net; script-src 'self'; style-src 'unsafe-inline'`,
		`Content-Type: multipart/form-data; boundary=x; charset=utf-8`,
		`Accept: text/html;q=0.9, */*;q=0.8`,
		`Set-Cookie: userToken=abc; Path=/; HttpOnly; SameSite=Lax`,
		`Cookie: lang=en;userToken=abc;theme=dark`,
		`background: url(https://contoso.example/a.png); color=red`,
		`for (i = 0; user = next(); i++) { database = user.db; }`,
		`appKey = config.get("k"); userToken = login(appKey);`,
		`GET /login?database=x&appKey=abc&userToken=def`,
		`signup: email=a@b.c;name=bob;userToken=x`,
		`federated = true; region = "westus"; tenant = "x"`,
		`--server=localhost --database=Samples --user=bob`,
		`--fed=true;x=1`,
		`took https://help.kusto.windows.net; elapsed=35; rows=2`,
		`uri=https://help.kusto.windows.net;status=200`,
		`GET https://help.kusto.windows.net/v1/rest/query;jsessionid=12`,
		`<script src="https://contoso.example/sdk.js?version=1&amp;appKey=abc"></script>`,
		`-d &quot;usertoken=abc&quot; \`,
		// principals
		`.add database d ingestors ('aadapp=11111111;22222222', 'aaduser=me@contoso.example')`,
		`aaduser=11111111-1111-1111-1111-111111111111;22222222-2222-2222-2222-222222222222`,
		`AAD app id=11111111-1111-1111-1111-111111111111`,
		`Authority Id={tenant}`, `Application Key=`, `Application Key=<key>`,
	} {
		for _, whole := range []bool{true, false} {
			check(t, text, recognize.Context{Whole: whole})
		}
	}
}

func TestKey(t *testing.T) {
	tests := []struct{ key, text string }{
		{"argv[1] of Kusto.Cli.exe", `«@help/Samples»`},
		{"argv[1] of kusto.cli", `«@help»`},
		{"LightIngest", ` «@help/Samples» `},
		{"KustoConnectionString", `«@help/Samples»`},
		{"ConnectionStrings.kusto", `«Data Source=mycluster;Database=Samples»`},
		{"KustoConnectionString", `«https://help.kusto.windows.net;Whatever=abc»`},
		{"uri", `https://help.kusto.windows.net;Whatever=abc`},
		{"kustoConnection", `«Data Source=https://contoso.example;Database=d»`},
		{"KustoConnectionString", `Server=tcp:x.database.windows.net;Database=d;Encrypt=True`},
		{"KustoConnectionString", `https://help.kusto.windows.net`},
		{"reviewers", `@help/Samples`},
		{"kusto", `@azure/kusto-data`},
		{"", `@help/Samples`},
		{"argv[2] of kusto.cli", `@file name`},
	}
	for _, test := range tests {
		check(t, test.text, recognize.Context{Whole: true, Key: test.key})
	}
}

func TestKinds(t *testing.T) {
	tests := []struct {
		text string
		want recognize.Kind
	}{
		{`https://help.kusto.windows.net;Fed=true`, recognize.ConnectionString},
		{`AAD Federated Security=True`, recognize.Fragment},
		{`;AppClientId=x;AppKey=y`, recognize.Fragment},
	}
	for _, test := range tests {
		found := recognize.Find(test.text, recognize.Context{Whole: true})
		if len(found) != 1 || found[0].Kind != test.want {
			t.Errorf("%q: %v, want one %v", test.text, found, test.want)
		}
	}
}

package convert_test

import (
	"encoding/json"
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn"
	"kustoconn/convert"
	"kustoconn/schema"
)

// Settings read back to the connection that they were written from, with the
// secrets as look-ups and the endpoint that they hold.
func TestRoundTrip(t *testing.T) {
	for _, target := range convert.Targets() {
		if !target.Reads {
			continue
		}
		for i, m := range modes {
			c := connection(t, i)
			settings, err := convert.To(target.Name, c)
			if err != nil || m.named {
				continue
			}
			b, err := convert.From(target.Name, settings)
			if err != nil {
				t.Errorf("%s, %s: %v\n%s", target.Name, m.name, err, settings)
				continue
			}
			text, err := b.Reveal()
			if err != nil {
				t.Fatal(err)
			}
			again, err := convert.FromString(text)
			if err != nil {
				t.Errorf("%s, %s: %v", target.Name, m.name, err)
				continue
			}
			if convert.Mode(again) != convert.Mode(c) {
				t.Errorf("%s: %s reads back as %s", target.Name, convert.Mode(c), convert.Mode(again))
			}
			second, err := convert.To(target.Name, again)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(settings, second); d != "" {
				t.Errorf("%s, %s (-first +second)\n%s", target.Name, m.name, d)
			}
		}
	}
}

func TestRoundTripValues(t *testing.T) {
	for _, target := range convert.Targets() {
		if !target.Reads {
			continue
		}
		rapid.Check(t, func(t *rapid.T) {
			database := rapid.StringMatching(`[ -~äλ€😀\n]{1,20}`).Draw(t, "database")
			in, err := kustoconn.Build().DataSource(endpoint).InitialCatalog(database).FederatedSecurity(true).
				Set("Application Client Id", "app").Set("Application Key", "S3CR3T1").AuthorityID("contoso.com").Reveal()
			if err != nil {
				t.Fatal(err)
			}
			c, err := convert.FromString(in)
			if err != nil {
				t.Skip() // the name of the database looks like a secret
			}
			settings, err := convert.To(target.Name, c)
			if err != nil {
				return // it says that it cannot hold the value
			}
			b, err := convert.From(target.Name, settings)
			if err != nil {
				t.Fatalf("%s: %v\n%s", target.Name, err, settings)
			}
			out, err := b.Reveal()
			if err != nil {
				t.Fatal(err)
			}
			conn, _ := kustoconn.Parse(out)
			if got, _ := conn.Property(schema.InitialCatalog); got.Reveal() != database {
				t.Errorf("%s: %q reads back as %q\n%s", target.Name, database, got.Reveal(), settings)
			}
			if key, _ := conn.Property(schema.ApplicationKey); key.Reveal() != "${KUSTO_APPLICATION_KEY}" {
				t.Errorf("%s: the key reads back as %q\n%s", target.Name, key.Reveal(), settings)
			}
		})
	}
}

// What settings hold as text shows with Reveal alone.
func TestFromMasks(t *testing.T) {
	b, err := convert.From("opentelemetry", `exporters: {azuredataexplorer: {cluster_uri: "`+endpoint+
		`", application_id: a, application_key: S3CR3T1, tenant_id: t, db_name: d}}`)
	if err != nil {
		t.Fatal(err)
	}
	want := "Data Source=" + endpoint + ";Initial Catalog=d;AAD Federated Security=True;Authority Id=t;Application Client Id=a;Application Key=****"
	if got := b.String(); got != want {
		t.Errorf("%s", got)
	}
}

func TestFromRefuses(t *testing.T) {
	for _, tt := range []struct{ target, text, want string }{
		{"telegraf", "", "holds no full connection"},
		{"python", "", "holds no full connection"},
		{"opentelemetry", "{", "not in the tool's format"},
		{"opentelemetry", "exporters: {azuredataexplorer: {managed_identity_id: system}}", "no connection string can select"},
		{"grafana", "a: 1", "no authentication that is known"},
		{"log4j2", "<a>", "not in the tool's format"},
		{"kqlmagic", "kusto://clientsecret=S3CR3T1", "not in the tool's format"},
		{"kafka-connect", "kusto.tables.topics.mapping=S3CR3T1", "not in the tool's format"},
		{"sqlalchemy", "https://S3CR3T1", "not in the tool's format"},
	} {
		b, err := convert.From(tt.target, tt.text)
		if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "S3CR3T") {
			t.Errorf("%s, %s: %v, %v", tt.target, tt.text, b, err)
		}
	}
}

// No target shows a secret, in text or in an error.
func TestNoSecretShows(t *testing.T) {
	for _, text := range []string{
		endpoint + ";Fed=true;AppKey=S3CR3T1;" + client + tenant,
		endpoint + ";Fed=true;UserToken=S3CR3T1;AppKey=S3CR3T2;AppToken=S3CR3T3;Password=S3CR3T4",
		endpoint + ";Fed=true;AppKey=S3CR3T1;S3CR3T2=3;" + client,
		endpoint + ";Fed=true;AppKey=S3CR3T1;S3CR3T2;" + client,
		endpoint + ";AppKey=S3CR3T1;" + client + tenant,
		"https://user:S3CR3T1@mycluster.kusto.windows.net;Fed=true",
		endpoint + ";Fed=true;Application Certificate Blob=S3CR3T1",
		endpoint + ";Fed=true;AppKey=\"S3CR3T1",
		endpoint + ",AppKey=S3CR3T1;Fed=true",
		endpoint + ";Fed=true;Database=\"a;AppKey=S3CR3T1\"",
	} {
		for _, mode := range append(convert.Modes(), "") {
			c, err := convert.FromString(text)
			if mode != "" {
				c, err = convert.FromEndpoint(text, mode)
			}
			if err != nil {
				if strings.Contains(err.Error(), "S3CR3T") {
					t.Errorf("%s: %v", mode, err)
				}
				continue
			}
			for _, target := range convert.Targets() {
				out, err := convert.To(target.Name, c)
				if err != nil {
					out = err.Error()
				}
				if strings.Contains(out, "S3CR3T") {
					t.Errorf("%s, %s: %s", target.Name, mode, out)
				}
			}
		}
	}
}

// Literals of TypeScript are those of JSON, so that a JSON reader judges them.
func TestLiterals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[ -~\pL\pC\n\r\x{2028}😀]{1,12}`).Filter(func(s string) bool {
			return !strings.Contains(s, "\x00") && strings.TrimSpace(s) != ""
		}).Draw(t, "name")
		text, err := kustoconn.Build().DataSource(endpoint).Set("Application Name for Tracing", name).FederatedSecurity(true).Reveal()
		if err != nil {
			t.Skip()
		}
		c, err := convert.FromString(text)
		if err != nil {
			t.Skip() // the name looks like a secret
		}
		code, err := convert.To("typescript", c)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(code, "kcsb.applicationNameForTracing = ")
		literal, _, _ := strings.Cut(rest, ";\n")
		var got string
		if err := json.Unmarshal([]byte(literal), &got); err != nil || got != name {
			t.Errorf("%q became %s: %v", name, literal, err)
		}
		code, err = convert.To("go", c)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := format.Source([]byte(code)); err != nil {
			t.Errorf("%q does not compile: %v", name, err)
		}
	})
}

func TestGoIsFormatted(t *testing.T) {
	files, _ := filepath.Glob("testdata/go/*.golden")
	for _, file := range files {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(string(code), "error: ") {
			continue
		}
		formatted, err := format.Source(code)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if d := cmp.Diff(string(formatted), string(code)); d != "" {
			t.Errorf("%s\n%s", file, d)
		}
	}
}

// Keys of older versions mean what those of today do; where a file has both of
// Grafana's, the credentials of today's form count, as they do for Grafana.
func TestFromOlderKeys(t *testing.T) {
	for _, tt := range []struct{ target, text, want string }{
		{"spark", `{"kustoCluster": "c", "kustoDatabase": "d", "kustoAADClientID": "a", "kustoClientAADClientPassword": os.environ["P"], "kustoAadAuthorityID": "t"}`,
			"Data Source=c;Initial Catalog=d;AAD Federated Security=True;Authority Id=t;Application Client Id=a;Application Key=${P}"},
		{"kafka-connect", "kusto.url=https://c\naad.auth.strategy=application\nkusto.auth.authority=t\nkusto.auth.appid=a\nkusto.auth.appkey=${env:P}\n",
			"Data Source=https://c;AAD Federated Security=True;Authority Id=t;Application Client Id=a;Application Key=${P}"},
		{"grafana", "datasources: [{type: grafana-azure-data-explorer-datasource, jsonData: {clusterUrl: 'https://c', clientId: old, " +
			"azureCredentials: {tenantId: t, clientId: a}}, secureJsonData: {azureClientSecret: '${P}', clientSecret: '${Q}'}}]",
			"Data Source=https://c;AAD Federated Security=True;Authority Id=t;Application Client Id=a;Application Key=${P}"},
	} {
		b, err := convert.From(tt.target, tt.text)
		if err != nil {
			t.Errorf("%s: %v", tt.target, err)
			continue
		}
		if got := b.String(); got != tt.want {
			t.Errorf("%s: %s", tt.target, got)
		}
	}
}

// Only the output of Kusto counts, and a database that looks like a URI is a
// database.
func TestFromOtherSettings(t *testing.T) {
	for _, tt := range []struct{ target, text, want string }{
		{"fluent-bit", "[OUTPUT]\n name stdout\n client_id x\n[OUTPUT]\n Name\tazure_kusto\n Tenant_Id t\n client_id a\n" +
			" client_secret ${KEY}\n # a comment\n ingestion_endpoint https://ingest-c.kusto.windows.net\n[INPUT]\n client_id y\n",
			"Data Source=https://ingest-c.kusto.windows.net;AAD Federated Security=True;Authority Id=t;Application Client Id=a;Application Key=${KEY}"},
		{"sqlalchemy", "kustosql+https://c.kusto.windows.net/https%3A%2F%2Fd?azure_ad_client_id=a&azure_ad_client_secret=%24%7BKEY%7D&azure_ad_tenant_id=t&msi=False",
			"Data Source=https://c.kusto.windows.net;Initial Catalog=https://d;AAD Federated Security=True;Authority Id=t;Application Client Id=a;Application Key=${KEY}"},
		{"spark", `df.option("kustoCluster", "c").option("kustoDatabase", "d").option("accessToken", os.environ["T"])`,
			"Data Source=c;Initial Catalog=d;AAD Federated Security=True;User Token=${T}"},
	} {
		b, err := convert.From(tt.target, tt.text)
		if err != nil {
			t.Errorf("%s: %v", tt.target, err)
			continue
		}
		if got := b.String(); got != tt.want {
			t.Errorf("%s: %s", tt.target, got)
		}
	}
}

func TestErrorsSayWhatToDo(t *testing.T) {
	for _, tt := range []struct{ text, target, want string }{
		{endpoint + ";Fed=true;AppClientId=a", "", "app-key lacks Authority Id and Application Key"},
		{endpoint + ";AppClientId=a;AppKey=k;TenantId=t", "", "app-key lacks AAD Federated Security"},
		{"Fed=true", "", "the string lacks Data Source"},
		{endpoint + ";Fed=true;Streaming=false", "python", "cannot take Streaming"},
		{endpoint + ";Query Consistency=weakconsistency", "java", "ClientRequestProperties"},
		{"https://c.kusto.windows.net/?a=b;Fed=true", "python", "';' nor '='"},
		{"http://localhost:8080;Fed=true;AppKey=k;" + client + tenant, "logstash", "give that as the Data Source"},
		{"https://c.kusto.windows.net:8443;Fed=true;AppKey=k;" + client + tenant, "sqlalchemy", "port 443"},
		{endpoint + ";Fed=true;User ID=u", "go", "remove it"},
	} {
		c, err := convert.FromString(tt.text)
		if err == nil {
			_, err = convert.To(tt.target, c)
		}
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.text, err, tt.want)
		}
	}
}

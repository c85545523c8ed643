package azkustodata_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	client "github.com/Azure/azure-kusto-go/azkustodata"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"kustoconn"
	"kustoconn/adapters/azkustodata"
)

const (
	uri    = "https://mycluster.kusto.windows.net"
	app    = "11111111-1111-1111-1111-111111111111"
	tenant = "22222222-2222-2222-2222-222222222222"
)

type builder = client.ConnectionStringBuilder

// equal compares what a builder holds.
func equal(want, got *builder) string {
	return cmp.Diff(want, got, cmpopts.IgnoreFields(builder{}, "ClientOptions", "TokenCredential"))
}

// refuse fails the test that opens a connection.
type refuse struct{ t *testing.T }

func (r refuse) RoundTrip(*http.Request) (*http.Response, error) {
	r.t.Error("a connection is opened")
	return nil, errors.New("no network")
}

func TestBuilder(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       builder
	}{
		{"documented: URI, database, Accept", "https://help.kusto.windows.net/Samples; Fed=true; Accept=true",
			builder{DataSource: "https://help.kusto.windows.net", InitialCatalog: "Samples", AadFederatedSecurity: true, InteractiveLogin: true}},
		{"documented: shorthand", "@help/Samples",
			builder{DataSource: "https://help.kusto.windows.net", InitialCatalog: "Samples", AadFederatedSecurity: true, InteractiveLogin: true}},
		{"documented: prompt with a tenant", "Data Source=" + uri + ";Database=NetDefaultDB;Fed=True;Authority Id=contoso.com",
			builder{DataSource: uri, InitialCatalog: "NetDefaultDB", AadFederatedSecurity: true, AuthorityId: "contoso.com", InteractiveLogin: true}},
		{"documented: application key, with the last semicolon",
			"Data Source=" + uri + ";Initial Catalog=NetDefaultDB;AAD Federated Security=True;AppClientId=" + app + ";AppKey=key;Authority Id=" + tenant + ";",
			builder{DataSource: uri, InitialCatalog: "NetDefaultDB", AadFederatedSecurity: true, ApplicationClientId: app, ApplicationKey: "key", AuthorityId: tenant}},
		{"documented: user token", "Data Source=" + uri + ";Database=NetDefaultDB;Fed=True;UserToken=a.b.c",
			builder{DataSource: uri, InitialCatalog: "NetDefaultDB", AadFederatedSecurity: true, UserToken: "a.b.c"}},
		{"documented: application token", "Data Source=" + uri + ";Database=NetDefaultDB;Fed=True;ApplicationToken=a.b.c",
			builder{DataSource: uri, InitialCatalog: "NetDefaultDB", AadFederatedSecurity: true, ApplicationToken: "a.b.c"}},
		{"a key that ends in signs", uri + ";Fed=true;AppClientId=" + app + ";AppKey=ab==c==;TenantId=contoso.com",
			builder{DataSource: uri, InitialCatalog: "NetDefaultDB", AadFederatedSecurity: true, ApplicationClientId: app, ApplicationKey: "ab==c==", AuthorityId: "contoso.com"}},
		{"a quoted key", uri + `;Fed=true;AppClientId=` + app + `;AppKey="a;b""c'=d";TenantId=contoso.com`,
			builder{DataSource: uri, InitialCatalog: "NetDefaultDB", AadFederatedSecurity: true, ApplicationClientId: app, ApplicationKey: `a;b"c'=d`, AuthorityId: "contoso.com"}},
		{"password", uri + ";Fed=true;User ID=u@contoso.com;Password=p==;TenantId=contoso.com",
			builder{DataSource: uri, InitialCatalog: "NetDefaultDB", AadFederatedSecurity: true, AadUserID: "u@contoso.com", Password: "p==", AuthorityId: "contoso.com"}},
		{"tracing", uri + `;Application Name for Tracing="a;b";User Name for Tracing=u`,
			builder{DataSource: uri, InitialCatalog: "NetDefaultDB", ApplicationForTracing: "a;b", UserForTracing: "u"}},
		{"a bare name", "mycluster.westeurope/Db;Fed=true",
			builder{DataSource: "https://mycluster.westeurope.kusto.windows.net", InitialCatalog: "Db", AadFederatedSecurity: true, InteractiveLogin: true}},
		{"no authentication", "http://localhost:8080",
			builder{DataSource: "http://localhost:8080", InitialCatalog: "NetDefaultDB"}},
		{"the token comes first", uri + ";Fed=true;UserToken=t;AppClientId=" + app,
			builder{DataSource: uri, InitialCatalog: "NetDefaultDB", AadFederatedSecurity: true, UserToken: "t"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			conn, _ := kustoconn.Parse(tt.text)
			got, err := azkustodata.Builder(conn)
			if err != nil {
				t.Fatal(err)
			}
			if d := equal(&tt.want, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
			c, err := client.New(got, client.WithHttpClient(&http.Client{Transport: refuse{t}}))
			if err != nil {
				t.Fatal(err)
			}
			if err := c.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestUnsupported(t *testing.T) {
	const certificate = ";AppClientId=" + app + ";TenantId=contoso.com;"
	for _, tt := range []struct{ text, want string }{
		{uri + ";Fed=true;AppCert=00112233445566778899AABBCCDDEEFF00112233" + certificate, "WithAppCertificateBytes"},
		{uri + ";Fed=true;Application Certificate Subject=CN=a;Application Certificate Issuer=CN=b" + certificate, "WithAppCertificateBytes"},
		{uri + ";Fed=true;Application Certificate Subject=CN=a" + certificate, "WithAppCertificateBytes"},
		{uri + ";Application Certificate Subject=CN=a;Application Certificate Issuer=CN=b" + certificate, "set it to true"},
		{uri + ";Fed=true;User ID=u", "no hint"},
		{uri + ";Fed=true;Query Consistency=weakconsistency", "QueryOption"},
		{uri + ";Fed=true;Streaming=false", "nothing like it"},
		{uri + ";Fed=true;UserToken=t;Authority Id=contoso.com", "no tenant"},
		{uri + ";dSTS Federated Security=true", "app-key"},
		{"http://localhost:8080;Fed=true", "use https"},
	} {
		conn, _ := kustoconn.Parse(tt.text)
		b, err := azkustodata.Builder(conn)
		var unsupported *azkustodata.UnsupportedError
		if !errors.As(err, &unsupported) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, %v, want %q", tt.text, b, err, tt.want)
		}
	}
}

func TestFaultyStrings(t *testing.T) {
	for _, text := range []string{"", "Fed=true", uri + ";Fed=yes", uri + ";Nonsense=1", uri + ";Fed=true;AppKey=SECRET1", "https://evil.example;Fed=true"} {
		conn, _ := kustoconn.Parse(text)
		if b, err := azkustodata.Builder(conn); err == nil || strings.Contains(err.Error(), "SECRET1") {
			t.Errorf("%q: %v, %v", text, b, err)
		}
	}
}

func Example() {
	conn, err := kustoconn.Parse(`https://help.kusto.windows.net/Samples;Fed=true;AppClientId=` + app +
		`;AppKey="a;b==";Authority Id=contoso.com`)
	if err != nil {
		panic(err)
	}
	b, err := azkustodata.Builder(conn)
	if err != nil {
		panic(err)
	}
	c, err := client.New(b)
	if err != nil {
		panic(err)
	}
	_ = c.Close()
	// Output:
}

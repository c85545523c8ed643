package kustoconn_test

import (
	"slices"
	"testing"

	"kustoconn"
	"kustoconn/bind"
	"kustoconn/endpoint"
	"kustoconn/schema"
)

// Each row of the four tables of "Kusto connection strings", name by name, with
// what its description says of the value. (Package schema's tests hold that there
// are no other rows.)
func TestPropertyRows(t *testing.T) {
	const (
		text   = schema.Type("string")
		yesNo  = schema.TypeBool
		secret = true
		public = false
	)
	fed := []string{"Federated Security", "Federated", "Fed", "AADFed"}
	sendX5c := "Application Certificate SendX5c"
	for _, tt := range []struct {
		row          string // the table, and the name that it prints
		name         string
		alternatives []string
		programmatic string
		kind         schema.Type
		secret       bool
	}{
		{"general: Client Version for Tracing", "Client Version for Tracing", nil, "TraceClientVersion", text, public},
		{"general: Data Source", "Data Source", []string{"Addr", "Address", "Network Address", "Server"}, "DataSource", schema.TypeURI, public},
		{"general: Initial Catalog", "Initial Catalog", []string{"Database"}, "InitialCatalog", text, public},
		{"general: Query Consistency", "Query Consistency", []string{"QueryConsistency"}, "QueryConsistency", schema.TypeEnum, public},
		{"user: AAD Federated Security", "AAD Federated Security", fed, "FederatedSecurity", yesNo, public},
		{"user: Authority ID", "Authority ID", []string{"TenantId"}, "Authority", schema.TypeAuthority, public},
		{"user: Enforce MFA", "Enforce MFA", []string{"MFA", "EnforceMFA"}, "EnforceMfa", yesNo, public},
		{"user: User ID", "User ID", []string{"UID", "User"}, "UserID", text, public},
		{"user: User Name for Tracing", "User Name for Tracing", nil, "TraceUserName", text, public},
		{"user: User Token", "User Token", []string{"UsrToken", "UserToken"}, "UserToken", schema.Type("token"), secret},
		{"application: AAD Federated Security", "AAD Federated Security", fed, "FederatedSecurity", yesNo, public},
		{
			"application: Application Certificate SendX5c", sendX5c,
			[]string{"Application Certificate Send Public Certificate", "SendX5c"}, "ApplicationCertificateSendX5c", yesNo, public,
		},
		{
			"application: Application Certificate Thumbprint", "Application Certificate Thumbprint", []string{"AppCert"},
			"ApplicationCertificateThumbprint", schema.TypeThumbprint, public,
		},
		{"application: Application Client Id", "Application Client Id", []string{"AppClientId"}, "ApplicationClientId", schema.TypeGUID, public},
		{"application: Application Key", "Application Key", []string{"AppKey"}, "ApplicationKey", text, secret},
		{
			"application: Application Name for Tracing", "Application Name for Tracing", []string{"TraceAppName"},
			"ApplicationNameForTracing", text, public,
		},
		{"application: Application Token", "Application Token", []string{"AppToken"}, "ApplicationToken", schema.Type("token"), secret},
		{"application: Authority Id", "Authority Id", []string{"TenantId"}, "Authority", schema.TypeAuthority, public},
		{"application: Azure Region", "Azure Region", []string{"AzureRegion", "Region"}, "AzureRegion", text, public},
		{"application: ManagedServiceIdentity", "ManagedServiceIdentity", nil, "EmbeddedManagedIdentity", schema.Type("managed identity"), public},
		{
			"application: Application Certificate Subject Distinguished Name", "Application Certificate Subject Distinguished Name",
			[]string{"Application Certificate Subject"}, "ApplicationCertificateSubjectDistinguishedName", schema.TypeDistinguishedName, public,
		},
		{
			"application: Application Certificate Issuer Distinguished Name", "Application Certificate Issuer Distinguished Name",
			[]string{"Application Certificate Issuer"}, "ApplicationCertificateIssuerDistinguishedName", schema.TypeDistinguishedName, public,
		},
		{
			"application: Application Certificate Send Public Certificate", "Application Certificate Send Public Certificate",
			[]string{sendX5c, "SendX5c"}, "ApplicationCertificateSendPublicCertificate", yesNo, public,
		},
		{"communication: Accept", "Accept", nil, "Accept", yesNo, public},
		{"communication: Streaming", "Streaming", nil, "Streaming", yesNo, public},
		{"communication: Uncompressed", "Uncompressed", nil, "Uncompressed", yesNo, public},
	} {
		t.Run(tt.row, func(t *testing.T) {
			id, ok := schema.Lookup(tt.name)
			if !ok {
				t.Fatal("no property")
			}
			p := schema.Get(id)
			for _, alternative := range tt.alternatives {
				if got, _ := schema.Lookup(alternative); got != id {
					t.Errorf("%s is %v", alternative, got)
				}
			}
			if !slices.Contains(p.Programmatic, schema.Spelling{Name: tt.programmatic, Source: p.Programmatic[0].Source}) {
				t.Errorf("programmatic names %v", p.Programmatic)
			}
			equal(t, tt.kind, p.Type)
			equal(t, tt.secret, schema.Secrets().Has(id))
			if p.Doc == "" {
				t.Error("no description")
			}
		})
	}
}

// What the descriptions of the tables, and the notes between them, say of values.
func TestDescriptions(t *testing.T) {
	const (
		uri    = "https://help.kusto.windows.net;"
		client = "AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;"
		tenant = "Authority Id=contoso.com;"
	)
	for _, tt := range []struct {
		name string
		text string
		code string // reported where said is true, not reported where it is false
		said bool
	}{
		{"Data Source: a URI", "Data Source=https://mycluster.kusto.windows.net", "KCS402", false},
		{"Data Source: no URI", "Data Source=https:// mycluster", "KCS402", true},
		{"Query Consistency: strongconsistency", uri + "Query Consistency=strongconsistency", "KCS205", false},
		{"Query Consistency: weakconsistency", uri + "Query Consistency=weakconsistency", "KCS205", false},
		{"Query Consistency: nothing else", uri + "Query Consistency=eventual", "KCS205", true},
		{"booleans", uri + "Fed=perhaps", "KCS201", true},
		{"ManagedServiceIdentity: not in a string", uri + "ManagedServiceIdentity=system", "KCS104", true},
		{"user authentication needs AAD Federated Security", uri + "User Token=${TOKEN}", "KCS302", true},
		{"application authentication needs AAD Federated Security", uri + client + tenant + "AppKey=${KEY}", "KCS302", true},
		{"application key: the authority is mandatory", uri + "Fed=true;" + client + "AppKey=${KEY}", "KCS301", true},
		{"application key: the client id is mandatory", uri + "Fed=true;" + tenant + "AppKey=${KEY}", "KCS301", true},
		{"thumbprint: the authority is mandatory", uri + "Fed=true;" + client + "AppCert=00112233445566778899aabbccddeeff00112233", "KCS301", true},
		{"subject: the authority is mandatory", uri + "Fed=true;" + client + "Application Certificate Subject=CN=a", "KCS301", true},
		{"issuer: the subject is mandatory", uri + "Fed=true;" + client + tenant + "Application Certificate Issuer=CN=a", "KCS301", true},
		{"a token needs no authority", uri + "Fed=true;Application Token=${TOKEN}", "KCS301", false},
		{"a token overrides what else there is", uri + "Fed=true;" + client + tenant + "AppKey=${KEY};User Token=${TOKEN}", "KCS303", true},
		{"Application Name for Tracing with anything", uri + "Fed=true;User Token=${TOKEN};TraceAppName=x", "KCS309", false},
		{"secrets do not belong in text", uri + "Fed=true;" + client + tenant + "AppKey=invented", "KCS501", true},
		{"Initial Catalog: MyDatabase", "https://mycluster.kusto.windows.net;Initial Catalog=MyDatabase", "KCS206", false},
		{"the authority: a domain", uri + "Fed=true;Authority Id=contoso.com", "KCS202", false},
		{"the authority: a tenant's GUID", uri + "Fed=true;Authority Id=72f988bf-86f1-41af-91ab-2d7cd011db47", "KCS202", false},
		{"the authority: nothing else", uri + "Fed=true;Authority Id=con toso", "KCS202", true},
		{"the URI of the examples", "https://<clusterName>.<region>.kusto.windows.net", "KCS404", false},
		{"a certificate in a string: local secrets", uri + "Fed=true;" + client + tenant + "Application Certificate Subject=CN=a", "KCS306", true},
		{"no connection to a host that is not trusted", "https://my-kusto.contoso.com;Fed=true", "KCS404", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := slices.Contains(codes(t, tt.text), tt.code); got != tt.said {
				t.Errorf("%s in %v: %t", tt.code, codes(t, tt.text), got)
			}
		})
	}
	defaults := func(id schema.ID) string { return schema.Get(id).Default }
	t.Run("default: Authority Id", func(t *testing.T) { equal(t, "microsoft.com", defaults(schema.AuthorityID)) })
	t.Run("default: Streaming", func(t *testing.T) { equal(t, "true", defaults(schema.Streaming)) })
	t.Run("default: NetDefaultDB", func(t *testing.T) { equal(t, "NetDefaultDB", defaults(schema.InitialCatalog)) })
	t.Run("Query Consistency: metadata before the query runs", func(t *testing.T) {
		says(t, schema.Get(schema.QueryConsistency).Doc, "waits for the latest metadata before it runs")
	})
	t.Run("Application Key: also called a password", func(t *testing.T) {
		says(t, schema.Get(schema.ApplicationKey).Doc, "also called its password")
	})
	t.Run("ManagedServiceIdentity: system", func(t *testing.T) {
		says(t, schema.Get(schema.ManagedServiceIdentity).Doc, "system, or a client id")
	})
	t.Run("a string can be manipulated", func(t *testing.T) {
		conn, _ := kustoconn.Parse("https://help.kusto.windows.net/Samples;Fed=true")
		b, err := conn.Builder()
		if err != nil {
			t.Fatal(err)
		}
		changed, err := b.InitialCatalog("Other").Reveal()
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "Data Source=https://help.kusto.windows.net;Initial Catalog=Other;AAD Federated Security=True", changed)
	})
	t.Run("parsing validates", func(t *testing.T) {
		if _, err := kustoconn.Parse("https://help.kusto.windows.net;Fed=perhaps"); err == nil {
			t.Error("no error")
		}
	})
	t.Run("the shorthand is an extension of tools", func(t *testing.T) {
		if !slices.Contains(codes(t, "@help/Samples"), "KCS412") {
			t.Error("not told")
		}
	})
	t.Run("the path is the default database", func(t *testing.T) {
		conn, _ := kustoconn.Parse("https://help.kusto.windows.net/Samples")
		equal(t, bind.Path, conn.Bound().Origin(schema.InitialCatalog))
	})
	t.Run("a suffix issued by the service", func(t *testing.T) {
		for _, host := range []string{"a.kusto.windows.net", "a.b.kusto.windows.net", "A.KUSTO.WINDOWS.NET"} {
			conn, _ := kustoconn.Parse("https://" + host)
			if !conn.Endpoint().Judge(endpoint.Policy{}, "").Trusted {
				t.Error(host)
			}
		}
	})
}

package dotnet

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"kustoconn/internal/sealed"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/sdk/internal/oracletest"
	"kustoconn/source"
)

func text(name, value string, start int) dialect.Property {
	return dialect.Property{Name: name, Value: sealed.NewText(value), Source: span(start, start+len(value))}
}

func boolean(name string, value bool, start, end int) dialect.Property {
	return dialect.Property{Name: name, IsBool: true, Bool: value, Source: span(start, end)}
}

// TestDocumented holds what documentation or a public test says; from names
// it: the page of the documentation, or the repository of the test.
func TestDocumented(t *testing.T) {
	for _, test := range []struct {
		from       string
		text       string
		seen       []dialect.Property
		auth       string
		unverified []question
	}{
		{
			from:       "tomer-w/Kusto-Explorer-VsCode: ConnectionManagerTests.cs",
			text:       "https://mycluster.kusto.windows.net",
			seen:       []dialect.Property{text("DataSource", "https://mycluster.kusto.windows.net", 0)},
			auth:       "user-prompt",
			unverified: []question{defaultCatalog, inferredFederation},
		},
		{
			from: "documentation, connection strings; ConnectionManagerTests.cs",
			text: "https://help.kusto.windows.net/Samples; Fed=true; Accept=true",
			seen: []dialect.Property{
				boolean("Accept", true, 57, 61),
				text("DataSource", "https://help.kusto.windows.net", 0),
				boolean("FederatedSecurity", true, 44, 48),
				text("InitialCatalog", "Samples", 31),
			},
			auth: "user-prompt",
		},
		{
			from: "tomer-w/Kusto-Explorer-VsCode: ClientDirectiveExtensionsTests.cs",
			text: "Data Source=https://mycluster.kusto.windows.net;Initial Catalog=mydb",
			seen: []dialect.Property{
				text("DataSource", "https://mycluster.kusto.windows.net", 12),
				text("InitialCatalog", "mydb", 64),
			},
			auth:       "user-prompt",
			unverified: []question{inferredFederation},
		},
		{
			from: "Azure/serilog-sinks-azuredataexplorer: AzureDataExplorerSinkOptionsExtensionsTests.cs",
			text: "Data Source=https://d.net;Database=n;Fed=True;AppClientId=g;AppKey=!!@#a;Authority Id=h",
			seen: []dialect.Property{
				text("ApplicationClientId", "g", 58),
				text("ApplicationKey", "!!@#a", 67),
				text("AuthorityId", "h", 86),
				text("DataSource", "https://d.net", 12),
				boolean("FederatedSecurity", true, 41, 45),
				text("InitialCatalog", "n", 35),
			},
			auth: "app-key",
		},
		{
			from: "the same",
			text: "Data Source=https://d.net;Database=n;Fed=True;AppToken=t",
			seen: []dialect.Property{
				text("ApplicationToken", "t", 55),
				text("DataSource", "https://d.net", 12),
				boolean("FederatedSecurity", true, 41, 45),
				text("InitialCatalog", "n", 35),
			},
			auth: "app-token",
		},
		{
			from: "documentation: User Token overrides the application's credentials",
			text: "https://d.net/n;Fed=True;AppToken=t;UserToken=\"u;\"\"\"",
			seen: []dialect.Property{
				text("ApplicationToken", "t", 34),
				text("DataSource", "https://d.net", 0),
				boolean("FederatedSecurity", true, 20, 24),
				text("InitialCatalog", "n", 14),
				{Name: "UserToken", Value: sealed.NewText(`u;"`), Source: span(47, 51)},
			},
			auth: "user-token",
		},
		{
			from:       "testcontainers/testcontainers-dotnet: KustoContainerTest.cs",
			text:       "http://127.0.0.1:62413/",
			auth:       "none",
			unverified: []question{otherDataSource, defaultCatalog},
		},
		{
			from:       "microsoft/aspire: KustoFunctionalTests.cs",
			text:       "http://localhost:8080;Initial Catalog=testdb",
			seen:       []dialect.Property{text("InitialCatalog", "testdb", 38)},
			auth:       "none",
			unverified: []question{otherDataSource},
		},
		{
			from:       "tomer-w/Kusto-Explorer-VsCode: ConnectionManager.cs sets an empty scheme",
			text:       "mycluster",
			unverified: []question{otherDataSource, defaultCatalog, schemelessAuth},
		},
		{
			from: "documentation: Azure Monitor's proxy in a Kusto.Explorer connection",
			text: "Data Source=https://ade.applicationinsights.io/subscriptions/s/resourcegroups/r;Initial Catalog=n;AAD Federated Security=True",
			seen: []dialect.Property{
				boolean("FederatedSecurity", true, 121, 125),
				text("InitialCatalog", "n", 96),
			},
			auth:       "user-prompt",
			unverified: []question{otherDataSource},
		},
		{
			from: "the base class: the last duplicate wins, a keyword without value unsets",
			text: "https://d.net;Database=a;database=b;Fed=true;Fed=",
			seen: []dialect.Property{
				text("DataSource", "https://d.net", 0),
				text("InitialCatalog", "b", 34),
			},
			auth:       "user-prompt",
			unverified: []question{inferredFederation},
		},
	} {
		want := dialect.Answer{OK: true, Seen: test.seen, Auth: test.auth, Unverified: texts(test.unverified)}
		if diff := cmp.Diff(want, read(test.text), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %q: (-want +got)\n%s", test.from, test.text, diff)
		}
	}
}

func TestRejected(t *testing.T) {
	const guarded = "KustoClientLocalSecretAuthenticationAccessDisabledException"
	for _, test := range []struct {
		text  string
		class string // empty where it is not verified
		at    source.Span
	}{
		{"https://d.net/n;AppClientId=g;Application Certificate Thumbprint=ab;Authority Id=h", guarded, span(65, 67)},
		{"https://d.net/n;Application Certificate Subject Distinguished Name=CN=d", guarded, span(67, 71)},
		{"https://d.net;Fed", "", span(14, 17)},
		{"https://d.net;Fed=true;AppKey='a", "", span(23, 32)},
		{"Data Source=a;Fed\t=true;\x01", "", span(24, 25)},
		{"https://d.net;A\tB=1", "", span(14, 17)},
	} {
		want := dialect.Answer{ErrorClass: test.class, ErrorSpan: test.at}
		if test.class == "" {
			want.Unverified = []string{string(errorText)}
		}
		if diff := cmp.Diff(want, read(test.text)); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", test.text, diff)
		}
	}
}

func TestUnknown(t *testing.T) {
	for _, test := range []struct {
		text       string
		auth       string
		unverified []question
	}{
		{"", "", []question{emptyText, defaultCatalog, doubtfulInput}},
		{"@help/Samples", "", []question{otherEndpoint, defaultCatalog, doubtfulInput}},
		{"https://u:p@d.net", "", []question{otherEndpoint, defaultCatalog, doubtfulInput}},
		{"https://d.net/a/b", "", []question{otherEndpoint, defaultCatalog, doubtfulInput}},
		{"https://d.net?a=b;Database=n", "", []question{otherEndpoint, doubtfulInput}},
		{"Data Source=https://d.net/n;Database=n", "", []question{otherEndpoint, doubtfulInput}},
		{"https://d.net/n;Microsoft Entra ID Federated Security=true", "", []question{undocumentedKeyword, doubtfulInput}},
		{"https://d.net/n;Password=p", "", []question{undocumentedKeyword, doubtfulInput}},
		{"https://d.net/n;InitialCatalog=p", "", []question{undocumentedKeyword, doubtfulInput}},
		{"https://d.net/n;Fed=yes", "", []question{otherBoolean, doubtfulInput}},
		{"https://d.net/n;Query Consistency=StrongConsistency", "", []question{otherConsistency, doubtfulInput}},
		{"https://d.net/n;AppClientId=g;AppCert=ab;Authority Id=h", "", []question{otherGuarded, doubtfulInput}},
		{
			// Azure/Webjobs.Extensions.Kusto: KustoBindingE2EIntegrationTests.cs
			"Data Source=https://d.net;Database=d;Fed=True;AppClientId=g",
			"error: KustoClientInvalidConnectionStringException",
			[]question{incompleteApp},
		},
	} {
		a := read(test.text)
		if a.OK || !a.Unknown {
			t.Errorf("%q: ok %v, unknown %v", test.text, a.OK, a.Unknown)
		}
		if diff := cmp.Diff(texts(test.unverified), a.Unverified); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", test.text, diff)
		}
		if a.Auth != test.auth {
			t.Errorf("%q: auth %q, want %q", test.text, a.Auth, test.auth)
		}
	}
}

// TestOpenProperties holds that what is open about a property leaves the
// verdict alone and the property out.
func TestOpenProperties(t *testing.T) {
	for _, test := range []struct {
		text string
		open string
		auth string
	}{
		{"https://d.net/a;Database=b;Fed=true", "InitialCatalog", "user-prompt"},
		{"https://d.net;Database=b;Initial Catalog=c;Fed=true", "InitialCatalog", "user-prompt"},
		{`https://d.net;Database="";Fed=true`, "InitialCatalog", "user-prompt"},
		{"https://d.net/a;Fed=true;Federated=false", "FederatedSecurity", ""},
		{"https://d.net/a;Fed=true;Server=https://e.net", "DataSource", ""},
		{"https://d.net:443/a;Fed=true", "DataSource", "user-prompt"},
		{"https://d.net/a;Fed=false", "auth", ""},
		{"https://d.net/a;AppKey=k", "auth", ""},
	} {
		a := read(test.text)
		if !a.OK || a.Auth != test.auth {
			t.Errorf("%q: ok %v, auth %q", test.text, a.OK, a.Auth)
		}
		if !slices.ContainsFunc(a.Unverified, func(q string) bool { return strings.HasPrefix(q, test.open+": ") }) {
			t.Errorf("%q: nothing is open about %s: %q", test.text, test.open, a.Unverified)
		}
		if slices.ContainsFunc(a.Seen, func(p dialect.Property) bool { return p.Name == test.open }) {
			t.Errorf("%q: %s is asserted", test.text, test.open)
		}
	}
}

func texts(questions []question) []string {
	var list []string
	for _, q := range questions {
		list = append(list, string(q))
	}
	return list
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", ";", "@help/Samples", "https://d.net/n;Fed=true;AppKey=\"a\"\"b\"", "a==b='c;\x00", "Data Source=x;\u212a\xff=\x01",
	} {
		f.Add(seed)
	}
	// A value in quotation marks is not what the text has.
	anything := func(dialect.Property, string) bool { return true }
	oracletest.Fuzz(f, Client(), anything)
}

// FuzzParseADONET holds that the parser reads back what the builder writes,
// but for the two hazards of its quoting.
func FuzzParseADONET(f *testing.F) {
	f.Add("A", "it's \"x\";")
	f.Add("a=b", " \x01 ")
	f.Fuzz(func(t *testing.T, keyword, value string) {
		var b Builder
		if value == "" || strings.HasSuffix(value, "\n") || strings.HasSuffix(keyword, "\n") || !b.Set(keyword, value) {
			return
		}
		got, err := ParseADONET(b.String())
		if err != nil || len(got) != 1 {
			t.Fatalf("%q: %v, %v", b.String(), got, err)
		}
		if got[0].Value != value || got[0].Keyword != foldKeyword(keyword) {
			t.Fatalf("%q: read as %q and %q", b.String(), got[0].Keyword, got[0].Value)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for _, test := range []struct{ name, text string }{
		{"usual", "https://help.kusto.windows.net/Samples;AppClientId=f6f295b1-0ce0-41f1-bba3-735accac0c69;AppKey=k3y;Authority Id=contoso.com"},
		{"many pairs", strings.Repeat("Fed=true;", 1<<13)},
		{"many quotes", `Database="` + strings.Repeat(`""`, 1<<15) + `"`},
		{"many equals signs", strings.Repeat("=", 1<<16) + "a"},
	} {
		b.Run(test.name, func(b *testing.B) { oracletest.Bench(b, Client(), test.text) })
	}
}

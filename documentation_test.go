package kustoconn_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn"
	"kustoconn/bind"
	"kustoconn/endpoint"
	"kustoconn/internal/typed"
	"kustoconn/schema"
)

// The tests of this file follow the product documentation, "Kusto connection
// strings", section by section. A test's name gives the section and the number
// of the statement, row or example in it.

// properties returns what the text gives a value, typed, secrets included.
func properties(text string) map[string]any {
	conn, _ := kustoconn.Parse(text)
	all := map[string]any{}
	for p := range conn.Bound().Properties() {
		all[p.Name] = typed.Value(p.Property, p.Value())
	}
	return all
}

// codes returns the codes of what Check says, in order.
func codes(t *testing.T, text string, options ...kustoconn.Option) (codes []string) {
	t.Helper()
	conn, _ := kustoconn.Parse(text)
	found, err := conn.Diagnostics(options...)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		codes = append(codes, d.Code.String())
	}
	return codes
}

func equal(t *testing.T, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestIntroduction(t *testing.T) {
	const example = "https://help.kusto.windows.net/Samples; Fed=true; Accept=true"
	t.Run("example", func(t *testing.T) {
		equal(t, map[string]any{
			"Data Source":            "https://help.kusto.windows.net",
			"Initial Catalog":        "Samples",
			"AAD Federated Security": true,
			"Accept":                 true,
		}, properties(example))
		conn, _ := kustoconn.Parse(example)
		equal(t, bind.Prefix, conn.Bound().Origin(schema.DataSource))
		equal(t, bind.Path, conn.Bound().Origin(schema.InitialCatalog))
		if err := kustoconn.Validate(example); err != nil {
			t.Error(err)
		}
	})
	t.Run("pairs without a URI", func(t *testing.T) {
		equal(t, map[string]any{"Data Source": "https://c.kusto.windows.net", "Initial Catalog": "Db"},
			properties("Data Source=https://c.kusto.windows.net;Initial Catalog=Db"))
	})
	t.Run("a single URI", func(t *testing.T) {
		equal(t, []string{"KCS007"}, codes(t, "https://c.kusto.windows.net;https://d.kusto.windows.net"))
	})
	t.Run("note 1: names in any case", func(t *testing.T) {
		want := properties(example)
		for _, text := range []string{
			"https://help.kusto.windows.net/Samples; FED=true; ACCEPT=true",
			"https://help.kusto.windows.net/Samples; fed=true; aCCePT=true",
		} {
			equal(t, want, properties(text))
		}
	})
	t.Run("note 2: values keep their case", func(t *testing.T) {
		equal(t, map[string]any{"Initial Catalog": "sAMPLES", "Application Key": "KeY"},
			properties("Database=sAMPLES;AppKey=KeY"))
	})
	t.Run("note 3: spaces between pairs", func(t *testing.T) {
		want := properties("Database=a;Accept=true")
		for _, text := range []string{
			"Database=a; Accept=true", " Database=a ;  Accept=true  ", "Database = a;Accept\t=\u00a0true", "Database=a;\r\nAccept=true\n",
		} {
			equal(t, want, properties(text))
		}
	})
	t.Run("note 4: values in double quotation marks", func(t *testing.T) {
		for _, value := range []string{"a;b", "a'b", `a"b`, `;'"`, `"`} {
			text := `AppKey="` + strings.ReplaceAll(value, `"`, `""`) + `";Accept=true`
			equal(t, map[string]any{"Application Key": value, "Accept": true}, properties(text))
		}
		equal(t, []string{"KCS207"}, intersect(codes(t, "https://c.kusto.windows.net;Database=a'b"), "KCS207"))
	})
	t.Run("shorthand", func(t *testing.T) {
		equal(t, properties("https://help.kusto.windows.net/Samples; Fed=true"), properties("@help/Samples"))
		conn, _ := kustoconn.Parse("@help/Samples")
		for _, id := range []schema.ID{schema.DataSource, schema.InitialCatalog, schema.FederatedSecurity} {
			equal(t, bind.Shorthand, conn.Bound().Origin(id))
		}
	})
}

// intersect keeps those of codes that are wanted.
func intersect(codes []string, wanted ...string) (kept []string) {
	for _, c := range codes {
		for _, w := range wanted {
			if c == w {
				kept = append(kept, c)
			}
		}
	}
	return kept
}

func TestTrustedEndpoints(t *testing.T) {
	added, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{
		{Suffix: "my-kusto.contoso.com", Exact: true},
		{Suffix: ".contoso.com"},
	}, false)
	if err != nil {
		t.Fatal(err)
	}
	exact, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{{Suffix: "my-kusto.contoso.com", Exact: true}}, false)
	if err != nil {
		t.Fatal(err)
	}
	only := endpoint.Policy{}.SetOverridePolicy(func(host string) bool { return host == "one.example.com" })
	for _, tt := range []struct {
		name   string
		policy endpoint.Policy
		host   string
		want   bool
	}{
		{"1: issued by the service", endpoint.Policy{}, "mycluster.kusto.windows.net", true},
		{"2: any other", endpoint.Policy{}, "my-kusto.contoso.com", false},
		{"3: exact rule", exact, "my-kusto.contoso.com", true},
		{"3: exact rule, below it", exact, "a.my-kusto.contoso.com", false},
		{"4: suffix rule", added, "any.contoso.com", true},
		{"4: suffix rule, without a dot", added, "evilcontoso.com", false},
		{"4: added to the existing policy", added, "mycluster.kusto.windows.net", true},
		{"5: override", only, "one.example.com", true},
		{"5: override replaces", only, "mycluster.kusto.windows.net", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := "https://" + tt.host + ";Fed=true"
			got := len(intersect(codes(t, text, kustoconn.WithPolicy(tt.policy)), "KCS404", "KCS413")) == 0
			equal(t, tt.want, got)
		})
	}
}

// Every alias of the four tables, as a keyword: package schema's tests prove
// that the list is that of the documentation.
func TestConnectionStringProperties(t *testing.T) {
	for _, p := range schema.Properties() {
		if !p.Settable() {
			continue
		}
		for _, keyword := range p.Keywords() {
			t.Run(keyword, func(t *testing.T) {
				conn, _ := kustoconn.Parse(keyword + "=https://c.kusto.windows.net")
				value, ok := conn.Property(p.ID)
				if conn.Bound().Tree.HasSyntaxErrors() || !ok || value.Reveal() != "https://c.kusto.windows.net" {
					t.Errorf("%v, %v", value, ok)
				}
			})
		}
	}
}

// The combinations of properties under the user and application tables.
func TestAuthenticationModes(t *testing.T) {
	const client, tenant = "AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;", "Authority Id=contoso.com;"
	const thumbprint = "AppCert=00112233445566778899aabbccddeeff00112233;"
	for _, tt := range []struct {
		mode  string
		pairs string
		auth  schema.ModeID
	}{
		{"WithAadUserPromptAuthentication", "", schema.UserPrompt},
		{"WithAadUserPromptAuthentication, optional", "User ID=u@contoso.com;" + tenant, schema.UserPrompt},
		{"WithAadUserTokenAuthentication", "User Token=t;", schema.UserTokenAuth},
		{"WithAadApplicationKeyAuthentication", client + "AppKey=k;" + tenant, schema.AppKey},
		{"WithAadApplicationThumbprintAuthentication", client + thumbprint + tenant, schema.AppThumbprint},
		{
			"WithAadApplicationSubjectAndIssuerAuthentication",
			client + "Application Certificate Subject Distinguished Name=CN=a;Application Certificate Issuer Distinguished Name=CN=b;" + tenant,
			schema.AppSubjectIssuer,
		},
		{
			"WithAadApplicationSubjectAndIssuerAuthentication, optional",
			client + "Application Certificate Subject=CN=a;Application Certificate Issuer=CN=b;Azure Region=westeurope;SendX5c=true;" + tenant,
			schema.AppSubjectIssuer,
		},
		{
			"WithAadApplicationSubjectNameAuthentication",
			client + "Application Certificate Subject=CN=a;Azure Region=westeurope;" + tenant,
			schema.AppSubject,
		},
		{"WithAadApplicationTokenAuthentication", "Application Token=t;", schema.AppTokenAuth},
	} {
		t.Run(tt.mode, func(t *testing.T) {
			text := "Data Source=https://c.kusto.windows.net;Fed=true;Application Name for Tracing=x;" + tt.pairs
			conn, _ := kustoconn.Parse(text)
			equal(t, tt.auth, conn.Auth())
			if err := kustoconn.Validate(text); err != nil {
				t.Error(err)
			}
		})
	}
}

// "Authentication properties (details)", step by step.
func TestAlgorithm(t *testing.T) {
	all := map[schema.ID]string{
		schema.UserToken: "User Token=u", schema.ApplicationToken: "Application Token=a",
		schema.ApplicationClientID: "Application Client Id=c", schema.ApplicationKey: "Application Key=k",
		schema.ApplicationCertificateThumbprint: "Application Certificate Thumbprint=t",
	}
	for _, tt := range []struct {
		step    string
		fed     string
		without []schema.ID
		want    schema.ModeID
	}{
		{"1.1", "true", nil, schema.UserTokenAuth},
		{"1.2", "true", []schema.ID{schema.UserToken}, schema.AppTokenAuth},
		{"1.3", "true", []schema.ID{schema.UserToken, schema.ApplicationToken}, schema.AppKey},
		{"1.4", "true", []schema.ID{schema.UserToken, schema.ApplicationToken, schema.ApplicationKey}, schema.AppThumbprint},
		{"1.5, no client id", "true", []schema.ID{schema.UserToken, schema.ApplicationToken, schema.ApplicationClientID}, schema.UserPrompt},
		{
			"1.5, client id alone", "true",
			[]schema.ID{schema.UserToken, schema.ApplicationToken, schema.ApplicationKey, schema.ApplicationCertificateThumbprint},
			schema.UserPrompt,
		},
		{"2, false", "false", nil, schema.NoAuth},
		{"2, absent", "", nil, schema.NoAuth},
	} {
		t.Run(tt.step, func(t *testing.T) {
			pairs := []string{"https://c.kusto.windows.net"}
			if tt.fed != "" {
				pairs = append(pairs, "AAD Federated Security="+tt.fed)
			}
			left := map[schema.ID]string{}
			for id, pair := range all {
				left[id] = pair
			}
			for _, id := range tt.without {
				delete(left, id)
			}
			for _, pair := range left {
				pairs = append(pairs, pair)
			}
			conn, _ := kustoconn.Parse(strings.Join(pairs, ";"))
			equal(t, tt.want, conn.Auth())
			overHTTP, _ := kustoconn.Parse("http" + strings.TrimPrefix(strings.Join(pairs, ";"), "https"))
			equal(t, tt.want, overHTTP.Auth())
			decision := conn.Explain()
			last := decision.Steps[len(decision.Steps)-1]
			number, _, _ := strings.Cut(tt.step, ",")
			if !last.Chosen || last.Number != number {
				t.Errorf("decided at step %q, want %q", last.Number, number)
			}
		})
	}
}

// "Azure AD-based authentication examples": the equivalent connection strings,
// and the builder's methods that the examples call.
func TestExamples(t *testing.T) {
	const (
		uri       = "https://cluster.region.kusto.windows.net"
		authority = "contoso.com"
		user      = "johndoe@contoso.com"
		app       = "8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11"
		key       = "an invented key"
		cert      = "00112233445566778899aabbccddeeff00112233"
		token     = "an-invented-token"
	)
	build := kustoconn.Build
	for _, tt := range []struct {
		example    string
		equivalent string
		built      fmt.Stringer
		auth       schema.ModeID
	}{
		{
			"1: current user", "Data Source=" + uri + ";Database=NetDefaultDB;Fed=True;Authority Id=" + authority,
			build().DataSource(uri).WithAadUserPromptAuthentication(authority, ""), schema.UserPrompt,
		},
		{
			"2: user id hint", "Data Source=" + uri + ";Database=NetDefaultDB;Fed=True;Authority Id=" + authority + ";User ID=" + user,
			build().DataSource(uri).WithAadUserPromptAuthentication(authority, user), schema.UserPrompt,
		},
		{
			"3: application key",
			"Data Source=" + uri + ";Database=NetDefaultDB;Fed=True;AppClientId=" + app + ";AppKey=" + key + ";Authority Id=" + authority,
			build().DataSource(uri).WithAadApplicationKeyAuthentication(app, key, authority), schema.AppKey,
		},
		{
			"6: user token", "Data Source=" + uri + ";Database=NetDefaultDB;Fed=True;UserToken=" + token,
			build().DataSource(uri).WithAadUserTokenAuthentication(token), schema.UserTokenAuth,
		},
		{
			"6: application token", "Data Source=" + uri + ";Database=NetDefaultDB;Fed=True;ApplicationToken=" + token,
			build().DataSource(uri).WithAadApplicationTokenAuthentication(token), schema.AppTokenAuth,
		},
		{
			"9: thumbprint",
			"Data Source=" + uri + ";Database=NetDefaultDB;Fed=True;AppClientId=" + app + ";AppCert=" + cert + ";Authority Id=" + authority,
			build().DataSource(uri).WithAadApplicationThumbprintAuthentication(app, cert, authority), schema.AppThumbprint,
		},
	} {
		t.Run(tt.example, func(t *testing.T) {
			built, err := tt.built.(interface{ Reveal() (string, error) }).Reveal()
			if err != nil {
				t.Fatal(err)
			}
			equal(t, properties(tt.equivalent), properties(built))
			conn, _ := kustoconn.Parse(tt.equivalent)
			equal(t, tt.auth, conn.Auth())
			if err := kustoconn.Validate(tt.equivalent); err != nil {
				t.Error(err)
			}
		})
	}
}

// The connection strings of "Authentication methods for Kusto client
// libraries", as a C# compiler would see them if their literals were closed,
// and what follows from the snippets as they are printed.
func TestAppAuthenticationMethods(t *testing.T) {
	const (
		certificate = "Data Source=<QueryEndpointUri>;Initial Catalog=NetDefaultDB;Application Client Id=<ApplicationId>;" +
			"Application Certificate Subject=<CertificateSubjectName>;Application Certificate Issuer=<CertificateIssuerName>;Authority Id=<AuthorityId>;"
		key = "Data Source=<QueryEndpointUri>;Initial Catalog=NetDefaultDB;AAD Federated Security=True;" +
			"AppClientId=<ApplicationId>;AppKey=<ApplicationKey>;Authority Id=<AuthorityId>;"
		prompt = "Data Source=<QueryEndpointUri>;Initial Catalog=NetDefaultDB;AAD Federated Security=True;Authority Id=<AuthorityId>"
	)
	for _, tt := range []struct {
		section string
		text    string
		auth    schema.ModeID
		want    []string // codes, but for placeholders'
	}{
		// Without AAD Federated Security the certificate string does not
		// authenticate.
		{"certificate in a connection string", certificate, schema.NoAuth, []string{"KCS306", "KCS302"}},
		{"application key in a connection string", key, schema.AppKey, nil},
		{"interactive sign-in in a connection string", prompt, schema.UserPrompt, []string{"KCS308"}},
		// The literals are not closed: the next line belongs to them, and its
		// text to the last value or to a segment without '='.
		{"application key, as printed", key + "\n    var kcsb", schema.AppKey, []string{"KCS003"}},
		{"certificate, as printed", certificate + "\n    var kcsb", schema.NoAuth, []string{"KCS306", "KCS003", "KCS302"}},
		{"interactive sign-in, as printed", prompt + "\n    var kcsb", schema.UserPrompt, []string{"KCS308"}},
	} {
		t.Run(tt.section, func(t *testing.T) {
			conn, _ := kustoconn.Parse(tt.text)
			equal(t, tt.auth, conn.Auth())
			var got []string
			for _, c := range codes(t, tt.text) {
				if c != "KCS208" {
					got = append(got, c)
				}
			}
			equal(t, tt.want, got)
		})
	}
}

package bind_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/internal/typed"
	"kustoconn/schema"
)

func bound(text string) *bind.Bound {
	tree, _ := grammar.Parse(text)
	return bind.Bind(tree)
}

// describe lists the effective properties as "name = value (origin, segment)",
// with the segments that were overridden.
func describe(b *bind.Bound) (lines []string) {
	for p := range b.Properties() {
		line := fmt.Sprintf("%s = %v (%s, %d)", p.Name, typed.Value(p.Property, p.Value()), p.Origin, p.Segment)
		if len(p.Overridden) > 0 {
			line += fmt.Sprintf(" over %v", p.Overridden)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestBind(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"prefix with a database", "https://help.kusto.windows.net/Samples; Fed=true", []string{
			"Data Source = https://help.kusto.windows.net (prefix, 0)",
			"Initial Catalog = Samples (path, 0)",
			"AAD Federated Security = true (pair, 1)",
		}},
		{"bare name with a database", "mycluster.westeurope/Db", []string{
			"Data Source = mycluster.westeurope (prefix, 0)",
			"Initial Catalog = Db (path, 0)",
		}},
		{"one trailing slash", "https://c.kusto.windows.net/Db/", []string{
			"Data Source = https://c.kusto.windows.net (prefix, 0)",
			"Initial Catalog = Db (path, 0)",
		}},
		{"percent-encoded database", "Data Source=https://c.kusto.windows.net/My%20Db", []string{
			"Data Source = https://c.kusto.windows.net (pair, 0)",
			"Initial Catalog = My Db (path, 0)",
		}},
		{"explicit catalog wins", "https://c.kusto.windows.net/a;Database=b", []string{
			"Data Source = https://c.kusto.windows.net (prefix, 0)",
			"Initial Catalog = b (pair, 1)",
		}},
		{"an empty one too", `https://c.kusto.windows.net/a;Database=""`, []string{
			"Data Source = https://c.kusto.windows.net (prefix, 0)",
			"Initial Catalog =  (pair, 1)",
		}},
		{"an unset one leaves the path's", "https://c.kusto.windows.net/a;Database=b;Initial Catalog=", []string{
			"Data Source = https://c.kusto.windows.net (prefix, 0)",
			"Initial Catalog = a (path, 0) over [1 2]",
		}},
		{"the last Data Source counts", "https://a.kusto.windows.net/x;Server=https://b.kusto.windows.net", []string{
			"Data Source = https://b.kusto.windows.net (pair, 1) over [0]",
		}},
		{"unset Data Source", "https://a.kusto.windows.net/x;Addr=", nil},
		{"deeper path stays", "https://c.kusto.windows.net/a/b", []string{
			"Data Source = https://c.kusto.windows.net/a/b (prefix, 0)",
		}},
		{"shorthand", "@help/Samples", []string{
			"Data Source = https://help.kusto.windows.net (shorthand, 0)",
			"Initial Catalog = Samples (shorthand, 0)",
			"AAD Federated Security = true (shorthand, 0)",
		}},
		{"explicit pairs win over the shorthand", "@help/Samples;Fed=false;Database=x", []string{
			"Data Source = https://help.kusto.windows.net (shorthand, 0)",
			"Initial Catalog = x (pair, 2)",
			"AAD Federated Security = false (pair, 1)",
		}},
		{"the shorthand's database goes with its data source", "@help/Samples;Data Source=https://c.kusto.windows.net", []string{
			"Data Source = https://c.kusto.windows.net (pair, 1) over [0]",
			"AAD Federated Security = true (shorthand, 0)",
		}},
		{"an unset pair after the shorthand", "@help/Samples;Fed=", []string{
			"Data Source = https://help.kusto.windows.net (shorthand, 0)",
			"Initial Catalog = Samples (shorthand, 0)",
		}},
		{"faulty shorthand means nothing", "@help/a/b", []string{
			"Data Source = @help/a/b (prefix, 0)",
		}},
		{"an alias is the same property", "Fed=true;Federated=", nil},
		{"malformed segments are left out", `Fed=true;Accept;Streaming=false`, []string{
			"AAD Federated Security = true (pair, 0)",
			"Streaming = false (pair, 2)",
		}},
		{"an invalid boolean is the text that it is", "Fed=yes", []string{"AAD Federated Security = yes (pair, 0)"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, describe(bound(tt.text))); d != "" {
				t.Errorf("%s (-want +got)\n%s", tt.text, d)
			}
		})
	}
}

func TestManySegments(t *testing.T) {
	b := bound(strings.Repeat("Foo=1;", 100) + "Fed=true")
	if got := b.ID(100); got != schema.FederatedSecurity {
		t.Errorf("segment 100 names %v", got)
	}
}

func TestAuthentication(t *testing.T) {
	const client = "AppClientId=c;"
	for _, tt := range []struct {
		text    string
		auth    schema.ModeID
		ignored []schema.ID
		missing schema.Set
	}{
		{"", schema.NoAuth, nil, 0},
		{"dSTS Federated Security=true", schema.DSTS, nil, 0},
		{"dSTS Federated Security=true;Fed=true", schema.UserPrompt, nil, 0},
		{"Fed=yes;AppToken=t", schema.NoAuth, []schema.ID{schema.ApplicationToken}, 0},
		{"Fed=true;User ID=u;Password=p", schema.PasswordAuth, nil, 0},
		{"Fed=true;Password=p", schema.UserPrompt, []schema.ID{schema.Password}, 0},
		{`Fed=true;User Token="";AppToken=t`, schema.AppTokenAuth, nil, 0},
		{
			"Fed=true;UserToken=t;AppKey=k;" + client, schema.UserTokenAuth,
			[]schema.ID{schema.ApplicationClientID, schema.ApplicationKey}, 0,
		},
		{"Fed=true;AppKey=k;" + client, schema.AppKey, nil, schema.SetOf(schema.AuthorityID)},
		{"Fed=true;AppKey=k;AppCert=t;Authority Id=a;" + client, schema.AppKey, []schema.ID{schema.ApplicationCertificateThumbprint}, 0},
		{"Fed=true;MSI Auth=true", schema.UserPrompt, nil, 0},
	} {
		d := bound(tt.text).Authenticate()
		var ignored []schema.ID
		for _, i := range d.Ignored {
			ignored = append(ignored, i.ID)
		}
		if d.Auth != tt.auth || !cmp.Equal(ignored, tt.ignored) || d.Missing != tt.missing {
			t.Errorf("%s: %s, ignored %v, missing %b", tt.text, d.Auth, ignored, d.Missing)
		}
	}
}

func ExampleBind() {
	tree, _ := grammar.Parse("https://help.kusto.windows.net/Samples;Fed=true;Federated=false")
	b := bind.Bind(tree)
	for p := range b.Properties() {
		fmt.Println(p.Name, "=", p.Value(), "from the", p.Origin)
	}
	fmt.Println(b.AuthMode())
	// Output:
	// Data Source = https://help.kusto.windows.net from the prefix
	// Initial Catalog = Samples from the path
	// AAD Federated Security = false from the pair
	// none
}

func TestPrinting(t *testing.T) {
	b := bound("@c/Db;AppKey=a;AppKey=b")
	want := "Data Source from the shorthand at 0-5, Initial Catalog from the shorthand at 0-5, " +
		"AAD Federated Security from the shorthand at 0-5, Application Key from the pair at 15-23"
	if got := fmt.Sprintf("%+v", *b); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for want, got := range map[string]bind.Property{
		"none": {},
		"Application Key from the pair, segment 2":      b.Property(schema.ApplicationKey),
		"Application Token from the none":               b.Property(schema.ApplicationToken),
		"Initial Catalog from the default":              bound("").Property(schema.InitialCatalog),
		"Initial Catalog from the shorthand, segment 0": b.Property(schema.InitialCatalog),
	} {
		if got.String() != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

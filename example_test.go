package kustoconn_test

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"

	"kustoconn"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/rule"
	"kustoconn/schema"
)

func ExampleParse() {
	conn, err := kustoconn.Parse("https://help.kusto.windows.net/Samples; Fed=true; Accept=true")
	fmt.Println(err, conn.DataSource(), conn.Database(), conn.Auth())
	// Output: <nil> https://help.kusto.windows.net Samples user-prompt
}

// The errors come one by one, and the rest of the string can be read.
func ExampleParse_errors() {
	conn, err := kustoconn.Parse("https://help.kusto.windows.net;Accept;Fed=yes")
	var list *diag.ListError
	if errors.As(err, &list) {
		for _, d := range list.Diagnostics {
			fmt.Println(d.Code, d.Span, d.Message+"; "+d.Help)
		}
	}
	fmt.Println(conn.DataSource())
	// Output:
	// KCS003 31-37 a segment without '='; write keyword=value; a value that holds a ';' needs double quotation marks around it
	// KCS201 42-45 AAD Federated Security is neither true nor false; write true
	// https://help.kusto.windows.net
}

func ExampleValidate() {
	fmt.Println(kustoconn.Validate("https://help.kusto.windows.net/Samples;Fed=true"))
	fmt.Println(kustoconn.Validate("https://help.kusto.windows.net/Samples;Fed=yes"))
	// Output:
	// <nil>
	// KCS201 at byte 43-46: AAD Federated Security is neither true nor false; write true
}

// One policy for many strings: hosts of our own are trusted, plain http is an
// error.
func ExampleNewValidator() {
	policy, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{{Suffix: ".contoso.com"}}, false)
	if err != nil {
		panic(err)
	}
	v, err := kustoconn.NewValidator(kustoconn.WithPolicy(policy), kustoconn.WithSeverity(rule.PlainHTTP, diag.Error))
	if err != nil {
		panic(err)
	}
	for _, text := range []string{"https://kusto.contoso.com/Db", "http://kusto.contoso.com/Db", "https://kusto.example.com/Db"} {
		fmt.Println(v.Validate(text))
	}
	// Output:
	// <nil>
	// KCS405 at byte 0-4: plain http is not encrypted; write https
	// KCS404 at byte 8-25: the service does not issue this host, and no policy trusts it; correct the host, or add it to the trusted hosts
}

func ExampleOptionError() {
	_, err := kustoconn.NewValidator(kustoconn.WithLogin("banana"))
	var mistake *kustoconn.OptionError
	fmt.Println(errors.As(err, &mistake), err)
	// Output: true kustoconn: WithLogin: no URI of a login endpoint; give one such as https://login.microsoftonline.com
}

func ExampleConnectionString_Diagnostics() {
	conn, err := kustoconn.Parse("https://help.kusto.windows.net/Samples;Fed=true")
	fmt.Println(err)
	found, err := conn.Diagnostics(kustoconn.WithRules("KCS3"))
	for _, d := range found {
		fmt.Println(d.Code, d.Rule, d.Severity)
	}
	fmt.Println(err)
	// Output:
	// <nil>
	// KCS308 interactive-sign-in information
	// <nil>
}

func ExampleConnectionString_Get() {
	conn, _ := kustoconn.Parse("https://c.kusto.windows.net;AppKey=invented;Database=Db")
	database, _ := conn.Get("Initial Catalog")
	key, _ := conn.Get("application key")
	fmt.Println(database, key, key.Reveal())
	// Output: Db **** invented
}

func ExampleConnectionString_Bool() {
	conn, _ := kustoconn.Parse("https://c.kusto.windows.net;Fed=TRUE")
	fmt.Println(conn.Bool(schema.FederatedSecurity))
	// Output: true true
}

func ExampleConnectionString_Properties() {
	conn, _ := kustoconn.Parse("https://c.kusto.windows.net/Db;Fed=true;UserToken=invented")
	for p := range conn.Properties() {
		fmt.Println(p.Name, p.Value, p.Origin, p.Span)
	}
	// Output:
	// Data Source https://c.kusto.windows.net prefix 0-30
	// Initial Catalog Db path 27-30
	// AAD Federated Security true pair 35-39
	// User Token **** pair 50-58
}

func ExampleConnectionString_Endpoint() {
	conn, _ := kustoconn.Parse("https://ingest-c.westeurope.kusto.windows.net")
	e := conn.Endpoint()
	fmt.Println(e.Host(), e.Cluster(), e.Region(), e.Cloud())
	verdict := e.Judge(endpoint.Policy{}, "https://login.microsoftonline.us")
	fmt.Println(verdict.Trusted, verdict.Kind)
	// Output:
	// ingest-c.westeurope.kusto.windows.net c westeurope public
	// false ingest
}

func ExampleConnectionString_Equal() {
	a, _ := kustoconn.Parse("@help/Samples")
	b, _ := kustoconn.Parse("Fed=TRUE;Database=Samples;Server=https://help.kusto.windows.net")
	fmt.Println(a.Equal(b))
	// Output: true
}

func ExampleConnectionString_Canonical() {
	conn, _ := kustoconn.Parse(`@help/Samples;AppKey='a;b';fed=TRUE`)
	fmt.Println(conn.Canonical())
	// Output: Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;AAD Federated Security=True;Application Key=**** true
}

func ExampleConnectionString_Explain() {
	conn, _ := kustoconn.Parse("https://c.kusto.windows.net;Fed=true;UserToken=invented;AppKey=invented")
	decision := conn.Explain()
	for _, step := range decision.Steps {
		fmt.Println(step.Number, step.Reason)
	}
	for _, ignored := range decision.Ignored {
		fmt.Println(ignored.ID, "is ignored:", ignored.Reason)
	}
	// Output:
	// 1 AAD Federated Security is true
	// 1.1 User Token is given
	// Application Key is ignored: user-token comes first
}

func ExampleConnectionString_Format() {
	conn, _ := kustoconn.Parse("https://c.kusto.windows.net;AppKey=invented")
	fmt.Printf("%v %+v %#v %q\n", conn, *conn, struct{ c kustoconn.ConnectionString }{*conn}.c, conn)
	// Output: https://c.kusto.windows.net;AppKey=**** https://c.kusto.windows.net;AppKey=**** https://c.kusto.windows.net;AppKey=**** https://c.kusto.windows.net;AppKey=****
}

func ExampleConnectionString_LogValue() {
	conn, _ := kustoconn.Parse("https://c.kusto.windows.net;AppKey=invented")
	h := slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}})
	slog.New(h).Info("connecting", "to", conn)
	// Output: level=INFO msg=connecting to="https://c.kusto.windows.net;AppKey=****"
}

// A field takes any text; the program asks for the errors afterwards.
func ExampleConnectionString_UnmarshalText() {
	var config struct{ Kusto kustoconn.ConnectionString }
	err := json.Unmarshal([]byte(`{"Kusto":"@help/Samples;AppKye=invented"}`), &config)
	fmt.Println(err, config.Kusto.DataSource())
	fmt.Println(config.Kusto.Err())
	// Output:
	// <nil> https://help.kusto.windows.net
	// KCS101 at byte 14-20: unknown keyword "AppKye"; did you mean AppKey?
}

func ExampleConnectionString_Set() {
	var conn kustoconn.ConnectionString
	flags := flag.NewFlagSet("app", flag.ContinueOnError)
	flags.Var(&conn, "kusto", "connection string")
	err := flags.Parse([]string{"-kusto", "@help/Samples"})
	fmt.Println(err, conn.Database(), conn.Err())
	// Output: <nil> Samples <nil>
}

func ExampleConnectionString_Builder() {
	conn, _ := kustoconn.Parse("https://c.kusto.windows.net/Db;Fed=true;UserToken=invented")
	b, err := conn.Builder()
	if err != nil {
		panic(err)
	}
	fmt.Println(b.WithAadUserPromptAuthentication("contoso.com", ""))
	// Output: Data Source=https://c.kusto.windows.net;Initial Catalog=Db;AAD Federated Security=True;Authority Id=contoso.com
}

func ExampleBuild() {
	b := kustoconn.Build().
		DataSource("https://mycluster.kusto.windows.net").
		InitialCatalog("Db").
		WithAadApplicationKeyAuthentication("8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11", "an invented; key", "contoso.com")
	fmt.Println(b)
	text, err := b.Reveal()
	fmt.Println(text, err)
	// Output:
	// Data Source=https://mycluster.kusto.windows.net;Initial Catalog=Db;AAD Federated Security=True;Authority Id=contoso.com;Application Client Id=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;Application Key=****
	// Data Source=https://mycluster.kusto.windows.net;Initial Catalog=Db;AAD Federated Security=True;Authority Id=contoso.com;Application Client Id=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;Application Key="an invented; key" <nil>
}

// A validator reads and judges by one policy, and can leave rules out.
func ExampleValidator() {
	v, err := kustoconn.NewValidator(kustoconn.WithoutRules("KCS308"))
	if err != nil {
		panic(err)
	}
	conn, err := v.Parse("http://help.kusto.windows.net;Fed=true")
	fmt.Println(err, conn.Auth())
	for _, d := range v.Diagnostics(conn) {
		fmt.Println(d.Code)
	}
	// Output:
	// <nil> user-prompt
	// KCS405
}

func ExampleValue() {
	conn, _ := kustoconn.Parse("https://c.kusto.windows.net;Fed=TRUE;AppKey=invented")
	for _, keyword := range []string{"Fed", "AppKey"} {
		v, _ := conn.Get(keyword)
		_, ok := v.Bool()
		fmt.Println(v, ok)
	}
	// Output:
	// TRUE true
	// **** false
}

// What holds a secret is asked for by name.
func ExampleConnectionString_Reveal() {
	conn, _ := kustoconn.Parse("@help;AppKey=invented")
	text, _ := conn.RevealCanonical()
	fmt.Println(conn.Reveal())
	fmt.Println(text)
	// Output:
	// @help;AppKey=invented
	// Data Source=https://help.kusto.windows.net;AAD Federated Security=True;Application Key=invented
}

func ExampleConnectionString_IsZero() {
	var conn kustoconn.ConnectionString
	fmt.Println(conn.IsZero(), conn.Err())
	// Output:
	// true KCS401 at byte 0-0: no Data Source; begin with the cluster's URI, or add Data Source=https://…
}

// A team's own way to write what is filled in later.
func ExampleWithPlaceholders() {
	const text = "https://help.kusto.windows.net/Samples;Fed=§FED§"
	fmt.Println(kustoconn.Validate(text))
	fmt.Println(kustoconn.Validate(text, kustoconn.WithPlaceholders(`§[A-Z]+§`)))
	// Output:
	// KCS201 at byte 43-50: AAD Federated Security is neither true nor false; write true or false
	// <nil>
}

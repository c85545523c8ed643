package kustoconn_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"os"

	"kustoconn"
	"kustoconn/schema"
)

func ExampleParse() {
	conn, diags := kustoconn.Parse("https://help.kusto.windows.net/Samples; Fed=true; Accept=true")
	fmt.Println(len(diags), conn.DataSource(), conn.Database(), conn.Auth())
	// Output: 0 https://help.kusto.windows.net Samples user-prompt
}

func ExampleParse_faulty() {
	conn, diags := kustoconn.Parse(`https://help.kusto.windows.net;Accept;Fed=true`)
	fmt.Println(diags)
	fmt.Println(conn.Auth())
	// Output:
	// [31-37: error KCS003: a segment without '=']
	// user-prompt
}

func ExampleValidate() {
	fmt.Println(kustoconn.Validate("https://help.kusto.windows.net/Samples;Fed=true"))
	fmt.Println(kustoconn.Validate("https://help.kusto.windows.net/Samples;Fed=yes"))
	// Output:
	// <nil>
	// KCS201 at byte 43-46: AAD Federated Security is neither true nor false; write true
}

func ExampleConn_Check() {
	conn, _ := kustoconn.Parse("https://help.kusto.windows.net/Samples;Fed=true")
	found, err := conn.Check(kustoconn.WithRules("KCS3"))
	for _, d := range found {
		fmt.Println(d.Code, d.Rule, d.Severity)
	}
	fmt.Println(err)
	// Output:
	// KCS308 interactive-sign-in information
	// <nil>
}

func ExampleConn_Get() {
	conn, _ := kustoconn.Parse("https://c.kusto.windows.net;AppKey=invented;Database=Db")
	database, _ := conn.Get("Initial Catalog")
	key, _ := conn.Get("application key")
	fmt.Println(database, key, key.Reveal())
	// Output: Db **** invented
}

func ExampleConn_Bool() {
	conn, _ := kustoconn.Parse("https://c.kusto.windows.net;Fed=TRUE")
	fmt.Println(conn.Bool(schema.FederatedSecurity))
	// Output: true true
}

func ExampleConn_Canonical() {
	conn, _ := kustoconn.Parse(`@help/Samples;AppKey='a;b';fed=TRUE`)
	fmt.Println(conn.Canonical())
	// Output: Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;AAD Federated Security=True;Application Key=**** true
}

func ExampleConn_Explain() {
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

func ExampleConn_Format() {
	conn, _ := kustoconn.Parse("https://c.kusto.windows.net;AppKey=invented")
	fmt.Printf("%v %+v %#v %q\n", conn, *conn, struct{ c kustoconn.Conn }{*conn}.c, conn)
	// Output: https://c.kusto.windows.net;AppKey=**** https://c.kusto.windows.net;AppKey=**** https://c.kusto.windows.net;AppKey=**** https://c.kusto.windows.net;AppKey=****
}

func ExampleConn_LogValue() {
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

func ExampleConn_UnmarshalText() {
	var config struct{ Kusto kustoconn.Conn }
	err := json.Unmarshal([]byte(`{"Kusto":"@help/Samples"}`), &config)
	fmt.Println(err, config.Kusto.DataSource())
	err = json.Unmarshal([]byte(`{"Kusto":"@help/Samples;AppKye=invented"}`), &config)
	fmt.Println(err)
	// Output:
	// <nil> https://help.kusto.windows.net
	// KCS101 at byte 14-20: unknown keyword "AppKye"; did you mean AppKey?
}

func ExampleConn_Set() {
	var conn kustoconn.Conn
	flags := flag.NewFlagSet("app", flag.ContinueOnError)
	flags.Var(&conn, "kusto", "connection string")
	err := flags.Parse([]string{"-kusto", "@help/Samples"})
	fmt.Println(err, conn.Database())
	// Output: <nil> Samples
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

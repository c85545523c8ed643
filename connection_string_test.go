package kustoconn_test

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kustoconn"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

func TestZeroConnectionString(t *testing.T) {
	var zero, null = kustoconn.ConnectionString{}, (*kustoconn.ConnectionString)(nil)
	for name, c := range map[string]*kustoconn.ConnectionString{"zero": &zero, "nil": null} {
		var list *diag.ListError
		if err := c.Err(); !errors.As(err, &list) || len(list.Diagnostics) != 1 || list.Diagnostics[0].Code != 401 {
			t.Errorf("%s: Err is %v, not KCS401", name, err)
		}
		if !c.IsZero() || c.DataSource() != "" || c.Auth() != schema.NoAuth || c.Reveal() != "" || c.Endpoint().Host() != "" {
			t.Errorf("%s is not that of the empty text", name)
		}
		if parsed, _ := kustoconn.Parse(""); !c.Equal(parsed) || !parsed.IsZero() {
			t.Errorf("%s is not equal to the empty text's", name)
		}
	}
	if c, _ := kustoconn.Parse(";"); c.IsZero() {
		t.Error("a text of one semicolon is not empty")
	}
	if text, err := json.Marshal(struct {
		C kustoconn.ConnectionString `json:",omitzero"`
	}{}); err != nil || string(text) != "{}" {
		t.Errorf("an omitted zero value is %s, %v", text, err)
	}
}

// A ConnectionString in a struct goes through gob, as through JSON: masked.
func TestGob(t *testing.T) {
	type settings struct{ Kusto kustoconn.ConnectionString }
	for _, text := range []string{"", "https://c.kusto.windows.net;Fed=true;AppKey=hidden", "no=such;=;'"} {
		var was, is settings
		if err := was.Kusto.Set(text); err != nil {
			t.Fatal(err)
		}
		var stream bytes.Buffer
		if err := gob.NewEncoder(&stream).Encode(&was); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if strings.Contains(stream.String(), "hidden") {
			t.Errorf("%q: the stream holds the secret", text)
		}
		if err := gob.NewDecoder(&stream).Decode(&is); err != nil || is.Kusto.Reveal() != was.Kusto.String() {
			t.Errorf("%q is decoded as %q, %v; want %q", text, is.Kusto.Reveal(), err, was.Kusto.String())
		}
	}
}

// An option's mistake is told apart from the string's, repeats nothing, and
// leaves a value that can be read.
func TestOptionErrors(t *testing.T) {
	const given = "banana"
	for name, option := range map[string]kustoconn.Option{
		"WithLogin":        kustoconn.WithLogin(given),
		"WithSeverity":     kustoconn.WithSeverity(9999, diag.Error),
		"WithRules":        kustoconn.WithRules("KCS1", given),
		"WithoutRules":     kustoconn.WithoutRules(given),
		"WithPlaceholders": kustoconn.WithPlaceholders("x", given+"("),
	} {
		conn, parseErr := kustoconn.Parse("@help/Samples;Fed=yes", option)
		_, newErr := kustoconn.NewValidator(option)
		_, diagnosticsErr := conn.Diagnostics(option)
		for _, err := range []error{parseErr, newErr, diagnosticsErr, conn.Err(option), kustoconn.Validate("", option)} {
			var mistake *kustoconn.OptionError
			var list *diag.ListError
			if !errors.As(err, &mistake) || errors.As(err, &list) || mistake.Option != name || strings.Contains(err.Error(), given) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if conn.Database() != "Samples" {
			t.Errorf("%s: the string is not read", name)
		}
	}
	for _, option := range []kustoconn.Option{
		kustoconn.WithSeverity(rule.UnknownKeyword, 0), kustoconn.WithSeverity(rule.UnknownKeyword, diag.Error+1), kustoconn.WithLogin("net.tcp://login.microsoftonline.com"),
		kustoconn.WithLogin("login.microsoftonline.com"), kustoconn.WithLogin("https://"),
		kustoconn.WithRules("KCS6"), kustoconn.WithRules("KCS1", "kcs701"), kustoconn.WithRules("unreadable-file"),
	} {
		if _, err := kustoconn.NewValidator(option); err == nil {
			t.Error("a bad option is taken")
		}
	}
	for _, option := range []kustoconn.Option{
		kustoconn.WithRules("KCS0"), kustoconn.WithRules("KCS003"), kustoconn.WithRules("KCS503", "KCS1"), kustoconn.WithRules("KCS"), kustoconn.WithoutRules("KCS6", "KCS701"),
	} {
		if _, err := kustoconn.NewValidator(option); err != nil {
			t.Errorf("rules of a string, or none to leave out: %v", err)
		}
	}
	for _, login := range []string{"", "https://login.microsoftonline.us", "https://LOGIN.example.com/a/b/c", "http://localhost:8080/"} {
		if _, err := kustoconn.NewValidator(kustoconn.WithLogin(login)); err != nil {
			t.Errorf("the login %q: %v", login, err)
		}
	}
}

func TestOptions(t *testing.T) {
	const text = "https://help.kusto.windows.net/Samples;Fed=true;Fed=true;Database=a'b"
	for _, tt := range []struct {
		name    string
		options []kustoconn.Option
		want    []string
	}{
		{"none", nil, []string{"KCS102", "KCS207", "KCS308", "KCS409"}},
		{"one rule", []kustoconn.Option{kustoconn.WithRules("KCS102")}, []string{"KCS102"}},
		{"two", []kustoconn.Option{kustoconn.WithRules("duplicate-keyword"), kustoconn.WithRules("KCS207")}, []string{"KCS102", "KCS207"}},
		{"without", []kustoconn.Option{kustoconn.WithoutRules("KCS3", "KCS4"), kustoconn.WithoutRules("KCS102")}, []string{"KCS207"}},
		{"off", []kustoconn.Option{kustoconn.WithRules("KCS1"), kustoconn.WithSeverity(rule.DuplicateKeyword, diag.Off)}, nil},
		{"login", []kustoconn.Option{kustoconn.WithRules("KCS404"), kustoconn.WithLogin("https://login.microsoftonline.us")}, []string{"KCS404"}},
	} {
		got := codes(t, text, tt.options...)
		slices.Sort(got)
		equal(t, tt.want, got)
	}
	err := kustoconn.Validate(text, kustoconn.WithSeverity(rule.QuoteInBareValue, diag.Error), kustoconn.WithSeverity(rule.DuplicateKeyword, diag.Error))
	if err == nil || strings.Count(err.Error(), "\n") != 1 || !strings.Contains(err.Error(), "KCS207 at byte") {
		t.Errorf("two rules made errors report %v", err)
	}
	v, err := kustoconn.NewValidator(kustoconn.WithRules("KCS207"))
	if err != nil {
		t.Fatal(err)
	}
	conn, err := v.Parse(text)
	if err != nil || len(v.Diagnostics(conn)) != 1 || v.Validate(text) != nil {
		t.Errorf("a validator of one warning reports %v and %v", err, v.Diagnostics(conn))
	}
}

// An own placeholder is no fault and no secret, of a string that is parsed and of one
// that is only validated.
// A Validator that nobody made, and an Option that is nil, judge as no options do.
func TestZeroValidator(t *testing.T) {
	const text = "https://c.kusto.windows.net;Fed=yes;UID="
	want := kustoconn.Validate(text).Error()
	made, err := kustoconn.NewValidator(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]*kustoconn.Validator{"zero": {}, "nil": nil, "nil option": made} {
		if err := v.Validate(text); err == nil || err.Error() != want {
			t.Errorf("%s: Validate gives %v", name, err)
		}
		conn, err := v.Parse(text)
		if err == nil || err.Error() != want {
			t.Errorf("%s: Parse gives %v", name, err)
		}
		if got := v.Diagnostics(conn); len(got) != 2 || got[0].Code != rule.NotABoolean || got[1].Code != rule.EmptyValueUnsets {
			t.Errorf("%s: Diagnostics gives %v", name, got)
		}
	}
}

func TestWithPlaceholders(t *testing.T) {
	const text = "https://§cluster§.kusto.windows.net;Fed=§fed§;UserToken=§K3y§"
	own := kustoconn.WithPlaceholders("§[^§]+§")
	equal(t, []string{"KCS208"}, codes(t, text, own))
	if err := kustoconn.Validate(text, own); err != nil {
		t.Error(err)
	}
	if _, err := kustoconn.Parse(text, own); err != nil {
		t.Error(err)
	}
	if err := kustoconn.Validate(text); err == nil {
		t.Error("without the pattern there is no error")
	}
}

func TestProperties(t *testing.T) {
	type property struct {
		name, value, revealed string
		origin                bind.Origin
		span                  source.Span
	}
	list := func(text string) (all []property) {
		conn, _ := kustoconn.Parse(text)
		for p := range conn.Properties() {
			if p.Name != schema.Get(p.ID).Name {
				t.Errorf("%v is called %s", p.ID, p.Name)
			}
			all = append(all, property{p.Name, p.Value.String(), p.Value.Reveal(), p.Origin, p.Span})
		}
		return all
	}
	for _, tt := range []struct {
		text string
		want []property
	}{
		{"", nil},
		{"@help/Samples", []property{
			{"Data Source", "https://help.kusto.windows.net", "https://help.kusto.windows.net", bind.Shorthand, source.Span{Start: 0, End: 13}},
			{"Initial Catalog", "Samples", "Samples", bind.Shorthand, source.Span{Start: 0, End: 13}},
			{"AAD Federated Security", "true", "true", bind.Shorthand, source.Span{Start: 0, End: 13}},
		}},
		{`AppKey = "a;b" ; Addr=https://c/D%20b`, []property{
			{"Data Source", "https://c", "https://c", bind.Pair, source.Span{Start: 22, End: 37}},
			{"Initial Catalog", "D b", "D b", bind.Path, source.Span{Start: 31, End: 37}},
			{"Application Key", "****", "a;b", bind.Pair, source.Span{Start: 9, End: 14}},
		}},
		{"https://u:pw@c;Fed=;Accept=no", []property{
			{"Data Source", "https://****@c", "https://u:pw@c", bind.Prefix, source.Span{Start: 0, End: 14}},
			{"Accept", "no", "no", bind.Pair, source.Span{Start: 27, End: 29}},
		}},
	} {
		got := list(tt.text)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q:\n%v\nwant\n%v", tt.text, got, tt.want)
		}
	}
	conn, _ := kustoconn.Parse("@help/Samples")
	for range conn.Properties() {
		break // an iteration can stop at any property
	}
}

const marker = "Zq7marker"

// Holders take any text, so that who fills them has nothing to print.
func TestHoldersTakeAnyText(t *testing.T) {
	for _, text := range []string{"AppKey=" + marker, "https://c;AppKey=" + marker + ";Fed=" + marker, `AppKey="` + marker, marker, "\x00" + marker, ""} {
		var c kustoconn.ConnectionString
		var usage bytes.Buffer
		flags := flag.NewFlagSet("app", flag.ContinueOnError)
		flags.SetOutput(&usage)
		flags.Var(&c, "kusto", "connection string")
		if err := flags.Parse([]string{"-kusto", text}); err != nil || usage.Len() > 0 {
			t.Errorf("flag: %v, %s", err, &usage)
		}
		if c.Reveal() != text || c.Type() == "" {
			t.Errorf("a flag holds %q", c.Reveal())
		}
		flags.PrintDefaults()
		if strings.Contains(usage.String(), marker) {
			t.Errorf("the usage prints the secret: %s", &usage)
		}
		encoded, _ := json.Marshal(text)
		var inJSON struct{ C *kustoconn.ConnectionString }
		if err := json.Unmarshal([]byte(`{"C":`+string(encoded)+`}`), &inJSON); err != nil || inJSON.C.IsZero() != (text == "") {
			t.Errorf("json: %v", err)
		}
		if err := c.Err(); err != nil && strings.Contains(err.Error(), marker) {
			t.Errorf("the error prints the secret: %v", err)
		}
	}
}

// What the façade hands out shows a secret in none of the ways to print it,
// inside another struct neither.
func TestFacadePrintsMasked(t *testing.T) {
	conn, err := kustoconn.Parse("https://u:" + marker + "@c;AppKey=" + marker + ";X=" + marker)
	v, _ := conn.Get("AppKey")
	b := kustoconn.Build().DataSource("https://c").Set("AppKey", marker)
	type all struct {
		c  kustoconn.ConnectionString
		p  *kustoconn.ConnectionString
		v  kustoconn.Value
		e  kustoconn.Endpoint
		b  kustoconn.Builder
		pb *kustoconn.Builder
	}
	values := []any{conn, *conn, v, &v, conn.Endpoint(), b, *b, err, slices.Collect(conn.Properties()), all{*conn, conn, v, conn.Endpoint(), *b, b}, conn.Explain()}
	var out strings.Builder
	for _, value := range values {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%p", "%t", "%w", "%!"} {
			fmt.Fprintf(&out, verb+"\n", value)
		}
		if text, err := json.Marshal(value); err == nil {
			out.Write(text)
		}
		if text, err := xml.Marshal(value); err == nil {
			out.Write(text)
		}
	}
	for _, form := range []string{marker, fmt.Sprintf("%x", marker), fmt.Sprintf("%X", marker)} {
		if at := strings.Index(out.String(), form); at >= 0 {
			t.Errorf("a secret is printed: %s", out.String()[max(0, at-60):at+20])
		}
	}
	if text, err := json.Marshal(b); err != nil || string(text) != `"Data Source=https://c;Application Key=****"` {
		t.Errorf("the builder in JSON is %s, %v", text, err)
	}
}

func TestBuilderFromString(t *testing.T) {
	conn, _ := kustoconn.Parse(`fed=TRUE;X==Y='1;2';AppKey="a;b";Server=https://c/Db;Accept=`)
	b, err := conn.Builder()
	if err != nil {
		t.Fatal(err)
	}
	text, err := b.Set("database", "Other").Set("x=y", "3").Reveal()
	if want := `Data Source=https://c;Initial Catalog=Other;AAD Federated Security=True;Application Key="a;b";x==y=3`; err != nil || text != want {
		t.Errorf("%s, %v; want %s", text, err, want)
	}
	conn, _ = kustoconn.Parse("https://c;Fed;AppKey=" + marker)
	var list *diag.ListError
	if b, err := conn.Builder(); b != nil || !errors.As(err, &list) || list.Diagnostics[0].Code != 3 {
		t.Errorf("a builder of a faulty string: %v, %v", b, err)
	}
}

func TestBuilderReplacesAuthentication(t *testing.T) {
	text, err := kustoconn.Build().DataSource("https://c").
		Set("Region", "westeurope").Set("Application Name for Tracing", "app").
		WithAadApplicationKeyAuthentication("id", "key\x00", "contoso.com").
		WithAadUserTokenAuthentication("token").InitialCatalog("A").InitialCatalog("B").AuthorityID("later.com").Reveal()
	want := "Data Source=https://c;Initial Catalog=B;AAD Federated Security=True;Authority Id=later.com;User Token=token;Application Name for Tracing=app"
	if err != nil || text != want {
		t.Errorf("%s, %v\nwant %s", text, err, want)
	}
	if err := kustoconn.Build().Set("AppKey", marker+"\x00").Set("a;b", marker).Err(); err == nil ||
		strings.Count(err.Error(), "\n") != 1 || strings.Contains(err.Error(), marker) {
		t.Errorf("two refused pairs: %v", err)
	}
}

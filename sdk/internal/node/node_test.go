package node

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/fixtures"
	"kustoconn/internal/sealed"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/sdk/internal/oracletest"
	"kustoconn/source"
)

// message prints what the client throws.
func message(text string, a dialect.Answer) string {
	if a.ErrorClass != "Error: Failed to get prop" {
		return a.ErrorClass
	}
	return a.ErrorClass + ": " + oracletest.Echoed(text, a)
}

func TestAgreesWithRecordings(t *testing.T) {
	for file, rows := range map[string]int{"node": 7592, "node-extra": 3000} {
		recorded := fixtures.Client(t, file)
		if len(recorded) != rows {
			t.Errorf("%s: %d rows, want %d", file, len(recorded), rows)
		}
		oracletest.Agree(t, recorded, Client(), message)
	}
}

func span(start, end int) source.Span { return source.Span{Start: start, End: end} }

func TestAccepted(t *testing.T) {
	authority := dialect.Property{Name: "AuthorityId", Value: sealed.NewText("organizations")}
	database := dialect.Property{Name: "InitialCatalog", Value: sealed.NewText("NetDefaultDB")}
	h := dialect.Property{Name: "DataSource", Value: sealed.NewText("h"), Source: span(0, 1)}
	tests := []struct {
		text string
		want dialect.Answer
	}{
		{"h;Application \u212Aey=abc==/;Application Client Id=i/", dialect.Answer{ // Kelvin sign; a second = ends the value
			OK: true,
			Seen: []dialect.Property{
				{Name: "ApplicationClientId", Value: sealed.NewText("i"), Source: span(49, 50)},
				{Name: "ApplicationKey", Value: sealed.NewText("abc"), Source: span(20, 23)},
				authority, h, database,
			},
			Auth:    "app-key",
			Out:     sealed.NewText("Data Source=h;Initial Catalog=NetDefaultDB;Application Client Id=i;Application Key=abc;Authority Id=organizations"),
			Masked:  sealed.NewText("Data Source=h;Initial Catalog=NetDefaultDB;Application Client Id=i;Application Key=****;Authority Id=organizations"),
			Reparse: "same",
			Ignored: []source.Span{span(23, 26), span(50, 51)},
		}},
		{"https://h\\", dialect.Answer{ // nothing is lost with that slash
			OK: true,
			Seen: []dialect.Property{
				authority,
				{Name: "DataSource", Value: sealed.NewText("https://h"), Source: span(0, 9)},
				database,
			},
			Auth:    "none",
			Out:     sealed.NewText("Data Source=https://h;Initial Catalog=NetDefaultDB;Authority Id=organizations"),
			Masked:  sealed.NewText("Data Source=https://h;Initial Catalog=NetDefaultDB;Authority Id=organizations"),
			Reparse: "same",
		}},
		{";Authority Id;Database", dialect.Answer{ // undefined, defaults and all
			OK:      true,
			Seen:    []dialect.Property{database},
			Auth:    "error: Error",
			Out:     sealed.NewText("Data Source=;Initial Catalog=NetDefaultDB"),
			Masked:  sealed.NewText("Data Source=;Initial Catalog=NetDefaultDB"),
			Reparse: "differs",
		}},
		{"h;SendX5c\ufeff= TRUE ;Fed=1;TID=", dialect.Answer{
			OK: true,
			Seen: []dialect.Property{
				{Name: "ApplicationCertificateSendX5c", IsBool: true, Bool: true, Source: span(14, 18)},
				{Name: "AuthorityId", Source: span(30, 30)},
				h,
				{Name: "FederatedSecurity", IsBool: true, Source: span(24, 25)},
				database,
			},
			Auth:    "none",
			Out:     sealed.NewText("Data Source=h;AAD Federated Security=false;Initial Catalog=NetDefaultDB;Application Certificate x5c=true;Authority Id="),
			Masked:  sealed.NewText("Data Source=h;AAD Federated Security=false;Initial Catalog=NetDefaultDB;Application Certificate x5c=true;Authority Id="),
			Reparse: "same",
		}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, Client().Read(test.text)); diff != "" {
			t.Errorf("%q: -want +got\n%s", test.text, diff)
		}
	}
}

func TestRejected(t *testing.T) {
	const unknown = "Error: Failed to get prop"
	tests := []struct {
		text   string
		crash  bool
		class  string
		at     source.Span
		echoed []source.Span
	}{
		{"\ufeff", false, "Error: Missing connection string", span(0, 3), nil},
		{"/", false, unknown, span(0, 0), nil},
		{"h;", false, unknown, span(2, 2), nil},
		{"\u0085;;", false, unknown, span(3, 3), nil},
		{"h; Accept=true", false, unknown, span(3, 9), []source.Span{span(2, 9)}},
		{"h;Application Key='BC;D'", false, unknown, span(22, 24), []source.Span{span(22, 24)}},
		{"h;T\u0130d=1", false, unknown, span(2, 6), []source.Span{span(2, 6)}},
		{"h; Fed ;Tid", true, "TypeError: Cannot read properties of undefined (reading 'trim')", span(3, 6), nil},
	}
	for _, test := range tests {
		want := dialect.Answer{Crash: test.crash, ErrorClass: test.class, ErrorSpan: test.at, Echoes: test.echoed}
		if diff := cmp.Diff(want, Client().Read(test.text)); diff != "" {
			t.Errorf("%q: -want +got\n%s", test.text, diff)
		}
	}
}

func FuzzRead(f *testing.F) {
	oracletest.Fuzz(f, Client(), oracletest.Verbatim, "node-extra")
}

func BenchmarkRead(b *testing.B) {
	const text = "https://help.kusto.windows.net;Fed=True;Application Client Id=f6f295b1-0ce0-41f1-bba3-735accac0c69;AppKey=abc;Authority Id=contoso.com"
	oracletest.Bench(b, Client(), text)
}

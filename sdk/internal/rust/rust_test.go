package rust

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/fixtures"
	"kustoconn/internal/sealed"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/sdk/internal/oracletest"
	"kustoconn/source"
)

func TestRecordings(t *testing.T) {
	for file, want := range map[string]int{"rust": 7592, "rust-extra": 470} {
		rows := fixtures.Client(t, file)
		if len(rows) != want {
			t.Fatalf("%s: %d rows, want %d", file, len(rows), want)
		}
		oracletest.Agree(t, rows, Client(), message)
	}
}

// message fills the class with what it echoes.
func message(text string, a dialect.Answer) string {
	return strings.Replace(a.ErrorClass, "…", oracletest.Echoed(text, a), 1)
}

func span(start, end int) source.Span { return source.Span{Start: start, End: end} }

func TestRead(t *testing.T) {
	tests := []struct {
		text string
		want dialect.Answer
	}{
		{"", dialect.Answer{ErrorClass: "MissingValue: Missing value for key 'data_source'"}},
		{"addr=h; =x", dialect.Answer{ErrorClass: "Parsing: Parsing error: No key found", ErrorSpan: span(8, 10)}},
		{"addr=h; User == u ", dialect.Answer{
			ErrorClass: "MissingValue: Missing value for key '…'",
			ErrorSpan:  span(8, 17), Echoes: []source.Span{span(8, 13)},
		}},
		{"addr=h; Tr\u00e4ce =1", dialect.Answer{
			ErrorClass: "UnexpectedKey: Unexpected key '…'",
			ErrorSpan:  span(8, 15), Echoes: []source.Span{span(8, 15)},
		}},
		// The Kelvin sign is no letter: folding is of ASCII alone.
		{"addr=h;App\u212aey=k", dialect.Answer{
			ErrorClass: "UnexpectedKey: Unexpected key '…'",
			ErrorSpan:  span(7, 15), Echoes: []source.Span{span(7, 15)},
		}},
		{"addr=h;uid=u", dialect.Answer{
			ErrorClass: "MissingValue: Missing value for key 'password'", ErrorSpan: span(7, 12),
		}},
		{"addr=h;msi=\u00a0yes", dialect.Answer{
			ErrorClass: "Parsing: Parsing error: Unexpected value for msi_auth: …. Please specify either 'true' or 'false'.",
			ErrorSpan:  span(13, 16), Echoes: []source.Span{span(13, 16)},
		}},
		{"Addr=h;Fed=tRUE;\u2003MSI\u2003=True;msi_type=x=y;tid=t;AppKey=k==", dialect.Answer{
			OK: true,
			Seen: []dialect.Property{
				{Name: "DataSource", Value: sealed.NewText("h"), Source: span(5, 6)},
				{Name: "FederatedSecurity", IsBool: true, Bool: true, Source: span(11, 15)},
				{Name: "ManagedServiceIdentity", IsBool: true, Bool: true, Source: span(26, 30)},
				{Name: "MsiParams", Value: sealed.NewText("x"), Source: span(40, 41)},
			},
			Auth:    "ManagedIdentity",
			Out:     sealed.NewText("Data Source=h;AAD Federated Security=True;MSI Authentication=True;MSI Params=x"),
			Masked:  sealed.NewText("Data Source=h;AAD Federated Security=True;MSI Authentication=True;MSI Params=x"),
			Reparse: "rejected",
			Ignored: []source.Span{span(41, 43), span(44, 49), span(50, 60)},
		}},
		{"addr=a;server=b;appclientid=c;appkey=k;tid=t;az cli=maybe", dialect.Answer{
			OK: true,
			Seen: []dialect.Property{
				{Name: "ApplicationClientId", Value: sealed.NewText("c"), Source: span(28, 29)},
				{Name: "ApplicationKey", Value: sealed.NewText("k"), Source: span(37, 38)},
				{Name: "AuthorityId", Value: sealed.NewText("t"), Source: span(43, 44)},
				{Name: "DataSource", Value: sealed.NewText("b"), Source: span(14, 15)},
			},
			Auth:    "Application",
			Out:     sealed.NewText("Data Source=b;AAD Federated Security=False;Application Client Id=c;Application Key=k;Authority Id=t"),
			Masked:  sealed.NewText("Data Source=b;AAD Federated Security=False;Application Client Id=c;Application Key=******;Authority Id=t"),
			Reparse: "same",
			Ignored: []source.Span{span(45, 57)},
		}},
		{"addr=h;user token=\xff", dialect.Answer{Unknown: true, Unverified: []string{"text that is no UTF-8"}}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, Client().Read(test.text)); diff != "" {
			t.Errorf("%q: -want +got\n%s", test.text, diff)
		}
	}
}

func FuzzRead(f *testing.F) {
	oracletest.Fuzz(f, Client(), oracletest.Verbatim, "rust", "rust-extra")
}

func BenchmarkRead(b *testing.B) {
	const text = "Data Source=https://help.kusto.windows.net;Fed=True;Application Client Id=f6f295b1-0ce0-41f1-bba3-735accac0c69;AppKey=abc;Authority Id=contoso.com"
	oracletest.Bench(b, Client(), text)
}

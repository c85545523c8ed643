package golang

import (
	"strconv"
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
	rows := fixtures.Client(t, "go")
	if len(rows) != 7592 {
		t.Fatalf("%d rows, want 7592", len(rows))
	}
	oracletest.Agree(t, rows, Client(), message)
}

// message fills the class with what it echoes; strconv quotes a boolean.
func message(text string, a dialect.Answer) string {
	echoed := oracletest.Echoed(text, a)
	if strings.Contains(a.ErrorClass, `"…"`) {
		return strings.Replace(a.ErrorClass, `"…"`, strconv.Quote(echoed), 1)
	}
	return strings.Replace(a.ErrorClass, "…", echoed, 1)
}

func span(start, end int) source.Span { return source.Span{Start: start, End: end} }

func TestRead(t *testing.T) {
	tests := []struct {
		text string
		want dialect.Answer
	}{
		{"", dialect.Answer{ErrorClass: "panic(string): error: Connection string cannot be empty"}},
		{";", dialect.Answer{OK: true, Seen: []dialect.Property{}, Auth: "none", Reparse: "rejected"}},
		{" h ;\u00a0; AppKey = a=b ;Nonsense=;AppKey==c", dialect.Answer{
			OK: true,
			Seen: []dialect.Property{
				{Name: "ApplicationKey", Value: sealed.NewText("a"), Source: span(17, 18)},
				{Name: "DataSource", Value: sealed.NewText("h"), Source: span(1, 2)},
			},
			Auth:    "none",
			Out:     sealed.NewText("Data Source=h;Application Key=a"),
			Masked:  sealed.NewText("Data Source=h;Application Key=****"),
			Reparse: "same",
			Ignored: []source.Span{span(18, 21), span(22, 31), span(32, 41)},
		}},
		{"h;F\u0130XED=1", dialect.Answer{
			ErrorClass: "errors.Error: Kind(Kind(12)): The Connection String keyword `…` is unknown.",
			ErrorSpan:  span(2, 8), Echoes: []source.Span{span(2, 8)},
		}},
		// U+0130 and U+212A are letters of keywords once lower-cased.
		{"h;APP\u212aEY=k;\u0130nitialCatalog=d", dialect.Answer{
			OK: true,
			Seen: []dialect.Property{
				{Name: "ApplicationKey", Value: sealed.NewText("k"), Source: span(11, 12)},
				{Name: "DataSource", Value: sealed.NewText("h"), Source: span(0, 1)},
				{Name: "InitialCatalog", Value: sealed.NewText("d"), Source: span(29, 30)},
			},
			Auth:    "none",
			Out:     sealed.NewText("Data Source=h;Initial Catalog=d;Application Key=k"),
			Masked:  sealed.NewText("Data Source=h;Initial Catalog=d;Application Key=****"),
			Reparse: "same",
		}},
		{"h;Fed", dialect.Answer{
			Crash:      true,
			ErrorClass: "runtime.boundsError: runtime error: index out of range [1] with length 1",
			ErrorSpan:  span(2, 5),
		}},
		{"h; Accept =true", dialect.Answer{
			ErrorClass: "errors.Error: Kind(Kind(12)): The Connection String keyword `…` is not supported.",
			ErrorSpan:  span(2, 10), Echoes: []source.Span{span(2, 10)},
		}},
		{"h;Fed=t;Fed=F;SendX5c= 1 ;Pwd=p;User=u", dialect.Answer{
			OK: true,
			Seen: []dialect.Property{
				{Name: "ApplicationCertificateSendX5c", Bool: true, IsBool: true, Source: span(23, 24)},
				{Name: "DataSource", Value: sealed.NewText("h"), Source: span(0, 1)},
				{Name: "Password", Value: sealed.NewText("p"), Source: span(30, 31)},
				{Name: "UserId", Value: sealed.NewText("u"), Source: span(37, 38)},
			},
			Auth:    "user-password",
			Out:     sealed.NewText("Data Source=h;User ID=u;Application Certificate SendX5c=true"),
			Masked:  sealed.NewText("Data Source=h;User ID=u;Application Certificate SendX5c=true"),
			Reparse: "differs",
		}},
		{"h;Fed= yes", dialect.Answer{
			ErrorClass: `errors.Error: error: Couldn't parse federated security value: strconv.ParseBool: parsing "…": invalid syntax`,
			ErrorSpan:  span(7, 10), Echoes: []source.Span{span(7, 10)},
		}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, Client().Read(test.text)); diff != "" {
			t.Errorf("%q: -want +got\n%s", test.text, diff)
		}
	}
}

func FuzzRead(f *testing.F) {
	oracletest.Fuzz(f, Client(), oracletest.Verbatim, "go")
}

func BenchmarkRead(b *testing.B) {
	const text = "https://help.kusto.windows.net;Fed=True;Application Client Id=f6f295b1-0ce0-41f1-bba3-735accac0c69;AppKey=abc;Authority Id=contoso.com"
	oracletest.Bench(b, Client(), text)
}

package python

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

// messages are the error messages that repeat a part of the text, as %s, by
// their class.
var messages = map[string]string{
	"KeyError: Unknown keyword":                                               "KeyError: Unknown keyword: `%s`",
	"KeyError: Keyword is not supported by this SDK":                          "KeyError: Keyword `%s` is not supported by this SDK",
	"KeyError: Expected aad federated security to be bool":                    "KeyError: Expected aad federated security to be bool. Recieved %s",
	"ValueError: does not appear to be an IPv4 or IPv6 address":               "ValueError: %s does not appear to be an IPv4 or IPv6 address",
	"ValueError: netloc contains invalid characters under NFKC normalization": "ValueError: netloc '%s' contains invalid characters under NFKC normalization",
}

// message prints what the client raises.
func message(text string, a dialect.Answer) string {
	format, echoes := messages[a.ErrorClass]
	if !echoes {
		return a.ErrorClass
	}
	echoed := oracletest.Echoed(text, a)
	if a.Crash {
		echoed = removed.Replace(echoed)
	}
	if strings.HasPrefix(format, "ValueError: %s") {
		echoed = repr(echoed)
	}
	return strings.Replace(format, "%s", echoed, 1)
}

// repr is Python's of a text as brackets may hold it in the recordings.
func repr(s string) string {
	quote := "'"
	if strings.Contains(s, "'") {
		quote = `"`
	}
	s = strings.NewReplacer(`\`, `\\`,
		"\x00", `\x00`, "\x01", `\x01`, "\v", `\x0b`, "\f", `\x0c`, "\x1c", `\x1c`, "\x1d", `\x1d`, "\x1e", `\x1e`, "\x1f", `\x1f`, "\x7f", `\x7f`,
		"\u0085", `\x85`, "\u00a0", `\xa0`, "\u1680", `\u1680`, "\u180e", `\u180e`, "\u2000", `\u2000`, "\u200a", `\u200a`, "\u200b", `\u200b`,
		"\u2028", `\u2028`, "\u2029", `\u2029`, "\u202f", `\u202f`, "\u205f", `\u205f`, "\u3000", `\u3000`, "\ufeff", `\ufeff`,
	).Replace(s)
	return quote + s + quote
}

func TestAgreesWithRecordings(t *testing.T) {
	for file, rows := range map[string]int{"python": 7592, "python-extra": 3000} {
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
	tests := []struct {
		text string
		want dialect.Answer
	}{
		{"https://help.kusto.windows.net/Samples;Fed=true", dialect.Answer{
			OK: true,
			Seen: []dialect.Property{
				authority,
				{Name: "DataSource", Value: sealed.NewText("https://help.kusto.windows.net"), Source: span(0, 38)},
				{Name: "FederatedSecurity", IsBool: true, Bool: true, Source: span(43, 47)},
				{Name: "InitialCatalog", Value: sealed.NewText("Samples"), Source: span(31, 38)},
			},
			Auth:    "user-prompt",
			Out:     sealed.NewText("Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;AAD Federated Security=True;Authority Id=organizations"),
			Masked:  sealed.NewText("Data Source=https://help.kusto.windows.net;Initial Catalog=Samples;AAD Federated Security=True;Authority Id=organizations"),
			Reparse: "same",
		}},
		{"Data Source=\thttps:/\t/h//D\nb?#", dialect.Answer{ // characters that splitting a URL removes
			OK: true,
			Seen: []dialect.Property{
				authority,
				{Name: "DataSource", Value: sealed.NewText("https://h"), Source: span(13, 30)},
				{Name: "InitialCatalog", Value: sealed.NewText("Db"), Source: span(25, 28)},
			},
			Auth:    "none",
			Out:     sealed.NewText("Data Source=https://h;Initial Catalog=Db;Authority Id=organizations"),
			Masked:  sealed.NewText("Data Source=https://h;Initial Catalog=Db;Authority Id=organizations"),
			Reparse: "same",
			Ignored: []source.Span{span(20, 21), span(26, 27)},
		}},
		{"https://\t/Db", dialect.Answer{ // no host is left, so the path stays
			OK: true,
			Seen: []dialect.Property{
				authority,
				{Name: "DataSource", Value: sealed.NewText("https://\t/Db"), Source: span(0, 12)},
				{Name: "InitialCatalog", Value: sealed.NewText("NetDefaultDB")},
			},
			Auth:    "none",
			Out:     sealed.NewText("Data Source=https://\t/Db;Initial Catalog=NetDefaultDB;Authority Id=organizations"),
			Masked:  sealed.NewText("Data Source=https://\t/Db;Initial Catalog=NetDefaultDB;Authority Id=organizations"),
			Reparse: "same",
		}},
		{"Initial Catalog=A;Server=https://h/B//", dialect.Answer{ // the earlier catalog keeps the path
			OK: true,
			Seen: []dialect.Property{
				authority,
				{Name: "DataSource", Value: sealed.NewText("https://h/B"), Source: span(25, 36)},
				{Name: "InitialCatalog", Value: sealed.NewText("A"), Source: span(16, 17)},
			},
			Auth:    "none",
			Out:     sealed.NewText("Data Source=https://h/B;Initial Catalog=A;Authority Id=organizations"),
			Masked:  sealed.NewText("Data Source=https://h/B;Initial Catalog=A;Authority Id=organizations"),
			Reparse: "differs",
		}},
		{"//h:65536;Fed=True;Application \u212Aey=k\x1f", dialect.Answer{ // Kelvin sign
			OK: true,
			Seen: []dialect.Property{
				{Name: "ApplicationKey", Value: sealed.NewText("k"), Source: span(37, 38)},
				authority,
				{Name: "DataSource", Value: sealed.NewText("//h:65536"), Source: span(0, 9)},
				{Name: "FederatedSecurity", IsBool: true, Bool: true, Source: span(14, 18)},
				{Name: "InitialCatalog", Value: sealed.NewText("NetDefaultDB")},
			},
			Auth:    "error: ValueError",
			Out:     sealed.NewText("Data Source=//h:65536;Initial Catalog=NetDefaultDB;AAD Federated Security=True;Application Key=k;Authority Id=organizations"),
			Masked:  sealed.NewText("Data Source=//h:65536;Initial Catalog=NetDefaultDB;AAD Federated Security=True;Application Key=****;Authority Id=organizations"),
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
	tests := []struct {
		text   string
		crash  bool
		class  string
		at     source.Span
		echoed []source.Span
	}{
		{" \u3000", false, "ValueError: Should not be empty", span(0, 4), nil},
		{"https://x/Db;", false, "KeyError: Unknown keyword", span(13, 13), nil},
		{"h;Application Key='BC;D'", false, "KeyError: Unknown keyword", span(22, 24), []source.Span{span(22, 24)}},
		{"h;Appl\u0130cationKey=k", false, "KeyError: Unknown keyword", span(2, 17), []source.Span{span(2, 17)}},
		{"h;\tAccept =true", false, "KeyError: Unknown keyword", span(3, 9), []source.Span{span(2, 10)}},
		{"h; Accept=true", false, "KeyError: Keyword is not supported by this SDK", span(3, 9), []source.Span{span(2, 9)}},
		{"h;SendX5c= yes ", false, "KeyError: Expected aad federated security to be bool", span(11, 14), []source.Span{span(10, 15)}},
		{"https://[::;1]:443/Db", true, "ValueError: Invalid IPv6 URL", span(8, 11), nil},
		{"https://[v1.]", true, "ValueError: IPvFuture address is invalid", span(9, 12), nil},
		{"https://u:pw@[1.2.3.4]", true, "ValueError: An IPv4 address cannot be in brackets", span(14, 21), nil},
		{"https://[::1%]", true, "ValueError: does not appear to be an IPv4 or IPv6 address", span(9, 13), []source.Span{span(9, 13)}},
		{"//u:pw@\u2100/", true, "ValueError: netloc contains invalid characters under NFKC normalization", span(2, 10), []source.Span{span(2, 10)}},
	}
	for _, test := range tests {
		want := dialect.Answer{Crash: test.crash, ErrorClass: test.class, ErrorSpan: test.at, Echoes: test.echoed}
		if diff := cmp.Diff(want, Client().Read(test.text)); diff != "" {
			t.Errorf("%q: -want +got\n%s", test.text, diff)
		}
	}
}

func FuzzRead(f *testing.F) {
	oracletest.Fuzz(f, Client(), func(p dialect.Property, written string) bool {
		fromURL := p.Name == "DataSource" || p.Name == "InitialCatalog"
		return fromURL || oracletest.Verbatim(p, written)
	}, "python-extra")
}

func BenchmarkRead(b *testing.B) {
	const text = "https://help.kusto.windows.net/Samples;Fed=True;Application Client Id=f6f295b1-0ce0-41f1-bba3-735accac0c69;AppKey=abc;Authority Id=contoso.com"
	oracletest.Bench(b, Client(), text)
}

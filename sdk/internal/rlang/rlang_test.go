package rlang

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
	rows := fixtures.Client(t, "r")
	if len(rows) != 7592 {
		t.Fatalf("%d rows, want 7592", len(rows))
	}
	recorded := Client()
	read := recorded.Read
	recorded.Read = func(text string) dialect.Answer {
		a := read(text)
		a.Auth = "" // the recordings do not tell
		return a
	}
	oracletest.Agree(t, rows, recorded, message)
}

// message fills the class with what it echoes; names are lower-cased.
func message(text string, a dialect.Answer) string {
	echoed := oracletest.Echoed(text, a)
	if strings.Contains(a.ErrorClass, "property name") {
		echoed = strings.ToLower(echoed)
	}
	return strings.Replace(a.ErrorClass, "…", echoed, 1)
}

func span(start, end int) source.Span { return source.Span{Start: start, End: end} }

func TestRead(t *testing.T) {
	seen := func(server string, start, end int) []dialect.Property {
		return []dialect.Property{{Name: "DataSource", Value: sealed.NewText(server), Source: span(start, end)}}
	}
	tests := []struct {
		text string
		want dialect.Answer
	}{
		{"", dialect.Answer{Crash: true, ErrorClass: "simpleError: non-character object(s)"}},
		{"Fed", dialect.Answer{Crash: true, ErrorClass: "simpleError: non-character object(s)", ErrorSpan: span(3, 3)}},
		{"server=1e+", dialect.Answer{Crash: true, ErrorClass: "simpleError: non-character object(s)", ErrorSpan: span(7, 10)}},
		{"Server  =  'help\" ;; =x;Host=h;SERVER=i;pwd=p;user=u", dialect.Answer{
			OK:      true,
			Seen:    seen("https://'help\" .kusto.windows.net", 11, 18),
			Auth:    "resource_owner",
			Ignored: []source.Span{span(20, 23), span(24, 30), span(31, 39)},
		}},
		{"\u212arc=x", dialect.Answer{
			ErrorClass: "simpleError: Invalid/unsupported property name: …",
			ErrorSpan:  span(0, 5), Echoes: []source.Span{span(0, 5)},
		}},
		{"app\u212aey=k;cluster='https://h';appclientid=c", dialect.Answer{
			OK: true, Seen: seen("https://h", 20, 29), Auth: "client_credentials",
		}},
		{"server= ;AppToken=t", dialect.Answer{OK: true, Seen: seen("https://.kusto.windows.net", 8, 8), Auth: "apptoken"}},
		{"server='h'", dialect.Answer{OK: true, Seen: seen("https://h.kusto.windows.net", 8, 9), Auth: "authorization_code"}},
		{"server=''", dialect.Answer{OK: true, Seen: seen("https://''.kusto.windows.net", 7, 9), Auth: "authorization_code"}},
		{"server", dialect.Answer{OK: true, Seen: seen("https://server.kusto.windows.net", 0, 6), Auth: "authorization_code"}},
		{"server=h;database=", dialect.Answer{
			ErrorClass: "simpleError: Invalid/unsupported property name: …",
			ErrorSpan:  span(9, 18), Echoes: []source.Span{span(9, 18)},
		}},
		{"x=1;a\uFFFE=2", dialect.Answer{
			Crash: true, ErrorClass: "simpleError: invalid input '…' in 'utf8towcs'",
			ErrorSpan: span(4, 8), Echoes: []source.Span{span(4, 8)},
		}},
		{"server=h;response_dynamic_serialization=NA", dialect.Answer{
			Crash: true, ErrorClass: "simpleError: missing value where TRUE/FALSE needed", ErrorSpan: span(40, 42),
		}},
		{"server=h;response_dynamic_serialization='\uFFFF'", dialect.Answer{
			Crash: true, ErrorClass: "simpleError: invalid input '…' in 'utf8towcs'",
			ErrorSpan: span(41, 44), Echoes: []source.Span{span(41, 44)},
		}},
		{"server=h\x00;x", dialect.Answer{
			OK: true, Seen: seen("https://h.kusto.windows.net", 7, 8), Auth: "authorization_code",
			Ignored: []source.Span{span(8, 11)},
		}},
		{"server=h\xff", dialect.Answer{Unknown: true, Unverified: []string{"text that is no UTF-8"}}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, Client().Read(test.text)); diff != "" {
			t.Errorf("%q: -want +got\n%s", test.text, diff)
		}
	}
}

// TestIsText asks what R 4.2.2 answered for as.numeric and as.logical.
func TestIsText(t *testing.T) {
	tests := map[bool][]string{
		false: {
			"NA", "T", "FALSE", "true", "1", "1.", ".5", "-.5e-3", "1e", "1e+", "1E5", "\t1", "1\t", "1\u2003", "0e999",
			"infinity", "iNf", "+Inf", "inf ", "0x ", "0x.", "0x.8", "0X1F", "0x1p", "0x1p+", "0x.p1", "0xp1", "0x0p9999",
		},
		true: {
			"", " ", "na", "tRUE", "T ", "yes", "nan", "NaN", ".", "+", "e5", "1 2", "- 1", "--1", "1e 5", "1d5", "1L", "1_000",
			"1\u00a0", "\u20031", "infinit", "infinity x", "0x", "0x1g", "0x-1",
		},
	}
	for want, values := range tests {
		for _, value := range values {
			if got := isText(value); got != want {
				t.Errorf("isText(%q) = %t, want %t", value, got, want)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	oracletest.Fuzz(f, Client(), func(p dialect.Property, written string) bool {
		return strings.Contains(p.Value.Open(), written) // which completes the address
	}, "r")
}

func BenchmarkRead(b *testing.B) {
	const text = "server=https://help.kusto.windows.net;fed=True;appclientid=f6f295b1-0ce0-41f1-bba3-735accac0c69;appkey=abc;tenantid=contoso.com"
	oracletest.Bench(b, Client(), text)
}

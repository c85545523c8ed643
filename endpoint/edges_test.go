package endpoint_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/endpoint"
	"kustoconn/internal/sealed"
	"kustoconn/rule"
	"kustoconn/source"
)

// What a character means in a host, at the edges of the ranges that matter.
func TestCharactersOfAHost(t *testing.T) {
	for _, row := range []struct {
		char   string
		reason endpoint.Reason // 0 where the host may hold it
		fix    string
	}{
		{"\u00aa", 0, ""},                    // a letter
		{"\u0301", 0, ""},                    // a mark
		{"\u0966", 0, ""},                    // a digit
		{"\u2160", endpoint.BadHostChar, ""}, // a number that is no digit
		{"\u00d7", endpoint.BadHostChar, ""},
		{"\u2661", endpoint.BadHostChar, ""}, // its last byte is that of a letter
		{"\ufffd", endpoint.BadHostChar, ""}, // a character, not a broken one
		{"\x80", endpoint.NotUTF8, ""},
		{"\u0080", endpoint.ControlChar, ""},
		{"\u2017", endpoint.BadHostChar, ""},
		{"\u2018", endpoint.QuoteMark, ""},
		{"\u201f", endpoint.QuoteMark, ""},
		{"\u2020", endpoint.BadHostChar, ""},
		{"\ufeff", endpoint.ByteOrderMark, ""},
		{"\ufefe", endpoint.BadHostChar, ""},
		{"\uff00", endpoint.FullWidth, ""},
		{"\uff01", endpoint.FullWidth, "!"},
		{"\uff5e", endpoint.FullWidth, "~"},
		{"\uff5f", endpoint.FullWidth, ""},
		{"\uffef", endpoint.FullWidth, ""},
		{"\ufff0", endpoint.BadHostChar, ""},
	} {
		text := "https://x" + row.char + "y.example.com"
		e := endpoint.Analyze(text)
		var want []endpoint.Fault
		if row.reason != 0 {
			span := source.Span{Start: 9, End: 9 + len(row.char)}
			deleted := row.reason == endpoint.QuoteMark || row.reason == endpoint.ByteOrderMark
			want = []endpoint.Fault{{Code: rule.BadURI, Reason: row.reason, Span: span, Fix: sealed.NewText(row.fix), Fixable: row.fix != "" || deleted}}
		}
		if diff := cmp.Diff(want, e.Faults); diff != "" {
			t.Errorf("%U (-want +got)\n%s", []rune(row.char)[0], diff)
		}
		if (e.Host() == "") != (row.reason != 0) {
			t.Errorf("%U: host %q", []rune(row.char)[0], e.Host())
		}
	}
}

func TestSchemes(t *testing.T) {
	for _, scheme := range []string{"a", "z", "A", "Z", "a0", "a9", "a+b", "a-b", "a.b", "ftp", "net.tcp"} {
		e := endpoint.Analyze(scheme + "://h")
		want := []endpoint.Fault{{Code: rule.UnsupportedScheme, Span: source.Span{End: len(scheme)}}}
		if diff := cmp.Diff(want, e.Faults); diff != "" || e.Scheme() != scheme || e.Host() != "h" || e.Form != endpoint.URI {
			t.Errorf("%s: scheme %q, host %q, form %v (-want +got)\n%s", scheme, e.Scheme(), e.Host(), e.Form, diff)
		}
	}
	for _, scheme := range []string{"http", "HTTP", "https", "HttpS"} {
		if e := endpoint.Analyze(scheme + "://h"); e.Faults != nil || e.Scheme() != scheme {
			t.Errorf("%s: scheme %q, %+v", scheme, e.Scheme(), e.Faults)
		}
	}
	for _, scheme := range []string{"1a", "+a", "-a", ".a", "a,b", "{", "a{", "[", "a[", "h t", "a<b"} {
		e := endpoint.Analyze(scheme + "://h")
		want := []endpoint.Fault{{Code: rule.BadURI, Reason: endpoint.BadScheme, Span: source.Span{End: len(scheme)}}}
		if diff := cmp.Diff(want, e.Faults); diff != "" || e.Scheme() != "" || e.Host() != "" || e.Form != endpoint.URI {
			t.Errorf("%s: scheme %q, host %q, form %v (-want +got)\n%s", scheme, e.Scheme(), e.Host(), e.Form, diff)
		}
	}
}

func TestFormString(t *testing.T) {
	for text, want := range map[string]string{
		"https://help": "uri", "help": "bare name", "@help": "shorthand", "": "invalid", "@": "invalid",
	} {
		if got := endpoint.AnalyzePrefix(text).Form.String(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := template("{uri}").Form.String(); got != "placeholder" {
		t.Errorf("a placeholder: %q", got)
	}
}

func TestUserinfo(t *testing.T) {
	for _, row := range []struct {
		text, userinfo, fragment, host string
	}{
		{"https://:pw@help", ":pw", "", "help"},
		{"https://@help", "", "", "help"},
		{"https://u:p@help#a@b", "u:p", "a@b", "help"},
		{"https://u:p@help?a@b#c", "u:p", "c", "help"},
		{"https://u%3A:p%40@help", "u%3A:p%40", "", "help"},
		{"https://u@" + strings.Repeat("a", 63), "u", "", strings.Repeat("a", 63)},
	} {
		e := endpoint.Analyze(row.text)
		if got := e.Userinfo.Slice(row.text); !e.Userinfo.Present || got != row.userinfo {
			t.Errorf("%q: userinfo %q, %v", row.text, got, e.Userinfo.Present)
		}
		if got := e.Fragment.Slice(row.text); got != row.fragment || e.Host() != row.host {
			t.Errorf("%q: fragment %q, host %q", row.text, got, e.Host())
		}
		if e.Has(rule.BadURI) || !e.Has(rule.CredentialsInURI) {
			t.Errorf("%q: %+v", row.text, e.Faults)
		}
	}
}

// What has no path has an empty one where it would stand.
func TestPathSpanOfNone(t *testing.T) {
	for text, want := range map[string]source.Span{
		"https://help": source.At(12), "help": source.At(4), "@help": source.At(5), "https://help:1?x": source.At(14),
	} {
		if got := endpoint.AnalyzePrefix(text).PathSpan; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// A shorthand that is given as a value is masked as the text of a faulty
// authority is.
func TestShorthandAsAValue(t *testing.T) {
	for text, want := range map[string]source.Span{"@user:pw@help": {Start: 1, End: 8}, "@help": {}, "@": {}} {
		e := endpoint.Analyze(text)
		span, ok := e.CredentialsSpan()
		if span != want || ok != (want != source.Span{}) {
			t.Errorf("%q: mask %v, %v", text, span, ok)
		}
		fault := []endpoint.Fault{{Code: rule.BadURI, Reason: endpoint.AtSign, Span: source.Span{End: 1}}}
		if diff := cmp.Diff(fault, e.Faults); diff != "" {
			t.Errorf("%q (-want +got)\n%s", text, diff)
		}
	}
}

// Nothing is masked where nothing stands before the "@", or there is none.
func TestCredentialsSpanOfFaultyAuthorities(t *testing.T) {
	for text, want := range map[string]source.Span{
		"https://@a..b":   {},
		"https://a..b":    {},
		"https://u:p@":    {Start: 8, End: 11},
		"https://u:p@/Db": {Start: 8, End: 11},
		"https://u:p@::1": {Start: 8, End: 11},
	} {
		e := endpoint.Analyze(text)
		if span, ok := e.CredentialsSpan(); span != want || ok != (want != source.Span{}) {
			t.Errorf("%q: mask %v, %v", text, span, ok)
		}
	}
}

func TestCompletion(t *testing.T) {
	for text, want := range map[string]string{
		"help":                       ".kusto.windows.net",
		"help.westeurope/Db":         ".kusto.windows.net",
		"@help":                      ".kusto.windows.net",
		"@help.kusto.windows.net":    "",
		"LocalHost:8080":             "",
		"help.kusto.windows.net":     "",
		"https://help":               "",
		"https://help.westeurope/Db": "",
		"@":                          "",
	} {
		e := endpoint.AnalyzePrefix(text)
		if got := e.Completion(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestInternational(t *testing.T) {
	for text, want := range map[string]bool{
		"https://help.example.com": false, "https://täst.example.com": true, "täst": true, "@täst": true, "help": false,
		"https://a.b/Größe": false,
	} {
		e := endpoint.AnalyzePrefix(text)
		if e.International() != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
	if e := template("https://<größe>.example.com"); e.International() {
		t.Error("what a placeholder is called makes the host international")
	}
}

func TestCloudOfAHost(t *testing.T) {
	for host, want := range map[string]endpoint.Cloud{
		"help.kusto.windows.net": endpoint.Public, "example.com": "", "localhost": "", "a..b": "",
	} {
		e := endpoint.Analyze("https://" + host)
		if got := e.Cloud(); got != want {
			t.Errorf("%s: %q", host, got)
		}
	}
}

// A fault of the host leaves the path its database.
func TestDatabaseOfAFaultyHost(t *testing.T) {
	e := endpoint.Analyze("https://a..b/Db")
	if !e.HasDatabase || e.Database() != "Db" || e.DataSource() != "https://a..b" {
		t.Errorf("database %q, %v, data source %q", e.Database(), e.HasDatabase, e.DataSource())
	}
}

// A faulty shorthand means nothing, its database included.
func TestFaultyShorthandMeansNothing(t *testing.T) {
	for _, text := range []string{"@a_b/Db", "@help/Db/x", "@help/\"Db\""} {
		e := endpoint.AnalyzePrefix(text)
		if e.HasDatabase || e.Database() != "" || e.Host() != "" || e.DataSource() != text || e.Form != 0 {
			t.Errorf("%q: %+v", text, e)
		}
	}
	if e := endpoint.AnalyzePrefix("@my-cluster/Db"); e.Faults != nil || e.Database() != "Db" {
		t.Errorf("%+v", e)
	}
}

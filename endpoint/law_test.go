package endpoint_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kustoconn/endpoint"
	"kustoconn/rule"
	"kustoconn/source"
)

// checkLaws is what holds of every text.
func checkLaws(t interface{ Fatalf(string, ...any) }, text string) {
	for _, e := range []endpoint.Endpoint{endpoint.Analyze(text), endpoint.AnalyzePrefix(text)} {
		checkSpans(t, &e)
		checkHost(t, &e)
		if e.Host() == "" && !e.Has(rule.BadURI) {
			t.Fatalf("%q: no host and no fault", text)
		}
		if e.HasDatabase && (!utf8.ValidString(e.Database()) || strings.Contains(e.Database(), "\x00")) {
			t.Fatalf("%q: database %q", text, e.Database())
		}
		if !e.HasDatabase && e.Form != endpoint.Shorthand && e.DataSource() != text {
			t.Fatalf("%q: data source %q without a database", text, e.DataSource())
		}
		checkTrust(t, &e)
	}
}

func checkSpans(t interface{ Fatalf(string, ...any) }, e *endpoint.Endpoint) {
	spans := []source.Span{e.Userinfo.Span, e.HostSpan, e.Port.Span, e.PathSpan, e.Query.Span, e.Fragment.Span}
	for _, f := range e.Faults {
		spans = append(spans, f.Span)
		if (f.Code == rule.BadURI) != (f.Reason != 0) {
			t.Fatalf("%q: fault %+v", e.Text(), f)
		}
	}
	if span, ok := e.CredentialsSpan(); ok {
		spans = append(spans, span)
		if !span.Covers(e.Userinfo.Span) && e.Userinfo.Present {
			t.Fatalf("%q: mask %v leaves the userinfo %v", e.Text(), span, e.Userinfo.Span)
		}
	}
	if found, ok := e.Lookalike(); ok {
		spans = append(spans, found.Span)
	}
	for _, s := range spans {
		if s.Start < 0 || s.End < s.Start || s.End > len(e.Text()) {
			t.Fatalf("%q: span %v", e.Text(), s)
		}
		if utf8.ValidString(e.Text()) && !utf8.ValidString(s.Slice(e.Text())) {
			t.Fatalf("%q: span %v is not on rune boundaries", e.Text(), s)
		}
	}
}

func checkHost(t interface{ Fatalf(string, ...any) }, e *endpoint.Endpoint) {
	if strings.ContainsAny(e.Host(), "@/\\?#%[]\"' \t\r\n\x00") || strings.ContainsAny(e.Host(), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") ||
		strings.HasPrefix(e.Host(), ".") || strings.HasSuffix(e.Host(), ".") || strings.Contains(e.Host(), "..") {
		t.Fatalf("%q: host %q", e.Text(), e.Host())
	}
	for _, f := range e.Faults {
		if e.Host() != "" && f.Code == rule.BadURI && f.Span.Start < e.PathSpan.Start {
			t.Fatalf("%q: host %q beside the fault %+v", e.Text(), e.Host(), f)
		}
	}
}

func checkTrust(t interface{ Fatalf(string, ...any) }, e *endpoint.Endpoint) {
	v := endpoint.Policy{}.Judge(e, "")
	if v.Trusted != (v.Rule != "") || v.Trusted && (e.Host() == "" || v.Kind == endpoint.KindOther) {
		t.Fatalf("%q: %+v", e.Text(), v)
	}
	if suffix, ok := strings.CutPrefix(v.Rule, "suffix "); ok && !strings.HasSuffix(e.Host(), suffix) {
		t.Fatalf("%q: %q does not end with the rule %q", e.Text(), e.Host(), v.Rule)
	}
	if host, ok := strings.CutPrefix(v.Rule, "host "); ok && e.Host() != host {
		t.Fatalf("%q: %q is not the rule %q", e.Text(), e.Host(), v.Rule)
	}
	if v.Rule == "loopback" && !e.Loopback() {
		t.Fatalf("%q: %q is no loopback address", e.Text(), e.Host())
	}
}

var piece = rapid.OneOf(
	rapid.SampledFrom([]string{
		"https", "http", ":", "/", "//", "://", "@", "\\", "?", "#", "%41", "%", "%00", "%ff", ".", "..", "-", "_", "[", "]", "::1",
		"localhost", "127.0.0.1", "443", "99999", "help", "ingest-", "kusto.windows.net", ".kusto.windows.net", "ade.loganalytics.io",
		"Db", "DatabaseName=", "=", "'", `"`, " ", "\t", "\x00", "\xff", "\uFEFF", "ä", "а", "\u212A", "\u3002", "Ａ", "user:pw@", "kust0",
	}),
	rapid.String(),
)

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkLaws(t, strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces"), ""))
	})
}

func FuzzAnalyze(f *testing.F) {
	for _, seed := range []string{
		"https://help.kusto.windows.net/Samples", "@help/Samples", "mycluster.westeurope/Db", "localhost:8080",
		"https://u:p@[::1]:443/a%20b?DatabaseName=x#y", `"https://a。b\c"`, "https:/x", "//x/y", "\uFEFFhttps://ｋusto",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkLaws(t, text) })
}

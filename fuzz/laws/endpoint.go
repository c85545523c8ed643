package laws

import (
	"strings"

	"kustoconn/endpoint"
	"kustoconn/fuzz"
	"kustoconn/rule"
	"kustoconn/source"
)

// checkEndpoint holds that what is said of a Data Source points into it, that a
// text without a host is bad and not trusted, and that trust is about the host
// alone.
func checkEndpoint(t Reporter, text string) {
	t.Helper()
	e := endpoint.Analyze(text)
	verdict := endpoint.Policy{}.Judge(&e, "")
	spans := []source.Span{e.Userinfo.Span, e.HostSpan, e.Port.Span, e.PathSpan, e.Query.Span, e.Fragment.Span}
	for _, f := range e.Faults {
		spans = append(spans, f.Span)
	}
	if credentials, ok := e.CredentialsSpan(); ok {
		spans = append(spans, credentials)
	}
	for _, s := range spans {
		if s.Start < 0 || s.End < s.Start || s.End > len(text) {
			t.Fatalf("%q: span %v", text, s)
		}
	}
	switch {
	case e.Host() == "" && (verdict.Trusted || !e.Has(rule.BadURI)):
		t.Fatalf("%q has no host: %+v, %+v", text, e, verdict)
	case verdict.Trusted != (verdict.Rule != ""):
		t.Fatalf("%q: %+v", text, verdict)
	}
	if e.Host() == "" {
		return
	}
	host := e.Host()
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	plain := endpoint.Analyze("https://" + host)
	if got := (endpoint.Policy{}).Judge(&plain, ""); got.Trusted != verdict.Trusted || got.Rule != verdict.Rule {
		t.Fatalf("%q: %+v, but its host %q: %+v", text, verdict, e.Host(), got)
	}
}

// checkEndpointCase holds that the module says of a generated Data Source what it
// was made to be.
func checkEndpointCase(t Reporter, want fuzz.Endpoint) {
	t.Helper()
	checkEndpoint(t, want.Text)
	e := endpoint.Analyze(want.Text)
	verdict := endpoint.Policy{}.Judge(&e, "")
	got := fuzz.Endpoint{Text: want.Text, Host: e.Host(), Trusted: verdict.Trusted, Cloud: string(verdict.Cloud)}
	if got.Host != want.Host || got.Trusted != want.Trusted || got.Cloud != want.Cloud {
		t.Fatalf("%q: %+v, want %+v", want.Text, got, want)
	}
	if e.HasDatabase != (want.Database != nil) || want.Database != nil && e.Database() != *want.Database {
		t.Fatalf("%q: database %q (%v)", want.Text, e.Database(), e.HasDatabase)
	}
}

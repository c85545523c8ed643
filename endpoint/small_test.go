package endpoint_test

import (
	"strings"
	"testing"

	"kustoconn/endpoint"
	"kustoconn/internal/exhaust"
	"kustoconn/rule"
)

// uriCharacters are one of each kind that a Data Source's reader treats apart.
var uriCharacters = []string{"a", "A", "1", ".", "-", "/", ":", "@", `\`, "%", "?", "#", "[", "]", " ", "é", "\x00"}

// Every small Data Source, alone and where a URI goes on, has the laws.
func TestSmallDataSources(t *testing.T) {
	for text := range exhaust.Texts(uriCharacters, exhaust.Length(t, 4, 5)) {
		for _, before := range []string{"", "https://", "https://a.kusto.windows.net", "@"} {
			checkLaws(t, before+text)
			checkCompletion(t, before+text)
			checkForms(t, before+text)
		}
	}
}

// checkCompletion holds that Host is what is written and Completion, and that
// written out as a URI it is the same host, with the same trust.
func checkCompletion(t *testing.T, text string) {
	e := endpoint.AnalyzePrefix(text)
	if e.Host() == "" {
		return
	}
	written := e.HostSpan.Slice(text)
	if want := strings.ToLower(strings.Trim(written, "[]") + e.Completion()); e.Host() != want {
		t.Fatalf("%q: host %q, and %q with its completion %q is another", text, e.Host(), written, e.Completion())
	}
	host := e.Host()
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	full := endpoint.Analyze("https://" + host)
	if full.Host() != e.Host() || full.Completion() != "" || full.Has(rule.BadURI) {
		t.Fatalf("%q: host %q, which as a URI is %q, completed by %q, with faults %v", text, e.Host(), full.Host(), full.Completion(), full.Faults)
	}
	if got, want := (endpoint.Policy{}).Judge(&full, ""), (endpoint.Policy{}).Judge(&e, ""); got.Trusted != want.Trusted || got.Rule != want.Rule {
		t.Fatalf("%q: %+v, and its host as a URI %+v", text, want, got)
	}
}

// checkForms holds that '@' alone parts a prefix from a value, and that
// shorthand means the URI that it gives, and nothing where it has a fault.
func checkForms(t *testing.T, text string) {
	value, prefix := endpoint.Analyze(text), endpoint.AnalyzePrefix(text)
	if !strings.HasPrefix(text, "@") {
		if value.Host() != prefix.Host() || value.Form != prefix.Form || value.Database() != prefix.Database() || value.DataSource() != prefix.DataSource() {
			t.Fatalf("%q: as a value %+v, as a prefix %+v", text, value, prefix)
		}
		return
	}
	if value.Host() != "" || !value.Has(rule.BadURI) {
		t.Fatalf("%q: as a value it has the host %q", text, value.Host())
	}
	switch {
	case prefix.Form != endpoint.Shorthand && (prefix.Host() != "" || prefix.HasDatabase || !prefix.Has(rule.BadURI)):
		t.Fatalf("%q: %+v", text, prefix)
	case prefix.Form == endpoint.Shorthand:
		meant := endpoint.Analyze(prefix.DataSource())
		if meant.Host() != prefix.Host() || len(meant.Faults) > 0 || len(prefix.Faults) > 0 {
			t.Fatalf("%q: it stands for %q, whose host is %q, not %q", text, prefix.DataSource(), meant.Host(), prefix.Host())
		}
	}
}

package endpoint_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/endpoint"
	"kustoconn/placeholder"
	"kustoconn/source"
)

func template(text string) endpoint.Endpoint {
	return endpoint.AnalyzeTemplate(text, placeholder.Find(text), endpoint.AnalyzePrefix)
}

func TestAnalyzeTemplate(t *testing.T) {
	type facts struct {
		Form                       endpoint.Form
		Host, DataSource, Database string
		Faults                     []endpoint.FaultKind
	}
	const k = ".kusto.windows.net"
	for text, want := range map[string]facts{
		"https://<Cluster>.<region>.Kusto.Windows.Net/Db": {endpoint.URI, "<Cluster>.<region>" + k, "https://<Cluster>.<region>.Kusto.Windows.Net", "Db", nil},
		"https://{c}.kusto.windows.net/{db}":              {endpoint.URI, "{c}" + k, "https://{c}.kusto.windows.net", "{db}", nil},
		"https://$(c).kusto.windows.net:{port}/a%20b":     {endpoint.URI, "$(c)" + k, "https://$(c).kusto.windows.net:{port}", "a b", nil},
		"https://{host}":                     {endpoint.URI, "{host}", "https://{host}", "", nil},
		"{scheme}://{x}":                     {endpoint.URI, "{x}", "{scheme}://{x}", "", nil},
		"<QueryEndpointUri>/Db":              {endpoint.Placeholder, "", "<QueryEndpointUri>", "Db", nil},
		"%s":                                 {endpoint.Placeholder, "", "%s", "", nil},
		"*Cluster*.kusto.windows.net/Db":     {endpoint.Placeholder, "*Cluster*" + k, "*Cluster*.kusto.windows.net", "Db", nil},
		"my-{env}":                           {endpoint.BareName, "my-{env}" + k, "my-{env}", "", nil},
		"@{c}/{db}":                          {endpoint.Shorthand, "{c}" + k, "https://{c}.kusto.windows.net", "{db}", nil},
		"https://<a>_ <b>.kusto.windows.net": {endpoint.URI, "", "https://<a>_ <b>.kusto.windows.net", "", []endpoint.FaultKind{endpoint.BadURI}},
		"https://{c}.kusto.windows.net/{a}/{b}?{q}": {endpoint.URI, "{c}" + k, "https://{c}.kusto.windows.net/{a}/{b}?{q}", "", []endpoint.FaultKind{endpoint.QueryInURI, endpoint.PathTooDeep}},
		"https://{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}.x.y": {
			endpoint.URI, "{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}.x.y",
			"https://{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}.x.y", "", nil,
		},
	} {
		e := template(text)
		got := facts{Form: e.Form, Host: e.Host(), DataSource: e.DataSource(), Database: e.Database()}
		for _, f := range e.Faults {
			got.Faults = append(got.Faults, f.Kind)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", text, diff)
		}
		if e.Text() != text {
			t.Errorf("%q: Text is %q", text, e.Text())
		}
	}
}

// What a placeholder stands for can make a host trusted, or it cannot.
func TestMayTrust(t *testing.T) {
	contoso, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{{Suffix: ".kusto.contoso.com"}}, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text         string
		may, contoso bool
	}{
		{"https://{c}.kusto.windows.net", true, true},
		{"https://{c}kusto.windows.net", true, true},
		{"https://{c}.windows.net", true, true},
		{"https://{c}.contoso.com", false, true},
		{"https://{c}.example.com", false, false},
		{"https://{host}", true, true},
		{"https://{a}.0.0.1", true, true},
		{"https://example.com/{db}", false, false},
		{"{uri}", true, true},
		{"{c}.example.com", false, false},
	} {
		e := template(tt.text)
		// A text without a host is no one's to trust.
		if got := e.Host() == "" || (endpoint.Policy{}).MayTrust(&e, ""); got != tt.may {
			t.Errorf("%q: may trust: %v, want %v", tt.text, got, tt.may)
		}
		if got := e.Host() == "" || contoso.MayTrust(&e, ""); got != tt.contoso {
			t.Errorf("%q: contoso may trust: %v, want %v", tt.text, got, tt.contoso)
		}
	}
}

// Whatever is a placeholder, spans stay in the text, and analysis does not
// panic.
func TestAnalyzeTemplateSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`(https?://|@|)[a-c.:/?#@{}%é\[\]]{1,30}`).Draw(t, "text")
		start := rapid.IntRange(0, len(text)-1).Draw(t, "start")
		end := rapid.IntRange(start+1, len(text)).Draw(t, "end")
		e := endpoint.AnalyzeTemplate(text, []source.Span{{Start: start, End: end}}, endpoint.AnalyzePrefix)
		for _, f := range e.Faults {
			if f.Span.Start < 0 || f.Span.End < f.Span.Start || f.Span.End > len(text) {
				t.Fatalf("%q: fault %v outside the text", text, f)
			}
		}
		e.Lookalike()
		endpoint.Policy{}.MayTrust(&e, "")
		e.PasswordSpan()
	})
}

// A text without placeholders is judged as any other.
func TestAnalyzeTemplateWithoutPlaceholders(t *testing.T) {
	for _, text := range []string{"", "mycluster", "@help/Samples", "https://help.kusto.windows.net/Samples"} {
		want := endpoint.AnalyzePrefix(text)
		got := endpoint.AnalyzeTemplate(text, nil, endpoint.AnalyzePrefix)
		if !cmp.Equal(want, got, cmp.AllowUnexported(endpoint.Endpoint{})) {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

package endpoint_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/source"
)

func template(text string) endpoint.Endpoint {
	return read(text, true, placeholder.Find(text))
}

func read(text string, prefix bool, placeholders []source.Span) (e endpoint.Endpoint) {
	e.Read(text, prefix, placeholders)
	return e
}

func TestReadTemplate(t *testing.T) {
	type facts struct {
		Form                       endpoint.Form
		Host, DataSource, Database string
		Faults                     []diag.Code
	}
	const k = ".kusto.windows.net"
	for text, want := range map[string]facts{
		"https://<Cluster>.<region>.Kusto.Windows.Net/Db": {endpoint.URI, "<Cluster>.<region>" + k, "https://<Cluster>.<region>.Kusto.Windows.Net", "Db", nil},
		"https://{c}.kusto.windows.net/{db}":              {endpoint.URI, "{c}" + k, "https://{c}.kusto.windows.net", "{db}", nil},
		"https://$(c).kusto.windows.net:{port}/a%20b":     {endpoint.URI, "$(c)" + k, "https://$(c).kusto.windows.net:{port}", "a b", nil},
		"https://{host}":                     {endpoint.URI, "{host}", "https://{host}", "", nil},
		"{scheme}://{x}":                     {endpoint.URI, "{x}", "{scheme}://{x}", "", nil},
		"${u.protocol}//${u.host}":           {endpoint.Placeholder, "", "${u.protocol}//${u.host}", "", nil},
		"{c}{d}//{e}":                        {endpoint.Placeholder, "", "{c}{d}//{e}", "", []diag.Code{rule.PathTooDeep}},
		"{uri}/a/b":                          {endpoint.Placeholder, "", "{uri}/a/b", "", []diag.Code{rule.PathTooDeep}},
		"<QueryEndpointUri>/Db":              {endpoint.Placeholder, "", "<QueryEndpointUri>", "Db", nil},
		"%s":                                 {endpoint.Placeholder, "", "%s", "", nil},
		"*Cluster*.kusto.windows.net/Db":     {endpoint.Placeholder, "*Cluster*" + k, "*Cluster*.kusto.windows.net", "Db", nil},
		"my-{env}":                           {endpoint.BareName, "my-{env}" + k, "my-{env}", "", nil},
		"@{c}/{db}":                          {endpoint.Shorthand, "{c}" + k, "https://{c}.kusto.windows.net", "{db}", nil},
		"https://<a>_ <b>.kusto.windows.net": {endpoint.URI, "", "https://<a>_ <b>.kusto.windows.net", "", []diag.Code{rule.BadURI}},
		"https://{c}.kusto.windows.net/{a}/{b}?{q}": {endpoint.URI, "{c}" + k, "https://{c}.kusto.windows.net/{a}/{b}?{q}", "", []diag.Code{rule.QueryOrFragment, rule.PathTooDeep}},
		"https://{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}.x.y": {
			endpoint.URI, "{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}.x.y",
			"https://{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}.x.y", "", nil,
		},
	} {
		e := template(text)
		got := facts{Form: e.Form, Host: e.Host(), DataSource: e.DataSource(), Database: e.Database()}
		for _, f := range e.Faults {
			got.Faults = append(got.Faults, f.Code)
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

// What can be said of a host that is not whole.
func TestOpenHosts(t *testing.T) {
	const usgov = "https://login.microsoftonline.us"
	refusing := endpoint.Policy{}.SetOverridePolicy(func(string) bool { return false })
	for text, want := range map[string]struct{ open, loopback, trust, usgov, override bool }{
		"https://{c}.kusto.windows.net": {true, false, true, false, true},
		"https://{c}.example.com":       {true, false, false, false, true},
		"https://{c}-x.example.com":     {true, false, false, false, true},
		"https://{c}host":               {true, true, true, true, true},
		"https://{c}.0.0.1":             {true, true, true, true, true},
		"https://[{c}:1]":               {true, true, true, true, true},
		"https://{c}":                   {true, true, true, true, true},
		// How a bare name or shorthand ends depends on the placeholder's dots;
		// and what a placeholder with no dot behind it may be is anything.
		"my-{env}.example.com": {true, true, true, true, true},
		"@{c}.example.com":     {true, true, true, true, true},
		"{c}-x.example.com":    {true, true, true, true, true},
		"{c}.example.com":      {true, false, false, false, true},
		"{uri}":                {true, true, true, true, true},

		"https://localhost/{db}":              {false, true, true, true, true},
		"https://help.kusto.windows.net/{db}": {false, false, true, false, false},
		"https://example.com/{db}":            {false, false, false, false, false},
		// What the host has of its own makes it none.
		"https://a b{c}.kusto.windows.net": {true, false, false, false, false},
	} {
		e := template(text)
		if got := e.OpenHost(); got != want.open {
			t.Errorf("%q: open %v", text, got)
		}
		if got := e.MayBeLoopback(); got != want.loopback {
			t.Errorf("%q: loopback %v", text, got)
		}
		if got := (endpoint.Policy{}).MayTrust(&e, ""); got != want.trust {
			t.Errorf("%q: may trust %v", text, got)
		}
		if got := (endpoint.Policy{}).MayTrust(&e, usgov); got != want.usgov {
			t.Errorf("%q: may trust at another login %v", text, got)
		}
		if got := refusing.MayTrust(&e, ""); got != want.override {
			t.Errorf("%q: may trust with an override %v", text, got)
		}
	}
}

// Scheme, database and fixes hold placeholders as they are written.
func TestTemplateKeepsPlaceholders(t *testing.T) {
	if e := template("{scheme}://h"); e.Scheme() != "{scheme}" || len(e.Faults) > 0 {
		t.Errorf("scheme %q, %+v", e.Scheme(), e.Faults)
	}
	if e := template("https://h/{db}/"); e.Database() != "{db}" {
		t.Errorf("database %q", e.Database())
	}
	if e := template(`https://{C}.Example.com/"Db"`); e.Host() != "{C}.example.com" {
		t.Errorf("host %q of a faulty path", e.Host())
	}
	for text, want := range map[string]string{
		"https://h?Database={db}": "/{db}", "https://h/?Database={db}": "{db}", "https://h?Database=a-{db}-b": "/a-{db}-b",
		"https://{c}?Database=a%20b": "/a%20b",
	} {
		e := template(text)
		if len(e.Faults) != 1 || e.Faults[0].Code != rule.QueryOrFragment || !e.Faults[0].Fixable || e.Faults[0].Fix.Open() != want {
			t.Errorf("%q: %+v", text, e.Faults)
		}
	}
	if e := template("https://{c}ａ.example.com"); len(e.Faults) != 1 || e.Faults[0].Reason != endpoint.FullWidth || e.Faults[0].Fix.Open() != "a" {
		t.Errorf("%+v", e.Faults)
	}
	if e := template("https://{c}?x=y"); len(e.Faults) != 1 || e.Faults[0].Fixable || e.Faults[0].Fix.Open() != "" {
		t.Errorf("%+v", e.Faults)
	}
}

// The brackets of an IPv6 literal are not the host's, those of a placeholder
// are.
func TestTemplateBrackets(t *testing.T) {
	if e := template("https://[::{x}]:80"); e.Host() != "::{x}" || len(e.Faults) > 0 {
		t.Errorf("host %q, %+v", e.Host(), e.Faults)
	}
	e := read("https://a.[c]", false, []source.Span{{Start: 10, End: 13}})
	if e.Host() != "a.[c]" || len(e.Faults) > 0 {
		t.Errorf("host %q, %+v", e.Host(), e.Faults)
	}
}

// How a placeholder is called imitates nothing; what stands around it may.
func TestLookalikesOfTemplates(t *testing.T) {
	for _, row := range []struct {
		text        string
		placeholder source.Span
		reason      string
		span        string
	}{
		{"https://<кл>help.example.com", source.Span{Start: 8, End: 14}, "", ""},
		{"https://<x>клас.example.com", source.Span{Start: 8, End: 11}, "", ""},
		{"https://<kusto.windows.net.>.example.com", source.Span{Start: 8, End: 28}, "", ""},
		{"https://<x>.kusto.windows.net.example.com", source.Span{Start: 8, End: 11}, endpoint.Embedded, "kusto.windows.net"},
		{"https://<x>tаst.example.com", source.Span{Start: 8, End: 11}, endpoint.MixedScripts, "<x>tаst"},
		{"https://<x>", source.Span{Start: 8, End: 11}, "", ""},
	} {
		e := read(row.text, false, []source.Span{row.placeholder})
		if got, ok := e.Lookalike(); ok != (row.reason != "") || got.Reason != row.reason || got.Span.Slice(row.text) != row.span {
			t.Errorf("%q: %v, %+v", row.text, ok, got)
		}
	}
}

// Whatever is a placeholder, spans stay in the text, and analysis does not
// panic.
func TestReadTemplateSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`(https?://|@|)[a-c.:/?#@{}%é\[\]]{1,30}`).Draw(t, "text")
		start := rapid.IntRange(0, len(text)-1).Draw(t, "start")
		end := rapid.IntRange(start+1, len(text)).Draw(t, "end")
		e := read(text, true, []source.Span{{Start: start, End: end}})
		for _, f := range e.Faults {
			if f.Span.Start < 0 || f.Span.End < f.Span.Start || f.Span.End > len(text) {
				t.Fatalf("%q: fault %v outside the text", text, f)
			}
		}
		e.Lookalike()
		endpoint.Policy{}.MayTrust(&e, "")
		e.CredentialsSpan()
	})
}

// A text without placeholders is judged as any other.
func TestReadTemplateWithoutPlaceholders(t *testing.T) {
	for _, text := range []string{"", "mycluster", "@help/Samples", "https://help.kusto.windows.net/Samples"} {
		want := endpoint.AnalyzePrefix(text)
		got := read(text, true, nil)
		if !cmp.Equal(want, got, cmp.AllowUnexported(endpoint.Endpoint{})) {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

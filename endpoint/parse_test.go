package endpoint_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/endpoint"
	"kustoconn/rule"
)

// parts is what TestParts compares: absent parts are nil.
type parts struct {
	Form                            endpoint.Form
	Scheme, Host, DataSource        string
	HostText, Path                  string
	Userinfo, Port, Query, Fragment *string
	Database                        *string
}

func partsOf(e endpoint.Endpoint) parts {
	text := func(p endpoint.Part) *string {
		if !p.Present {
			return nil
		}
		return ptr(p.Slice(e.Text()))
	}
	got := parts{
		Form: e.Form, Scheme: e.Scheme(), Host: e.Host(), DataSource: e.DataSource(),
		HostText: e.HostSpan.Slice(e.Text()), Path: e.PathSpan.Slice(e.Text()),
		Userinfo: text(e.Userinfo), Port: text(e.Port),
		Query: text(e.Query), Fragment: text(e.Fragment),
	}
	if e.HasDatabase {
		got.Database = ptr(e.Database())
	}
	return got
}

func ptr(s string) *string { return &s }

func TestParts(t *testing.T) {
	const host = "help.kusto.windows.net"
	uri := func(change func(*parts)) parts {
		p := parts{Form: endpoint.URI, Scheme: "https", Host: host, HostText: host}
		change(&p)
		return p
	}
	bare := func(change func(*parts)) parts {
		p := parts{Form: endpoint.BareName}
		change(&p)
		return p
	}
	for text, want := range map[string]parts{
		"https://help.kusto.windows.net": uri(func(p *parts) { p.DataSource = "https://" + host }),
		"https://help.kusto.windows.net/": uri(func(p *parts) {
			p.DataSource, p.Path = "https://"+host+"/", "/"
		}),
		"https://help.kusto.windows.net/Samples": uri(func(p *parts) {
			p.DataSource, p.Path, p.Database = "https://"+host, "/Samples", ptr("Samples")
		}),
		"https://help.kusto.windows.net/Samples/": uri(func(p *parts) {
			p.DataSource, p.Path, p.Database = "https://"+host, "/Samples/", ptr("Samples")
		}),
		"HTTPS://Help.Kusto.Windows.Net:443/My%20Db%C3%A9": uri(func(p *parts) {
			p.Scheme, p.HostText, p.Port = "HTTPS", "Help.Kusto.Windows.Net", ptr("443")
			p.DataSource, p.Path, p.Database = "HTTPS://Help.Kusto.Windows.Net:443", "/My%20Db%C3%A9", ptr("My Dbé")
		}),
		"https://help.kusto.windows.net/Größe 1": uri(func(p *parts) {
			p.DataSource, p.Path, p.Database = "https://"+host, "/Größe 1", ptr("Größe 1")
		}),
		"https://help.kusto.windows.net/a%2Fb": uri(func(p *parts) {
			p.DataSource, p.Path, p.Database = "https://"+host, "/a%2Fb", ptr("a/b")
		}),
		"https://help.kusto.windows.net//Db": uri(func(p *parts) {
			p.DataSource, p.Path = "https://"+host+"//Db", "//Db"
		}),
		"https://help.kusto.windows.net/Db?x=y#": uri(func(p *parts) {
			p.DataSource, p.Path = "https://"+host+"/Db?x=y#", "/Db"
			p.Query, p.Fragment = ptr("x=y"), ptr("")
		}),
		"https://help.kusto.windows.net#a?b": uri(func(p *parts) {
			p.DataSource, p.Fragment = "https://"+host+"#a?b", ptr("a?b")
		}),
		"https://me:p%40:w@help.kusto.windows.net:/Db@": uri(func(p *parts) {
			p.Userinfo, p.Port = ptr("me:p%40:w"), ptr("")
			p.DataSource, p.Path, p.Database = "https://me:p%40:w@help.kusto.windows.net:", "/Db@", ptr("Db@")
		}),
		"https://me@help.kusto.windows.net": uri(func(p *parts) {
			p.DataSource, p.Userinfo = "https://me@"+host, ptr("me")
		}),
		"net.tcp://localhost/Db": uri(func(p *parts) {
			p.Scheme, p.Host, p.HostText = "net.tcp", "localhost", "localhost"
			p.DataSource, p.Path, p.Database = "net.tcp://localhost", "/Db", ptr("Db")
		}),
		"https://[2001:DB8::1]:8080/Db": uri(func(p *parts) {
			p.Host, p.HostText, p.Port = "2001:db8::1", "[2001:DB8::1]", ptr("8080")
			p.DataSource, p.Path, p.Database = "https://[2001:DB8::1]:8080", "/Db", ptr("Db")
		}),
		"https://TÄST.kusto.windows.net": uri(func(p *parts) {
			p.Host, p.HostText, p.DataSource = "täst.kusto.windows.net", "TÄST.kusto.windows.net", "https://TÄST.kusto.windows.net"
		}),
		"https://ade.loganalytics.io/subscriptions/1": uri(func(p *parts) {
			p.Host, p.HostText = "ade.loganalytics.io", "ade.loganalytics.io"
			p.DataSource, p.Path = "https://ade.loganalytics.io/subscriptions/1", "/subscriptions/1"
		}),
		"https://adx.monitor.azure.com/Subscriptions/1/resourcegroups/2": uri(func(p *parts) {
			p.Host, p.HostText = "adx.monitor.azure.com", "adx.monitor.azure.com"
			p.DataSource, p.Path = "https://adx.monitor.azure.com/Subscriptions/1/resourcegroups/2", "/Subscriptions/1/resourcegroups/2"
		}),
		"https://ade.applicationinsights.io/x": uri(func(p *parts) {
			p.Host, p.HostText = "ade.applicationinsights.io", "ade.applicationinsights.io"
			p.DataSource, p.Path = "https://ade.applicationinsights.io/x", "/x"
		}),
		"help": bare(func(p *parts) { p.Host, p.HostText, p.DataSource = host, "help", "help" }),
		"MyCluster.WestEurope/Db": bare(func(p *parts) {
			p.Host, p.HostText = "mycluster.westeurope.kusto.windows.net", "MyCluster.WestEurope"
			p.DataSource, p.Path, p.Database = "MyCluster.WestEurope", "/Db", ptr("Db")
		}),
		"help.kusto.windows.net/Samples": bare(func(p *parts) {
			p.Host, p.HostText, p.DataSource, p.Path, p.Database = host, host, host, "/Samples", ptr("Samples")
		}),
		// Behind one dot a region, and nothing else, leaves something to complete.
		"evil.com:80/x": bare(func(p *parts) {
			p.Host, p.HostText, p.Port = "evil.com", "evil.com", ptr("80")
			p.DataSource, p.Path, p.Database = "evil.com:80", "/x", ptr("x")
		}),
		"c.westeurop": bare(func(p *parts) { p.Host, p.HostText, p.DataSource = "c.westeurop", "c.westeurop", "c.westeurop" }),
		"LocalHost:8080": bare(func(p *parts) {
			p.Host, p.HostText, p.DataSource, p.Port = "localhost", "LocalHost", "LocalHost:8080", ptr("8080")
		}),
		"[::1]/Db": bare(func(p *parts) {
			p.Host, p.HostText, p.DataSource, p.Path, p.Database = "::1", "[::1]", "[::1]", "/Db", ptr("Db")
		}),
	} {
		e := endpoint.AnalyzePrefix(text)
		if diff := cmp.Diff(want, partsOf(e)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
		if e.Has(rule.BadURI) {
			t.Errorf("%q: %+v", text, e.Faults)
		}
	}
}

func TestShorthand(t *testing.T) {
	for text, want := range map[string]parts{
		"@help":               {Form: endpoint.Shorthand, Host: "help.kusto.windows.net", HostText: "help", DataSource: "https://help.kusto.windows.net"},
		"@help/":              {Form: endpoint.Shorthand, Host: "help.kusto.windows.net", HostText: "help", Path: "/", DataSource: "https://help.kusto.windows.net"},
		"@Help/Samples":       {Form: endpoint.Shorthand, Host: "help.kusto.windows.net", HostText: "Help", Path: "/Samples", DataSource: "https://Help.kusto.windows.net", Database: ptr("Samples")},
		"@a.westeurope/My%20": {Form: endpoint.Shorthand, Host: "a.westeurope.kusto.windows.net", HostText: "a.westeurope", Path: "/My%20", DataSource: "https://a.westeurope.kusto.windows.net", Database: ptr("My ")},
		"@c.example/Db":       {Form: endpoint.Shorthand, Host: "c.example", HostText: "c.example", Path: "/Db", DataSource: "https://c.example", Database: ptr("Db")},
		"@LocalHost/Db/":      {Form: endpoint.Shorthand, Host: "localhost", HostText: "LocalHost", Path: "/Db/", DataSource: "https://LocalHost", Database: ptr("Db")},
	} {
		e := endpoint.AnalyzePrefix(text)
		if diff := cmp.Diff(want, partsOf(e)); diff != "" || e.Faults != nil {
			t.Errorf("%q (-want +got):\n%s%+v", text, diff, e.Faults)
		}
		if v := endpoint.Analyze(text); v.Host() != "" || !v.Has(rule.BadURI) || v.DataSource() != text {
			t.Errorf("Analyze(%q) takes shorthand", text)
		}
	}
}

func TestCredentialsSpan(t *testing.T) {
	for text, want := range map[string]string{
		"https://help.kusto.windows.net/Db@x":       "",
		"https://user@help.kusto.windows.net":       "user",
		"https://user:@help.kusto.windows.net":      "user:",
		"https://@help.kusto.windows.net":           "",
		"https://user:pw@help.kusto.windows.net/Db": "user:pw",
		"user:pw@help":            "user:pw",
		"https://user:p:w@help/@": "user:p:w",
		// Faulty authorities are masked up to the last "@".
		"https://user:p@w@help":    "user:p@w",
		"https://user:p/w@help/Db": "user:p/w",
		"https://user:p//w@help":   "user:p//w",
		"https://user:p#w@help":    "user:p#w",
		`"https://user:pw@help"`:   "user:pw",
		"https:user:pw@help":       "user:pw",
		`https:\\user:pw@help`:     "user:pw",
		"user:p//w@help":           "user:p//w",
		"user:pw@x://help":         "user:pw",
		"@user:pw@help/Db":         "user:pw",
		"@user:p//w@help/Db":       "user:p//w",
	} {
		e := endpoint.AnalyzePrefix(text)
		span, ok := e.CredentialsSpan()
		if got := span.Slice(text); got != want || ok != (want != "") {
			t.Errorf("%q: mask %q (%v), want %q", text, got, ok, want)
		}
	}
}

// Every proxy keeps a path that names a resource, however its host is written.
func TestProxiesKeepResources(t *testing.T) {
	n := 0
	for _, host := range endpoint.BuiltinHosts() {
		e := endpoint.Analyze("https://" + host)
		if e.Service() != endpoint.Monitor {
			continue
		}
		n++
		for _, host := range []string{host, strings.ToUpper(host)} {
			text := "https://" + host + "/subscriptions/1/resourcegroups/2"
			if e := endpoint.Analyze(text); e.DataSource() != text || len(e.Faults) > 0 {
				t.Errorf("%s: Data Source %q, %v", text, e.DataSource(), e.Faults)
			}
		}
	}
	if n != 30 {
		t.Errorf("%d proxies", n)
	}
}

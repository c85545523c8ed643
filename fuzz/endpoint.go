package fuzz

import (
	"strings"

	"kustoconn/fuzz/draw"
)

// Endpoint is a Data Source and what must be said of its host.
type Endpoint struct {
	Text     string
	Host     string  // lower case, completed, without brackets; empty where the text yields none
	Trusted  bool    // by the built-in list, whatever the login endpoint
	Cloud    string  // whose service issues the host; empty for none
	Database *string // in the path, percent-decoded
}

// suffixes are some of those that the service issues hosts below, by cloud.
var suffixes = []struct{ suffix, cloud string }{
	{".kusto.windows.net", "public"},
	{".kusto.fabric.microsoft.com", "public"},
	{".kusto.azuresynapse.net", "public"},
	{".kustomfa.windows.net", "public"},
	{".kusto.usgovcloudapi.net", "usgov"},
	{".kusto.chinacloudapi.cn", "china"},
	{".kusto.core.eaglex.ic.gov", "usnat"},
	{".kusto.core.microsoft.scloud", "ussec"},
	{".kusto.sovcloud-api.fr", "bleu"},
	{".kusto.sovcloud-api.de", "delos"},
	{".kusto.sovcloud-api.sg", "sg"},
}

// exactHosts are some of those that are trusted by their whole name.
var exactHosts = []struct{ host, cloud string }{
	{"ade.loganalytics.io", "public"},
	{"ade.applicationinsights.io", "public"},
	{"adx.monitor.azure.com", "public"},
	{"kusto.aria.microsoft.com", "public"},
	{"adx.monitor.azure.us", "usgov"},
	{"adx.loganalytics.azure.cn", "china"},
}

// noHosts are Data Sources that yield no host, and so nothing to trust, though
// some libraries see one in them.
var noHosts = []string{
	"https://", "https:///Db", `https://help.kusto.windows.net\@example.com`, `https://example.com\.kusto.windows.net`,
	"https://help.kusto.windows.net.", "https://a..kusto.windows.net", "https://.kusto.windows.net",
	"https://help%2ekusto.windows.net", "https://example.com%2f.kusto.windows.net", "https://a b.kusto.windows.net",
	"https://help.kusto.windows.net:99999", "https://help.kusto.windows.net:x", "https://a@b@help.kusto.windows.net",
	"https://help。kusto.windows.net", "https://ｈelp.kusto.windows.net", "https://[::1", "https://::1",
	"https://" + strings.Repeat("a", 64) + ".kusto.windows.net", "https://help.kusto.windows.net\x01", "@help", "https:/help.kusto.windows.net",
}

// Endpoints draws the value of a Data Source: hosts that the service issues in
// every cloud, hosts that only look like them, this machine, bare names, and
// texts that yield no host.
func Endpoints() draw.Generator[Endpoint] {
	return draw.Custom(func(t draw.T) Endpoint {
		switch draw.SampledFrom([]string{"issued", "exact", "loopback", "bare name", "foreign", "none"}).Draw(t) {
		case "issued":
			s := draw.SampledFrom(suffixes).Draw(t)
			name := draw.SampledFrom([]string{"help", "a", "c.westeurope", "ingest-help", "my-cluster1"}).Draw(t)
			return around(t, name+s.suffix, true, s.cloud)
		case "exact":
			h := draw.SampledFrom(exactHosts).Draw(t)
			e := around(t, h.host, true, h.cloud)
			if strings.HasPrefix(h.host, "ade.") && e.Database != nil {
				e.Text, e.Database = "https://"+h.host+"/subscriptions/x", nil // paths there name no database
			}
			return e
		case "loopback":
			host := draw.SampledFrom([]string{"localhost", "127.0.0.1", "127.255.0.9", "[::1]", "[0:0:0:0:0:0:0:1]"}).Draw(t)
			return around(t, host, true, "")
		case "bare name":
			name := draw.SampledFrom([]string{"help", "Help", "c.westeurope"}).Draw(t)
			return Endpoint{Text: name, Host: strings.ToLower(name) + ".kusto.windows.net", Trusted: true, Cloud: "public"}
		case "foreign":
			return around(t, foreignHost(t), false, "")
		}
		return Endpoint{Text: draw.SampledFrom(noHosts).Draw(t)}
	})
}

// foreignHost draws a host that nothing trusts, some as near to one that is
// trusted as can be.
func foreignHost(t draw.T) string {
	s := draw.SampledFrom(suffixes).Draw(t).suffix
	return draw.SampledFrom([]string{
		"example.com", "10.0.0.1", "128.0.0.1", "[::2]", "[::ffff:127.0.0.1]", "localhost.example.com", "a.b.localhost",
		"help" + s + ".example.com", "evil" + s[1:], s[1:], "help" + strings.Replace(s, ".", "-", 2)[:len(s)], "help" + s + "x",
		"login.microsoftonline.com", "xn--help-kusto.example.net",
	}).Draw(t)
}

// around writes a URI with host.
func around(t draw.T, host string, trusted bool, cloud string) Endpoint {
	e := Endpoint{Host: strings.Trim(host, "[]"), Trusted: trusted, Cloud: cloud}
	e.Text = draw.SampledFrom([]string{"https://", "http://", "HTTPS://", "https://user@"}).Draw(t) +
		draw.SampledFrom([]string{host, strings.ToUpper(host)}).Draw(t) +
		draw.SampledFrom([]string{"", ":443", ":"}).Draw(t)
	if draw.Bool().Draw(t) {
		db := draw.SampledFrom(databases).Draw(t)
		e.Text += "/" + db.path
		e.Database = &db.name
	} else {
		e.Text += draw.SampledFrom([]string{"", "/", "/a/b", "?x=@example.com", "#@example.com"}).Draw(t)
	}
	return e
}

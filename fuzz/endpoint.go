package fuzz

import (
	"strings"

	"pgregory.net/rapid"
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
func Endpoints() *rapid.Generator[Endpoint] {
	return rapid.Custom(func(t *rapid.T) Endpoint {
		switch rapid.SampledFrom([]string{"issued", "exact", "loopback", "bare name", "foreign", "none"}).Draw(t, "host") {
		case "issued":
			s := rapid.SampledFrom(suffixes).Draw(t, "suffix")
			name := rapid.SampledFrom([]string{"help", "a", "c.westeurope", "ingest-help", "my-cluster1"}).Draw(t, "name")
			return around(t, name+s.suffix, true, s.cloud)
		case "exact":
			h := rapid.SampledFrom(exactHosts).Draw(t, "exact host")
			e := around(t, h.host, true, h.cloud)
			if strings.HasPrefix(h.host, "ade.") && e.Database != nil {
				e.Text, e.Database = "https://"+h.host+"/subscriptions/x", nil // paths there name no database
			}
			return e
		case "loopback":
			host := rapid.SampledFrom([]string{"localhost", "127.0.0.1", "127.255.0.9", "[::1]", "[0:0:0:0:0:0:0:1]"}).Draw(t, "loopback")
			return around(t, host, true, "")
		case "bare name":
			name := rapid.SampledFrom([]string{"help", "Help", "c.westeurope"}).Draw(t, "name")
			return Endpoint{Text: name, Host: strings.ToLower(name) + ".kusto.windows.net", Trusted: true, Cloud: "public"}
		case "foreign":
			return around(t, foreignHost(t), false, "")
		}
		return Endpoint{Text: rapid.SampledFrom(noHosts).Draw(t, "no host")}
	})
}

// foreignHost draws a host that nothing trusts, some as near to one that is
// trusted as can be.
func foreignHost(t *rapid.T) string {
	s := rapid.SampledFrom(suffixes).Draw(t, "suffix").suffix
	return rapid.SampledFrom([]string{
		"example.com", "10.0.0.1", "128.0.0.1", "[::2]", "[::ffff:127.0.0.1]", "localhost.example.com", "a.b.localhost",
		"help" + s + ".example.com", "evil" + s[1:], s[1:], "help" + strings.Replace(s, ".", "-", 2)[:len(s)], "help" + s + "x",
		"login.microsoftonline.com", "xn--help-kusto.example.net",
	}).Draw(t, "foreign host")
}

// around writes a URI with host.
func around(t *rapid.T, host string, trusted bool, cloud string) Endpoint {
	e := Endpoint{Host: strings.Trim(host, "[]"), Trusted: trusted, Cloud: cloud}
	e.Text = rapid.SampledFrom([]string{"https://", "http://", "HTTPS://", "https://user@"}).Draw(t, "scheme") +
		rapid.SampledFrom([]string{host, strings.ToUpper(host)}).Draw(t, "case") +
		rapid.SampledFrom([]string{"", ":443", ":"}).Draw(t, "port")
	if rapid.Bool().Draw(t, "with a database") {
		db := rapid.SampledFrom(databases).Draw(t, "database")
		e.Text += "/" + db.path
		e.Database = &db.name
	} else {
		e.Text += rapid.SampledFrom([]string{"", "/", "/a/b", "?x=@example.com", "#@example.com"}).Draw(t, "rest")
	}
	return e
}

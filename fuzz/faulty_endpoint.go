package fuzz

import (
	"strings"

	"pgregory.net/rapid"

	"kustoconn/rule"
	"kustoconn/schema"
)

var endpointFaults = []fault{
	{rule.NoDataSource, func(t *rapid.T) string {
		return oneOf(t, "first", "", ";", "Data Source=;", "https://help.kusto.windows.net;Server=;") + among(t, "Fed=true", false) + mark("")
	}},
	{rule.BadURI, func(t *rapid.T) string {
		return endpointIn(t, oneOf(t, "URI",
			"https://help"+mark(`\`)+"kusto.windows.net", "https://help.kusto.windows.net:"+mark("99999"), "https://help.kusto.windows.net:"+mark("a"),
			"https://help"+mark("%")+"2ekusto.windows.net", "https://help.kusto.windows.net"+mark("."), "https://"+mark(strings.Repeat("a", 64))+".kusto.windows.net",
			"https://help.kusto.windows.net/"+mark("a%zz"), "https://help"+mark("|")+"kusto.windows.net"))
	}},
	{rule.UnsupportedScheme, func(t *rapid.T) string {
		return endpointIn(t, mark(oneOf(t, "scheme", "net.tcp", "ftp", "httpss", "a+b"))+"://help.kusto.windows.net")
	}},
	{rule.UntrustedEndpoint, func(t *rapid.T) string {
		return endpointIn(t, "https://"+mark(oneOf(t, "host", "help.example.com", "example.com", "help", "10.0.0.1", "kusto.example.net"))+oneOf(t, "rest", "", "/Db", ":8080"))
	}},
	{rule.PlainHTTP, func(t *rapid.T) string {
		return endpointIn(t, mark(oneOf(t, "scheme", "http", "HTTP"))+"://help.kusto.windows.net/Samples")
	}},
	{rule.CredentialsInURI, func(t *rapid.T) string {
		return endpointIn(t, "https://"+mark(oneOf(t, "userinfo", "user", "user:Zq7", ":", "a%40b:c")+"@")+"help.kusto.windows.net")
	}},
	{rule.QueryOrFragment, func(t *rapid.T) string {
		return endpointIn(t, "https://help.kusto.windows.net"+oneOf(t, "path", "", "/", "/Db")+mark(oneOf(t, "rest", "?x=y", "?", "#a", "?DatabaseName=Db")))
	}},
	{rule.PathTooDeep, func(t *rapid.T) string {
		return endpointIn(t, "https://help.kusto.windows.net"+mark(oneOf(t, "path", "/a/b", "//Db", "/a/b/", "//", "/a//")))
	}},
	{rule.DatabaseTwice, func(t *rapid.T) string {
		return "https://help.kusto.windows.net" + mark(oneOf(t, "path", "/Samples", "/My%20Db", "/a/")) + ";" + among(t, oneOf(t, "keyword", "Database", "Initial Catalog")+`="Other"`, false)
	}},
	{rule.IngestEndpoint, func(t *rapid.T) string {
		return endpointIn(t, "https://"+mark("ingest-")+"help.kusto.windows.net")
	}},
	{rule.BareClusterName, func(t *rapid.T) string {
		return endpointIn(t, mark(oneOf(t, "name", "help", "help.westeurope", "help.kusto.windows.net")))
	}},
	{rule.Shorthand, func(t *rapid.T) string {
		return among(t, mark(oneOf(t, "shorthand", "@help", "@help/Samples", "@help.westeurope/Db/")), true)
	}},
	{rule.LookalikeHost, func(t *rapid.T) string {
		return endpointIn(t, oneOf(t, "host",
			"https://evil"+mark("kusto.windows.net"), "https://help."+mark("kusto.windows.net")+".example.com"))
	}},
	{rule.CloudMismatch, func(t *rapid.T) string {
		cluster := Endpoints().Filter(func(e Endpoint) bool { return e.Cloud != "" }).Draw(t, "cluster")
		login := rapid.SampledFrom(logins).Filter(func(l login) bool { return l.cloud != cluster.Cloud }).Draw(t, "login endpoint")
		authority := keywordOf(t, schema.AuthorityID) + equals(t) + mark(form(t, login.url(t)))
		if rapid.Bool().Draw(t, "keyword") {
			return among(t, inAnyOrder(t, keywordOf(t, schema.DataSource)+equals(t)+form(t, cluster.Text), authority), false)
		}
		return cluster.Text + ";" + among(t, authority, false)
	}},
}

// login is the host of a cloud's login endpoint.
type login struct{ host, cloud string }

var logins = []login{
	{"login.microsoftonline.com", "public"},
	{"login.microsoftonline.us", "usgov"},
	{"login.partner.microsoftonline.cn", "china"},
	{"login.microsoftonline.eaglex.ic.gov", "usnat"},
	{"login.microsoftonline.microsoft.scloud", "ussec"},
	{"login.sovcloud-identity.fr", "bleu"},
	{"login.sovcloud-identity.de", "delos"},
	{"login.sovcloud-identity.sg", "sg"},
}

// url draws a URL of the login endpoint.
func (l login) url(t *rapid.T) string {
	return oneOf(t, "scheme", "https://", "HTTPS://") + oneOf(t, "login host", l.host, strings.ToUpper(l.host)) +
		oneOf(t, "port", "", ":443") + oneOf(t, "tenant", "", "/", "/contoso.com", "/common/", "/6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40")
}

// endpointIn draws a string with a URI as its prefix or its Data Source.
func endpointIn(t *rapid.T, uri string) string {
	if rapid.Bool().Draw(t, "keyword") {
		return among(t, oneOf(t, "keyword", "Data Source", "Server", "addr")+"="+uri, false)
	}
	return among(t, uri, true)
}

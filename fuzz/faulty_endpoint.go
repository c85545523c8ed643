package fuzz

import (
	"strings"

	"kustoconn/fuzz/draw"
	"kustoconn/rule"
	"kustoconn/schema"
)

var endpointFaults = []fault{
	{rule.NoDataSource, func(t draw.T) string {
		return oneOf(t, "", ";", "Data Source=;", "https://help.kusto.windows.net;Server=;") + among(t, "Fed=true", false) + mark("")
	}},
	{rule.BadURI, func(t draw.T) string {
		return endpointIn(t, oneOf(t,
			"https://help"+mark(`\`)+"kusto.windows.net", "https://help.kusto.windows.net:"+mark("99999"), "https://help.kusto.windows.net:"+mark("a"),
			"https://help"+mark("%")+"2ekusto.windows.net", "https://help.kusto.windows.net"+mark("."), "https://"+mark(strings.Repeat("a", 64))+".kusto.windows.net",
			"https://help.kusto.windows.net/"+mark("a%zz"), "https://help"+mark("|")+"kusto.windows.net"))
	}},
	{rule.UnsupportedScheme, func(t draw.T) string {
		return endpointIn(t, mark(oneOf(t, "net.tcp", "ftp", "httpss", "a+b"))+"://help.kusto.windows.net")
	}},
	{rule.UntrustedEndpoint, func(t draw.T) string {
		return endpointIn(t, "https://"+mark(oneOf(t, "help.example.com", "example.com", "help", "10.0.0.1", "kusto.example.net"))+oneOf(t, "", "/Db", ":8080"))
	}},
	{rule.PlainHTTP, func(t draw.T) string {
		return endpointIn(t, mark(oneOf(t, "http", "HTTP"))+"://help.kusto.windows.net/Samples")
	}},
	{rule.CredentialsInURI, func(t draw.T) string {
		return endpointIn(t, "https://"+mark(oneOf(t, "user", "user:Zq7", ":", "a%40b:c")+"@")+"help.kusto.windows.net")
	}},
	{rule.QueryOrFragment, func(t draw.T) string {
		return endpointIn(t, "https://help.kusto.windows.net"+oneOf(t, "", "/", "/Db")+mark(oneOf(t, "?x=y", "?", "#a", "?DatabaseName=Db")))
	}},
	{rule.PathTooDeep, func(t draw.T) string {
		return endpointIn(t, "https://help.kusto.windows.net"+mark(oneOf(t, "/a/b", "//Db", "/a/b/", "//", "/a//")))
	}},
	{rule.DatabaseTwice, func(t draw.T) string {
		return "https://help.kusto.windows.net" + mark(oneOf(t, "/Samples", "/My%20Db", "/a/")) + ";" + among(t, oneOf(t, "Database", "Initial Catalog")+`="Other"`, false)
	}},
	{rule.IngestEndpoint, func(t draw.T) string {
		return endpointIn(t, "https://"+mark("ingest-")+"help.kusto.windows.net")
	}},
	{rule.BareClusterName, func(t draw.T) string {
		return endpointIn(t, mark(oneOf(t, "help", "help.westeurope", "help.kusto.windows.net")))
	}},
	{rule.Shorthand, func(t draw.T) string {
		return among(t, mark(oneOf(t, "@help", "@help/Samples", "@help.westeurope/Db/")), true)
	}},
	{rule.LookalikeHost, func(t draw.T) string {
		return endpointIn(t, oneOf(t,
			"https://evil"+mark("kusto.windows.net"), "https://help."+mark("kusto.windows.net")+".example.com"))
	}},
	{rule.CloudMismatch, func(t draw.T) string {
		cluster := Endpoints().Filter(func(e Endpoint) bool { return e.Cloud != "" }).Draw(t)
		login := draw.SampledFrom(logins).Filter(func(l login) bool { return l.cloud != cluster.Cloud }).Draw(t)
		authority := keywordOf(t, schema.AuthorityID) + equals(t) + mark(form(t, login.url(t)))
		if draw.Bool().Draw(t) {
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
func (l login) url(t draw.T) string {
	return oneOf(t, "https://", "HTTPS://") + oneOf(t, l.host, strings.ToUpper(l.host)) +
		oneOf(t, "", ":443") + oneOf(t, "", "/", "/contoso.com", "/common/", "/6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40")
}

// endpointIn draws a string with a URI as its prefix or its Data Source.
func endpointIn(t draw.T, uri string) string {
	if draw.Bool().Draw(t) {
		return among(t, oneOf(t, "Data Source", "Server", "addr")+"="+uri, false)
	}
	return among(t, uri, true)
}

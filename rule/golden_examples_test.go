package rule_test

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/internal/vocabulary"
	"kustoconn/rule"
)

// example is a text to report on, with the login endpoint that clients will use
// and what the text is for, where that matters.
type example struct {
	text, login string
	role        endpoint.Kind
}

// examples returns the bad example of r, and the texts in which the rule says
// something else.
func examples(r *rule.Rule) []example {
	list := []example{{text: r.Bad}}
	for _, text := range moreExamples[r.Code] {
		list = append(list, example{text: text})
	}
	switch r.Code {
	case rule.UntrustedEndpoint:
		list = append(list, example{text: start + "Fed=true", login: "https://login.microsoftonline.us"})
	case rule.IngestEndpoint:
		list = append(list, example{text: r.Bad, role: endpoint.KindQuery}, example{text: r.Good, role: endpoint.KindIngest})
	case rule.ForeignKeyword:
		list = append(list, foreignExamples()...)
	}
	return list
}

// foreignExamples returns a text for each product and what is said of it.
func foreignExamples() (list []example) {
	seen := map[string]bool{}
	for _, f := range vocabulary.Foreigns() {
		if said := f.Product + f.Help; !seen[said] {
			seen[said] = true
			list = append(list, example{text: start + f.Keyword + "=<value>"})
		}
	}
	return list
}

// start is what most texts begin with.
const start = "https://help.kusto.windows.net/Samples;"

var moreExamples = map[diag.Code][]string{
	rule.ControlCharacter: {
		"https://help\x01.kusto.windows.net/Samples;Fed=true",
		start + "Application Name for Tracing=a\x01b",
		start + `Application Name for Tracing="a` + "\x00" + `b"`,
		start + "Fed\x00=true",
	},
	rule.StrayQuote:      {start + `Application Name for Tracing=say "x"`},
	rule.MisplacedPrefix: {"Fed=true;@help/Samples"},
	rule.UnknownKeyword: {
		"\ufeffData Source=https://help.kusto.windows.net",
		start + "Qwertyuiop=<value>",
		start + "Fed=true;Federated_=true",
	},
	rule.MissingSeparator: {
		start + "Fed=true;Database=a, AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40 | AppKey=<key>",
	},
	rule.Placeholder:    {"https://<cluster>.kusto.windows.net/{db};Fed=true;UserToken=${TOKEN}"},
	rule.TextAfterQuote: {start + `Application Name for Tracing="a" Fed=true`},
	rule.DuplicateKeyword: {
		start + "Database=<db>;Initial Catalog=Logs",
		start + "Data Source=https://help.kusto.windows.net/Samples",
	},
	rule.ConflictingValues: {start + "Data Source=https://other.kusto.windows.net"},
	rule.ProgrammaticOnly:  {start + "PreventAccessToLocalSecretsViaKeywords=false"},
	rule.QuotedKeyword:     {start + "[Fed]=true", start + `"Databse"=Logs`, start + `"Qwertyuiop"=1`},
	rule.NotABoolean:       {start + "Fed=maybe"},
	rule.ClientIDNotAGUID:  {start + "AppClientId=my-app"},
	rule.ThumbprintNotHex: {
		start + "AppCert=my certificate",
		start + "AppCert=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
	},
	rule.UncommonQueryConsistency: {start + "Query Consistency=weakconsistency_by_query"},
	rule.OddRegion:                {start + "Azure Region=mars"},
	rule.UnknownQueryConsistency:  {start + "Query Consistency=eventual"},
	rule.FederationOff: {
		start + "Fed=false;UserToken=<token>",
		start + "Fed=;UserToken=<token>",
		start + "UserToken=<token>;",
	},
	rule.WhitespaceTrimmedFromSecret: {start + "AppKey=\tinvented\t;Fed=true"},
	rule.ForeignKeyword: {
		"DefaultEndpointsProtocol=https;AccountName=account",
		"Server=tcp:server.database.windows.net,1433;Database=Db;Encrypt=True",
		"abfss://files@account.dfs.core.windows.net/path;impersonate",
		"jdbc:sqlserver://localhost",
	},
	rule.UnsupportedScheme:   {"jdbc:kusto://help.kusto.windows.net"},
	rule.UndocumentedKeyword: {"https://help.kusto.windows.net/Samples;Fed=true;User ID=u;Password=<password>"},
	rule.BadURI: {
		`{"DataSource": "https://help.kusto.windows.net"}`,
		"cluster('help').database('Samples')",
		"https://dataexplorer.azure.com/clusters/help/databases/Samples",
		"uri=https://help.kusto.windows.net/Samples;Fed=True&name=Samples",
		"https://portal.azure.com/#home",
		"https://app.fabric.microsoft.com/home",
		"https://app.powerbi.com/home",
		"hello world",
		`Data Source=""`,
		`"https://help.kusto.windows.net"`,
		"\ufeffhttps://help.kusto.windows.net",
		"Data Source=\"https://he\x01lp.kusto.windows.net\"",
		"https://help .kusto.windows.net",
		"1a://help.kusto.windows.net",
		"https:/help.kusto.windows.net",
		"Data Source=@help/Samples",
		"@help/a/b",
		"https://a@b@help.kusto.windows.net",
		"https://h%65lp.kusto.windows.net",
		"https://he|lp.kusto.windows.net",
		"https://ｈelp.kusto.windows.net",
		"https://help。kusto.windows.net",
		"https://help..kusto.windows.net",
		"https://" + strings.Repeat("a", 64) + ".kusto.windows.net",
		"https://help.kusto.windows.net./Samples",
		"https://::1",
		"https://help.kusto.windows.net:port",
		"https://help.kusto.windows.net/a%b",
		"https://help.kusto.windows.net/a%ff",
		"https://help.kusto.windows.net/a%00",
	},
	rule.UntrustedEndpoint: {"https://help.example.com/Samples"},
	rule.CredentialsInURI:  {"https://someone@help.kusto.windows.net"},
	rule.QueryOrFragment:   {"https://help.kusto.windows.net?x=y", "https://help.kusto.windows.net#top"},
	rule.BareClusterName:   {"Data Source=localhost:8080"},
	rule.Shorthand:         {"@help/;Fed=false"},
	rule.LookalikeHost: {
		"https://evilkusto.windows.net/Samples",
		"https://help.kust0.windows.net/Samples",
		"https://heлp.kusto.windows.net/Samples",
	},
	rule.SuppressionWithoutReason: {
		"KUSTO='" + start + "Fed=yes' # kustoconn:ignore",
		"<!-- kustoconn:ignore KCS201 --><a>" + start + "Fed=yes</a>",
	},
	rule.UnusedSuppression: {
		start + "Fed=true # kustoconn:ignore -- as it is",
		start + "Fed=true # kustoconn:ignore nothing -- as it is",
		"KUSTO='" + start + "Fed=yes' # kustoconn:ignore -- as it is",
	},
}

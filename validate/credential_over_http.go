package validate

import (
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/schema"
	"kustoconn/source"
)

var credentialOverHTTP = Rule{
	ID:    diag.ID{Code: 304, Name: "credential-over-http", Severity: diag.Error},
	Since: "0.1.0",
	Score: "7.5",
	Fix:   UnsafeFix,
	Doc: `The string gives a credential, and its Data Source is plain http on another machine.

The token that the credential stands for, or is, then travels unencrypted, and whoever
sees it can use it. Only this machine (localhost, 127.0.0.0/8, ::1) is exempt, as the
emulator knows no https.

Write https. Source: the documentation, "Authentication properties (details)", speaks of
http and https endpoints alike; the service itself offers https only.`,
	Bad:     "http://help.kusto.windows.net/Samples;Fed=true;AppToken=<token>",
	Good:    "https://help.kusto.windows.net/Samples;Fed=true;AppToken=<token>",
	Needs:   credentials,
	Subject: DoubtfulEndpoint,
	Check:   checkCredentialOverHTTP,
}

// credentials are all properties that a token is made of, those included that
// select no authentication by the documentation.
var credentials = bind.Credentials | schema.Secrets()

func checkCredentialOverHTTP(p *Pass) {
	given := p.Specified & credentials
	if given == 0 || !p.plainHTTP() {
		return
	}
	d := p.Report(p.schemeSpan(), "a credential is sent over plain http")
	d.Help = "write https"
	for id := range given.All() {
		d.Related = []diag.Related{{Span: p.KeywordSpan(id), Message: "the credential"}}
		break
	}
	d.Edits = p.encrypt()
}

// schemeSpan returns where the scheme of the Data Source stands.
func (p *Pass) schemeSpan() source.Span {
	return p.LocateEndpoint(source.Span{End: len(p.Endpoint.Scheme)})
}

// encrypt returns the edit that makes https of http.
func (p *Pass) encrypt() []diag.Edit {
	return []diag.Edit{insertion(p.schemeSpan().End, "s")}
}

package validate

import "kustoconn/diag"

var plainHTTP = Rule{
	ID:    diag.ID{Code: 405, Name: "plain-http", Severity: diag.Warning},
	Since: "0.1.0",
	Score: "5.0",
	Fix:   UnsafeFix,
	Doc: `The Data Source is plain http on another machine.

Queries, results and the tokens that go with them travel unencrypted, and can be changed
on the way. The service offers https only; http is for the emulator on this machine,
which this rule leaves alone.

Write https. Source: the documentation's examples, all of them https.`,
	Bad:     "http://help.kusto.windows.net/Samples;Fed=true",
	Good:    "https://help.kusto.windows.net/Samples;Fed=true",
	Subject: DoubtfulEndpoint,
	Check:   checkPlainHTTP,
}

func checkPlainHTTP(p *Pass) {
	if p.plainHTTP() {
		d := p.Report(p.schemeSpan(), "plain http is not encrypted")
		d.Help = "write https"
		d.Edits = p.encrypt()
	}
}

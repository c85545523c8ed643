package validate

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
)

var credentialsInURI = Rule{
	ID:    diag.ID{Code: 406, Name: "credentials-in-uri", Severity: diag.Error},
	Since: "0.1.0",
	Score: "8.0",
	Fix:   UnsafeFix,
	Doc: `The Data Source holds a user name or a password before an ` + "`@`" + `.

No client authenticates with them; some send them along, and logs that print the Data
Source print them too. A reader can also take what stands before the ` + "`@`" + ` for the host.

Remove them and give credentials by properties. Source: RFC 3986, section 3.2.1, which
deprecates passwords there.`,
	Bad:     "https://someone:secret@help.kusto.windows.net/Samples;Fed=true",
	Good:    "https://help.kusto.windows.net/Samples;Fed=true",
	Subject: DoubtfulEndpoint,
	Check:   checkCredentialsInURI,
}

func checkCredentialsInURI(p *Pass) {
	p.reportFaults(endpoint.UserinfoInURI, func(f endpoint.Fault) {
		d := p.Report(f.Span, "credentials in the Data Source")
		d.Help = "remove them, and give credentials by properties"
		if f.Fixable {
			d.Edits = []diag.Edit{{Span: f.Span}}
		}
	})
}

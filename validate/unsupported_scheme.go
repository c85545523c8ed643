package validate

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
)

var unsupportedScheme = Rule{
	ID:    diag.ID{Code: 403, Name: "unsupported-scheme", Severity: diag.Error},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: `The Data Source's scheme is neither https nor http.

Clients speak to the service over https, and over http to the emulator alone. The
` + "`net.tcp`" + ` of old examples was withdrawn with the protocol, and ` + "`ftp`" + ` or ` + "`jdbc`" + ` belong
to other products.

Write https. Source: the documentation, "Authentication properties (details)", which is
about HTTP/HTTPS endpoints.`,
	Bad:     "net.tcp://help.kusto.windows.net/Samples;Fed=true",
	Good:    "https://help.kusto.windows.net/Samples;Fed=true",
	Subject: DoubtfulEndpoint,
	Check:   checkUnsupportedScheme,
}

func checkUnsupportedScheme(p *Pass) {
	p.reportFaults(endpoint.UnsupportedScheme, func(f endpoint.Fault) {
		d := p.Report(f.Span, "the scheme is neither https nor http")
		d.Help = "write https"
		d.Edits = []diag.Edit{{Span: f.Span, NewText: "https"}}
	})
}

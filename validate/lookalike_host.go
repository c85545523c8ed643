package validate

import "kustoconn/diag"

var lookalikeHost = Rule{
	ID:    diag.ID{Code: 413, Name: "lookalike-host", Severity: diag.Error},
	Since: "0.1.0",
	Score: "8.0",
	Doc: `The host looks like one of the service and is not.

It holds a domain of the service before its own (` + "`kusto.windows.net.example.com`" + `), ends like
one without the dot before it (` + "`evilkusto.windows.net`" + `), spells one with similar characters
(` + "`kust0.windows.net`" + `), or mixes the letters of several scripts in a label. Whoever owns such a
host can collect the tokens that are sent to it.

Correct the host. Where it really is yours, add it to the trusted hosts. Source: the
documentation, "Trusted endpoints", and Unicode Technical Standard 39.`,
	Bad:     "https://help.kusto.windows.net.example.com/Samples;Fed=true",
	Good:    "https://help.kusto.windows.net/Samples;Fed=true",
	Subject: DoubtfulEndpoint,
	Check:   checkLookalikeHost,
}

func checkLookalikeHost(p *Pass) {
	found, ok := p.imitates()
	if !ok {
		return
	}
	d := p.Report(p.LocateEndpoint(found.Span), found.Reason.String())
	d.Help = "correct the host"
	if found.Like != "" {
		d.Help += ": it imitates " + found.Like
	}
}

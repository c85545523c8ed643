package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/source"
)

// judge returns what the policy says of the Data Source's host. It is asked
// once for all rules.
func (p *pass) judge() *endpoint.Verdict {
	if !p.judged {
		p.judged = true
		p.verdict = p.Policy.Judge(&p.Endpoint, p.Login)
	}
	return &p.verdict
}

// untrusted reports whether there is a host and the policy does not trust it,
// whatever its placeholders stand for.
func (p *pass) untrusted() bool {
	return p.Endpoint.Host() != "" && !p.judge().Trusted && !p.Policy.MayTrust(&p.Endpoint, p.Login)
}

// doubtsEndpoint reports whether the Data Source is a doubtfulEndpoint. None at
// all is one, too.
func (p *pass) doubtsEndpoint() bool {
	e := &p.Endpoint
	return e.Scheme() != "https" || len(e.Faults) > 0 || e.International() || p.untrusted()
}

// imitates reports what the host looks like and is not. Of trusted hosts only
// letters of several scripts are worth a word, and none where the user has
// named the host.
func (p *pass) imitates() (endpoint.Lookalike, bool) {
	if !p.untrusted() && (!p.Endpoint.International() || p.judge().Rule == "added" || p.judge().Rule == "override") {
		return endpoint.Lookalike{}, false
	}
	found, ok := p.Endpoint.Lookalike()
	return found, ok && (p.untrusted() || found.Like == "")
}

// plainHTTP reports whether the Data Source is http on another machine.
func (p *pass) plainHTTP() bool {
	e := &p.Endpoint
	return len(e.Scheme()) == len("http") && strings.EqualFold(e.Scheme(), "http") && e.Host() != "" && !e.MayBeLoopback()
}

// reportFaults hands the faults by which a rule is broken to report, with their spans in the text.
func (p *pass) reportFaults(code diag.Code, report func(endpoint.Fault)) {
	for _, f := range p.Endpoint.Faults {
		if f.Code == code {
			f.Span = p.LocateEndpoint(f.Span)
			report(f)
		}
	}
}

// schemeSpan returns where the scheme of the Data Source stands.
func (p *pass) schemeSpan() source.Span {
	return p.LocateEndpoint(source.Span{End: len(p.Endpoint.Scheme())})
}

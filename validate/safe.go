package validate

import (
	"strings"
	"unicode"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/rule"
)

// Which fixes are safe. A safe one keeps the meaning for everyone who reads the
// text, and the clients part ways over more than the documentation says. This
// package knows no client; what is safe here is held against each of them by
// the laws of fuzz/laws.

// demote makes every fix unsafe where the string is one that clients read each
// in its own way.
func (p *pass) demote(faulty bool) {
	if !hasSafeFix(p.found) {
		return
	}
	faulty = faulty || !p.endpointReadAlike()
	odd := strings.IndexFunc(p.Tree.Text(), isOddRune) >= 0
	for i := range p.found {
		if !faulty && (!odd || p.found[i].Code == rule.WhitespaceTrimmedFromSecret) {
			continue // that one's fix is to take such white space away
		}
		for k := range p.found[i].Edits {
			p.found[i].Edits[k].Safe = false
		}
	}
}

func hasSafeFix(found diag.List) bool {
	for i := range found {
		if _, safe := found[i].Fixable(); safe {
			return true
		}
	}
	return false
}

// endpointReadAlike reports whether the Data Source is none that some clients
// refuse, complete or take apart otherwise.
func (p *pass) endpointReadAlike() bool {
	e := &p.Endpoint
	switch {
	case e.Form != endpoint.URI && e.Form != endpoint.Placeholder, len(e.Faults) > 0, e.Userinfo.Present, e.Query.Present, e.Fragment.Present:
		return false
	case e.Form == endpoint.URI && !strings.EqualFold(e.Scheme(), "https") && !strings.EqualFold(e.Scheme(), "http"):
		return false
	}
	return strings.IndexByte(e.Host(), ':') < 0
}

// isOddRune reports whether only some clients take r for white space.
func isOddRune(r rune) bool {
	return r != ' ' && (unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r))
}

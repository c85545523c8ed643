package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/endpoint"
	"kustoconn/internal/ascii"
	"kustoconn/rule"
	"kustoconn/schema"
)

var oddAuthority = check{
	rule:  rule.OddAuthority,
	needs: schema.SetOf(schema.AuthorityID),
	look:  checkAuthority,
}

func checkAuthority(p *pass) {
	value, _ := p.Value(schema.AuthorityID)
	if value == "" || isAuthority(value) || p.hasPlaceholder(schema.AuthorityID) {
		return
	}
	d := p.report(p.valueSpan(schema.AuthorityID), "Authority Id is no tenant's GUID or domain and no login URL")
	d.Help = "write the tenant's GUID or one of its domains, such as contoso.com"
}

func isAuthority(value string) bool {
	if isGUID(value) || isDomain(value) {
		return true
	}
	for _, word := range [...]string{"common", "organizations", "consumers"} {
		if strings.EqualFold(value, word) {
			return true
		}
	}
	return isLoginURL(value)
}

// isLoginURL reports whether value is an https URL whose host is not a
// cluster's. Its host need not be a known login endpoint: private clouds have
// their own.
func isLoginURL(value string) bool {
	e := endpoint.Analyze(value)
	return e.Form == endpoint.URI && strings.EqualFold(e.Scheme(), "https") && e.Host() != "" &&
		!e.Has(rule.BadURI) && !e.Userinfo.Present && e.Service() == ""
}

// isDomain reports whether value reads as a domain name of two labels or more.
func isDomain(value string) bool {
	last := value[strings.LastIndexByte(value, '.')+1:]
	if len(value) > 253 || len(last) == len(value) || strings.Trim(last, "0123456789") == "" {
		return false
	}
	for label := range strings.SplitSeq(value, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' ||
			strings.ContainsFunc(label, notInDomain) {
			return false
		}
	}
	return true
}

// notInDomain reports whether r is in no domain name, also not in one that is
// written in a script other than Latin.
func notInDomain(r rune) bool {
	if r < utf8.RuneSelf {
		return r != '-' && !ascii.IsLetter(byte(r)) && !ascii.IsDigit(byte(r))
	}
	return !unicode.In(r, unicode.Letter, unicode.Mark, unicode.Nd)
}

package validate

import (
	"kustoconn/internal/signin"
	"kustoconn/rule"
	"kustoconn/schema"
)

var unsupportedCombination = check{
	rule:  rule.UnsupportedCombination,
	needs: everUnlisted,
	look:  checkCombination,
}

// everUnlisted are the properties that some mode is not listed with.
var everUnlisted = func() (set schema.Set) {
	for _, mode := range schema.Modes() {
		set |= mode.Unlisted
	}
	return set
}()

func checkCombination(p *pass) {
	auth, _ := p.unfinished()
	if auth == "" {
		auth = p.AuthMode()
	}
	mode := schema.GetMode(auth)
	if mode == nil {
		return
	}
	for id := range (p.Specified & mode.Unlisted).Minus(signin.Unused(p.Specified, auth)).All() {
		if on, ok := p.Bool(id); ok && !on && schema.Get(id).Type == schema.TypeBool {
			continue // it asks for nothing
		}
		if id == schema.ApplicationCertificateSendX5c && !p.Specified.Intersects(certificates) {
			continue // certificateOptionWithoutCertificate's case
		}
		d := p.report(p.keywordSpan(id), schema.Get(id).Name+" is not documented with "+string(auth)+" authentication")
		d.Help = "remove it, or give what the authentication that takes it needs"
	}
}

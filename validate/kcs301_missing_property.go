package validate

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/internal/signin"
	"kustoconn/rule"
	"kustoconn/schema"
)

var missingProperty = check{
	rule:  rule.MissingProperty,
	needs: signin.Credentials,
	look:  checkMissingProperty,
}

func checkMissingProperty(p *pass) {
	auth, missing := p.unfinished()
	if missing == 0 || p.Specified.Has(schema.ApplicationCertificatePrivateKey) && missing.Has(schema.ApplicationKey) {
		return // Node signs in with that key's certificate, and 108 says that it alone does
	}
	d := p.report(p.end(), string(auth)+" authentication lacks "+nameList(missing))
	d.Help = "add what is missing, or remove the credentials"
	for id := range (p.Specified & signin.Credentials & schema.SetOf(schema.GetMode(auth).Mandatory...)).All() {
		d.Related = append(d.Related, diag.Related{Span: p.keywordSpan(id), Message: "given for " + string(auth)})
		break
	}
}

// nameList names properties, in canonical order.
func nameList(set schema.Set) string {
	list := make([]string, 0, 4) // as many as a mode lacks, for which no memory is taken
	for id := range set.All() {
		list = append(list, schema.Get(id).Name)
	}
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
	return strings.Join(list, "")
}

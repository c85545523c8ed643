package validate

import (
	"strings"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/schema"
)

var missingProperty = Rule{
	ID:    diag.ID{Code: 301, Name: "missing-property", Severity: diag.Error},
	Since: "0.1.0",
	Doc: `The string gives credentials, but not all that their authentication mode needs.

A client that does not refuse such a string ignores the credentials: it asks the
current user to sign in, or sends no token at all. An Application Client Id alone
counts as the start of ` + "`app-key`" + `, as it does in the .NET client. An application
that signs in needs an Authority Id too: without one, clients fall back to a tenant
that is rarely the right one.

Add the properties that the message names, or remove the credentials. Source: the
documentation, "Application authentication properties" and "Authentication
properties (details)".`,
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;Authority Id=contoso.com",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=<key>;Authority Id=contoso.com",
	Needs: bind.Credentials,
	Check: checkMissingProperty,
}

func checkMissingProperty(p *Pass) {
	auth, missing := p.unfinished()
	if missing == 0 {
		return
	}
	d := p.Report(p.End(), string(auth)+" authentication lacks "+nameList(missing))
	d.Help = "add what is missing, or remove the credentials"
	for id := range (p.Specified & bind.Credentials & schema.SetOf(schema.GetMode(auth).Mandatory...)).All() {
		d.Related = append(d.Related, diag.Related{Span: p.KeywordSpan(id), Message: "given for " + string(auth)})
		break
	}
}

// unfinished returns the mode that the string is made for and what it lacks
// for that; missing is empty where it lacks nothing. Whether AAD Federated
// Security is true is federationOff's to ask.
func (p *Pass) unfinished() (auth schema.ModeID, missing schema.Set) {
	if auth = p.Intended(); auth != schema.UserPrompt {
		return auth, p.MissingFor(auth)
	}
	return p.Incomplete()
}

// nameList names properties, in canonical order.
func nameList(set schema.Set) string {
	var list []string
	for id := range set.All() {
		list = append(list, schema.Get(id).Name)
	}
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
	return strings.Join(list, "")
}

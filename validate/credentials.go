package validate

import (
	"kustoconn/internal/signin"
	"kustoconn/schema"
)

// intended returns the mode that the string is made for.
func (p *pass) intended() schema.ModeID { return signin.Intended(p.AuthMode(), p.Specified) }

// unfinished returns the mode that the string is made for and what it lacks
// for that; missing is empty where it lacks nothing. Whether AAD Federated
// Security is true is federationOff's to ask.
func (p *pass) unfinished() (auth schema.ModeID, missing schema.Set) {
	if auth = p.intended(); auth != schema.UserPrompt {
		return auth, signin.Missing(p.Specified, auth)
	}
	return signin.Incomplete(p.Specified)
}

package validate

import "kustoconn/schema"

// unfinished returns the mode that the string is made for and what it lacks
// for that; missing is empty where it lacks nothing. Whether AAD Federated
// Security is true is federationOff's to ask.
func (p *pass) unfinished() (auth schema.ModeID, missing schema.Set) {
	if auth = p.Intended(); auth != schema.UserPrompt {
		return auth, p.MissingFor(auth)
	}
	return p.Incomplete()
}

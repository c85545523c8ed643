package bind

import (
	"fmt"
	"strings"

	"kustoconn/schema"
)

// Decision tells how the string's authentication was decided.
type Decision struct {
	Auth    string
	Steps   []Step     // in the order they were asked; the last one decided
	Ignored []Ignored  // credentials that play no part, in canonical order
	Missing schema.Set // mandatory for Auth and not given
}

// Step is one question of the documentation's algorithm.
type Step struct {
	Number string // in "Authentication properties (details)", or empty
	Reason string // the question and its answer; names properties, never values
	Chosen bool
}

// Ignored is a credential that the string gives for nothing.
type Ignored struct {
	ID     schema.ID
	Reason string
}

// Authenticate decides as AuthMode does and tells why.
func (b *Bound) Authenticate() Decision {
	d := Decision{Auth: b.AuthMode(), Missing: b.MissingFor(b.AuthMode())}
	fed := b.booleanStep(schema.FederatedSecurity)
	switch d.Auth {
	case AuthNone, AuthDSTS:
		d.step("2", fed, false)
		d.step("", b.booleanStep(schema.DSTSFederatedSecurity), d.Auth == AuthDSTS)
		if d.Auth == AuthNone {
			d.step("2", "so the client does not authenticate", true)
		}
	default:
		d.step("1", fed, false)
		for i := range candidates {
			c := &candidates[i]
			chosen := c.auth == d.Auth
			d.step(c.step, b.candidateStep(c), chosen)
			if chosen {
				break
			}
		}
	}
	uses := Uses(d.Auth)
	for id := range (b.Specified & Credentials).Minus(uses).All() {
		d.Ignored = append(d.Ignored, Ignored{id, b.ignoredReason(d.Auth, id)})
	}
	return d
}

func (d *Decision) step(number, reason string, chosen bool) {
	d.Steps = append(d.Steps, Step{number, reason, chosen})
}

// booleanStep says what a boolean property has to say.
func (b *Bound) booleanStep(id schema.ID) string {
	name := schema.Get(id).Name
	value, valid := b.Bool(id)
	switch {
	case !b.Present.Has(id):
		return name + " is not given, which counts as false"
	case !valid:
		return name + " is neither true nor false, which counts as false"
	case value && b.Origin(id) == Shorthand:
		return name + " is true, by the shorthand"
	}
	return fmt.Sprintf("%s is %v", name, value)
}

func (b *Bound) candidateStep(c *candidate) string {
	missing := c.needs.Minus(b.Specified)
	switch {
	case c.needs == 0 && b.Specified.Has(schema.UserID):
		return "otherwise the current user signs in, prompted if need be, with the User ID as a hint"
	case c.needs == 0:
		return "otherwise the current user signs in, prompted if need be"
	case missing == 0:
		return names(c.needs) + isAre(c.needs) + "given"
	case missing == c.needs:
		return names(c.needs) + isAre(c.needs) + "not given"
	}
	return names(c.needs.Minus(missing)) + " without " + names(missing)
}

func (b *Bound) ignoredReason(auth string, id schema.ID) string {
	switch auth {
	case AuthNone:
		return schema.Get(schema.FederatedSecurity).Name + " is not true"
	case AuthDSTS:
		return schema.Get(schema.DSTSFederatedSecurity).Name + " decides"
	case AuthUserPrompt:
		if begun, missing := b.Incomplete(); begun != "" && Uses(begun).Has(id) {
			return begun + " lacks " + names(missing.Minus(schema.SetOf(schema.AuthorityID)))
		}
		return "it selects nothing by itself"
	}
	return auth + " comes first"
}

// names lists properties by their canonical names.
func names(set schema.Set) string {
	var list []string
	for id := range set.All() {
		list = append(list, schema.Get(id).Name)
	}
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
	return strings.Join(list, "")
}

func isAre(set schema.Set) string {
	if set.Len() == 1 {
		return " is "
	}
	return " are "
}

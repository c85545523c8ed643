package bind

import (
	"fmt"
	"strings"

	"kustoconn/internal/signin"
	"kustoconn/schema"
)

// Decision tells how the string's authentication was decided.
type Decision struct {
	Auth    schema.ModeID
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

// stepNumbers are the steps of "Authentication properties (details)" at which
// the modes are chosen. That algorithm leaves out the other modes.
var stepNumbers = map[schema.ModeID]string{
	schema.UserTokenAuth: "1.1",
	schema.AppTokenAuth:  "1.2",
	schema.AppKey:        "1.3",
	schema.AppThumbprint: "1.4",
	schema.UserPrompt:    "1.5",
}

// Authenticate decides as AuthMode does and tells why.
func (b *Bound) Authenticate() Decision {
	d := Decision{Auth: b.AuthMode(), Missing: signin.Missing(b.Specified, b.AuthMode())}
	fed := b.booleanStep(schema.FederatedSecurity)
	switch d.Auth {
	case schema.NoAuth, schema.DSTS:
		d.step("2", fed, false)
		d.step("", b.booleanStep(schema.DSTSFederatedSecurity), d.Auth == schema.DSTS)
		if d.Auth == schema.NoAuth {
			d.step("2", "so the client does not authenticate", true)
		}
	default:
		d.step("1", fed, false)
		for _, m := range signin.Candidates {
			chosen := m.ID == d.Auth
			d.step(stepNumbers[m.ID], b.candidateStep(m), chosen)
			if chosen {
				break
			}
		}
	}
	for id := range signin.Unused(b.Specified, d.Auth).All() {
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

func (b *Bound) candidateStep(m *schema.Mode) string {
	missing := m.SelectedBy.Minus(b.Specified)
	switch {
	case m.SelectedBy == 0 && b.Specified.Has(schema.UserID):
		return "otherwise the current user signs in, prompted if need be, with the User ID as a hint"
	case m.SelectedBy == 0:
		return "otherwise the current user signs in, prompted if need be"
	case missing == 0:
		return names(m.SelectedBy) + isAre(m.SelectedBy) + "given"
	case missing == m.SelectedBy:
		return names(m.SelectedBy) + isAre(m.SelectedBy) + "not given"
	}
	return names(m.SelectedBy.Minus(missing)) + " without " + names(missing)
}

func (b *Bound) ignoredReason(auth schema.ModeID, id schema.ID) string {
	switch auth {
	case schema.NoAuth:
		return schema.Get(schema.FederatedSecurity).Name + " is not true"
	case schema.DSTS:
		return schema.Get(schema.DSTSFederatedSecurity).Name + " decides"
	case schema.UserPrompt:
		if begun, missing := signin.Incomplete(b.Specified); begun != "" && signin.SelectedBy(begun).Has(id) {
			return string(begun) + " lacks " + names(missing.Minus(schema.SetOf(schema.AuthorityID)))
		}
		return "it selects nothing by itself"
	}
	return string(auth) + " comes first"
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

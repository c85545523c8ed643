package fuzz

import (
	"slices"
	"strings"

	"kustoconn/schema"
)

// meaning is what the segments written so far amount to.
type meaning struct {
	// given holds the last value of each property named; nil where that is
	// an unsetting pair.
	given     map[schema.ID]*string
	database  *string // in the path of the last Data Source
	shorthand bool    // in front; it implies AAD Federated Security
	unknown   []Pair  // the last of each folded keyword, in order
}

// give applies one pair of a known property. database is what its value holds
// of one, if it is a Data Source.
func (m *meaning) give(id schema.ID, p Pair, database *string) {
	if m.given == nil {
		m.given = map[schema.ID]*string{}
	}
	m.given[id] = &p.Value
	if p.Unset {
		m.given[id] = nil
	}
	if id == schema.DataSource {
		m.database = database
	}
}

// giveUnknown applies a pair that names no property.
func (m *meaning) giveUnknown(p Pair) {
	m.unknown = slices.DeleteFunc(m.unknown, func(q Pair) bool { return fold(q.Keyword) == fold(p.Keyword) })
	m.unknown = append(m.unknown, p)
}

// fold is how keywords are compared: ASCII letters in any case, and U+0020
// does not count.
func fold(keyword string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return -1
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return r
	}, keyword)
}

// value returns the effective value of a property and whether it has one.
func (m *meaning) value(id schema.ID) (string, bool) {
	if v, named := m.given[id]; v != nil {
		return *v, true
	} else if named && id != schema.InitialCatalog {
		return "", false
	}
	switch {
	case id == schema.InitialCatalog && m.database != nil:
		return *m.database, true
	case id == schema.FederatedSecurity && m.shorthand:
		return "true", true
	}
	return "", false
}

// properties lists the effective properties, typed.
func (m *meaning) properties() map[string]any {
	all := map[string]any{}
	for _, p := range schema.Properties() {
		value, ok := m.value(p.ID)
		if !ok {
			continue
		}
		all[p.Name] = value
		if p.Type == schema.TypeBool {
			all[p.Name] = strings.EqualFold(value, "true")
		}
	}
	return all
}

// auth follows the documentation, "Authentication properties (details)" and
// the list of combinations above it.
func (m *meaning) auth() schema.ModeID {
	is := func(id schema.ID) bool {
		value, _ := m.value(id)
		return strings.EqualFold(value, "true")
	}
	has := func(ids ...schema.ID) bool {
		return !slices.ContainsFunc(ids, func(id schema.ID) bool {
			value, _ := m.value(id)
			return value == ""
		})
	}
	const client = schema.ApplicationClientID
	switch {
	case !is(schema.FederatedSecurity):
		if is(schema.DSTSFederatedSecurity) {
			return schema.DSTS
		}
		return schema.NoAuth
	case has(schema.UserToken):
		return schema.UserTokenAuth
	case has(schema.ApplicationToken):
		return schema.AppTokenAuth
	case has(client, schema.ApplicationKey):
		return schema.AppKey
	case has(client, schema.ApplicationCertificateThumbprint):
		return schema.AppThumbprint
	case has(client, schema.ApplicationCertificateSubject, schema.ApplicationCertificateIssuer):
		return schema.AppSubjectIssuer
	case has(client, schema.ApplicationCertificateSubject):
		return schema.AppSubject
	case has(schema.UserID, schema.Password):
		return schema.PasswordAuth
	}
	return schema.UserPrompt
}

// canonical writes the effective properties in the order of the schema, then
// the unknown keywords in that of their last occurrence.
func (m *meaning) canonical() string {
	var pairs []string
	for _, p := range schema.Properties() {
		value, ok := m.value(p.ID)
		if !ok {
			continue
		}
		if p.Type == schema.TypeBool {
			value = map[bool]string{true: "True", false: "False"}[strings.EqualFold(value, "true")]
		}
		pairs = append(pairs, p.Name+"="+canonicalValue(value))
	}
	for _, p := range m.unknown {
		if !p.Unset {
			pairs = append(pairs, doubleEquals(p.Keyword)+"="+canonicalValue(p.Value))
		}
	}
	return strings.Join(pairs, ";")
}

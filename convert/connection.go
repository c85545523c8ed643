package convert

import (
	"errors"
	"strings"
	"unicode/utf8"

	"kustoconn/bind"
	"kustoconn/endpoint"
	"kustoconn/grammar"
	"kustoconn/internal/signin"
	"kustoconn/internal/typed"
	"kustoconn/redact"
	"kustoconn/schema"
)

// Connection is what to convert: an authentication and the properties around
// it. It is safe for concurrent use. It holds no secret: what a string gives
// as one is only known to be given.
type Connection struct {
	mode     schema.ModeID
	endpoint endpoint.Endpoint

	given  schema.Set           // properties that count
	values map[schema.ID]string // of those that are no secrets
}

// FromString reads text with the authentication that it selects. The error
// says what is wrong with the text, by names of properties alone.
func FromString(text string) (*Connection, error) { return read(text, "") }

// FromEndpoint reads text, an endpoint or a whole string, for the
// authentication that is named. What that needs and the text lacks is looked
// up in the environment. Modes returns the names; managed-identity is that of
// the system.
func FromEndpoint(text, mode string) (*Connection, error) {
	id, err := modeOf(mode)
	if err != nil {
		return nil, err
	}
	return read(text, id)
}

// read reads text for a mode; the one that it selects where mode is empty.
func read(text string, mode schema.ModeID) (*Connection, error) {
	if !utf8.ValidString(text) {
		return nil, errors.New("the string is not UTF-8")
	}
	tree, syntax := grammar.Parse(text)
	if tree.HasSyntaxErrors() {
		return nil, errors.New("the string has a syntax error: " + syntax[0].Message)
	}
	b := bind.Bind(tree)
	for range b.Unknown() {
		return nil, errors.New("the string has a keyword that is unknown; check it first")
	}
	if !b.Specified.Has(schema.DataSource) {
		return nil, &missingError{"", []schema.ID{schema.DataSource}}
	}
	for _, id := range []schema.ID{schema.FederatedSecurity, schema.DSTSFederatedSecurity} {
		if _, ok := b.Bool(id); b.Specified.Has(id) && !ok {
			return nil, &valueError{"", id, "it is neither true nor false"}
		}
	}
	c := &Connection{mode: mode, endpoint: b.Endpoint, values: map[schema.ID]string{}}
	if mode == "" {
		if err := c.selectMode(b); err != nil {
			return nil, err
		}
	}
	return c, c.take(b)
}

// selectMode sets the mode that b selects. A string that begins one and does
// not complete it, or that never asks for it, is refused.
func (c *Connection) selectMode(b *bind.Bound) error {
	c.mode = b.AuthMode()
	if begun, missing := signin.Incomplete(b.Specified); begun != "" {
		return &missingError{begun, ids(missing)}
	}
	if c.mode == schema.NoAuth && b.Specified.Intersects(signin.Credentials) {
		return &missingError{signin.Intended(c.mode, b.Specified), []schema.ID{schema.FederatedSecurity}}
	}
	if missing := signin.Missing(b.Specified, c.mode); missing != 0 {
		return &missingError{c.mode, ids(missing)}
	}
	return nil
}

// take copies the properties that count: not the credentials that the mode
// ignores, and never a secret's text.
func (c *Connection) take(b *bind.Bound) error {
	c.given = b.Specified.Minus(signin.Unused(b.Specified, c.mode).Minus(mandatory(c.mode))).Without(schema.FederatedSecurity)
	if c.mode == schema.AppCertificate {
		c.given |= b.Specified & schema.SetOf(schema.ApplicationCertificateThumbprint,
			schema.ApplicationCertificateBlob, schema.ApplicationCertificatePrivateKey)
	}
	if err := c.checkCombination(b); err != nil {
		return err
	}
	view := redact.Of(b)
	for id := range c.given.All() {
		value, _ := b.Value(id)
		switch {
		case !schema.Secrets().Has(id) && view.PropertyValue(id) != value:
			return &valueError{"", id, "its value may hold a secret; check the string first"}
		case id == schema.DataSource:
			value = completed(&b.Endpoint)
		case schema.Secrets().Has(id):
			continue
		}
		if schema.Get(id).Type == schema.TypeBool {
			on, ok := typed.Bool(value)
			if !ok {
				return &valueError{"", id, "it is neither true nor false"}
			}
			value = "false"
			if on {
				value = "true"
			}
		}
		c.values[id] = value
	}
	identity := c.values[schema.ManagedServiceIdentity]
	switch {
	case c.mode == schema.SystemManagedIdentity && strings.EqualFold(identity, "system"):
		c.given = c.given.Without(schema.ManagedServiceIdentity)
	case c.mode == schema.SystemManagedIdentity && identity != "":
		c.mode = schema.UserManagedIdentity
	}
	return nil
}

// checkCombination refuses what the documentation does not list with the mode
// (rule 309). An option that is off asks for nothing and is left out.
func (c *Connection) checkCombination(b *bind.Bound) error {
	m := schema.GetMode(c.mode)
	if m == nil {
		return nil
	}
	for id := range (c.given & m.Unlisted).All() {
		if on, ok := b.Bool(id); !ok || on || schema.Get(id).Type != schema.TypeBool {
			return &valueError{"", id, "the documentation does not list it with " + string(c.mode) + " authentication; remove it"}
		}
		c.given = c.given.Without(id)
	}
	return nil
}

// completed returns the Data Source as a URI: a bare name as what it stands
// for, anything else as it is written.
func completed(e *endpoint.Endpoint) string {
	if e.Form != endpoint.BareName {
		return e.DataSource()
	}
	end := e.HostSpan.End // Data Source starts as the text does
	return "https://" + e.DataSource()[:end] + e.Completion() + e.DataSource()[end:]
}

// environment names the variable that holds the value of a property.
func environment(id schema.ID) string {
	if id == schema.ManagedServiceIdentity {
		return "KUSTO_MANAGED_IDENTITY_CLIENT_ID"
	}
	return "KUSTO_" + strings.ToUpper(strings.ReplaceAll(schema.Get(id).Name, " ", "_"))
}

// ids lists the members of a set.
func ids(set schema.Set) (list []schema.ID) {
	for id := range set.All() {
		list = append(list, id)
	}
	return list
}

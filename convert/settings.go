package convert

import (
	"slices"
	"strings"

	"kustoconn/endpoint"
	"kustoconn/schema"
)

// tool is a program that holds a connection in settings, a value for each
// property.
type tool struct {
	name, title string

	always []setting // of every mode
	modes  map[schema.ModeID][]setting

	literal func(text string) (string, string) // a value as the format writes it, or why it cannot
	cluster func(uri string) (string, string)  // likewise for the endpoint; nil where that is a value like others
	env     string                             // a look-up in the environment, %s is the name
	layout  func([]entry) string
	parse   func(text string) ([]entry, error) // values decoded, look-ups as ${NAME}; nil for a tool that holds no credentials

	instead string // of a mode that it lacks
}

// setting is a key of a tool. Its value is that of a property or, where there
// is none, fixed.
type setting struct {
	key      string
	property schema.ID
	fixed    string
	optional bool // left out where the property is not given
	ingests  bool // the endpoint is the one for ingestion
}

// entry is a key with its value, as the format writes it.
type entry struct{ key, value string }

func of(key string, property schema.ID) setting { return setting{key: key, property: property} }

func ingests(key string) setting {
	return setting{key: key, property: schema.DataSource, ingests: true}
}

func optional(key string, property schema.ID) setting {
	return setting{key: key, property: property, optional: true}
}

func fixed(key, value string) setting { return setting{key: key, fixed: value} }

// settings returns all settings of a mode, in order.
func (t *tool) settings(mode schema.ModeID) []setting {
	return slices.Concat(t.always, t.modes[mode])
}

// write renders the settings for c.
func (t *tool) write(c *Connection) (string, error) {
	if _, ok := t.modes[c.Mode]; !ok {
		return "", &ModeError{t.title, c.Mode, t.instead}
	}
	var entries []entry
	var used schema.Set
	for _, s := range t.settings(c.Mode) {
		value, reason := t.value(s, c)
		switch {
		case reason != "":
			return "", &ValueError{t.title, s.property, reason}
		case s.optional && !c.given.Has(s.property):
			continue
		}
		used = used.With(s.property)
		entries = append(entries, entry{s.key, value})
	}
	for id := range c.given.Minus(used).All() {
		return "", &ValueError{t.title, id, "it has no setting for it with this authentication; remove it"}
	}
	return t.layout(entries), nil
}

// value returns the value of a setting as the format writes it, or why it
// cannot.
func (t *tool) value(s setting, c *Connection) (value, reason string) {
	text, known := c.values[s.property]
	switch {
	case s.property == schema.None:
		return t.literal(s.fixed)
	case s.ingests:
		if text, reason = ingestion(&c.Endpoint, text); reason != "" {
			return "", reason
		}
	case !known && s.property == schema.InitialCatalog:
		text = schema.Get(s.property).Default
	case !known:
		return strings.ReplaceAll(t.env, "%s", environment(s.property)), ""
	}
	if s.property == schema.DataSource && t.cluster != nil {
		return t.cluster(text)
	}
	return t.literal(text)
}

const ingestPrefix = "ingest-"

// ingestion returns the endpoint for ingestion of that for queries: the same
// with "ingest-" before the host, for the hosts of the service.
func ingestion(e *endpoint.Endpoint, uri string) (ingests, reason string) {
	switch (endpoint.Policy{}).Judge(e, "").Kind {
	case endpoint.KindIngest:
		return uri, ""
	case endpoint.KindQuery:
		scheme, host, _ := strings.Cut(uri, "://")
		return scheme + "://" + ingestPrefix + host, ""
	}
	return "", "its endpoint for ingestion cannot be told; give that as the Data Source"
}

// lookUps turns look-ups of the tool's own syntax into the form ${NAME} that a
// connection string keeps as a placeholder.
func lookUps(text, before, after string) string {
	if name, ok := strings.CutPrefix(text, before); ok {
		if name, ok = strings.CutSuffix(name, after); ok && isName(name) {
			return "${" + name + "}"
		}
	}
	return text
}

func isName(s string) bool {
	return s != "" && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

// hasControl reports whether text holds a character that ends or breaks a line.
func hasControl(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r == 0x7F || r == 0x85 || r == 0x2028 || r == 0x2029 })
}

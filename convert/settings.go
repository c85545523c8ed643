package convert

import (
	"slices"
	"strings"

	"kustoconn/endpoint"
	"kustoconn/internal/data/tools"
	"kustoconn/schema"
)

// format is how a tool's settings are written and read. Which settings there
// are, the tool's row of package tools says.
type format struct {
	*tools.Tool

	literal func(text string) (string, string) // a value as the format writes it, or why it cannot
	cluster func(uri string) (string, string)  // likewise for the endpoint; nil where that is a value like others
	env     string                             // a look-up in the environment, %s is the name
	layout  func(*tools.Tool, []line) string
	parse   func(*tools.Tool, string) ([]entry, error) // values decoded, look-ups as ${NAME}; nil for a tool that holds no credentials

	instead string // of an authentication that the tool lacks
}

// line is a setting with its value, as the format writes it.
type line struct {
	tools.Setting
	value string
}

// entry is a key that was read, with its value.
type entry struct{ key, value string }

// write renders the settings for c.
func (f *format) write(c *Connection) (string, error) {
	authentication, ok := f.Authentication(c.mode)
	if !ok {
		return "", &modeError{f.Title, c.mode, f.instead}
	}
	if err := c.checkIdentity(f.Title, false); err != nil {
		return "", err
	}
	var lines []line
	var used schema.Set
	for _, s := range slices.Concat(f.Settings, authentication.Settings) {
		value, reason := f.value(s, c)
		switch {
		case reason != "":
			return "", &valueError{f.Title, s.Property, reason}
		case s.Optional && (s.Ingest || !c.given.Has(s.Property)):
			continue
		}
		used = used.With(s.Property)
		lines = append(lines, line{s, value})
	}
	for id := range c.given.Minus(used).All() {
		if _, harmless := c.remark(id); harmless {
			continue
		}
		return "", &valueError{f.Title, id, "it has no setting for it with this authentication; remove it"}
	}
	return f.layout(f.Tool, lines), nil
}

// value returns the value of a setting as the format writes it, or why it
// cannot.
func (f *format) value(s tools.Setting, c *Connection) (value, reason string) {
	text, known := c.values[s.Property]
	switch {
	case s.Property == schema.None:
		return f.literal(s.Fixed)
	case s.Ingest:
		if text, reason = ingestion(&c.endpoint, text); reason != "" {
			return "", reason
		}
	case !known && s.Property == schema.InitialCatalog:
		text = schema.Get(s.Property).Default
	case !known:
		return strings.ReplaceAll(f.env, "%s", environment(s.Property)), ""
	}
	if s.Property == schema.DataSource && f.cluster != nil {
		return f.cluster(text)
	}
	return f.literal(text)
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

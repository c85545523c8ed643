package convert

import (
	"fmt"
	"slices"
	"strings"

	"kustoconn/internal/data/tools"
	"kustoconn/normalize"
	"kustoconn/schema"
)

// From reads the settings of a tool, which Target.Reads marks, and returns a
// builder of the connection string that they mean. Its String is masked; only
// Reveal gives a secret, where the settings hold one as text. A look-up in the
// environment stays one, as the placeholder ${NAME}. An authentication that no
// string can select is an error.
func From(target, text string) (*normalize.Builder, error) {
	t, err := find(target)
	if err != nil {
		return nil, err
	}
	if t.read == nil {
		return nil, fmt.Errorf("%s holds no full connection to read", t.Title)
	}
	return t.read(text)
}

// FromSettings reads the settings of a tool as From does, to be written for a
// target: an authentication that no string can select is none the less one.
func FromSettings(tool, text string) (*Connection, error) {
	t, err := find(tool)
	if err != nil {
		return nil, err
	}
	if t.settings == nil {
		return nil, fmt.Errorf("%s holds no full connection to read", t.Title)
	}
	b, mode, err := t.settings(text)
	if err != nil {
		return nil, err
	}
	whole, err := b.Reveal()
	if err != nil {
		return nil, err
	}
	if inString(mode) {
		return FromString(whole)
	}
	return read(whole, mode)
}

// read makes a connection string of settings.
func (f *format) read(text string) (*normalize.Builder, error) {
	b, mode, err := f.build(text)
	if err == nil && !inString(mode) {
		return nil, fmt.Errorf("the settings of %s sign in by %s, which no connection string can select", f.Title, mode)
	}
	return b, err
}

// inString reports whether a string can select the mode.
func inString(mode schema.ModeID) bool {
	m := schema.GetMode(mode)
	return mode == schema.NoAuth || m != nil && m.InString()
}

// build makes a string of settings, and says how they sign in.
func (f *format) build(text string) (*normalize.Builder, schema.ModeID, error) {
	entries, err := f.parse(f.Tool, text)
	if err != nil {
		return nil, "", fmt.Errorf("reading the settings of %s: %w", f.Title, err)
	}
	values := f.values(entries)
	authentication, ok := f.detect(values)
	if !ok {
		return nil, "", fmt.Errorf("the settings of %s hold no authentication that is known", f.Title)
	}
	mode := authentication.Mode
	b := normalize.Build()
	for _, s := range slices.Concat(f.Settings, authentication.Settings) {
		if value, given := values[s.Key]; given && s.Property != schema.None && !(s.Optional && s.Ingest) {
			b.Set(schema.Get(s.Property).Name, value)
		}
	}
	b.FederatedSecurity(mode != schema.NoAuth)
	return b, mode, b.Err()
}

// values returns the values of entries by Setting.Key, whichever of its keys
// the text has. The last one counts.
func (f *format) values(entries []entry) map[string]string {
	values := map[string]string{}
	all := everySetting(f.Tool)
	for _, e := range entries {
		for _, s := range all {
			if slices.Contains(s.Keys(), e.key) {
				values[s.Key] = e.value
			}
		}
	}
	return values
}

// everySetting returns the settings of a tool, those of every authentication
// included.
func everySetting(tool *tools.Tool) []tools.Setting {
	all := slices.Clone(tool.Settings)
	for _, a := range tool.Authentications {
		all = append(all, a.Settings...)
	}
	return all
}

// detect returns the authentication of which all settings are there: the one
// with most of them where several are, and then the first.
func (f *format) detect(values map[string]string) (found tools.Authentication, ok bool) {
	for _, a := range f.Authentications {
		if complete(a.Settings, values) && (!ok || len(a.Settings) > len(found.Settings)) {
			found, ok = a, true
		}
	}
	return found, ok
}

func complete(settings []tools.Setting, values map[string]string) bool {
	for _, s := range settings {
		value, given := values[s.Key]
		switch {
		case s.Optional:
		case !given:
			return false
		case s.Property == schema.None && !strings.EqualFold(value, s.Fixed):
			return false
		}
	}
	return true
}

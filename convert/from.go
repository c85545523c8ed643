package convert

import (
	"fmt"
	"strings"

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

// read makes a connection string of settings.
func (t *tool) read(text string) (*normalize.Builder, error) {
	entries, err := t.parse(text)
	if err != nil {
		return nil, fmt.Errorf("reading the settings of %s: %w", t.title, err)
	}
	values := map[string]string{}
	for _, e := range entries {
		values[e.key] = e.value
	}
	mode, ok := t.detect(values)
	if !ok {
		return nil, fmt.Errorf("the settings of %s hold no authentication that is known", t.title)
	}
	if m := schema.GetMode(mode); mode != schema.NoAuth && (m == nil || !m.InString()) {
		return nil, fmt.Errorf("the settings of %s sign in by %s, which no connection string can select", t.title, mode)
	}
	b := normalize.Build()
	for _, s := range t.settings(mode) {
		if value, given := values[s.key]; given && s.property != schema.None {
			b.Set(schema.Get(s.property).Name, value)
		}
	}
	b.FederatedSecurity(mode != schema.NoAuth)
	return b, b.Err()
}

// detect returns the mode of which all settings are there; the one with most
// of them where several are.
func (t *tool) detect(values map[string]string) (found schema.ModeID, ok bool) {
	most := -1
	for _, name := range Modes() {
		mode := schema.ModeID(name)
		settings, has := t.modes[mode]
		if has && complete(settings, values) && len(settings) > most {
			found, most = mode, len(settings)
		}
	}
	return found, most >= 0
}

func complete(settings []setting, values map[string]string) bool {
	for _, s := range settings {
		value, given := values[s.key]
		switch {
		case s.optional:
		case !given:
			return false
		case s.property == schema.None && !strings.EqualFold(value, s.fixed):
			return false
		}
	}
	return true
}

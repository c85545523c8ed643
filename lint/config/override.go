package config

import "fmt"

// overridesForm is the form of a list of overrides: each has paths, and at
// least one key that may be other for them.
func overridesForm() form {
	properties := form{"paths": described("Patterns of the files that it holds for.", someOf(globForm()))}
	for _, k := range keys() {
		if !k.top {
			properties[k.name] = described(k.doc, k.form)
		}
	}
	return form{"type": "array", "items": form{
		"type": "object", "properties": properties, "additionalProperties": false,
		"required": []string{"paths"}, "minProperties": 2,
	}}
}

// described returns the form with a description.
func described(doc string, f form) form {
	with := form{"description": doc}
	for name, value := range f {
		with[name] = value
	}
	return with
}

func setOverrides(c *Config, value any) error {
	list, ok := value.([]any)
	if !ok {
		return fmt.Errorf("a list is expected, each with paths and what holds for them")
	}
	c.Overrides = nil
	for i, v := range list {
		o, err := override(v)
		if err != nil {
			return fmt.Errorf("item %d: %w", i+1, err)
		}
		c.Overrides = append(c.Overrides, o)
	}
	return nil
}

// override reads one item of overrides.
func override(value any) (o Override, err error) {
	members, ok := value.(map[string]any)
	if !ok || members["paths"] == nil || len(members) < 2 {
		return o, fmt.Errorf("paths, and what holds for them, are expected")
	}
	var c Config
	for _, name := range sortedKeys(members) {
		if name == "paths" {
			var list []string
			if list, err = stringsOf(members[name]); err == nil {
				o.Paths, err = NewPatterns(list)
			}
			if err != nil {
				return o, fmt.Errorf("paths: %w", err)
			}
			continue
		}
		k := among(keys(), name)
		switch {
		case k == nil:
			return o, unknown("key", name, overrideKeys())
		case k.top:
			return o, fmt.Errorf("%q stands at the top alone", k.name)
		}
		if err := k.take(&c, members[name]); err != nil {
			return o, fmt.Errorf("key %q: %w", k.name, err)
		}
	}
	o.Settings = c.Settings
	return o, nil
}

func overrideKeys() []string {
	names := []string{"paths"}
	for _, k := range keys() {
		if !k.top {
			names = append(names, k.name)
		}
	}
	return names
}

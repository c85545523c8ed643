package config

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/internal/vocabulary"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/validate"
)

// key is one key of the configuration. What its form accepts set takes: a test
// tries it.
type key struct {
	name string
	doc  string
	form form
	top  bool // it stands at the top alone, not in an override
	set  func(c *Config, value any) error
}

var keys = sync.OnceValue(func() []key {
	return []key{
		{name: "select", doc: "Rules to run, and no others on strings: codes, names or the start of a code (KCS3). Those on portability run where clients are named, and those on linting always.", form: listOf(ruleForm()), set: setRules(func(c *Config) *[]string { return &c.Select })},
		{name: "ignore", doc: "Rules not to run: codes, names or the start of a code.", form: listOf(ruleForm()), set: setRules(func(c *Config) *[]string { return &c.Ignore })},
		{name: "severities", doc: "Severities by rule, each by its code or name.", form: severitiesForm(), set: setSeverities},
		{name: "level", doc: "The least severity that is shown; warning where nothing is said. What is less severe is counted.", form: levelForm, set: setLevel(func(c *Config) *diag.Severity { return &c.Level })},
		{name: "fail-on", doc: "The least severity that makes a run fail; error where nothing is said.", form: levelForm, set: setLevel(func(c *Config) *diag.Severity { return &c.FailOn })},
		{name: "trusted-hosts", doc: "Hosts to trust besides those the service issues. One that starts with a dot is a suffix. One that is named whole may be reached over http, too.", form: listOf(hostForm()), set: setTrustedHosts},
		{name: "login", doc: "The login endpoint that clients use; only hosts of its cloud are trusted.", form: loginForm, set: setString(func(c *Config) *string { return &c.Login })},
		{name: "placeholders", doc: "Regular expressions of own placeholders: what they match is no fault and no secret.", form: listOf(patternForm), set: setPlaceholders},
		{name: "clients", doc: "Clients that every string has to work with.", form: listOf(clientForm()), set: setClients},
		{name: "max-size", doc: "The size above which files are passed over, in bytes or with KiB, MiB or GiB; 5MiB where nothing is said.", form: sizeForm, set: setMaxSize},
		{name: "include", doc: "Patterns of files to read; all others are passed over, but for those that the command line names.", form: listOf(globForm()), top: true, set: setPatterns(func(c *Config) *Patterns { return &c.Include })},
		{name: "exclude", doc: "Patterns of files to pass over.", form: listOf(globForm()), top: true, set: setPatterns(func(c *Config) *Patterns { return &c.Exclude })},
		{name: "baseline", doc: "A file of findings that are not reported.", form: stringForm, top: true, set: setString(func(c *Config) *string { return &c.Baseline })},
	}
})

// overrides is a key like the others; it stands apart because its form is made
// of theirs.
var overrides = sync.OnceValue(func() *key {
	const doc = "What else holds for the files of some paths."
	return &key{name: "overrides", doc: doc, form: overridesForm(), top: true, set: setOverrides}
})

func keyNamed(name string) *key {
	if k := overrides(); name == k.name {
		return k
	}
	return among(keys(), name)
}

func among(keys []key, name string) *key {
	for i := range keys {
		if keys[i].name == name {
			return &keys[i]
		}
	}
	return nil
}

// take sets the key to a value that has the key's form. What has not is an
// error: that of set, which says more, or one that names what is expected.
func (k *key) take(c *Config, value any) error {
	ok := accepts(k.form, value)
	if err := k.set(c, value); err != nil || ok {
		return err
	}
	return fmt.Errorf("a value of another form is expected; see %q in docs/lint.md", k.name)
}

// keyNames returns the names of the keys in the order that the documentation
// lists them.
func keyNames() []string {
	var names []string
	for _, k := range keys() {
		names = append(names, k.name)
	}
	return append(names, overrides().name)
}

func setString(field func(*Config) *string) func(*Config, any) error {
	return func(c *Config, value any) error {
		s, ok := value.(string)
		if !ok {
			return fmt.Errorf("a string is expected")
		}
		*field(c) = s
		return nil
	}
}

// stringsOf returns a list of strings; a single string is a list of one.
func stringsOf(value any) ([]string, error) {
	switch value := value.(type) {
	case string:
		return []string{value}, nil
	case []any:
		list := make([]string, 0, len(value))
		for i, v := range value {
			s, ok := v.(string)
			if !ok {
				return nil, fmt.Errorf("item %d is not a string", i+1)
			}
			list = append(list, s)
		}
		return list, nil
	}
	return nil, fmt.Errorf("a list of strings is expected")
}

func setRules(field func(*Config) *[]string) func(*Config, any) error {
	return func(c *Config, value any) error {
		list, err := stringsOf(value)
		if err != nil {
			return err
		}
		if _, err := validate.New(validate.Options{Select: list}); err != nil {
			return err
		}
		*field(c) = list
		return nil
	}
}

func setSeverities(c *Config, value any) error {
	severities, ok := value.(map[string]any)
	if !ok {
		return fmt.Errorf("rules and their severities are expected")
	}
	c.Severities = map[diag.Code]diag.Severity{}
	for _, name := range sortedKeys(severities) {
		r, ok := rule.Find(name)
		if !ok {
			return &subkeyError{name, unknownRule(name)}
		}
		severity, err := severityOf(severities[name], severityForm)
		if err != nil {
			return &subkeyError{name, fmt.Errorf("%s: %w", r.Code, err)}
		}
		c.Severities[r.Code] = severity
	}
	return nil
}

func unknownRule(name string) error {
	if near, ok := vocabulary.SuggestFrom(name, rule.Names()); ok {
		return fmt.Errorf("unknown rule; did you mean %q?", near)
	}
	return errors.New(`unknown rule; "kustoconn rules" lists them`)
}

// severityOf reads one of the severities that a form lists.
func severityOf(value any, of form) (diag.Severity, error) {
	if !accepts(of, value) {
		var names []string
		for _, v := range of["enum"].([]any) {
			if name, ok := v.(string); ok {
				names = append(names, name)
			}
		}
		return 0, fmt.Errorf("one of %s is expected", strings.Join(names, ", "))
	}
	name, ok := value.(string)
	if !ok {
		return diag.Off, nil
	}
	severity, _ := diag.ParseSeverity(name)
	return severity, nil
}

func setLevel(field func(*Config) *diag.Severity) func(*Config, any) error {
	return func(c *Config, value any) (err error) {
		*field(c), err = severityOf(value, levelForm)
		return err
	}
}

func setTrustedHosts(c *Config, value any) error {
	hosts, err := stringsOf(value)
	if err != nil {
		return err
	}
	for _, h := range hosts {
		if !accepts(hostForm(), h) {
			return errHost
		}
		if !strings.HasPrefix(h, ".") {
			// It may be a URI, of which only the host counts.
			if _, rest, ok := strings.Cut(h, "://"); ok {
				h = rest
			}
			e := endpoint.Analyze("https://" + h)
			h = e.HostSpan.Slice(e.Text())
		}
		c.TrustedHosts = append(c.TrustedHosts, endpoint.MatchRule{Suffix: h, Exact: !strings.HasPrefix(h, ".")})
	}
	if _, err = (endpoint.Policy{}).AddTrustedHosts(c.TrustedHosts, false); err != nil {
		return errHost
	}
	return nil
}

var errHost = errors.New("a host, such as adx.example.com or http://kustainer:8080, or a suffix such as .adx.example.com is expected")

func setPlaceholders(c *Config, value any) error {
	patterns, err := stringsOf(value)
	if err != nil {
		return err
	}
	c.Placeholders, err = placeholder.New(patterns...)
	return err
}

func setClients(c *Config, value any) error {
	names, err := stringsOf(value)
	if err != nil {
		return err
	}
	for _, name := range names {
		if name == "all" {
			c.Clients = slices.Collect(schema.Clients())
			return nil
		}
		client, ok := schema.FindClient(name)
		if !ok || !slices.Contains(clientNames(), name) {
			return unknown("client", name, clientNames())
		}
		c.Clients = append(c.Clients, client)
	}
	return nil
}

func clientNames() []string { return append(schema.ClientNames(), "all") }

func setPatterns(field func(*Config) *Patterns) func(*Config, any) error {
	return func(c *Config, value any) error {
		list, err := stringsOf(value)
		if err != nil {
			return err
		}
		*field(c), err = NewPatterns(list)
		return err
	}
}

func setMaxSize(c *Config, value any) (err error) {
	if text, ok := value.(string); ok {
		c.MaxSize, err = ParseSize(text)
		return err
	}
	if !accepts(sizeForm, value) {
		return errSize
	}
	number, _ := numberOf(value)
	c.MaxSize = int64(number)
	return nil
}

var errSize = errors.New("a size such as 1000000 or 5MiB is expected")

var sizeUnits = []struct {
	name  string
	bytes int64
}{{"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30}, {"B", 1}}

// ParseSize reads a positive number of bytes, with an optional unit: B, KiB,
// MiB or GiB. The error does not repeat the text.
func ParseSize(text string) (int64, error) {
	if !matches(sizePattern, text) {
		return 0, errSize
	}
	number, unit := text, int64(1)
	for _, u := range sizeUnits {
		if before, ok := strings.CutSuffix(text, u.name); ok {
			number, unit = strings.TrimRight(before, " "), u.bytes
			break
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	return n * unit, err
}

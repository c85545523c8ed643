package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/validate"
)

// key is one key of the configuration.
type key struct {
	name string
	doc  string
	form map[string]any // the value's JSON schema
	set  func(c *Config, value any) error
}

var keys = []key{
	{"select", "Rules to run, and no others: codes, names or the start of a code (KCS3).", listOf(ruleForm), setRules(func(c *Config) *[]string { return &c.Select })},
	{"ignore", "Rules not to run: codes, names or the start of a code.", listOf(ruleForm), setRules(func(c *Config) *[]string { return &c.Ignore })},
	{"severities", "Severities by rule, each by its code or name.", severitiesForm, setSeverities},
	{"fail-on", "The least severity that makes a run fail.", failOnForm, setFailOn},
	{"trusted-hosts", "Hosts to trust besides those the service issues. One that starts with a dot is a suffix.", listOf(stringForm), setTrustedHosts},
	{"login", "The login endpoint that clients use; only hosts of its cloud are trusted.", stringForm, setString(func(c *Config) *string { return &c.Login })},
	{"placeholders", "Regular expressions of own placeholders: what they match is no fault and no secret.", listOf(patternForm), setPlaceholders},
	{"clients", "Clients that every string has to work with.", listOf(clientForm()), setClients},
	{"include", "Patterns of files to read; all others are passed over.", listOf(stringForm), setPatterns(func(c *Config) *Patterns { return &c.Include })},
	{"exclude", "Patterns of files to pass over.", listOf(stringForm), setPatterns(func(c *Config) *Patterns { return &c.Exclude })},
	{"max-size", "The size above which files are passed over, in bytes or with KiB, MiB or GiB.", sizeForm, setMaxSize},
	{"baseline", "A file of findings that are not reported.", stringForm, setString(func(c *Config) *string { return &c.Baseline })},
}

// KeyNames returns the names of the keys in the order that the documentation
// lists them.
func KeyNames() []string {
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
	return names
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
		severity, err := severityOf(severities[name], severityNames)
		if err != nil {
			return &subkeyError{name, fmt.Errorf("%s: %w", name, err)}
		}
		c.Severities[r.Code] = severity
	}
	return nil
}

func unknownRule(name string) error {
	if near, ok := schema.SuggestFrom(name, rule.Names()); ok {
		return fmt.Errorf("unknown rule %q; did you mean %q?", name, near)
	}
	return fmt.Errorf("unknown rule %q", name)
}

var (
	severityNames = []string{"error", "warning", "information", "off"}
	failOnNames   = severityNames[:3]
)

func severityOf(value any, names []string) (diag.Severity, error) {
	name, ok := value.(string)
	if off, isBool := value.(bool); isBool && !off {
		name, ok = "off", true // YAML 1.1 reads off as false
	}
	severity, known := diag.ParseSeverity(name)
	if !ok || !known || !slices.Contains(names, severity.String()) {
		return 0, fmt.Errorf("one of %s is expected", strings.Join(names, ", "))
	}
	return severity, nil
}

func setFailOn(c *Config, value any) (err error) {
	c.FailOn, err = severityOf(value, failOnNames)
	return err
}

func setTrustedHosts(c *Config, value any) error {
	hosts, err := stringsOf(value)
	if err != nil {
		return err
	}
	for _, h := range hosts {
		c.TrustedHosts = append(c.TrustedHosts, endpoint.MatchRule{Suffix: h, Exact: !strings.HasPrefix(h, ".")})
	}
	_, err = endpoint.Policy{}.AddTrustedHosts(c.TrustedHosts, false)
	return err
}

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
		client, ok := clientNamed(name)
		if !ok {
			return unknown("client", name, clientNames())
		}
		c.Clients = append(c.Clients, client)
	}
	return nil
}

func clientNamed(name string) (schema.Client, bool) {
	for c := range schema.Clients() {
		if c.String() == name {
			return c, true
		}
	}
	return 0, false
}

func clientNames() []string {
	var names []string
	for c := range schema.Clients() {
		names = append(names, c.String())
	}
	return append(names, "all")
}

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
	switch value := value.(type) {
	case string:
		c.MaxSize, err = ParseSize(value)
	case int:
		c.MaxSize, err = ParseSize(strconv.Itoa(value))
	case int64:
		c.MaxSize, err = ParseSize(strconv.FormatInt(value, 10))
	case uint64:
		c.MaxSize, err = ParseSize(strconv.FormatUint(value, 10))
	default:
		return fmt.Errorf("a size is expected")
	}
	return err
}

var sizeUnits = []struct {
	name  string
	bytes int64
}{{"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30}, {"B", 1}}

// ParseSize reads a positive number of bytes, with an optional unit: B, KiB,
// MiB or GiB.
func ParseSize(text string) (int64, error) {
	number, unit := text, int64(1)
	for _, u := range sizeUnits {
		if before, ok := strings.CutSuffix(text, u.name); ok {
			number, unit = strings.TrimSpace(before), u.bytes
			break
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n <= 0 || n > 1<<40/unit {
		return 0, fmt.Errorf("%q is not a size such as 1000000 or 5MiB", text)
	}
	return n * unit, nil
}

// Package config reads the configuration of the linter: a file .kustoconn.yaml
// or .kustoconn.toml, which says which rules run and how badly they count,
// which hosts are trusted, which clients are targeted, and which files are
// read.
//
// The keys are a table (see keys.go); the JSON schema for editors is made from
// it. Package lint takes what a Config says as options of its own; this package
// knows nothing of how files are linted.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/pelletier/go-toml/v2"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/schema"
)

// Config is what a configuration file says. The zero Config is that of an
// empty file.
type Config struct {
	// Dir is the directory of the file; patterns and paths are relative to it.
	Dir string

	Select, Ignore []string // rules, as validate.Options takes them
	Severities     map[diag.Code]diag.Severity
	FailOn         diag.Severity // zero where the file does not say

	TrustedHosts []endpoint.MatchRule
	Login        string

	Clients []schema.Client // the clients that strings have to work with

	Include, Exclude Patterns
	MaxSize          int64  // bytes; zero where the file does not say
	Baseline         string // path; empty for none
}

// Names are the names of configuration files, in the order they are looked
// for in a directory.
var Names = []string{".kustoconn.yaml", ".kustoconn.yml", ".kustoconn.toml"}

// Find returns the path of the configuration file for dir: the first of Names
// in dir or the nearest directory above it; "" where there is none. Two in one
// directory are an error, because one of them would be ignored.
func Find(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		var found []string
		for _, name := range Names {
			info, err := os.Stat(filepath.Join(dir, name))
			switch {
			case err == nil && info.Mode().IsRegular():
				found = append(found, name)
			case err != nil && !errors.Is(err, fs.ErrNotExist):
				return "", fmt.Errorf("looking for the configuration: %w", err)
			}
		}
		switch {
		case len(found) == 1:
			return filepath.Join(dir, found[0]), nil
		case len(found) > 1:
			return "", fmt.Errorf("%s holds both %s and %s", dir, found[0], found[1])
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// Load reads the configuration file at path. The errors name the file and the
// key.
func Load(path string) (*Config, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", err)
	}
	dir, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	c, err := Parse(filepath.Base(path), data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	c.Dir = dir
	return c, nil
}

// Parse reads the text of a configuration file, which is TOML where name ends
// in .toml and YAML otherwise. All that is wrong with it is in the error; an
// unknown key is an error with a suggestion.
func Parse(name string, data []byte) (*Config, error) {
	values := map[string]any{}
	var err error
	if strings.EqualFold(filepath.Ext(name), ".toml") {
		err = toml.Unmarshal(data, &values)
	} else {
		err = yaml.Unmarshal(data, &values)
	}
	if err != nil {
		return nil, fmt.Errorf("not a valid configuration: %s", firstLine(err))
	}
	c := &Config{}
	var wrong []error
	for _, name := range sortedKeys(values) {
		if err := c.set(name, values[name]); err != nil {
			wrong = append(wrong, err)
		}
	}
	return c, joined(wrong)
}

// joined returns the errors as one, on one line; nil where there are none.
func joined(wrong []error) error {
	var texts []string
	for _, err := range wrong {
		texts = append(texts, err.Error())
	}
	if len(texts) == 0 {
		return nil
	}
	return errors.New(strings.Join(texts, "; "))
}

func (c *Config) set(name string, value any) error {
	for _, k := range keys {
		if k.name != name {
			continue
		}
		if err := k.set(c, value); err != nil {
			return fmt.Errorf("key %q: %w", name, err)
		}
		return nil
	}
	return unknown("key", name, KeyNames())
}

// unknown is the error for a name that is none of names.
func unknown(what, name string, names []string) error {
	if near, ok := schema.SuggestFrom(name, names); ok {
		return fmt.Errorf("unknown %s %q; did you mean %q?", what, name, near)
	}
	return fmt.Errorf("unknown %s %q; there are %s", what, name, strings.Join(names, ", "))
}

func sortedKeys(values map[string]any) []string {
	var names []string
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// firstLine returns the first line of an error's text: the parsers draw
// excerpts below it.
func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// Reads reports whether the configuration lets the file at path be read. A
// relative path is relative to the working directory.
func (c *Config) Reads(path string) bool {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return true
	}
	relative, err := filepath.Rel(c.Dir, absolute)
	if err != nil {
		return true
	}
	relative = filepath.ToSlash(relative)
	return (c.Include.Empty() || c.Include.Match(relative)) && !c.Exclude.Match(relative)
}

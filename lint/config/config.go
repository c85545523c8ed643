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
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/internal/ioerror"
	"kustoconn/internal/pathname"
	"kustoconn/internal/regular"
	"kustoconn/internal/vocabulary"
	"kustoconn/placeholder"
	"kustoconn/schema"
)

// Config is what a configuration file says. The zero Config is that of an
// empty file.
type Config struct {
	// Dir is the directory of the file; patterns and paths are relative to it.
	Dir string

	Settings // for all files

	Include, Exclude Patterns
	Baseline         string // path; empty for none
	// Overrides hold for the files that they name, a later one before an
	// earlier.
	Overrides []Override
}

// Settings say how strings are judged. Where a field is zero the file does not
// say.
type Settings struct {
	Select, Ignore []string // rules, as validate.Options takes them
	Severities     map[diag.Code]diag.Severity
	Level          diag.Severity // the least that is shown
	FailOn         diag.Severity

	TrustedHosts []endpoint.MatchRule
	Login        string

	Placeholders *placeholder.Set // own patterns; nil for none

	Clients []schema.Client // the clients that strings have to work with
	MaxSize int64           // bytes
}

// Override is what holds for some files beside or before the other Settings.
type Override struct {
	Paths Patterns
	Settings
}

// names are the names of configuration files, in the order they are looked
// for in a directory.
var names = []string{".kustoconn.yaml", ".kustoconn.yml", ".kustoconn.toml"}

// Find returns the path of the configuration file for dir: .kustoconn.yaml,
// .kustoconn.yml or .kustoconn.toml in dir or the nearest directory above it; ""
// where there is none. Two in one directory are an error, because one of them
// would be ignored, and so is a link that leads out of the directory: whose the
// file is that is read shall not be for those to say who wrote the tree.
func Find(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		var found []string
		for _, name := range names {
			info, err := os.Stat(filepath.Join(dir, name))
			switch {
			case err == nil && info.Mode().IsRegular():
				if !regular.IsWithin(dir, filepath.Join(dir, name)) {
					return "", fmt.Errorf("%s is a link that leads out of its directory; --config names such a file", name)
				}
				found = append(found, name)
			case err != nil && !errors.Is(err, fs.ErrNotExist):
				return "", ioerror.New(ioerror.Finding, "the configuration", err)
			}
		}
		switch {
		case len(found) == 1:
			return filepath.Join(dir, found[0]), nil
		case len(found) > 1:
			return "", fmt.Errorf("%s holds both %s and %s", pathname.Shown(dir, "the directory"), found[0], found[1])
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// Load reads the configuration file at path. Its errors about the contents are
// those of Parse.
func Load(path string) (*Config, error) {
	data, err := readLimited(path)
	if err != nil {
		return nil, ioerror.New(ioerror.Reading, "the configuration "+pathname.Shown(path, "file"), err)
	}
	dir, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	c, err := Parse(path, data)
	if err != nil {
		return nil, err
	}
	c.Dir = dir
	return c, nil
}

// Parse reads the text of a configuration file, which is TOML where name ends
// in .toml and YAML otherwise. All that is wrong with it is in the error, each
// with name, line and column (columns in UTF-16 code units) in front; an unknown
// key is an error with a suggestion.
func Parse(name string, data []byte) (*Config, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	shown := pathname.Shown(name, "the configuration")
	if err := checkLimits(data); err != nil {
		return nil, fmt.Errorf("%s: %w", shown, err)
	}
	values := map[string]any{}
	form := syntaxOf(name)
	if err := form.unmarshal(data, &values); err != nil {
		at, message := syntaxError(data, err)
		return nil, fmt.Errorf("%s:%s not a valid configuration: %s", shown, at, message)
	}
	c := &Config{}
	var wrong []located
	for _, key := range sortedKeys(values) {
		if err := c.set(key, values[key]); err != nil {
			wrong = append(wrong, located{err: err, name: key})
		}
	}
	return c, joined(shown, wrong, form.locate, data)
}

// located is an error about the key with a name.
type located struct {
	err  error
	name string
	at   position
}

// joined returns the errors as one, on one line and in the order of the file;
// nil where there are none.
func joined(file string, wrong []located, locate func([]byte) positions, data []byte) error {
	if len(wrong) == 0 {
		return nil
	}
	where := locate(data)
	for i := range wrong {
		wrong[i].at = where.of(wrong[i].name, wrong[i].err)
	}
	slices.SortStableFunc(wrong, func(a, b located) int {
		return cmp.Or(cmp.Compare(a.at.line, b.at.line), cmp.Compare(a.at.column, b.at.column))
	})
	var texts []string
	for _, w := range wrong {
		texts = append(texts, fmt.Sprintf("%s:%s %v", file, w.at, w.err))
	}
	return errors.New(strings.Join(texts, "; "))
}

func (c *Config) set(name string, value any) error {
	k := keyNamed(name)
	if k == nil {
		return unknown("key", name, keyNames())
	}
	if err := k.take(c, value); err != nil {
		return fmt.Errorf("key %q: %w", k.name, err)
	}
	return nil
}

// unknown is the error for a name that is none of names. It does not repeat the
// name, which may be anything.
func unknown(what, name string, names []string) error {
	if near, ok := vocabulary.SuggestFrom(name, names); ok {
		return fmt.Errorf("unknown %s; did you mean %q?", what, near)
	}
	return fmt.Errorf("unknown %s; there are %s", what, strings.Join(names, ", "))
}

func sortedKeys(values map[string]any) []string {
	var names []string
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Reads reports whether the configuration lets the file at path be read: where
// the file is named by the user, include does not count. A relative path is
// relative to the working directory.
func (c *Config) Reads(path string, named bool) bool {
	relative, ok := c.relative(path)
	return !ok || (named || c.Include.empty() || c.Include.Match(relative)) && !c.Exclude.Match(relative)
}

// For returns the overrides that hold for the file at path, by their number, in
// order. A relative path is relative to the working directory.
func (c *Config) For(path string) (numbers []int) {
	if len(c.Overrides) == 0 {
		return nil
	}
	relative, ok := c.relative(path)
	for i := range c.Overrides {
		if ok && c.Overrides[i].Paths.Match(relative) {
			numbers = append(numbers, i)
		}
	}
	return numbers
}

// relative returns path as the patterns have it.
func (c *Config) relative(path string) (string, bool) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return "", false
	}
	relative, err := filepath.Rel(c.Dir, absolute)
	if err != nil {
		return "", false
	}
	return filepath.ToSlash(relative), true
}

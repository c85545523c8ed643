package config

import (
	"errors"
	"fmt"
	"strings"
)

// position is a line and a column in a configuration file, both from 1; the
// zero position is none. Columns count UTF-16 code units.
type position struct{ line, column int }

// String returns "line:column:", or nothing for no position.
func (p position) String() string {
	if p.line == 0 {
		return ""
	}
	return fmt.Sprintf("%d:%d:", p.line, p.column)
}

// subkeyError is an error about a key within a key.
type subkeyError struct {
	name string
	err  error
}

func (e *subkeyError) Error() string { return e.err.Error() }
func (e *subkeyError) Unwrap() error { return e.err }

// syntax is a form that a configuration is written in.
type syntax struct {
	unmarshal func(data []byte, v any) error
	locate    func(data []byte) positions // of a text that was read without an error
}

// positions holds where keys stand by their paths, names joined by NUL.
type positions map[string]position

func keyPath(names ...string) string { return strings.Join(names, "\x00") }

// of returns where the key with a name stands, or the one within it that err
// is about.
func (p positions) of(name string, err error) position {
	var sub *subkeyError
	if errors.As(err, &sub) {
		if at, ok := p[keyPath(name, sub.name)]; ok {
			return at
		}
	}
	return p[keyPath(name)]
}

// reason words what a parser of YAML or TOML says.
func reason(message string) string {
	switch {
	case strings.Contains(message, " already "):
		return "a key that is given already"
	case strings.Contains(message, "where mapping is expected"):
		return "keys and their values are expected"
	case strings.Contains(message, "find alias"):
		return "an alias of what has no anchor"
	}
	return "a syntax error"
}

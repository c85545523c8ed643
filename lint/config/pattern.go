package config

import (
	"fmt"
	"path"
	"strings"
)

// Patterns selects paths. The zero Patterns selects none.
//
// A pattern without a slash, but for one at its end, matches a name at any
// depth; any other matches a path from the configuration's directory. "*" and
// "?" match within a name, "**" any number of names. What matches a directory
// matches all that is in it. Source: gitignore, without negation.
type Patterns struct {
	list [][]string // the names of each pattern
}

// NewPatterns returns the patterns. The error gives the number of the one that
// is none, or that can select nothing: one that begins with "!" or leads out of
// the directory.
func NewPatterns(patterns []string) (Patterns, error) {
	var p Patterns
	for i, pattern := range patterns {
		if !matches(globPattern(), pattern) {
			return Patterns{}, fmt.Errorf("item %d: %s", i+1, globTrouble(pattern))
		}
		names := strings.Split(strings.Trim(path.Clean("/"+pattern), "/"), "/")
		if !strings.Contains(strings.TrimRight(pattern, "/"), "/") {
			names = append([]string{"**"}, names...)
		}
		for _, name := range names {
			if _, err := path.Match(name, ""); err != nil || name == "" {
				return Patterns{}, fmt.Errorf("item %d: %s", i+1, globTrouble(pattern))
			}
		}
		p.list = append(p.list, names)
	}
	return p, nil
}

// globTrouble says what is wrong with a pattern.
func globTrouble(pattern string) string {
	switch {
	case strings.HasPrefix(pattern, "!"):
		return `a pattern that begins with "!" selects nothing: there is no negation`
	case strings.Contains(pattern, ".."):
		return `a pattern with ".." selects nothing: patterns do not lead out of the configuration's directory`
	}
	return "not a pattern: write names with / between them, and *, ?, [a-z] or ** in place of others"
}

// empty reports whether there are no patterns.
func (p Patterns) empty() bool { return len(p.list) == 0 }

// Match reports whether a pattern matches the file, or a directory that it is
// in. The path is relative to the configuration's directory, with forward
// slashes. The cost is the product of the names in the patterns and in the
// path.
func (p Patterns) Match(file string) bool {
	names := strings.Split(file, "/")
	for _, pattern := range p.list {
		if matchNames(pattern, names) {
			return true
		}
	}
	return false
}

// matchNames reports whether pattern matches names or the first of them. It
// advances a set of states through the names, so that no number of "**" makes
// it slow.
func matchNames(pattern, names []string) bool {
	at := make([]bool, len(pattern)+1)
	at[0] = true
	skipStars(pattern, at)
	for _, name := range names {
		next := make([]bool, len(pattern)+1)
		for i, live := range at[:len(pattern)] {
			switch {
			case !live:
			case pattern[i] == "**":
				next[i] = true
				next[len(pattern)] = next[len(pattern)] || i == len(pattern)-1
			default:
				ok, _ := path.Match(pattern[i], name)
				next[i+1] = next[i+1] || ok
			}
		}
		skipStars(pattern, next)
		if next[len(pattern)] {
			return true
		}
		at = next
	}
	return false
}

// skipStars lets each "**" but a last one match no name at all: a last one
// matches what is in the directory before it.
func skipStars(pattern []string, at []bool) {
	for i, name := range pattern[:len(pattern)-1] {
		if name == "**" && at[i] {
			at[i+1] = true
		}
	}
}

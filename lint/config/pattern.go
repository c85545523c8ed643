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

// newPatterns returns the patterns, or an error that names the one that is
// none.
func newPatterns(patterns []string) (Patterns, error) {
	var p Patterns
	for _, pattern := range patterns {
		names := strings.Split(strings.Trim(path.Clean("/"+pattern), "/"), "/")
		if !strings.Contains(strings.TrimRight(pattern, "/"), "/") {
			names = append([]string{"**"}, names...)
		}
		for _, name := range names {
			if _, err := path.Match(name, ""); err != nil || name == "" {
				return Patterns{}, fmt.Errorf("%q is not a pattern", pattern)
			}
		}
		p.list = append(p.list, names)
	}
	return p, nil
}

// empty reports whether there are no patterns.
func (p Patterns) empty() bool { return len(p.list) == 0 }

// match reports whether a pattern matches the file, or a directory that it is
// in. The path is relative to the configuration's directory, with forward
// slashes. The cost is the product of the names in the patterns and in the
// path.
func (p Patterns) match(file string) bool {
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

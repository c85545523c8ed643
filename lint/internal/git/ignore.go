package git

import (
	"os"
	"path/filepath"
	"strings"

	"kustoconn/internal/regular"
)

// Bounds of a file of patterns. What is beyond them does not count, so that more
// is read and nothing is hidden: each file of a tree is tried by each pattern
// that is no plain name.
const (
	maxRules     = 16 << 20 // bytes
	maxWildcards = 2000     // patterns that more than one name may match
	maxPattern   = 4096     // bytes of one
)

// ruleFile is the patterns of one file of them.
type ruleFile struct {
	base  string // the folder that they start from, with a slash at its end; "" for the top
	rules []rule // those that match by more than equality, in the order of the file
	// literals are the others, by their pattern: with a slash in front where it is
	// a path, and one at its end where it matches folders only. The last counts.
	literals map[string]literal
}

// rule is one pattern that more than one name or path may match.
type rule struct {
	pattern  string
	literal  int // how much of the pattern stands for itself
	line     int
	negated  bool
	isFolder bool // it matches folders only
	isName   bool // it matches the name at the end of a path
	suffix   bool // it is "*" and a literal
}

// literal is a pattern that one name or path matches.
type literal struct {
	line    int
	negated bool
}

// parseRules reads the patterns of a file. Source: gitignore(5), and what
// parse_path_pattern in dir.c of git does.
func parseRules(base, text string, fold bool) *ruleFile {
	f := &ruleFile{base: base, literals: map[string]literal{}}
	number := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		number++
		line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
		if line = trimBlanks(line); line == "" || line[0] == '#' {
			continue
		}
		if fold {
			line = lower(line)
		}
		f.add(line, number)
	}
	return f
}

func (f *ruleFile) add(line string, number int) {
	r := rule{line: number}
	if line[0] == '!' {
		r.negated, line = true, line[1:]
	}
	if strings.HasSuffix(line, "/") {
		r.isFolder, line = true, line[:len(line)-1]
	}
	r.isName = !strings.Contains(line, "/")
	r.pattern = strings.TrimPrefix(line, "/")
	r.literal = strings.IndexAny(r.pattern, `*?[\`)
	switch {
	case r.pattern == "" || len(r.pattern) > maxPattern:
	case r.literal >= 0 && len(f.rules) == maxWildcards:
	case r.literal >= 0:
		r.suffix = r.isName && r.pattern[0] == '*' && !strings.ContainsAny(r.pattern[1:], `*?[\`)
		f.rules = append(f.rules, r)
	default:
		f.literals[literalKey(r.pattern, r.isName, r.isFolder)] = literal{number, r.negated}
	}
}

func literalKey(pattern string, isName, isFolder bool) string {
	if !isName {
		pattern = "/" + pattern
	}
	if isFolder {
		pattern += "/"
	}
	return pattern
}

// trimBlanks takes blanks off the end of a line, but for one that a backslash
// escapes.
func trimBlanks(line string) string {
	for strings.HasSuffix(line, " ") {
		before := strings.TrimRight(line, " ")
		slashes := len(before) - len(strings.TrimRight(before, `\`))
		if slashes%2 == 1 {
			return before + " "
		}
		line = before
	}
	return line
}

func lower(text string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, text)
}

// decides reports what the last of the rules that match a path says of it; ok is
// false where none matches.
func (f *ruleFile) decides(path string, isFolder bool) (ignored, ok bool) {
	relative, below := strings.CutPrefix(path, f.base)
	if !below {
		return false, false
	}
	name := relative[strings.LastIndexByte(relative, '/')+1:]
	last := literal{}
	look := func(key string) {
		if l, ok := f.literals[key]; ok && l.line > last.line {
			last = l
		}
	}
	if len(f.literals) > 0 {
		look(name)
		look(literalKey(relative, false, false))
		if isFolder {
			look(literalKey(name, true, true))
			look(literalKey(relative, false, true))
		}
	}
	for i := len(f.rules) - 1; i >= 0 && f.rules[i].line > last.line; i-- {
		if r := &f.rules[i]; r.matches(relative, name, isFolder) {
			return !r.negated, true
		}
	}
	ok = last.line > 0
	return ok && !last.negated, ok
}

func (r *rule) matches(path, name string, isFolder bool) bool {
	switch {
	case r.isFolder && !isFolder:
		return false
	case r.suffix:
		return strings.HasSuffix(name, r.pattern[1:])
	case r.isName:
		return wildmatch(r.pattern, name, true)
	case !strings.HasPrefix(path, r.pattern[:r.literal]):
		return false
	}
	// What follows the literal start is matched for itself: two stars there
	// count as if a slash stood before them.
	return wildmatch(r.pattern[r.literal:], path[r.literal:], false)
}

// generalRules returns the patterns that hold for the whole work tree, the
// strongest first: those of the repository, then the user's.
func (r *Repository) generalRules() []*ruleFile {
	r.rulesOnce.Do(func() {
		r.addRules(filepath.Join(r.common, "info", "exclude"))
		if name := r.excludesFile(); name != "" {
			r.addRules(name)
		}
	})
	return r.rules
}

func (r *Repository) addRules(name string) {
	if data, err := regular.ReadFile(name, maxRules); err == nil {
		r.rules = append(r.rules, parseRules("", string(data), r.folds()))
	}
}

// excludesFile returns the file that core.excludesFile names: the repository's
// own, the user's, the machine's, or the usual one.
func (r *Repository) excludesFile() string {
	const key = "core.excludesfile"
	home, _ := os.UserHomeDir()
	other := os.Getenv("XDG_CONFIG_HOME")
	if other == "" && home != "" {
		other = filepath.Join(home, ".config")
	}
	all := settings{}
	all.read("/etc/gitconfig", true, 0)
	if other != "" {
		all.read(filepath.Join(other, "git", "config"), true, 0)
	}
	if home != "" {
		all.read(filepath.Join(home, ".gitconfig"), true, 0)
	}
	name, ok := r.settings[key]
	if !ok {
		name, ok = all[key]
	}
	switch {
	case ok && name == "":
		return ""
	case ok && filepath.IsAbs(expandHome(name)):
		return expandHome(name)
	case ok:
		return filepath.Join(r.top, name)
	case other != "":
		return filepath.Join(other, "git", "ignore")
	}
	return ""
}

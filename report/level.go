package report

import (
	"fmt"
	"strings"

	"kustoconn/diag"
)

// maxOfOneCode is how many findings of one code a report shows of one string,
// so that a broken generator's output does not bury the rest.
const maxOfOneCode = 100

// Left counts the findings that a report leaves out.
type Left struct {
	Warnings    int // below the level
	Information int // likewise
	More        int // of a code that one string has more than a hundred findings of

	more counts // those of More
}

// Select returns the findings that a report of a level shows, in their order:
// those at least as severe as level, and of one code a hundred a string. A zero
// level is information. The others are counted.
func Select(findings []Finding, level diag.Severity) ([]Finding, Left) {
	s := newSelection(level)
	shown := make([]Finding, 0, len(findings))
	for i := range findings {
		f := &findings[i]
		if s.shows(&f.Diagnostic, f.File, f.String) {
			shown = append(shown, *f)
		}
	}
	return shown, s.left
}

// SelectOf is Select for what was found in one string. Where that is very much,
// findings need not be made of what no report shows.
func SelectOf(found diag.List, level diag.Severity) (diag.List, Left) {
	s := newSelection(level)
	var shown diag.List
	for i := range found {
		if s.shows(&found[i], nil, 1) {
			shown = append(shown, found[i])
		}
	}
	return shown, s.left
}

// selection is Select at work.
type selection struct {
	level diag.Severity
	seen  map[kind]int
	left  Left
}

// kind is a code in one string.
type kind struct {
	file *File
	text int
	code diag.Code
}

func newSelection(level diag.Severity) selection {
	return selection{level: level, seen: map[kind]int{}}
}

// shows reports whether a report shows d, and counts it where not.
func (s *selection) shows(d *diag.Diagnostic, file *File, text int) bool {
	if !d.Severity.AtLeast(s.level) {
		if d.Severity == diag.Warning {
			s.left.Warnings++
		} else {
			s.left.Information++
		}
		return false
	}
	if text > 0 {
		k := kind{file, text, d.Code}
		if s.seen[k]++; s.seen[k] > maxOfOneCode {
			s.left.More++
			s.left.more.add(d)
			return false
		}
	}
	return true
}

// Plus returns the sum of both.
func (l Left) Plus(m Left) Left {
	return Left{l.Warnings + m.Warnings, l.Information + m.Information, l.More + m.More, l.more.sum(m.more)}
}

// String says what is left out and how to see it, such as "3 informations,
// shown with --level information"; empty where nothing is.
func (l Left) String() string {
	var list []string
	if below := counted(l.Warnings, "warning", "warnings") + counted(l.Information, "information", "informations"); len(below) > 0 {
		level := diag.Information
		if l.Information == 0 {
			level = diag.Warning
		}
		list = append(list, fmt.Sprintf("%s, shown with --level %s", strings.TrimPrefix(below, ", "), level))
	}
	if l.More > 0 {
		list = append(list, fmt.Sprintf("%d more of a rule that reports over %d times in one string", l.More, maxOfOneCode))
	}
	return strings.Join(list, "; ")
}

// counted returns ", n things", and nothing for none.
func counted(n int, one, many string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return ", 1 " + one
	}
	return fmt.Sprintf(", %d %s", n, many)
}

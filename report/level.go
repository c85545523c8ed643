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
}

// Select returns the findings that a report of a level shows, in their order:
// those at least as severe as level, and of one code a hundred a string. A zero
// level is information. The others are counted.
func Select(findings []Finding, level diag.Severity) ([]Finding, Left) {
	type kind struct {
		file *File
		text int
		code diag.Code
	}
	var left Left
	shown := make([]Finding, 0, len(findings))
	seen := map[kind]int{}
	for i := range findings {
		f := &findings[i]
		if d := &f.Diagnostic; !d.Severity.AtLeast(level) {
			if d.Severity == diag.Warning {
				left.Warnings++
			} else {
				left.Information++
			}
			continue
		}
		if f.String > 0 {
			k := kind{f.File, f.String, f.Diagnostic.Code}
			if seen[k]++; seen[k] > maxOfOneCode {
				left.More++
				continue
			}
		}
		shown = append(shown, *f)
	}
	return shown, left
}

// Plus returns the sum of both.
func (l Left) Plus(m Left) Left {
	return Left{l.Warnings + m.Warnings, l.Information + m.Information, l.More + m.More}
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

package code

import "strings"

// stripsMargin reports whether a method of the name takes the margin off each line
// of a literal: blanks and a sign, | where no argument gives another.
func stripsMargin(method string) bool { return method == "stripMargin" || method == "trimMargin" }

// marginAt returns the sign that the arguments give, which text starts with.
func marginAt(text string) byte {
	const standard = '|'
	argument := strings.TrimLeft(text[:min(len(text), len(`("|`))], "(")
	if len(argument) == len(text[:min(len(text), len(`("|`))])-1 && len(argument) == 2 && strings.IndexByte("\"'", argument[0]) >= 0 {
		return argument[1]
	}
	return standard
}

package recognize

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/placeholder"
	"kustoconn/schema"
)

// looksLikePair reports whether a pair may be one of a text that is a string as
// a whole, and not a sentence or a program that a string stands in. id is the
// keyword's property, value that of the pair as far as no semicolon is missing in it.
func (e *evidence) looksLikePair(s *ast.Segment, value string, id schema.ID, first bool) bool {
	if strings.ContainsAny(s.Keyword(), "\n\r") {
		return false
	}
	if id == schema.None && first && !e.mayComeFirst(s.Keyword(), value) {
		return false
	}
	return s.Quote != 0 || looksLikeBareValue(value, id)
}

// mayComeFirst reports whether a string may begin with a pair whose keyword is
// unknown, and it is not what the string is assigned to.
func (e *evidence) mayComeFirst(keyword, value string) bool {
	if strings.ContainsAny(value, "=\n\r") {
		return false
	}
	if strings.Contains(value, "://") && !e.suggestions.isOurs(keyword) {
		return false
	}
	return isPhrase(keyword)
}

// beginsAtPlace reports whether a string begins amid a first pair whose keyword is nobody's, at
// the Data Source that a sentence leads to: opened the store with Data Source=…, or after
// key=7 with Data Source=…, with such pairs inside the value.
func beginsAtPlace(keyword string, inside []insidePair) bool {
	if len(inside) > 0 {
		return inside[0].id == schema.DataSource
	}
	start, ok := knownBefore(keyword, 0, len(keyword))
	if !ok || strings.Count(strings.TrimSpace(keyword[:start]), " ") == 0 {
		return false
	}
	id, _ := schema.Lookup(keyword[start:])
	return id == schema.DataSource
}

// looksLikeBareValue reports whether all of a value without quotes may be one
// of a property's, and not its end the beginning of a sentence.
func looksLikeBareValue(value string, id schema.ID) bool {
	if strings.ContainsAny(value, "\n\r") {
		return false
	}
	word, rest, more := strings.Cut(value, " ")
	switch {
	case !more:
		return true
	case strings.Contains(rest, "://"):
		return false
	case id != schema.None && schema.Get(id).Type == schema.TypeBool:
		return !strings.EqualFold(word, "true") && !strings.EqualFold(word, "false")
	case id == schema.DataSource:
		return !hasSpaceOutsidePlaceholders(value)
	}
	return true
}

// isPhrase reports whether an unknown keyword is words and nothing else.
func isPhrase(keyword string) bool {
	for i := 0; i < len(keyword); i++ {
		if c := keyword[i]; !isWordByte(c) && c != ' ' && c != '-' && c != '.' {
			return false
		}
	}
	return keyword != ""
}

// hasSpaceOutsidePlaceholders reports whether white space stands in value
// outside placeholders.
func hasSpaceOutsidePlaceholders(value string) bool {
	const space = " \t\n\r"
	if !strings.ContainsAny(value, space) {
		return false
	}
	at := 0
	for _, in := range placeholder.Find(value) {
		if strings.ContainsAny(value[at:in.Start], space) {
			return true
		}
		at = in.End
	}
	return strings.ContainsAny(value[at:], space)
}

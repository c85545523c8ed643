package code

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
)

// armExpression is the language of Azure Resource Manager's templates: function
// calls over literals in single quotes, which are doubled inside.
var armExpression = Language{token: func(r *reader) bool {
	if !r.Has("'") {
		return false
	}
	r.literal(armString, 1)
	return true
}}

var armString = literal.Form{End: "'", Doubled: true}

// IsTemplateExpression reports whether a value of a JSON file is an expression of
// an Azure Resource Manager template that puts a text together.
func IsTemplateExpression(value string) bool {
	if !strings.HasPrefix(value, "[") || strings.HasPrefix(value, "[[") || !strings.HasSuffix(value, "]") || !strings.Contains(value, "('") {
		return false
	}
	quoted := false
	for i := range len(value) {
		switch c := value[i]; {
		case c == '\'':
			quoted = !quoted
		case !quoted && (c == '=' || c == ';'):
			return false // of pairs, which stand in no expression
		}
	}
	return !quoted
}

// ReadTemplateExpression reads the literals of a value that is one, as the value
// puts them together.
func ReadTemplateExpression(value string) piece.File {
	r := newReader(value[:len(value)-len("]")], len("["), &armExpression)
	r.top().given = true
	return r.read()
}

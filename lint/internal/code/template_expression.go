package code

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// armExpression is the language of Azure Resource Manager's templates, and of the
// expressions of Azure Data Factory and Logic Apps: function calls over literals in
// single quotes, which are doubled inside.
var armExpression = Language{token: func(r *reader) bool {
	if !r.Has("'") {
		return false
	}
	r.literal(armString, 1)
	return true
}}

var armString = literal.Form{End: "'", Doubled: true}

// templateExpression returns the expression that a value of a JSON file is: of an Azure
// Resource Manager template, [f('x')], or of Azure Data Factory and Logic Apps,
// @f('x') or @{f('x')}. It is empty where the value is none.
func templateExpression(value string) source.Span {
	switch {
	case strings.HasPrefix(value, "[") && !strings.HasPrefix(value, "[[") && strings.HasSuffix(value, "]"),
		strings.HasPrefix(value, "@") && literal.WordEnd(value, 1) > 1 && strings.HasPrefix(value[literal.WordEnd(value, 1):], "(") && strings.HasSuffix(value, ")"):
		return source.Span{Start: 1, End: len(value)}
	case strings.HasPrefix(value, "@{") && strings.HasSuffix(value, "}"):
		return source.Span{Start: len("@{"), End: len(value)}
	}
	return source.Span{}
}

// IsTemplateExpression reports whether a value of a JSON file is an expression that
// puts a text together.
func IsTemplateExpression(value string) bool {
	if !strings.Contains(value, "('") || templateExpression(value).Empty() {
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
	r := newReader(value, templateExpression(value).Start, &armExpression)
	r.top().given = true
	return r.read()
}

package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// groovy is Groovy.
var groovy = Language{
	Name: "groovy", lineEndVerb: "%n", Aliases: []string{"gradle"}, Extensions: []string{".gradle", ".groovy"}, Files: []string{"jenkinsfile"},
	lineComments: []string{"//"}, comments: slashComments, token: groovyToken,
	literals: []literalStart{
		{`$/`, groovyDollarSlashy},
		{tripleQuote, quotedLines(tripleQuote, &groovyEscapes, literal.DollarHoles)}, {`'''`, quotedLines(`'''`, &groovyEscapes, nil)},
		{`"`, quoted(`"`, &groovyEscapes, literal.DollarHoles)}, {`'`, quoted(`'`, &groovyEscapes, nil)},
	},
	operandEnds: true,
}

var (
	groovyEscapes = escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\$$b\bf\fn\nr\rs t\t", Octal: 1, U: true, ManyU: true, Continuation: escape.ContinueLine,
	}
	groovySlashy = literal.Form{
		End: "/", Escapes: &escape.Table{Lead: '\\', Simple: "//"}, Multiline: true, LineEnds: literal.LineEndsKept, Holes: literal.DollarHoles,
		Own: &literal.Own{Next: nothingOwn, Escape: groovyEscapeSlashy},
	}
	groovyDollarSlashy = literal.Form{
		End: "/$", Escapes: &escape.Table{Lead: '$', Simple: "$$//"}, Special: "/", Multiline: true, LineEnds: literal.LineEndsKept, Holes: literal.DollarHoles,
	}
)

// groovyEscapeSlashy writes into a slashy literal, whose one escape is \/.
func groovyEscapeSlashy(s string) (string, bool) {
	return strings.ReplaceAll(s, "/", `\/`), !strings.ContainsAny(s, "\\$\r\n") && s[0] != '*'
}

// groovyToken reads a slashy literal, which stands where a regular expression
// does in JavaScript.
func groovyToken(r *reader) bool {
	if r.Text[r.Pos] != '/' || r.Has("//") || r.Has("/*") || !r.opensExpression() || r.expressionEnd(false) == 0 {
		return false
	}
	r.literal(groovySlashy, 1)
	return true
}

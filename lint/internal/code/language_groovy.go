package code

import (
	"kustoconn/lint/internal/escape"
	"kustoconn/lint/internal/literal"
)

// groovy is Groovy.
var groovy = Language{
	Name: "groovy", Aliases: []string{"gradle"}, Extensions: []string{".gradle", ".groovy"}, Files: []string{"jenkinsfile"},
	lineComments: []string{"//"}, comments: slashComments,
	literals: []literalStart{
		{tripleQuote, quotedLines(tripleQuote, &groovyEscapes, literal.DollarHoles)}, {`'''`, quotedLines(`'''`, &groovyEscapes, nil)},
		{`"`, quoted(`"`, &groovyEscapes, literal.DollarHoles)}, {`'`, quoted(`'`, &groovyEscapes, nil)},
	},
	operandEnds: true,
}

var groovyEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\$$b\bf\fn\nr\rs t\t", Octal: 1, U: true, ManyU: true, Continuation: escape.ContinueLine,
}

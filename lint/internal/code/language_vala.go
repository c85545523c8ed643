package code

import (
	"kustoconn/lint/internal/literal"
)

// vala is Vala.
var vala = Language{
	Name: "vala", Extensions: []string{".vala", ".vapi"},
	lineComments: []string{"//"}, comments: slashComments,
	literals: []literalStart{
		{tripleQuote, verbatimLines(tripleQuote)}, {`@"`, valaTemplate},
		{`"`, quoted(`"`, &cEscapes, nil)}, {`'`, literal.Form{End: `'`, Escapes: &cEscapes, Fixed: true}},
	},
}

var valaTemplate = literal.Form{
	End: `"`, Escapes: &cEscapes, Special: `"`, Holes: &literal.Holes{Opening: "$(", Closing: ')', Name: literal.DollarName, Doubled: "$"},
}

package code

import "kustoconn/lint/internal/literal"

// visualBasic is Visual Basic and VBScript.
var visualBasic = Language{
	Name: "vb", Aliases: []string{"vb.net", "vbnet"}, Extensions: []string{".bas", ".vb", ".vbs"},
	lineComments: []string{"'"},
	literals: []literalStart{
		{`$"`, withHoles(csharpVerbatim, literal.BracedHoles)}, {`"`, csharpVerbatim},
	},
	joins: []string{"&"}, operandEnds: true, underscore: true,
}

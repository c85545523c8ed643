package code

import (
	"kustoconn/internal/escape"
)

// solidity is Solidity.
var solidity = Language{
	Name: "solidity", Aliases: []string{"sol"}, Extensions: []string{".sol"},
	lineComments: []string{"//"}, comments: slashComments,
	literals: []literalStart{
		{`unicode"`, quoted(`"`, &solidityEscapes, nil)}, {`unicode'`, quoted(`'`, &solidityEscapes, nil)},
		{`"`, quoted(`"`, &solidityEscapes, nil)}, {`'`, quoted(`'`, &solidityEscapes, nil)},
	},
	adjacent: true,
}

var solidityEscapes = escape.Table{Lead: '\\', Simple: "''\"\"\\\\n\nr\rt\t", HexMin: 2, HexMax: 2, U: true, Continuation: escape.ContinueLine}

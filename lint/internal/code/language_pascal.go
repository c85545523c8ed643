package code

import (
	"kustoconn/lint/internal/literal"
)

// pascal is Pascal and Delphi: a literal is in single quotes, doubled in it.
var pascal = Language{
	Name: "pascal", Aliases: []string{"delphi", "objectpascal"}, Extensions: []string{".dpr", ".lpr", ".pas"},
	lineComments: []string{"//"}, comments: [][2]string{{"{", "}"}, {"(*", "*)"}},
	literals: []literalStart{{`'`, literal.Form{End: `'`, Doubled: true}}},
}

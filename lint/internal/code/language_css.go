package code

import (
	"kustoconn/internal/escape"
)

// style is CSS and what is written alike.
var style = Language{
	Name: "css", Aliases: []string{"less", "scss"}, Extensions: []string{".css", ".less", ".scss"},
	comments: slashComments,
	literals: []literalStart{{`"`, quoted(`"`, &styleEscapes, nil)}, {`'`, quoted(`'`, &styleEscapes, nil)}},
}

var styleEscapes = escape.Table{Lead: '\\', Simple: "''\"\"\\\\", Identity: true, Continuation: escape.ContinueLine}

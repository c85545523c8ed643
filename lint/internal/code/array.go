package code

import (
	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
)

// ReadArray reads the literals of a JSON array of strings, such as the command
// of a Dockerfile's instruction, that starts at an offset of text.
func ReadArray(text string, start int) piece.File { return readFrom(text, start, &array) }

var array = Language{token: func(r *reader) bool {
	if !r.Has(`"`) {
		return false
	}
	r.literal(arrayString, 1)
	return true
}}

var arrayString = literal.Form{End: `"`, Special: `"`, Escapes: &escape.Table{
	Lead: '\\', Simple: "\"\"\\\\//b\bf\fn\nr\rt\t", U: true,
}}

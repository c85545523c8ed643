package code

import (
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// ReadGo reads Go: interpreted and raw literals, in concatenations, and
// comments. It never fails and costs one pass.
//

// golang is Go: interpreted and raw literals, and comments.
//
// go/scanner would not do: it knows nothing of where the bytes of a value
// stand, and reads on after an error as if it had not been there.
var golang = Language{
	Name: "go", Aliases: []string{"golang"}, Extensions: []string{".go"},
	token: golangToken, typeAfterName: true, groups: []string{"const (", "var ("},
}

var (
	golangEscapes = escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\a\ab\bf\fn\nr\rt\tv\v",
		HexMin: 2, HexMax: 2, Octal: 3, U: true, LongU: true, Bytes: true,
	}
	golangInterpreted = literal.Form{End: `"`, Escapes: &golangEscapes, Special: `"`}
	golangRaw         = literal.Form{End: "`", Multiline: true, LineEnds: literal.LineEndsNoCRs}
	golangRune        = literal.Form{End: `'`, Escapes: &golangEscapes, Fixed: true}
)

func golangToken(r *reader) bool {
	switch r.Text[r.Pos] {
	case '/':
		return r.SlashComment(false)
	case '"':
		r.literal(golangInterpreted, 1)
	case '`':
		if !golangTag(r) {
			r.literal(golangRaw, 1)
		}
	case '\'':
		return r.character(golangRune)
	default:
		return false
	}
	return true
}

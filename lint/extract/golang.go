package extract

// ReadGo reads Go: interpreted and raw literals, in concatenations, and
// comments. It never fails and costs one pass.
//
// It does not use go/scanner, which knows nothing of where the bytes of a
// value stand, and which reads on after an error as if it had not been there.
func ReadGo(text string) File { return readCode(text, &golang) }

var golang = codeLanguage{token: golangToken, typeAfterName: true}

var (
	golangEscapes = literalEscapes{
		lead: '\\', simple: "''\"\"\\\\a\ab\bf\fn\nr\rt\tv\v",
		hexMin: 2, hexMax: 2, octal: 3, u: true, longU: true, bytes: true,
	}
	golangInterpreted = literalForm{end: `"`, escapes: &golangEscapes, special: `"`}
	golangRaw         = literalForm{end: "`", multiline: true, lineEnds: lineEndsNoCRs}
	golangRune        = literalForm{end: `'`, escapes: &golangEscapes, fixed: true}
)

func golangToken(r *codeReader) bool {
	switch r.text[r.pos] {
	case '/':
		return r.slashComment(false)
	case '"':
		r.literal(golangInterpreted, 1)
	case '`':
		r.literal(golangRaw, 1)
	case '\'':
		return r.character(golangRune)
	default:
		return false
	}
	return true
}

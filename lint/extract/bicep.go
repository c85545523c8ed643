package extract

// ReadBicep reads Bicep: literals with interpolation, multi-line literals and
// comments. It never fails and costs one pass.
func ReadBicep(text string) File { return readCode(text, &bicep) }

var bicep = codeLanguage{token: bicepToken, typeAfterName: true}

var (
	bicepEscapes   = literalEscapes{lead: '\\', simple: `''\\$$` + "n\nr\rt\t", braced: true}
	bicepString    = literalForm{end: `'`, escapes: &bicepEscapes, special: `'$`, holes: dollarBracedHoles}
	bicepMultiline = literalForm{end: `'''`, multiline: true, lineEnds: lineEndsKept, greedy: true}
)

func bicepToken(r *codeReader) bool {
	switch r.text[r.pos] {
	case '/':
		return r.slashComment(false)
	case '\'':
		if !r.has("'''") {
			r.literal(bicepString, 1)
			return true
		}
		r.literal(bicepMultiline, 3+bicepFirstLine(r.text[r.pos+3:]))
	default:
		return false
	}
	return true
}

// bicepFirstLine returns the length of the line end right after the quotes of
// a multi-line literal, which is dropped.
func bicepFirstLine(text string) int {
	switch {
	case len(text) > 0 && text[0] == '\n':
		return 1
	case len(text) > 1 && text[:2] == "\r\n":
		return 2
	}
	return 0
}

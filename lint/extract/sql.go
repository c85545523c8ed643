package extract

import "strings"

// ReadSQL reads SQL: literals in single quotes, quoted identifiers (which some
// dialects use for strings), concatenations with + and ||, and comments. Text
// that looks like Kusto's query language is read as that. It never fails and
// costs one pass.
func ReadSQL(text string) File {
	if isKQL(text) {
		return ReadKQL(text)
	}
	return readCode(text, &sql)
}

// ReadKQL reads the Kusto Query Language: literals with escapes, verbatim,
// obfuscated and multi-line ones, adjacent literals (which are one), and
// comments. It never fails and costs one pass.
func ReadKQL(text string) File { return readCode(text, &kql) }

var (
	sql = codeLanguage{token: sqlToken, wordBytes: "@#$", joins: []string{"||"}, adjacent: true}
	kql = codeLanguage{token: kqlToken, adjacent: true}
)

var (
	sqlString     = literalForm{end: `'`, doubled: true, multiline: true, lineEnds: lineEndsKept}
	sqlIdentifier = literalForm{end: `"`, doubled: true, multiline: true, lineEnds: lineEndsKept}

	kqlEscapes = literalEscapes{
		lead: '\\', simple: "''\"\"\\\\a\ab\bf\fn\nr\rt\tv\v",
		hexMin: 2, hexMax: 2, u: true, longU: true,
	}
)

func sqlToken(r *codeReader) bool {
	switch {
	case r.has("--"):
		r.lineComment(2)
	case r.has("/*"):
		r.blockComment("/*", "*/", true)
	case r.has("'"):
		r.literal(sqlString, 1)
	case r.has(`"`):
		r.literal(sqlIdentifier, 1)
	case r.has("N'"), r.has("n'"):
		r.literal(sqlString, 2)
	default:
		return false
	}
	return true
}

func kqlToken(r *codeReader) bool {
	if r.has("//") {
		r.lineComment(2)
		return true
	}
	n := 0
	if c := r.text[r.pos]; c == 'h' || c == 'H' {
		n = 1
	}
	verbatim := r.peek(n) == '@'
	if verbatim {
		n++
	}
	rest := r.text[r.pos+n:]
	switch {
	case strings.HasPrefix(rest, "```"), strings.HasPrefix(rest, "~~~"):
		r.literal(literalForm{end: rest[:3], multiline: true, lineEnds: lineEndsKept}, n+3)
	case strings.HasPrefix(rest, `"`), strings.HasPrefix(rest, `'`):
		form := literalForm{end: rest[:1], escapes: &kqlEscapes, special: rest[:1]}
		if verbatim {
			form = literalForm{end: rest[:1], doubled: true}
		}
		r.literal(form, n+1)
	default:
		return false
	}
	return true
}

// isKQL reports whether what stands before the first quote is as only Kusto's
// queries and commands are.
func isKQL(text string) bool {
	if n := strings.IndexAny(text, `'"`); n >= 0 {
		text = text[:n]
	}
	if strings.Contains(text, "| ") || strings.HasSuffix(text, "@") {
		return true
	}
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimLeft(line, " \t")
		if strings.HasPrefix(line, "//") || strings.HasPrefix(line, "let ") ||
			len(line) > 1 && line[0] == '.' && isWordByte(line[1]) && !isDigit(line[1]) {
			return true
		}
	}
	return false
}

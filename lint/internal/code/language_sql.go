package code

import (
	"strings"

	"kustoconn/lint/internal/escape"
	"kustoconn/lint/internal/literal"
)

// sql is SQL: literals in single quotes, quoted identifiers (which some dialects
// use for strings) and comments. Text that looks like Kusto's query language is
// read as that.
var sql = Language{
	Name: "sql", Aliases: []string{"sqlserver", "t-sql", "tsql"}, Extensions: []string{".sql"},
	token: sqlToken, wordBytes: "@#$", joins: []string{"||"}, adjacent: true, other: sqlOther,
}

// kql is the Kusto Query Language: literals with escapes, verbatim, obfuscated
// and multi-line ones, adjacent literals (which are one), and comments.
var kql = Language{
	Name: "kql", Aliases: []string{"kusto"}, Extensions: []string{".csl", ".kql"},
	token: kqlToken, adjacent: true,
}

var (
	sqlString     = literal.Form{End: `'`, Doubled: true, Multiline: true, LineEnds: literal.LineEndsKept}
	sqlIdentifier = literal.Form{End: `"`, Doubled: true, Multiline: true, LineEnds: literal.LineEndsKept}

	kqlEscapes = escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\a\ab\bf\fn\nr\rt\tv\v",
		HexMin: 2, HexMax: 2, U: true, LongU: true,
	}
)

func sqlToken(r *reader) bool {
	switch {
	case r.Has("--"):
		r.LineComment(2)
	case r.Has("/*"):
		r.BlockComment("/*", "*/", true)
	case r.Has("'"):
		r.literal(sqlString, 1)
	case r.Has(`"`):
		r.literal(sqlIdentifier, 1)
	case r.Has("N'"), r.Has("n'"):
		r.literal(sqlString, 2)
	default:
		return false
	}
	return true
}

func kqlToken(r *reader) bool {
	if r.Has("//") {
		r.LineComment(2)
		return true
	}
	n := 0
	if c := r.Text[r.Pos]; c == 'h' || c == 'H' {
		n = 1
	}
	verbatim := r.Peek(n) == '@'
	if verbatim {
		n++
	}
	rest := r.Text[r.Pos+n:]
	switch {
	case strings.HasPrefix(rest, "```"), strings.HasPrefix(rest, "~~~"):
		r.literal(literal.Form{End: rest[:3], Multiline: true, LineEnds: literal.LineEndsKept}, n+3)
	case strings.HasPrefix(rest, `"`), strings.HasPrefix(rest, `'`):
		form := literal.Form{End: rest[:1], Escapes: &kqlEscapes, Special: rest[:1]}
		if verbatim {
			form = literal.Form{End: rest[:1], Doubled: true}
		}
		r.literal(form, n+1)
	default:
		return false
	}
	return true
}

// sqlOther returns KQL for what looks like it.
func sqlOther(text string) *Language {
	if isKQL(text) {
		return &kql
	}
	return nil
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
			len(line) > 1 && line[0] == '.' && literal.IsWordByte(line[1]) && !literal.IsDigit(line[1]) {
			return true
		}
	}
	return false
}

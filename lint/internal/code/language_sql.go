package code

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// sql is SQL: literals in single quotes, quoted identifiers (which some dialects
// use for strings) and comments. Text that looks like Kusto's query language is
// read as that.
var sql = Language{
	Name: "sql", Aliases: []string{"sqlserver", "t-sql", "tsql"}, Extensions: []string{".sql"},
	token: sqlToken, wordBytes: "@#$", joins: []string{"||"}, adjacent: true, other: sqlOther,
}

var (
	sqlString = literal.Form{End: `'`, Doubled: true, Multiline: true, LineEnds: literal.LineEndsKept}
	// sqlEscaped is E'…' of PostgreSQL.
	sqlEscaped    = literal.Form{End: `'`, Escapes: &sqlEscapes, Special: `'`, Doubled: true, Multiline: true, LineEnds: literal.LineEndsKept}
	sqlIdentifier = literal.Form{End: `"`, Doubled: true, Multiline: true, LineEnds: literal.LineEndsKept}
)

var sqlEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\b\bf\fn\nr\rt\t", HexMin: 1, HexMax: 2, Octal: 1, U: true, LongU: true, Bytes: true, Identity: true,
}

func sqlToken(r *reader) bool {
	switch {
	case r.Pos == 0 || r.Before() == '\n':
		end, _ := source.LineEnd(r.Text, r.Pos)
		body := strings.TrimLeft(r.Text[r.Pos:end], " \t")
		if !isBareString(body) {
			return sqlPlace(r)
		}
		r.bareLine(body, end)
		return true
	}
	return sqlPlace(r)
}

// sqlPlace reads a comment or a literal.
func sqlPlace(r *reader) bool {
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
	case r.Has("E'"), r.Has("e'"):
		r.literal(sqlEscaped, 2)
	case r.Has("$"):
		return sqlDollars(r)
	default:
		return false
	}
	return true
}

// sqlDollars reads $$…$$ or $tag$…$tag$ of PostgreSQL where it stands on one
// line. A longer one holds the code of a function, whose literals are read.
func sqlDollars(r *reader) bool {
	n := literal.WordEnd(r.Text[:min(len(r.Text), r.Pos+maxDelimiter)], r.Pos+1) - r.Pos
	if r.Peek(n) != '$' || literal.IsWordByte(r.Before()) || n > 1 && ascii.IsDigit(r.Peek(1)) {
		return false
	}
	tag := r.Text[r.Pos : r.Pos+n+1]
	if r.Pos >= r.divides {
		const longest = 1 << 12
		start := r.Pos + len(tag)
		line, _ := source.LineEnd(r.Text[:min(len(r.Text), start+longest)], start)
		content, _, closed := strings.Cut(r.Text[start:line], tag)
		if closed && (!strings.Contains(content, "'") || isBareString(content)) {
			r.literal(literal.Form{End: tag, Own: &sqlDollarRules}, len(tag))
			return true
		}
		r.divides = line // no literal opens before
	}
	r.Pos += len(tag)
	r.operator()
	return true
}

var sqlDollarRules = literal.Own{Next: nothingOwn, Escape: refuseAny("$'\r\n")}

// sqlOther returns KQL for what looks like it.
func sqlOther(text string) *Language {
	if isKQL(text) {
		return &kql
	}
	return nil
}

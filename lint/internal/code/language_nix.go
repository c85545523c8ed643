package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// nix is Nix.
var nix = Language{
	Name: "nix", Extensions: []string{".nix"},
	lineComments: []string{"#"}, comments: slashComments, token: nixToken,
	delimited: []delimited{belowOpening("''", nixLines)},
	literals:  []literalStart{{`"`, quotedLines(`"`, &nixEscapes, literal.DollarBracedHoles)}},
	wordBytes: "-", spaced: "[", applied: true,
}

// nixToken reads the mark before what an argument is where it is not given: { key ? "…" }.
func nixToken(r *reader) bool {
	if !r.Has("? ") {
		return false
	}
	r.assign(false)
	r.Pos++
	return true
}

var (
	nixEscapes = escape.Table{Lead: '\\', Simple: "\"\"\\\\$$n\nr\rt\t", Identity: true}
	nixLines   = literal.Form{
		End: "''", Multiline: true, LineEnds: literal.LineEndsKept, Layout: literal.LayoutShared, Holes: literal.DollarBracedHoles,
		Own: &literal.Own{Next: nixNext, Escape: nixEscape},
	}
)

// nixNext reads the escapes of an indented literal, which two quotes lead.
func nixNext(text string, pos int) literal.Token {
	rest := text[pos:]
	switch {
	case strings.HasPrefix(rest, "$$"):
		return literal.Token{Kind: literal.Verbatim, Len: 2}
	case !strings.HasPrefix(rest, "''"):
		return literal.Token{}
	case strings.HasPrefix(rest, "''$"):
		return literal.Token{Kind: literal.Escape, Len: 3, Text: "$"}
	case strings.HasPrefix(rest, "'''"):
		return literal.Token{Kind: literal.Escape, Len: 3, Text: "''"}
	case strings.HasPrefix(rest, `''\`):
		decoded, n, _ := nixEscapes.Read(text, pos+2)
		return literal.Token{Kind: literal.Escape, Len: 2 + n, Text: decoded}
	}
	return literal.Token{Kind: literal.End, Len: 2}
}

// nixEscape writes into an indented literal what no text around it can change.
func nixEscape(s string) (string, bool) {
	if strings.ContainsAny(s, "\r\n") || strings.HasPrefix(s, "'") || strings.HasSuffix(s, "'") ||
		strings.HasPrefix(s, "{") || strings.HasPrefix(s, "$") || strings.HasPrefix(s, `\`) || strings.HasSuffix(s, "$") ||
		s != strings.Trim(s, " \t") || strings.Contains(s, "$$") || strings.Contains(s, "'${") {
		return "", false
	}
	return strings.NewReplacer("''", "'''", "${", "''${").Replace(s), true
}

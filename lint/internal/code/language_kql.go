package code

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/internal/vocabulary"
	"kustoconn/lint/internal/literal"
	"kustoconn/schema"
	"kustoconn/source"
)

// kql is the Kusto Query Language: literals with escapes, verbatim, obfuscated
// and multi-line ones, adjacent literals (which are one), and comments. The
// directives of its tools, such as #connect, and lines that are no query but a
// connection string, are Plain.
var kql = Language{
	Name: "kql", Aliases: []string{"csl", "kusto"}, Extensions: []string{".csl", ".kql", ".kusto"},
	token: kqlToken, adjacent: true,
}

var kqlEscapes = escape.Table{
	Lead: '\\', Simple: "''\"\"\\\\a\ab\bf\fn\nr\rt\tv\v",
	HexMin: 2, HexMax: 2, U: true, LongU: true,
}

func kqlToken(r *reader) bool {
	if kqlLine(r) {
		return true
	}
	if r.Has("//") {
		if r.afterScheme() {
			r.Pos += len("//")
		} else {
			r.LineComment(2)
		}
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

// kqlLine keeps a line that is no query, from the directive that starts it on.
func kqlLine(r *reader) bool {
	if r.Pos > 0 && r.Before() != '\n' {
		return false
	}
	end, _ := source.LineEnd(r.Text, r.Pos)
	line := r.Text[r.Pos:end]
	body := strings.TrimLeft(line, " \t")
	if directive, ok := strings.CutPrefix(body, "#"); ok {
		body = strings.TrimLeft(directive[literal.WordEnd(directive, 0):], " \t")
	} else if !isBareString(body) {
		return false
	}
	r.bareLine(body, end)
	return true
}

// bareLine keeps the end of a line, which stands before an offset, as running text.
func (r *reader) bareLine(body string, end int) {
	r.separator()
	if body != "" {
		p := piece.Verbatim(piece.Plain, r.Text, source.Span{Start: end - len(body), End: end})
		p.Escape = escape.NotBesideLineBreak(escape.InLine)
		r.Keep(p)
	}
	r.Pos = end
}

// isBareString reports whether a line starts as a connection string does, which
// no query can: with a URI, or with a keyword, which may be a secret's misspelt, and
// an equals sign before a semicolon that another pair follows.
func isBareString(line string) bool {
	if strings.HasPrefix(line, "https://") || strings.HasPrefix(line, "http://") {
		return true
	}
	name, rest, ok := strings.Cut(line, "=")
	if !ok || len(name) > maxDelimiter {
		return false
	}
	if _, rest, ok = strings.Cut(rest, ";"); !ok || !strings.Contains(rest, "=") {
		return false
	}
	_, known := schema.Lookup(strings.TrimSpace(name))
	return known || strings.Trim(name, wordsOfKeywords) == "" && vocabulary.LooksLikeCredential(name)
}

// wordsOfKeywords are the characters of keywords.
const wordsOfKeywords = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _-"

// isKQL reports whether what stands before the first quote, or the first dollar
// sign, which quotes in other dialects, is as only Kusto's queries and commands are.
func isKQL(text string) bool {
	if n := strings.IndexAny(text, `'"$`); n >= 0 {
		text = text[:n]
	}
	if strings.Contains(text, "| ") || strings.HasSuffix(text, "@") {
		return true
	}
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimLeft(line, " \t")
		if strings.HasPrefix(line, "//") || strings.HasPrefix(line, "let ") ||
			len(line) > 1 && line[0] == '.' && literal.IsWordByte(line[1]) && !ascii.IsDigit(line[1]) {
			return true
		}
	}
	return false
}

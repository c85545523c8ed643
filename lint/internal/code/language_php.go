package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// php is PHP. Of the text around it the lines that could hold a string are
// kept.
var php = Language{
	Name: "php", Extensions: []string{".php", ".phtml"}, Interpreters: []string{"php"},
	lineComments: []string{"//", "#"}, comments: slashComments, token: phpToken,
	literals: []literalStart{
		{`"`, quotedLines(`"`, &phpEscapes, &phpHoles)},
		{`'`, quotedLines(`'`, &quoteEscapes, nil)},
	},
	wordBytes: "$", joins: []string{"."},
}

var phpEscapes = escape.Table{
	Lead: '\\', Simple: "\"\"\\\\$$e\x1bf\fn\nr\rt\tv\v",
	HexMin: 1, HexMax: 2, Octal: 1, Braced: true,
}

// {$code} is a hole between two braces, which read as one placeholder.
var phpHoles = literal.Holes{Opening: "${", Closing: '}', Name: phpName}

func phpToken(r *reader) bool {
	switch {
	case r.Pos == 0 && strings.Contains(r.Text, "<?"), r.Has("?>"):
		n := strings.Index(r.Text[r.Pos:], "<?")
		r.separator()
		if n < 0 {
			r.Pos = len(r.Text)
			return true
		}
		r.Pos += n + len("<?")
		if r.Has("php") {
			r.Pos += len("php")
		}
		return true
	case r.Has("#["):
		r.Pos++ // of an attribute
		return true
	case r.Has("<<<"):
		return phpHereDocument(r)
	}
	return false
}

// phpHereDocument reads a heredoc, or a nowdoc.
func phpHereDocument(r *reader) bool {
	tag, single, n := hereTag(r.Text, r.Pos, "<<<", "")
	if n == 0 {
		return false
	}
	form := literal.Form{End: tag, OwnLine: true, Multiline: true, LineEnds: literal.LineEndsKept, Layout: literal.LayoutShared}
	if !single {
		form.Escapes, form.Special, form.Holes = &phpEscapes, "$", &phpHoles
	}
	r.hereDocument(n, form)
	return true
}

// phpName returns the length of the $name at pos, with the one property or index that
// may follow it, or 0; between braces, of all the code in them.
func phpName(text string, pos int) int {
	n := literal.DollarName(text, pos)
	if n == 0 {
		return 0
	}
	rest := text[pos+n : min(len(text), pos+n+literal.MaxHole)]
	switch end := strings.IndexAny(rest, "]\"'\r\n"); {
	case pos > 0 && text[pos-1] == '{':
		if end = strings.IndexAny(rest, "{}\r\n"); end > 0 && rest[end] == '}' {
			n += end
		}
	case strings.HasPrefix(rest, "->"):
		n = literal.WordEnd(text, pos+n+len("->")) - pos
	case strings.HasPrefix(rest, "[") && end > 0 && rest[end] == ']':
		n += end + 1
	}
	return n
}

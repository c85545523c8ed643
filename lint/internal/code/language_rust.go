package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
)

// rust is Rust: string, byte string and raw literals, and comments; the
// placeholders of format! stay as they are.
var rust = Language{
	Name: "rust", Aliases: []string{"rs"}, Extensions: []string{".rs"},
	token: rustToken, captures: true,
}

var (
	rustEscapes = escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\n\nr\rt\t0\x00",
		HexMin: 2, HexMax: 2, Braced: true, Continuation: escape.ContinueUnspace,
	}
	rustByteEscapes = escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\n\nr\rt\t0\x00",
		HexMin: 2, HexMax: 2, Bytes: true, ASCII: true, Continuation: escape.ContinueUnspace,
	}
	rustString     = literal.Form{End: `"`, Escapes: &rustEscapes, Special: `"`, Multiline: true, LineEnds: literal.LineEndsLF}
	rustByteString = literal.Form{End: `"`, Escapes: &rustByteEscapes, Special: `"`, Multiline: true, LineEnds: literal.LineEndsLF}
)

func rustToken(r *reader) bool {
	c := r.Text[r.Pos]
	switch {
	case c == '/':
		return r.SlashComment(true)
	case c == '\'':
		return rustQuote(r)
	case c == '"':
		r.literal(rustString, 1)
	case c == 'r' || c == 'b' || c == 'c':
		return rustPrefixed(r)
	default:
		return false
	}
	return true
}

// rustQuote reads a character or a lifetime.
func rustQuote(r *reader) bool {
	end := literal.WordEnd(r.Text, r.Pos+1)
	if r.Peek(1) == '\\' || end < len(r.Text) && r.Text[end] == '\'' || end == r.Pos+1 {
		return r.character(literal.Form{End: `'`, Escapes: &rustEscapes, Fixed: true})
	}
	r.Pos = end
	return true
}

// rustPrefixed reads r"…", r#"…"#, b"…", br"…", c"…" and cr"…".
func rustPrefixed(r *reader) bool {
	n := 0
	for n < 2 && strings.IndexByte("rbc", r.Peek(n)) >= 0 && r.Peek(n) != 0 {
		n++
	}
	raw := r.Peek(n-1) == 'r'
	hashes := 0
	if raw {
		hashes = literal.RunLength(r.Text, r.Pos+n, '#')
	}
	if r.Peek(n+hashes) != '"' {
		return false
	}
	switch {
	case raw:
		form := literal.Form{End: `"` + strings.Repeat("#", hashes), Multiline: true, LineEnds: literal.LineEndsLF}
		r.literal(form, n+hashes+1)
	case r.Text[r.Pos] == 'b':
		r.literal(rustByteString, n+1)
	default:
		r.literal(rustString, n+1)
	}
	return true
}

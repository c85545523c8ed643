package extract

import "strings"

// ReadRust reads Rust: string, byte string and raw literals, concatenations
// and comments; the placeholders of format! stay as they are. It never fails
// and costs one pass.
func ReadRust(text string) File { return readCode(text, &rust) }

var rust = codeLanguage{token: rustToken}

var (
	rustEscapes = literalEscapes{
		lead: '\\', simple: "''\"\"\\\\n\nr\rt\t0\x00",
		hexMin: 2, hexMax: 2, braced: true, continuation: continueUnspace,
	}
	rustByteEscapes = literalEscapes{
		lead: '\\', simple: "''\"\"\\\\n\nr\rt\t0\x00",
		hexMin: 2, hexMax: 2, bytes: true, ascii: true, continuation: continueUnspace,
	}
	rustString     = literalForm{end: `"`, escapes: &rustEscapes, special: `"`, multiline: true, lineEnds: lineEndsLF}
	rustByteString = literalForm{end: `"`, escapes: &rustByteEscapes, special: `"`, multiline: true, lineEnds: lineEndsLF}
)

func rustToken(r *codeReader) bool {
	c := r.text[r.pos]
	switch {
	case c == '/':
		return r.slashComment(true)
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
func rustQuote(r *codeReader) bool {
	end := wordEnd(r.text, r.pos+1)
	if r.peek(1) == '\\' || end < len(r.text) && r.text[end] == '\'' || end == r.pos+1 {
		return r.character(literalForm{end: `'`, escapes: &rustEscapes, fixed: true})
	}
	r.pos = end
	return true
}

// rustPrefixed reads r"…", r#"…"#, b"…", br"…", c"…" and cr"…".
func rustPrefixed(r *codeReader) bool {
	n := 0
	for n < 2 && strings.IndexByte("rbc", r.peek(n)) >= 0 && r.peek(n) != 0 {
		n++
	}
	raw := r.peek(n-1) == 'r'
	hashes := 0
	if raw {
		hashes = runLength(r.text, r.pos+n, '#')
	}
	if r.peek(n+hashes) != '"' {
		return false
	}
	switch {
	case raw:
		form := literalForm{end: `"` + strings.Repeat("#", hashes), multiline: true, lineEnds: lineEndsLF}
		r.literal(form, n+hashes+1)
	case r.text[r.pos] == 'b':
		r.literal(rustByteString, n+1)
	default:
		r.literal(rustString, n+1)
	}
	return true
}

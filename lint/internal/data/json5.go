package data

import (
	"strconv"
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// readJSON5 reads what JSON5 adds to JSON with comments: strings in single quotes,
// lines continued in strings, keys without quotes, and numbers. ok is false where
// text is not of that form. Source: json5.org, specification 1.0.0. Linear in text.
func readJSON5(text string) (f piece.File, ok bool) {
	r := json5Reader{text: text}
	if !r.space() || !r.value() || !r.space() || r.pos < len(text) {
		return piece.File{}, false
	}
	return r.out, true
}

type json5Reader struct {
	text    string
	pos     int
	depth   int // how many brackets are open
	path    piece.KeyPath
	keySpan source.Span
	out     piece.File
}

// space passes over white space and comments; it reports false where a comment
// is not closed.
func (r *json5Reader) space() bool {
	for r.pos < len(r.text) {
		rest := r.text[r.pos:]
		if n := len(rest) - len(strings.TrimLeft(rest, " \t\r\n\v\f\u00a0\u2028\u2029\ufeff")); n > 0 {
			r.pos += n
			continue
		}
		end := commentEnd(r.text, r.pos)
		if end == r.pos {
			return true
		}
		if rest[1] == '*' && (end-r.pos < len("/**/") || !strings.HasSuffix(r.text[:end], "*/")) {
			return false
		}
		r.out.Pieces = appendSlashComments(r.out.Pieces, r.text, r.pos, end)
		r.pos = end
	}
	return true
}

// value reads the value at pos with all that is in it.
func (r *json5Reader) value() bool {
	if r.pos >= len(r.text) || r.depth >= maxDepth {
		return false
	}
	switch c := r.text[r.pos]; c {
	case '{', '[':
		r.depth++
		defer func() { r.depth-- }()
		return r.members(c)
	case '"', '\'':
		p, ok := r.quoted()
		if ok {
			p.Key, p.KeySpan = r.path.String(), r.keySpan
			r.out.Pieces = append(r.out.Pieces, p)
		}
		return ok
	}
	word := r.word()
	if word.Empty() {
		return false
	}
	if word.Slice(r.text) == "null" {
		return true
	}
	p := piece.Verbatim(piece.Value, r.text, word)
	p.Escape, p.Key, p.KeySpan = escape.Refuse, r.path.String(), r.keySpan
	r.out.Pieces = append(r.out.Pieces, p)
	return true
}

// members reads an object's or an array's members and its closing bracket.
func (r *json5Reader) members(open byte) bool {
	closing := map[byte]byte{'{': '}', '[': ']'}[open]
	outer := r.keySpan
	for index := 0; ; index++ {
		if r.pos++; !r.space() || r.pos >= len(r.text) {
			return false
		}
		if r.text[r.pos] == closing {
			r.pos++
			return true
		}
		name := strconv.Itoa(index)
		r.keySpan = outer
		if open == '{' {
			var ok bool
			if name, ok = r.key(); !ok {
				return false
			}
		}
		r.path = append(r.path, name)
		ok := r.value() && r.space()
		r.path = r.path[:len(r.path)-1]
		if !ok || r.pos >= len(r.text) {
			return false
		}
		if r.text[r.pos] == closing {
			r.pos++
			return true
		}
		if r.text[r.pos] != ',' {
			return false
		}
	}
}

// key reads a member's name and its colon.
func (r *json5Reader) key() (name string, ok bool) {
	if c := r.text[r.pos]; c == '"' || c == '\'' {
		p, ok := r.quoted()
		if !ok {
			return "", false
		}
		name, r.keySpan = p.Text, p.Span()
		r.out.Pieces = appendKey(r.out.Pieces, p)
	} else {
		r.keySpan = r.word()
		name = r.keySpan.Slice(r.text)
	}
	if name == "" && r.keySpan.Empty() || !r.space() || r.pos >= len(r.text) || r.text[r.pos] != ':' {
		return "", false
	}
	r.pos++
	return name, r.space()
}

// word passes over a name, a number or a constant.
func (r *json5Reader) word() source.Span {
	start := r.pos
	for r.pos < len(r.text) {
		c := r.text[r.pos]
		if c < 0x80 && !ascii.IsLetter(c) && (c < '0' || c > '9') && strings.IndexByte("_$+-.", c) < 0 {
			break
		}
		r.pos++
	}
	return source.Span{Start: start, End: r.pos}
}

// json5Escapes are those of strings; what has no meaning stands for itself.
var json5Escapes = escape.Table{
	Lead: '\\', Simple: "\"\"''\\\\//b\bf\fn\nr\rt\tv\v0\x00", HexMin: 2, HexMax: 2, U: true, Identity: true, Continuation: escape.ContinueLine,
}

// quoted reads the string at pos.
func (r *json5Reader) quoted() (p piece.Piece, ok bool) {
	quote := r.text[r.pos : r.pos+1]
	stop := endOfQuoted(r.text, r.pos)
	if stop < 0 {
		return p, false
	}
	inner := source.Span{Start: r.pos + 1, End: stop}
	r.pos = stop + 1
	var b piece.Builder
	fault := false // a line end that no backslash takes away, or a number without its digits
	escape.Unescape(&b, r.text, inner, "\\\r\n", func(rest string) (string, int) {
		if rest[0] != '\\' {
			fault = true
			return "", 0
		}
		if n := source.LineBreak(rest, 1); n > 0 {
			return "", 1 + n
		}
		text, n, _ := json5Escapes.Read(rest, 0)
		fault = fault || n == 2 && len(rest) > 1 && (rest[1] == 'u' || rest[1] == 'x')
		return text, n
	})
	p = b.Piece(piece.Value)
	p.Escape = func(s string) (string, bool) {
		if escape.HasControl(s) {
			return "", false
		}
		return json5Escapes.Write(s, quote, false)
	}
	return p, !fault
}

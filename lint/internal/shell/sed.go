package shell

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// substitution cuts a word that is a sed or Perl substitution (s/pattern/text/g)
// into its pattern and its text; a word that is none gives nil.
func substitution(p piece.Piece) []piece.Piece {
	text := p.Text
	at := len(text) - len(strings.TrimLeft(text, "0123456789,$ "))
	if at+1 >= len(text) || text[at] != 's' {
		return nil
	}
	delimiter := text[at+1]
	if literal.IsWordByte(delimiter) || delimiter <= ' ' || strings.IndexByte("\\-.;'\"", delimiter) >= 0 {
		return nil
	}
	var parts []piece.Piece
	from := at + 2
	closing, paired := closings[delimiter]
	if !paired {
		closing = delimiter
	}
	for i := range 2 {
		if paired && i == 1 { // s{pattern} {text}
			from += len(text[from:]) - len(strings.TrimLeft(text[from:], " "))
			if from >= len(text) || text[from] != delimiter {
				return nil
			}
			from++
		}
		end := delimiterAt(text, from, closing)
		if end < 0 {
			return nil
		}
		if from < end {
			parts = append(parts, substituted(p, source.Span{Start: from, End: end}, closing))
		}
		from = end + 1
	}
	if flags := text[from:]; strings.TrimLeft(flags, "0123456789gipeImMswx") != "" && !strings.HasPrefix(strings.TrimLeft(flags, "gI"), ";") {
		return nil
	}
	return parts
}

// closings are the delimiters of Perl that come in pairs.
var closings = map[byte]byte{'{': '}', '(': ')', '[': ']', '<': '>'}

// delimiterAt returns where the delimiter stands that no backslash precedes, or -1.
func delimiterAt(text string, from int, delimiter byte) int {
	for i := from; i < len(text); i++ {
		switch text[i] {
		case delimiter:
			return i
		case '\\':
			i++
		}
	}
	return -1
}

// substituted returns the part of p at span, unescaped.
func substituted(p piece.Piece, span source.Span, delimiter byte) piece.Piece {
	escapes := escape.Table{Lead: '\\', Simple: string([]byte{delimiter, delimiter}) + `\\&&..??`}
	cut := p.Cut(span)
	if len(cut.Holes) == 0 {
		var b piece.Builder
		escape.Unescape(&b, p.Text, span, `\`, escapes.Reader())
		cut = b.Piece(p.Kind).Through(piece.Piece{Map: p.Map})
	}
	cut.Key, cut.KeySpan = p.Key, p.KeySpan
	outer := p.Escape
	cut.Escape = func(s string) (string, bool) {
		if escape.HasControl(s) {
			return "", false
		}
		once, ok := escapes.Write(s, string([]byte{delimiter, '&'}), false)
		if !ok || outer == nil {
			return once, ok
		}
		return outer(once)
	}
	return cut
}

// attachedOption takes the option off a word that goes on with a quotation mark: -b"text",
// -execute:"text". It is the key of what follows.
func (r *reader) attachedOption() {
	f := r.now()
	parts := f.text.Parts()
	if f.named || f.key.Name != "" || len(parts) != 1 || parts[0].Kind != piece.Copied || f.styles != styleBare {
		return
	}
	span := parts[0].Span
	word := span.Slice(r.Text)
	name := strings.TrimSuffix(strings.TrimLeft(word, "-/"), ":")
	letter := len(name) == 1 && len(word) == 2
	option := strings.HasSuffix(word, ":") && len(name) > 1
	if word[0] != '-' && word[0] != '/' || !letter && !option || strings.Trim(name, wordCharacters+"-") != "" {
		return
	}
	at := span.Start + strings.Index(word, name)
	f.key, f.named = literal.Key{Name: name, Span: source.Span{Start: at, End: at + len(name)}}, true
	f.text.Reset()
	f.styles = 0
}

package endpoint

import (
	"unicode"
	"unicode/utf8"

	"kustoconn/internal/ascii"
	"kustoconn/source"
)

// where is a part of a URI, which decides what characters are at fault.
type where uint8

const (
	inScheme where = iota
	inUserinfo
	inHost
	inTail // path, query and fragment
)

// checkChars adds a fault for every run of characters that can't stand where
// they do. It says nothing of labels.
func (e *Endpoint) checkChars(start, end int, at where) {
	text := e.Text()
	for i := start; i < end; {
		c := text[i]
		if plain[c] {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:end])
		span := source.Span{Start: i, End: i + n}
		switch reason := charReason(r, n, at); reason {
		case 0:
		case QuoteMark, ByteOrderMark:
			e.badDelete(reason, span)
		case backslash:
			e.badReplace(reason, span, "/")
		case ideographicStop:
			e.badReplace(reason, span, ".")
		case fullWidth:
			if ascii := r - 0xFEE0; '!' <= ascii && ascii <= '~' {
				e.badReplace(reason, span, string(ascii))
			} else {
				e.bad(reason, span)
			}
		default:
			e.bad(reason, span)
		}
		i += n
	}
}

// plain holds the bytes that may stand anywhere in a URI.
var plain = ascii.Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./")

// regName holds the bytes of a reg-name of RFC 3986, unreserved and sub-delims,
// but for the single quotation mark.
var regName = ascii.Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&()*+,;=")

// charReason returns why the character r of n bytes can't stand at, or 0.
func charReason(r rune, n int, at where) Reason {
	switch {
	case r == utf8.RuneError && n == 1:
		return notUTF8
	case isQuote(r):
		return QuoteMark
	case r == '\uFEFF':
		return ByteOrderMark
	case r == '\\':
		return backslash
	case unicode.IsControl(r):
		return controlChar
	case at == inScheme || at == inTail:
		return 0
	case unicode.IsSpace(r):
		return whiteSpace
	case r == '\u3002' || r == '\uFF0E' || r == '\uFF61':
		return ideographicStop
	case 0xFF00 <= r && r <= 0xFFEF:
		return fullWidth
	case at == inUserinfo && r == '@':
		return extraAt
	case at == inUserinfo && (r == ':' || r == '%'):
		return 0
	case r == '%':
		return percentInHost
	case r < utf8.RuneSelf && regName[byte(r)]:
		return 0
	case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
		return 0
	}
	return badHostChar
}

// isQuote takes in the curly quotation marks of word processors.
func isQuote(r rune) bool {
	return r == '"' || r == '\'' || 0x2018 <= r && r <= 0x201F
}

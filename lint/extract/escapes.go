package extract

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"kustoconn/source"
)

// unescape appends file[span] to b, handing what starts with a byte of
// starters to escape: it returns the text written there and how many bytes
// write it, or 0 bytes where the starter stands for itself.
func unescape(b *Builder, file string, span source.Span, starters string, escape func(rest string) (text string, n int)) {
	if span.Empty() {
		b.Escape("", source.At(span.Start))
		return
	}
	plain := span.Start
	for i := span.Start; i < span.End; {
		k := strings.IndexAny(file[i:span.End], starters)
		if k < 0 {
			break
		}
		i += k
		text, n := escape(file[i:span.End])
		if n == 0 || file[i:i+n] == text {
			i += max(n, 1)
			continue
		}
		b.Copy(file, source.Span{Start: plain, End: i})
		b.Escape(text, source.Span{Start: i, End: i + n})
		i += n
		plain = i
	}
	b.Copy(file, source.Span{Start: plain, End: span.End})
}

// hexRune reads digits hexadecimal digits at the start of s as a code point.
func hexRune(s string, digits int) (rune, bool) {
	if len(s) < digits {
		return 0, false
	}
	n, err := strconv.ParseUint(s[:digits], 16, 32)
	return rune(n), err == nil && n <= utf8.MaxRune
}

// utf16Escape reads \uXXXX at the start of s, and the second half of a
// surrogate pair after it. Half a pair stands for U+FFFD.
func utf16Escape(s string) (text string, n int) {
	const size = len(`\uXXXX`)
	r, ok := hexRune(s[2:], 4)
	if !ok {
		return "", 0
	}
	if utf16.IsSurrogate(r) && len(s) >= 2*size && s[size] == '\\' && s[size+1] == 'u' {
		if low, ok := hexRune(s[size+2:], 4); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				return string(pair), 2 * size
			}
		}
	}
	return string(r), size
}

// hasControl reports whether s holds a control character or bytes that are no
// UTF-8, which few formats can write as they are.
func hasControl(s string) bool {
	for i, r := range s {
		if r < ' ' || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029 || r == 0xFEFF {
			return true
		}
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return true
			}
		}
	}
	return false
}

// escapeAs returns an Escape function that writes what replacer says and
// refuses control characters.
func escapeAs(replacer *strings.Replacer) func(string) (string, bool) {
	return func(s string) (string, bool) {
		if hasControl(s) {
			return "", false
		}
		return replacer.Replace(s), true
	}
}

// refuse is the Escape function of a piece that cannot be edited in part.
func refuse(string) (string, bool) { return "", false }

// escapeBackslash writes s for inside double quotes as JSON, TOML and YAML
// agree: \" \\ \n \r \t and \uXXXX. Bytes that are no UTF-8 are refused.
func escapeBackslash(s string) (string, bool) {
	if !utf8.ValidString(s) {
		return "", false
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case hasControl(string(r)):
			hex := strconv.FormatInt(int64(r), 16)
			b.WriteString(`\u` + strings.Repeat("0", 4-len(hex)) + hex)
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), true
}

package cli

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"kustoconn/report"
)

// What report.WriteJSON writes, byte for byte, and without the reflection of
// encoding/json: answers of the batch protocol are made by these (BenchmarkBatch).

// appendString appends s as a string of JSON, without escaping for HTML.
func appendString(out []byte, s string) []byte {
	out = append(out, '"')
	done := 0
	for at := 0; at < len(s); {
		if asItIs[s[at]] {
			at++
			continue
		}
		size, escaped := escapeOf(s[at:])
		if escaped != "" {
			out = append(out, s[done:at]...)
			out = append(out, escaped...)
			done = at + size
		}
		at += size
	}
	out = append(out, s[done:]...)
	return append(out, '"')
}

// asItIs holds the bytes that stand for themselves in a string.
var asItIs = func() (set [256]bool) {
	for c := byte(' '); c < unicode.MaxASCII; c++ {
		set[c] = c != '"' && c != '\\'
	}
	return set
}()

// escapeOf returns how many bytes the character that s starts with takes, and how
// it is written in a string; empty where as it stands.
func escapeOf(s string) (size int, escaped string) {
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '"':
		return size, `\"`
	case '\\':
		return size, `\\`
	case '\b':
		return size, `\b`
	case '\f':
		return size, `\f`
	case '\n':
		return size, `\n`
	case '\r':
		return size, `\r`
	case '\t':
		return size, `\t`
	case utf8.RuneError:
		if size == 1 {
			return size, `\ufffd`
		}
	}
	switch high, low := utf16.EncodeRune(r); {
	case r >= ' ' && r < unicode.MaxASCII || unicode.IsPrint(r):
		return size, ""
	case high != unicode.ReplacementChar:
		return size, fmt.Sprintf(`\u%04x\u%04x`, high, low)
	}
	return size, fmt.Sprintf(`\u%04x`, r)
}

// appendValue appends v, which encoding/json can write.
func appendValue(out []byte, v any) ([]byte, error) {
	switch v := v.(type) {
	case nil:
		return append(out, "null"...), nil
	case string:
		return appendString(out, v), nil
	case bool:
		return appendBool(out, v), nil
	}
	var b bytes.Buffer
	if err := report.WriteJSON(&b, v, ""); err != nil {
		return out, err
	}
	return append(out, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...), nil
}

func appendBool(out []byte, v bool) []byte {
	if v {
		return append(out, "true"...)
	}
	return append(out, "false"...)
}

// isPlainScalar reports whether raw, of a request, is a scalar that stands as it
// is in an answer: null, a boolean, a plain integer, or a string of printable ASCII
// without escapes.
func isPlainScalar(raw []byte) bool {
	switch string(raw) {
	case "null", "true", "false":
		return true
	}
	return isPlainInteger(raw) || isPlainString(raw) && !bytes.ContainsFunc(raw, func(r rune) bool { return r >= unicode.MaxASCII })
}

func isPlainInteger(raw []byte) bool {
	if len(raw) == 0 || raw[0] == '0' && len(raw) > 1 {
		return false
	}
	for _, c := range raw {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

func isPlainString(raw []byte) bool {
	if len(raw) < 2 || raw[0] != '"' || raw[len(raw)-1] != '"' {
		return false
	}
	for _, c := range raw[1 : len(raw)-1] {
		if c < ' ' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

package data

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode/utf8"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// MayEncode reports whether a file may be, or hold, a Kubernetes Secret, a value of
// which holds says yes of: what it says does not show in the file's bytes. It costs a
// search for two words, and where they stand a decoding of all that may be base64.
func MayEncode(file string, holds func(text string) bool) bool {
	return mayBeSecret(file) && holdsEncoded(file, holds)
}

// mayBeSecret reports whether the kind of a Secret stands in a file as a value may, near
// its key. It is no part of a longer name, as it is in much code; but the letter before
// it may end an escape.
func mayBeSecret(file string) bool {
	const secret, longestEscape, near = "Secret", len(`\u000a`), 80
	if !strings.Contains(file, "kind") {
		return false
	}
	for at := 0; ; {
		n := strings.Index(file[at:], secret)
		if n < 0 {
			return false
		}
		start := at + n
		at = start + len(secret)
		before := file[max(0, start-longestEscape):start]
		whole := (len(before) == 0 || !isNameByte(before[len(before)-1]) || strings.ContainsAny(before, `\%`)) && (at == len(file) || !isNameByte(file[at]))
		if whole && strings.Contains(file[max(0, start-near):start], "kind") {
			return true
		}
	}
}

// holdsEncoded reports whether holds says yes of a text that may be written in base64
// in file, be it over lines. It is asked about many of them at a time.
func holdsEncoded(file string, holds func(text string) bool) bool {
	const many = 1 << 16 // bytes
	var digits, decoded []byte
	for i := 0; i < len(file); i++ {
		switch c := file[i]; {
		case isBase64Digit(c):
			digits = append(digits, c)
			continue
		case c == '\n' || c == '\r':
			for i+1 < len(file) && (file[i+1] == ' ' || file[i+1] == '\t') {
				i++
			}
			continue
		case c == '\\' && i+1 < len(file) && strings.IndexByte("nr/\n\r", file[i+1]) >= 0: // a line end, or JSON's slash
			if file[i+1] == 'n' || file[i+1] == 'r' {
				i++
			}
			continue
		}
		decoded = appendDecoded(decoded, digits)
		digits = digits[:0]
		if len(decoded) >= many {
			if holds(string(decoded)) {
				return true
			}
			decoded = decoded[:0]
		}
	}
	return holds(string(appendDecoded(decoded, digits)))
}

// appendDecoded appends what digits of base64 say, from wherever a value may start
// among them, each followed by a line end.
func appendDecoded(decoded, digits []byte) []byte {
	const shortest = 6 // digits of the shortest keyword with its sign
	if len(digits) < shortest {
		return decoded
	}
	for start := range 4 {
		decoded, _ = base64.RawStdEncoding.AppendDecode(decoded, digits[start:])
		decoded = append(decoded, '\n')
	}
	return decoded
}

func isBase64Digit(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '+' || c == '/'
}

// isNameByte reports whether c is a letter or an underscore.
func isNameByte(c byte) bool { return c == '_' || 'a' <= c|0x20 && c|0x20 <= 'z' }

// decodeSecrets puts the texts in place of the base64 under data in the
// Kubernetes Secrets among the values of one document, also those in a list.
// What is under stringData is written as it is. Source: the Kubernetes API
// reference, Secret v1 core.
func decodeSecrets(pieces []piece.Piece) {
	var secrets []string // the keys of their data, with the dot behind
	for i := range pieces {
		p := &pieces[i]
		if parent, last := piece.SplitKey(p.Key); p.Kind == piece.Value && last == "kind" && p.Text == "Secret" {
			secrets = append(secrets, strings.TrimPrefix(parent+".data.", "."))
		}
	}
	if secrets == nil {
		return
	}
	isData := map[string]bool{}
	for _, s := range secrets {
		isData[s] = true
	}
	for i := range pieces {
		p := &pieces[i]
		if p.Kind != piece.Value || !isUnder(isData, p.Key) {
			continue
		}
		if decoded, ok := decodeBase64(p); ok {
			*p = decoded
		}
	}
}

// isUnder reports whether key starts with one of prefixes, which end in dots.
// The names in a Secret may hold dots themselves.
func isUnder(prefixes map[string]bool, key string) bool {
	for i := 0; i < len(key); i++ {
		if key[i] == '.' && prefixes[key[:i+1]] {
			return true
		}
	}
	return false
}

// decodeBase64 returns the text that p writes in base64; ok is false where it
// writes none.
func decodeBase64(p *piece.Piece) (decoded piece.Piece, ok bool) {
	encoded := strings.TrimRight(p.Text, "\r\n")
	data, err := base64.StdEncoding.DecodeString(encoded) // line ends are passed over
	if err != nil || len(data) == 0 || !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return piece.Piece{}, false
	}
	text, all := string(data), source.Span{End: len(encoded)}
	var b piece.Builder
	const group, digits = 3, 4 // bytes, and the digits that write them
	if !strings.Contains(text, "\n") || strings.ContainsAny(encoded, "\r\n") {
		b.Escape(text, all)
	} else {
		for i, at := 0, 0; i < len(text); i, at = i+group, at+digits {
			b.Escape(text[i:min(i+group, len(text))], source.Span{Start: at, End: at + digits})
		}
	}
	decoded = b.Piece(piece.Value)
	decoded.Replace = func(part source.Span, s string) (source.Span, string, bool) {
		return all, base64.StdEncoding.EncodeToString([]byte(text[:part.Start] + s + text[part.End:])), true
	}
	decoded = decoded.Through(*p)
	decoded.Key, decoded.KeySpan = p.Key, p.KeySpan
	return decoded, true
}

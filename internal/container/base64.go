package container

import (
	"encoding/base64"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// readBase64 reads base64 where a word before it says that it is. All of it stands
// for all of the text: it has no places of its own.
func readBase64(b *piece.Builder, text string, yield func(piece.Piece) bool) {
	if !mayBeBase64(text) {
		return
	}
	for _, marker := range base64Markers {
		for at := 0; ; {
			n := strings.Index(text[at:], marker)
			if n < 0 {
				break
			}
			at += n + len(marker)
			start, end := base64Word(text, at)
			if end == start {
				continue
			}
			decoded, ok := decode64(text[start:end])
			at = end
			if !ok {
				continue
			}
			b.Reset()
			b.Escape(decoded, source.Span{Start: start, End: end})
			if !yield(b.Piece(piece.Value)) {
				return
			}
		}
	}
}

// base64Markers are the words that say that base64 follows.
var base64Markers = []string{"base64", "Base64", "BASE64", "b64", "Basic "}

// MarksBase64 reports whether span of text holds a word behind which what follows may be read as base64, which is
// none with a blank.
func MarksBase64(text string, span source.Span) bool {
	if !strings.Contains(span.Slice(text), "64") {
		return false
	}
	for _, marker := range base64Markers {
		for at := span.Start; ; {
			n := strings.Index(text[at:span.End], marker)
			if n < 0 {
				break
			}
			at += n + len(marker)
			if start, end := base64Word(text, at); start < end {
				return true
			}
		}
	}
	return false
}

// mayBeBase64 reports whether a part of a marker stands in text.
func mayBeBase64(text string) bool {
	return strings.Contains(text, "64") || strings.Contains(text, "Basic ")
}

// base64Word returns the first word of the alphabet near behind a marker.
func base64Word(text string, at int) (start, end int) {
	const farthest, shortest = 32, 16
	for start = at; start < len(text) && start < at+farthest; start = end + 1 {
		end = start
		for end < len(text) && isBase64(text[end]) {
			end++
		}
		if end-start >= shortest {
			for end < len(text) && text[end] == '=' {
				end++
			}
			return start, end
		}
	}
	return at, at
}

func isBase64(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '+' || c == '/' || c == '-' || c == '_'
}

// decode64 decodes text by either alphabet, with or without padding.
func decode64(text string) (string, bool) {
	text = strings.TrimRight(text, "=")
	encoding := base64.RawStdEncoding
	if strings.ContainsAny(text, "-_") {
		encoding = base64.RawURLEncoding
	}
	decoded, err := encoding.DecodeString(text)
	return string(decoded), err == nil
}

package container

import (
	"encoding/base64"
	"iter"
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
	for word := range base64Words(text, len(text)) {
		decoded, ok := decode64(word.Slice(text))
		if !ok {
			continue
		}
		b.Reset()
		b.Escape(decoded, word)
		if !yield(b.Piece(piece.Value)) {
			return
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
	text = text[span.Start:]
	for range base64Words(text, span.Len()) {
		return true
	}
	return false
}

// base64Words walks over the words behind the markers that stand before limit, marker by marker.
func base64Words(text string, limit int) iter.Seq[source.Span] {
	return func(yield func(source.Span) bool) {
		for _, marker := range base64Markers {
			for at := 0; at < limit; {
				n := strings.Index(text[at:limit], marker)
				if n < 0 {
					break
				}
				at += n + len(marker)
				if start, end := base64Word(text, at); start < end {
					if !yield(source.Span{Start: start, End: end}) {
						return
					}
					at = end
				}
			}
		}
	}
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

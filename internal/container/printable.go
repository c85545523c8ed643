package container

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// readPrintable reads text in quoted-printable (RFC 2045): "=3D" and the like, and
// an equals sign at a line's end, which goes on in the next.
func readPrintable(b *piece.Builder, text string, yield func(piece.Piece) bool) {
	if !strings.Contains(text, "=3D") && !strings.Contains(text, "=3d") {
		return
	}
	b.Reset()
	plain := 0
	for at := 0; at < len(text); {
		n := strings.IndexByte(text[at:], '=')
		if n < 0 {
			break
		}
		at += n
		decoded, size := printable(text[at:])
		if size == 0 {
			at++
			continue
		}
		b.Copy(text, source.Span{Start: plain, End: at})
		if decoded != "" {
			b.Escape(decoded, source.Span{Start: at, End: at + size})
		}
		at += size
		plain = at
	}
	b.Copy(text, source.Span{Start: plain, End: len(text)})
	yield(b.Piece(piece.Plain))
}

// printable reads the encoded byte or soft line end that s starts with.
func printable(s string) (decoded string, size int) {
	switch {
	case strings.HasPrefix(s, "=\r\n"):
		return "", 3
	case strings.HasPrefix(s, "=\n"):
		return "", 2
	case len(s) >= 3:
		if c, ok := hexByte(s[1:3]); ok {
			return string([]byte{c}), 3
		}
	}
	return "", 0
}

// GoesOn reports whether the row of a container says that line, which ends with its
// line end, is one with the next: a soft line end of quoted-printable.
func GoesOn(line string) bool {
	const shortest = 60 // encoders break lines near 76 characters
	text := strings.TrimRight(line, "\r\n")
	if !strings.HasSuffix(text, "=") || len(text) == len(line) {
		return false
	}
	if strings.HasSuffix(text, "==") { // the end of base64
		return false
	}
	if strings.Contains(text, "=3D") || strings.Contains(text, "=3d") {
		return true
	}
	return len(text) >= shortest && len(text) <= 77 && !strings.Contains(text, mask) // with a mask it is not as long as it was
}

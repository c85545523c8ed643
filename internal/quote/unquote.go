package quote

import (
	"strings"

	"kustoconn/source"
)

// Undouble returns what is written between two quotation marks mark: each one
// inside is doubled there.
func Undouble(inside string, mark byte) string {
	return strings.ReplaceAll(inside, string([]byte{mark, mark}), string([]byte{mark}))
}

// UndoubleKeyword returns the keyword that is written with each '=' doubled.
func UndoubleKeyword(written string) string { return strings.ReplaceAll(written, "==", "=") }

// Locate turns a span in a value, in bytes, into the span in text that writes
// it, where inside is what text has between the quotation marks mark: those
// that are doubled make the two differ. It costs a pass over the value.
func Locate(text string, inside source.Span, mark byte, value source.Span) source.Span {
	out := source.At(inside.End)
	at := inside.Start
	for n := 0; at <= inside.End; n++ {
		if n == value.Start {
			out.Start = at
		}
		if n == value.End {
			out.End = at
			break
		}
		if at < inside.End && text[at] == mark {
			at++
		}
		at++
	}
	return out
}

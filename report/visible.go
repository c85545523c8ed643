package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// maxMarks is how many combining marks a character may carry before further
// ones are spelled out, so that a cell never stands for endless text.
const maxMarks = 8

// widths measures in terminal cells. It is the same in every locale, so that
// the same input gives the same output.
var widths = runewidth.Condition{StrictEmojiNeutral: true}

// glyph is what is shown for the first character of a text.
type glyph struct {
	shown string
	width int // in cells, at least 1
	size  int // in bytes of the text
}

// nextGlyph returns what is shown for the first character of text, which is
// not empty, with the combining marks on it. What is not printable (controls,
// escapes, bidirectional and other format characters, spaces that are not
// U+0020) is spelled out as <U+001B>, and an invalid byte as <0xFF>.
func nextGlyph(text string) glyph {
	r, n := utf8.DecodeRuneInString(text)
	switch {
	case r == utf8.RuneError && n == 1:
		return spelled(fmt.Sprintf("<0x%02X>", text[0]), n)
	case !unicode.IsPrint(r) || widths.RuneWidth(r) == 0:
		return spelled(fmt.Sprintf("<U+%04X>", r), n)
	}
	for range maxMarks {
		r, size := utf8.DecodeRuneInString(text[n:])
		if size == 0 || !unicode.IsPrint(r) || widths.RuneWidth(r) != 0 {
			break
		}
		n += size
	}
	return glyph{text[:n], max(1, widths.StringWidth(text[:n])), n}
}

func spelled(name string, size int) glyph { return glyph{name, len(name), size} }

// Visible returns text on one line, safe to print on a terminal: everything that
// is not printable is spelled out, as <U+001B>, and an invalid byte as <0xFF>. It
// masks nothing.
func Visible(text string) string {
	var b strings.Builder
	for len(text) > 0 {
		g := nextGlyph(text)
		b.WriteString(g.shown)
		text = text[g.size:]
	}
	return b.String()
}

// cut shortens text, which is visible, to the given number of cells.
func cut(text string, cells int) string {
	for at, width := 0, 0; at < len(text); {
		g := nextGlyph(text[at:])
		if width += g.width; width > cells {
			return text[:at] + ellipsis
		}
		at += g.size
	}
	return text
}

// ellipsis stands for what is left out; it is one cell wide.
const ellipsis = "…"

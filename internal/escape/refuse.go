package escape

import (
	"strings"
	"unicode/utf8"
)

// A Writer writes text as it must stand in some place of a file; ok is false
// where it cannot stand there.
type Writer = func(s string) (escaped string, ok bool)

// HasControl reports whether s holds a control character or bytes that are no
// UTF-8, which few formats can write as they are.
func HasControl(s string) bool {
	for i, r := range s {
		if isControl(r) || r == utf8.RuneError && invalidAt(s, i) {
			return true
		}
	}
	return false
}

func isControl(r rune) bool {
	return r < ' ' || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029 || r == 0xFEFF
}

// Replacing returns a Writer that writes what replacer says and refuses
// control characters.
func Replacing(replacer *strings.Replacer) Writer {
	return func(s string) (string, bool) {
		if HasControl(s) {
			return "", false
		}
		return replacer.Replace(s), true
	}
}

// Refuse is the Writer of what cannot be edited in part: a number, a word whose
// quoting is in doubt.
func Refuse(string) (string, bool) { return "", false }

// InLine is the Writer of text that stands as it is, on one line.
func InLine(s string) (string, bool) { return s, !strings.ContainsAny(s, "\r\n") }

// Printable is the Writer of text that stands as it is and holds no control
// characters.
func Printable(s string) (string, bool) { return s, !HasControl(s) }

// Without returns a Writer of text that stands as it is and holds no control
// characters and none of the characters of delimiter: one of them may meet the
// others in the text around it.
func Without(delimiter string) Writer {
	return func(s string) (string, bool) { return s, !HasControl(s) && !strings.ContainsAny(s, delimiter) }
}

// Refusing returns write but for texts that hold one of the characters of signs.
// A nil Writer writes text as it is.
func Refusing(signs string, write Writer) Writer {
	return func(s string) (string, bool) {
		if strings.ContainsAny(s, signs) {
			return "", false
		}
		if write == nil {
			return s, true
		}
		return write(s)
	}
}

// InBlock returns a Writer of one line in a comment that a delimiter closes.
func InBlock(closing string) Writer {
	return func(s string) (string, bool) { return s, !strings.ContainsAny(s, "\r\n") && !Touches(s, closing) }
}

// Touches reports whether delimiter stands in s, or could come about where s
// meets the text around it.
func Touches(s, delimiter string) bool {
	for i := 1; i < len(delimiter); i++ {
		if strings.HasSuffix(s, delimiter[:i]) || strings.HasPrefix(s, delimiter[i:]) {
			return true
		}
	}
	return strings.Contains(s, delimiter) || strings.Contains(delimiter, s)
}

// NotBesideLineBreak refuses what starts or ends with white space: a line end
// in the file may be next to it and swallow it.
func NotBesideLineBreak(write Writer) Writer {
	return func(s string) (string, bool) {
		if s != strings.Trim(s, " \t") {
			return "", false
		}
		return write(s)
	}
}

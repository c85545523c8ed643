package redact

import "strings"

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// isWordByte reports whether a letter, digit or byte beyond ASCII stands at offset.
func isWordByte(text string, offset int) bool {
	if offset < 0 || offset >= len(text) {
		return false
	}
	c := text[offset]
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_' || c >= 0x80
}

func isBlankByte(c byte) bool { return c == ' ' || c == '\t' }

// skipBlanks returns the offset of what follows the blanks at offset.
func skipBlanks(text string, offset int) int {
	for offset < len(text) {
		switch n := blankSize(text[offset:]); {
		case isBlankByte(text[offset]):
			offset++
		case n > 0:
			offset += n
		default:
			return offset
		}
	}
	return offset
}

// blankSize returns the size of the blank beyond ASCII, or sign without width, that text
// starts with; 0 for none.
func blankSize(text string) int {
	if text == "" || text[0] < 0x80 {
		return 0
	}
	for _, blank := range []string{"\u00a0", "\u200b", "\ufeff"} {
		if strings.HasPrefix(text, blank) {
			return len(blank)
		}
	}
	return 0
}

// firstWord returns what stands before the first blank.
func firstWord(text string) string {
	for i := range len(text) { // most words are short
		if c := text[i]; c == ' ' || c == '\t' || c == '\r' || c == '\n' {
			return text[:i]
		}
	}
	return text
}

// lineLength returns the number of bytes of text before its first line end.
func lineLength(text string) int {
	const part = 256 // so that the search for the one sign goes not far behind the other
	for at := 0; at < len(text); at += part {
		near := text[at:min(len(text), at+part)]
		end := strings.IndexByte(near, '\n')
		if end >= 0 {
			near = near[:end]
		}
		if n := strings.IndexByte(near, '\r'); n >= 0 {
			end = n
		}
		if end >= 0 {
			return at + end
		}
	}
	return len(text)
}

// lineBefore returns what stands before offset on its line, or the end of that, of so many bytes at most.
func lineBefore(text string, offset, longest int) string {
	before := text[max(0, offset-longest):offset]
	return before[strings.LastIndexAny(before, "\r\n")+1:]
}

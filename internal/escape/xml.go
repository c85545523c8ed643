package escape

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

var xmlEntities = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": `"`, "apos": "'"}

// XMLReference reads a character reference or one of the five entities; another
// entity stands for itself. It is what Unescape wants for texts that hold an &.
func XMLReference(rest string) (string, int) {
	const longest = len("&#x0010FFFF;")
	end := strings.IndexByte(rest[:min(len(rest), longest)], ';')
	if end < 0 {
		return "", 0
	}
	name, isNumber := strings.CutPrefix(rest[1:end], "#")
	if !isNumber {
		text, ok := xmlEntities[name]
		if !ok {
			return "", 0
		}
		return text, end + 1
	}
	base := 10
	if hex, ok := strings.CutPrefix(name, "x"); ok {
		name, base = hex, 16
	}
	n, err := strconv.ParseUint(name, base, 32)
	if err != nil || n > utf8.MaxRune {
		return "", 0
	}
	return string(rune(n)), end + 1
}

// HTMLReference reads a character reference or a named entity of HTML with its
// semicolon. It is what Unescape wants for texts that hold an &. The standard
// library has the table.
func HTMLReference(rest string) (string, int) {
	const longest = len("&CounterClockwiseContourIntegral;")
	if text, n := XMLReference(rest); n > 0 {
		return text, n
	}
	end := strings.IndexByte(rest[:min(len(rest), longest)], ';')
	if end < 0 || strings.IndexByte(rest[1:end], '&') >= 0 {
		return "", 0
	}
	if text := html.UnescapeString(rest[:end+1]); text != rest[:end+1] && (text == ";" || !strings.HasSuffix(text, ";")) {
		return text, end + 1
	}
	return "", 0
}

// XMLAttribute and XMLText write text into an attribute's value and between tags.
var (
	XMLAttribute = Replacing(strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "'", "&apos;"))
	XMLText      = Replacing(strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;"))
)

package redact

import (
	"encoding/json"
	"strings"

	"kustoconn/placeholder"
)

// Text returns a text, such as a record of a log, masked as Copy masks it. A text with
// nothing to mask costs one pass and no memory.
func Text(text string) string {
	masked, _ := TextWith(text, nil)
	return masked
}

// TextWith is Text with own placeholders, which are no secrets (nil for none), and also
// returns how many masks it put: none where the text stays as it was.
func TextWith(text string, placeholders *placeholder.Set) (masked string, masks int) {
	if p := (prefilter{text: text}); p.next(0) == len(text) && strings.IndexByte(text, 0) < 0 && !isMarked(text) {
		return text, 0
	}
	s := stream{looker: looker{placeholders: placeholders}, first: true}
	if len(text) < capacity {
		if s.write(text, true); s.order == 0 {
			return string(s.out), s.masks
		}
		s = stream{looker: s.looker, first: true}
	}
	var out strings.Builder
	masks, _ = s.copyAll(&out, strings.NewReader(text)) // neither fails
	return out.String(), masks
}

// isMarked reports whether a text may start with the byte order mark of UTF-16.
func isMarked(text string) bool { return len(text) > 0 && text[0] >= 0xfe }

// Field returns the value of a record's field of that name, masked as Copy masks
// {"name":"value"}: all of it, where the name is a secret keyword's.
func Field(name, value string) string {
	value = Text(value)
	line := fieldStart(name) + quoted(value) + "}"
	masked := Text(line)
	if masked == line {
		return value
	}
	rest, ok := strings.CutPrefix(masked, fieldStart(name))
	var text string
	if !ok || json.Unmarshal([]byte(strings.TrimSuffix(rest, "}")), &text) != nil {
		return Mask
	}
	return text
}

func fieldStart(name string) string { return "{" + quoted(name) + ":" }

// isEscaped reports whether JSON may have to escape a letter.
func isEscaped(r rune) bool { return r < ' ' || r > '~' || r == '"' || r == '\\' }

// quoted returns a text as a string of JSON.
func quoted(text string) string {
	if !strings.ContainsFunc(text, isEscaped) {
		return `"` + text + `"`
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		return `""` // a string is always encoded
	}
	return strings.TrimSuffix(b.String(), "\n")
}

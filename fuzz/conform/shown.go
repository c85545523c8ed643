package conform

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"kustoconn/redact"
)

// masker masks what the other program wrote: unlike the strings it is asked
// about, its own words may hold anything.
type masker struct {
	command []string // what was started, which may be a connection string by mistake
	asked   *string  // what it is asked about now, which is invented; nil for nothing
}

// fewest is the length from which on an argument is not repeated: less says
// nothing, and is part of many words.
const fewest = 4

// shown returns the start of words, quoted, with the arguments of the command
// named by their numbers, the secrets of connection strings masked, and whatever else is
// neither a word of a language nor a piece of what was asked.
func (m masker) shown(words []byte) string {
	for i, argument := range m.command {
		if len(argument) >= fewest {
			words = bytes.ReplaceAll(words, []byte(argument), fmt.Appendf(nil, "(argument %d)", i+1))
		}
	}
	const most = 200
	var masked strings.Builder
	if err := redact.Copy(&masked, bytes.NewReader(words)); err != nil {
		panic(err) // neither reading nor writing memory fails
	}
	text := m.ordinary(masked.String())
	if len(text) > most {
		return fmt.Sprintf("%q…", strings.ToValidUTF8(text[:most], ""))
	}
	return fmt.Sprintf("%q", text)
}

// ordinary returns text with a mask in place of the rest of each word from where it is no
// longer one of a language.
func (m masker) ordinary(text string) string {
	var out strings.Builder
	for text != "" {
		n := strings.IndexAny(text, " \t\r\n\"'`\\")
		if n < 0 {
			n = len(text)
		}
		out.WriteString(m.ordinaryWord(text[:n]))
		text = text[n:]
		for text != "" && strings.IndexByte(" \t\r\n\"'`\\", text[0]) >= 0 {
			out.WriteByte(text[0])
			text = text[1:]
		}
	}
	return out.String()
}

func (m masker) ordinaryWord(word string) string {
	for at := 0; at < len(word); at++ {
		n := strings.IndexAny(word[at:], "=;,:()[]{}<>")
		if n < 0 {
			n = len(word) - at
		}
		if !m.isOrdinary(word[at : at+n]) {
			return word[:at] + redact.Mask
		}
		at += n
	}
	return word
}

// isOrdinary reports whether a part of a word is letters and what stands between them, a
// short number, or a piece of what was asked.
func (m masker) isOrdinary(part string) bool {
	const longest, longestNumber = 40, 6
	if m.asked != nil && strings.Contains(*m.asked, part) {
		return true
	}
	if strings.Trim(part, "0123456789.") == "" {
		return len(part) <= longestNumber
	}
	for _, r := range part {
		if !unicode.IsLetter(r) && !strings.ContainsRune("-._/!?*…", r) {
			return false
		}
	}
	return len(part) <= longest
}

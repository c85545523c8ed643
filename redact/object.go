package redact

import (
	"slices"
	"strings"

	"kustoconn/internal/vocabulary"
)

// readObject reads an object of JSON or the like that stands in a secret's place, if one starts
// at v.at: {"value": "…"}. Of its members those are secrets that are called a value, or look like
// one; others say of which type it is or where it comes from.
func (v *value) readObject() bool {
	if v.text[v.at] != '{' || !v.startsMember(skipBlanks(v.text[:v.limit], v.at+1)) {
		return false
	}
	depth, name := 0, ""
	at := v.at
	for ; at < v.limit; at++ {
		switch v.text[at] {
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				v.at, v.closed = at+1, true
				return true
			}
		case '"', '\'', '\\':
			start, mark, ok := openingQuote(v.text[:v.limit], at)
			if !ok {
				continue
			}
			end, closed := closingQuote(v.text, start, v.limit, mark)
			if v.startsMember(at) {
				name = v.text[start:end]
			} else if v.isSecretMember(name, v.text[start:end]) {
				v.add(start, end)
			}
			if at = end + len(mark) - 1; !closed {
				v.at, v.open = end, mark
				return true
			}
		}
	}
	v.at = v.limit
	return true
}

// startsMember reports whether the name of a member starts at offset.
func (v *value) startsMember(offset int) bool {
	start, mark, ok := openingQuote(v.text[:v.limit], offset)
	if !ok {
		return false
	}
	end, closed := closingQuote(v.text, start, v.limit, mark)
	next := skipBlanks(v.text[:v.limit], end+len(mark))
	return closed && next < v.limit && behindSign(v.text[:v.limit], next) > next
}

// isSecretMember reports whether a member of an object in a secret's place holds it.
func (v *value) isSecretMember(name, literal string) bool {
	if v.placeholders.StandsForSecret(literal) {
		return false
	}
	references := []string{"id", "key", "name", "ref", "$ref", "secretname", "vaultname", "version", "description"}
	return isValueMember(name) || vocabulary.IsMixed(literal) && !slices.Contains(references, strings.ToLower(name)) && !strings.Contains(literal, "://")
}

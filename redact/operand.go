package redact

import "strings"

// readOperands reads the literals that an operator of a program joins to the one that ends
// at v.at, with names among them.
func (v *value) readOperands() {
	const most = 16
	at := v.at
	for range most {
		at = skipBlanks(v.text[:v.limit], at)
		size := operatorLength(v.text[at:v.limit])
		if size == 0 {
			return
		}
		at = skipBlanks(v.text[:v.limit], at+size)
		start, mark, ok := openingQuote(v.text[:v.limit], at)
		if !ok {
			name := at
			for isWordByte(v.text[:v.limit], at) || at < v.limit && v.text[at] == '.' {
				at++
			}
			if at == name {
				return
			}
			continue
		}
		end, closed := closingQuote(v.text, start, v.limit, mark)
		if !v.placeholders.StandsForSecret(v.text[start:end]) {
			v.add(start, end)
		}
		if !closed {
			v.at, v.closed, v.open = end, false, mark
			return
		}
		at = end + len(mark)
		v.at = at
	}
}

// operatorLength returns the length of the operator at the start of text that joins
// literals in some language; 0 for none.
func operatorLength(text string) int {
	switch {
	case strings.HasPrefix(text, "||"), strings.HasPrefix(text, ".."), strings.HasPrefix(text, "<>"):
		return 2
	case strings.HasPrefix(text, "+"), strings.HasPrefix(text, "&"), strings.HasPrefix(text, "."):
		return 1
	}
	return 0
}

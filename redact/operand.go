package redact

import "strings"

// readJoined reads the literals of a program that an operator joins to the one that mark,
// which ends at start, closes before the value begins: "AppKey=" + "…".
func (v *value) readJoined(start int, mark string) bool {
	end, closed := closingQuote(v.text, start, v.limit, mark)
	behind := end + len(mark)
	if !closed || v.joint.quoted || !joinsLiterals(v.text[start:end]) || behind >= v.limit || strings.IndexByte("; \t,)]}", v.text[behind]) >= 0 {
		return false
	}
	v.at, v.closed = start, true
	v.readOperands()
	return true
}

// joinsLiterals reports whether text is an operator, or a variable between two.
func joinsLiterals(text string) bool {
	text = strings.TrimSpace(text)
	size := operatorLength(text)
	if size == 0 || size == len(text) {
		return size > 0
	}
	name := strings.TrimSpace(text[size:])
	last := len(name) - len(text[:size])
	return last > 0 && strings.HasSuffix(name, text[:size]) && isName(strings.TrimSpace(name[:last]))
}

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

// noteOperand notes that what stands behind the last secret of a line is the mark that ends
// its literal, and an operator: the next line may go on with another literal.
func (s *stream) noteOperand(behind string) {
	if behind == "" || strings.IndexByte("\"'`", behind[0]) < 0 {
		return
	}
	operator := strings.TrimSpace(behind[1:])
	s.operand = operator == "" || operator == `\` || operatorLength(operator) == len(operator)
	s.joined = s.operand && operator != ""
}

// operandValue returns the literal at the start of a line that an operator joins to the
// one before it.
func (s *stream) operandValue(line string, start int) (from, end int, ok bool) {
	size := operatorLength(line[start:])
	if size == 0 && !s.joined {
		return 0, 0, false
	}
	from, mark, ok := openingQuote(line, skipBlanks(line, start+size))
	if !ok || from == len(line) || line[from] == ';' {
		return 0, 0, false
	}
	end, _ = closingQuote(line, from, endOfLine(line, from), mark)
	return from, end, from < end && !s.placeholders.StandsForSecret(line[from:end])
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

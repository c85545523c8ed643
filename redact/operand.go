package redact

import (
	"slices"
	"strings"

	"kustoconn/internal/vocabulary"
	"kustoconn/source"
)

// readJoined reads the literals of a program that an operator joins to the one that mark,
// which ends at start, closes before the value begins: "AppKey=" + "…".
func (v *value) readJoined(start int, mark string) bool {
	end, closed := closingQuote(v.text, start, v.limit, mark)
	behind := end + len(mark)
	v.closed = true
	switch {
	case v.joint.quoted:
	case closed && joinsLiterals(v.text[start:end]) && behind < v.limit && strings.IndexByte("; \t,)]}", v.text[behind]) < 0:
		v.at = start
		if joint := strings.TrimSpace(v.text[start:end]); joint == "," || joint == "" {
			v.readNext(end, strings.Count(lineBefore(v.text, start-len(mark), longestFormat), mark)%2 != 0)
			return true
		}
		v.readOperands()
		return true
	case v.endsLiteral(start, mark):
		v.at = start
		return true
	}
	v.closed = false
	return false
}

// endsLiteral reports whether mark, which ends at start, is the second one of the literal with
// the keyword, and what is no literal follows: print("AppKey=", key).
func (v *value) endsLiteral(start int, mark string) bool {
	limit := min(v.limit, start+longestFormat)
	rest := strings.TrimLeft(v.text[start:limit], " \t")
	joined := rest != "" && strings.IndexByte(",)]}", rest[0]) >= 0 || operatorLength(rest) > 0
	if !joined || v.joint.quoted {
		return false
	}
	line := lineBefore(v.text, start-len(mark), longestFormat)
	if open := strings.LastIndex(line, mark); open > 0 && isWordByte(line, open-1) { // an apostrophe
		return false
	}
	if strings.Count(line, mark)%2 == 0 || strings.Count(v.text[start:limit], mark)%2 != 0 {
		return false
	}
	next := skipBlanks(v.text[:limit], limit-len(rest)+max(1, operatorLength(rest)))
	_, _, isLiteral := openingQuote(v.text[:limit], next)
	return !isLiteral
}

// readNext reads the literal at offset, which stands beside the one with the keyword or is the
// next one of a list. The name of a member is none, where the keyword is in a literal itself.
func (v *value) readNext(offset int, inLiteral bool) {
	start, mark, ok := openingQuote(v.text[:v.limit], offset)
	if !ok {
		return
	}
	end, closed := closingQuote(v.text, start, v.limit, mark)
	if _, isName := behindMember(v.text[:v.limit], start, mark); isName && inLiteral {
		return
	}
	if !v.placeholders.StandsForSecret(v.text[start:end]) {
		v.add(start, end)
	}
	if !closed {
		v.at, v.closed, v.open = end, false, mark
		return
	}
	v.at = end + len(mark)
	v.readOperands()
}

// joinsLiterals reports whether text is an operator, or a variable between two, a comma, or
// nothing but blanks. What mixes letters and digits, and no blank parts from the operators, may be the secret.
func joinsLiterals(text string) bool {
	joint := strings.TrimSpace(text)
	size := operatorLength(joint)
	if size == 0 || size == len(joint) {
		return size > 0 || joint == "," || joint == "" && text != ""
	}
	name := strings.TrimSpace(joint[size:])
	last := len(name) - len(joint[:size])
	return last > 0 && strings.HasSuffix(name, joint[:size]) && isName(strings.TrimSpace(name[:last])) && !vocabulary.IsMixed(text[size:len(text)-size])
}

// endsInOperator reports whether text, which follows a keyword to the end of its line, is a
// sign, the mark that ends the literal of both, and what joins the next line's to it: an
// operator, or what says that a statement goes on.
func endsInOperator(text string) bool {
	value := strings.TrimLeft(text, ":=- \t")
	if len(value) == len(text) || value == "" || strings.IndexByte("\"'`", value[0]) < 0 || strings.TrimLeft(text, "- \t") == value {
		return false
	}
	return isOperator(value[1:])
}

// isOperator reports whether text is an operator that joins literals, or the sign that a
// statement goes on in the next line, or both.
func isOperator(text string) bool {
	operator := strings.TrimSpace(text)
	if sign := strings.TrimRight(operator, `\_`); len(operator)-len(sign) == 1 {
		operator = strings.TrimSpace(sign)
	}
	return text != "" && operatorLength(operator) == len(operator) && strings.TrimSpace(text) != ""
}

// readOperands reads the literals that an operator of a program joins to the one that ends
// at v.at, with names among them.
func (v *value) readOperands() {
	const most = 16
	at := v.at
	for range most {
		at = skipBlanks(v.text[:v.limit], at)
		size := operatorLength(v.text[at:v.limit])
		if strings.HasPrefix(v.text[at:v.limit], "->") || strings.HasPrefix(v.text[at:v.limit], "=>") { // what it changes to
			size = len("->")
		}
		if size == 0 && !v.isBesideLiteral(at) {
			return
		}
		at = skipBlanks(v.text[:v.limit], at+size)
		start, mark, ok := openingQuote(v.text[:v.limit], at)
		if !ok {
			name := at
			for isWordByte(v.text[:v.limit], at) || at < v.limit && v.text[at] == '.' {
				at++
			}
			if at == name || v.isDoubtfulOperand(source.Span{Start: name, End: at}) {
				return
			}
			continue
		}
		if strings.HasPrefix(v.text[start:v.limit], ";") && isKeyword(v.text[start+1:v.limit]) {
			return
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

// isDoubtfulOperand reports whether what stands where a program has a variable may be a part of
// the secret that goes on behind a quotation mark, the last one before v.at: no blank parts it from the
// operator, and it is no word, or nothing stands between that mark and its other one.
func (v *value) isDoubtfulOperand(name source.Span) bool {
	if isBlankByte(v.text[name.Start-1]) {
		return false
	}
	return v.at > 1 && v.text[v.at-1] == v.text[v.at-2] || vocabulary.IsMixed(name.Slice(v.text))
}

// noteOperand notes that what stands behind the last secret of a line is the mark that ends
// its literal, and an operator: the next line may go on with another literal.
func (s *stream) noteOperand(secret, behind string) {
	if behind == "" || strings.IndexByte("\"'`", behind[0]) < 0 {
		return
	}
	s.joined = isOperator(behind[1:]) || behind[1:] == "" && strings.HasSuffix(secret, " ") // as Python's pprint breaks a text
	s.operand = s.joined || strings.TrimSpace(behind[1:]) == ""
}

// noteSplit notes the literal that ends a line amid the words of a keyword, behind a blank: so
// Python's pprint breaks a text.
func (s *stream) noteSplit(line string, before unfinished) {
	const longest = 64
	if before.split != "" {
		if start, _, ok := openingQuote(line, skipBlanks(line, 0)); ok { // one more word of the same
			line = before.split + line[start:]
		}
	}
	n := len(line) - len(`"`)
	last := max(0, len(line)-longest, strings.LastIndexByte(line, ';')) // where the last segment starts: those before it are masked by now
	if foldsKeyword(line) {
		s.split, s.folded = strings.TrimRight(line[last:], `\ `)+" ", true
		return
	}
	if n < 2 || line[n] != '"' && line[n] != '\'' || line[n-1] != ' ' {
		return
	}
	if endsInOwner(line[min(last, n-1) : n-1]) {
		s.split = line[last:n]
	}
}

// foldsKeyword reports whether a line ends amid a keyword behind a semicolon, as YAML folds long
// strings: ;Application, or ;Application\ in quotation marks.
func foldsKeyword(line string) bool {
	line = strings.TrimRight(line, `\ `)
	at := strings.LastIndexByte(line, ';') + 1
	return at > 0 && at < len(line) && isColumnName(line[at:]) && endsInOwner(line[at:]) && (strings.IndexByte(line[:at], '=') >= 0 || strings.Contains(line[:at], "://"))
}

// endsInOwner reports whether a text ends in a word with which keywords of secrets of several words begin.
func endsInOwner(text string) bool {
	text = strings.ToLower(text)
	for _, owner := range []string{"application", "app", "user", "usr", "certificate", "private"} {
		if strings.HasSuffix(text, owner) {
			return true
		}
	}
	return false
}

// lookBehindSplit returns the regions of a line whose first literal, at offset, goes on with the
// one that ended the line before.
func (s *stream) lookBehindSplit(text string, offset int) (regions []region) {
	start, _, ok := openingQuote(text, offset)
	switch {
	case s.folded && offset == 0:
		return nil
	case s.folded:
		start = offset
		if strings.HasPrefix(text[start:], `\ `) {
			start += len(`\ `)
		}
	case !ok:
		return s.lookAt(text)
	}
	for _, r := range s.lookBehind(s.split, text[start:]) {
		regions = append(regions, r.shift(start))
	}
	return regions
}

// operandValue returns the literal at the start of a line that an operator joins to the
// one before it.
func (s *stream) operandValue(line string, start int) (from, end int, ok bool) {
	size := operatorLength(line[start:])
	from, mark, ok := openingQuote(line, skipBlanks(line, start+size))
	if !ok || from == len(line) || line[from] == ';' {
		return 0, 0, false
	}
	end, closed := closingQuote(line, from, endOfLine(line, from), mark)
	if size == 0 && !s.joined { // side by side
		if !closed || !isDubiousLiteral(line[from:end]) || strings.Trim(line[end+len(mark):], "),; \\\r\n") != "" {
			return 0, 0, false
		}
	}
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

// startsOperand reports whether text starts with what parts an argument from the one before it, or
// joins an operand to it.
func startsOperand(text string) bool {
	text = strings.TrimLeft(text, " ")
	size := operatorLength(text)
	if strings.HasPrefix(text, ",") {
		size = 1
	}
	return size > 0 && strings.HasPrefix(text[size:], " ")
}

// isBesideLiteral reports whether a literal at offset is one with the one before it, which
// ends at v.at: a word that mixes letters and digits, between the same marks.
func (v *value) isBesideLiteral(offset int) bool {
	start, mark, ok := openingQuote(v.text[:v.limit], offset)
	if !ok || offset == v.at || v.joint.quoted || !strings.HasSuffix(v.text[:v.at], mark) {
		return false
	}
	end, closed := closingQuote(v.text, start, v.limit, mark)
	return closed && vocabulary.IsMixed(v.text[start:end]) && !strings.ContainsAny(v.text[start:end], " /:.-")
}

// isDubiousLiteral reports whether a word of a literal may be a part of a secret.
func isDubiousLiteral(text string) bool { return slices.ContainsFunc(strings.Fields(text), isDubious) }

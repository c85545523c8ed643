package redact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/internal/vocabulary"
	"kustoconn/placeholder"
	"kustoconn/source"
)

// A value may stand beside the name of its secret in a pair without an equals sign or colon:
// (name,value), a command, a phrase of a message, a member on the other side.

// identifierStart returns where the identifier starts whose last part a keyword is:
// spark.kusto.appKey, AZURE_APP_KEY.
func identifierStart(text string, name secretName) int {
	const longest = 64
	start := name.span.Start
	for start > 0 && name.span.Start-start < longest && (isWordByte(text, start-1) || strings.IndexByte(".-:", text[start-1]) >= 0) {
		start--
	}
	return start
}

// behindComma returns the offset of the value of a pair in brackets, or of a line of two cells,
// whose first part a keyword ends at offset: (appKey,…), [AppKey, …], {appkey,"…"}.
func behindComma(text string, name secretName, offset int) (value int, ok bool) {
	start := identifierStart(text, name)
	if offset+1 >= len(text) || text[offset] != ',' {
		return offset, false
	}
	value = skipBlanks(text, offset+1)
	rest := text[value:lineEndNear(text, value)]
	if rest == "" {
		return value, false
	}
	word := firstWord(rest)
	if start == 0 || text[start-1] == '\n' || text[start-1] == '\r' { // of a line of two cells
		return value, value == offset+1 && strings.IndexByte(rest, ',') < 0 && (name.ours || vocabulary.IsMixed(word))
	}
	open := strings.IndexByte("([{", text[start-1])
	if open < 0 || start > 1 && isWordByte(text, start-2) { // arguments of a call
		return value, false
	}
	if _, _, quoted := openingQuote(text, value); quoted {
		return value, true
	}
	closing := strings.IndexByte(rest, ")]}"[open])
	return value, closing > 0 && !strings.ContainsAny(rest[:closing], ",([{") && (name.ours || isDubious(word))
}

// behindCommand returns the offset of the value that a command for a pipeline gives to the
// variable whose name ends at offset: ##vso[task.setvariable variable=AppKey]…,
// ::set-output name=AppKey::….
func behindCommand(text string, name secretName, offset int) (value int, ok bool) {
	before := text[:identifierStart(text, name)]
	switch {
	case strings.HasSuffix(before, "variable="):
		n := strings.IndexByte(text[offset:lineEndNear(text, offset)], ']')
		return offset + n + 1, n >= 0 && offset+n+1 < len(text)
	case strings.HasPrefix(text[offset:], "::") && strings.HasSuffix(before, "name="):
		return offset + len("::"), offset+len("::") < len(text)
	}
	return offset, false
}

// phrases are what stands in a message between a keyword and the literal of its value.
var phrases = []string{"with value ", "with the value ", "has value ", "had value ", "has the value ", "to value ", "value ", "set to ", "changed to ", "to ", "equals to ", "equals ", "contains ", "as string = ", "dim as string = ", "reg_sz ", "reg_expand_sz "}

// behindPhrase returns the offset of the literal behind one of phrases, at offset.
func behindPhrase(text string, name secretName, offset int) (value int, ok bool) {
	for _, phrase := range phrases {
		if !hasWord(text[offset:], phrase) {
			continue
		}
		value = skipBlanks(text, offset+len(phrase))
		start, mark, quoted := openingQuote(text, value)
		if !quoted {
			isMixed := name.ours && len(phrase) > len("value ") && vocabulary.IsMixed(wordAt(text, value))
			return value, (isMixed || strings.HasPrefix(phrase, "reg_")) && value < lineEndNear(text, offset)
		}
		end, closed := closingQuote(text, start, min(len(text), start+longestArgument), mark)
		return value, closed && (name.ours || isDubiousLiteral(text[start:end]) || strings.Contains(phrase, "string"))
	}
	return offset, false
}

// findInserted returns the literals that stand in the place of a secret's keyword in the rows
// behind a list of names: ("AppKey", …) VALUES ('…', …), "columns":["AppKey"],"rows":[["…"]].
func findInserted(text string, name secretName, placeholders *placeholder.Set) (found []region) {
	const longest = 1 << 10
	end := min(len(text), name.span.End+longest)
	closing := indexFrom(text[:end], name.span.End, ")]=:({;\r\n")
	if closing == end || text[closing] != ')' && text[closing] != ']' {
		return nil
	}
	from := identifierStart(text, name)
	floor := max(0, from-longest)
	open := floor + strings.LastIndexAny(text[floor:from], "([") // of the list of names
	if open < floor || (text[open] == '(') != (text[closing] == ')') {
		return nil
	}
	rows := rowsBehind(text, closing+1)
	place := strings.Count(text[open:from], ",")
	for rows < len(text) && text[rows] == text[open] {
		row := format{text: text, limit: len(text)}
		start, end, next := row.nth(rows+1, place)
		if start < end && !placeholders.StandsForSecret(text[start:end]) {
			span := source.Span{Start: start, End: end}
			found = append(found, region{span: span, secrets: []source.Span{span}})
		}
		if next = indexFrom(text, next, ")]"); next == len(text) {
			break
		}
		rows = skipBlanks(text, next+1)
		if rows < len(text) && text[rows] == ',' {
			rows = skipBlanks(text, rows+1)
		}
	}
	return found
}

// rowsBehind returns where the first of the rows starts that a list of names, which ends at offset,
// stands before; the length of text for none.
func rowsBehind(text string, offset int) int {
	rows := skipBlanks(text, offset)
	if hasWord(text[rows:], "values") {
		return skipBlanks(text, rows+len("values"))
	}
	if !strings.HasPrefix(text[rows:], ",") {
		return len(text)
	}
	start, mark, ok := openingQuote(text, skipBlanks(text, rows+1))
	if !ok {
		return len(text)
	}
	rows, ok = behindMember(text, start, mark)
	if rows = skipBlanks(text, rows); !ok || rows == len(text) || text[rows] != '[' {
		return len(text)
	}
	return skipBlanks(text, rows+1)
}

// isValueMember reports whether a member or attribute is called as one that holds a value.
func isValueMember(name string) bool {
	switch strings.ToLower(strings.Trim(name, "\"'`\\ \t")) {
	case "value", "v", "s", "val", "stringvalue", "string_value", "secretvalue", "data", "text", "default", "defaultvalue", "currentvalue":
		return true
	}
	return false
}

// valueOnTheLeft returns the literal of the value that stands before its name in the same
// object or tag: {"value":"…","name":"AppKey"}, <input value="…" name="AppKey">.
func valueOnTheLeft(text string, name secretName) (start, end int, ok bool) {
	const longest = 1 << 10
	from := identifierStart(text, name)
	before := text[max(0, from-longest):from]
	holder := strings.TrimRight(before, "\"'`\\ \t:=")
	if len(holder) == len(before) || !endsInHolder(holder) {
		return 0, 0, false
	}
	base := from - len(before)
	lower := strings.ToLower(holder)
	for at := len(lower); at > 0; {
		if at = strings.LastIndex(lower[:at], "value"); at < 0 {
			break
		}
		sign := skipBlanks(text[:from], base+at+len("value"))
		for sign < from && strings.IndexByte("\"'\\ \t", text[sign]) >= 0 {
			sign++
		}
		if sign == from || text[sign] != ':' && text[sign] != '=' {
			continue
		}
		start, mark, quoted := openingQuote(text[:from], skipBlanks(text[:from], sign+1))
		if !quoted {
			continue
		}
		end, closed := closingQuote(text, start, from, mark)
		return start, end, closed && !strings.ContainsAny(text[end:from], "{}<>\n")
	}
	return 0, 0, false
}

// endsInHolder reports whether text ends in the name of the member or attribute that holds a
// secret's name.
func endsInHolder(text string) bool {
	for _, word := range []string{"name", "key", "id", "variable", "setting"} {
		if n := len(text) - len(word); n >= 0 && strings.EqualFold(text[n:], word) {
			return true
		}
	}
	return false
}

// opensWrapper reports whether text is what a program writes before a value of which it is not
// certain that there is one, whose literal stands on the next line.
func opensWrapper(text string) bool {
	switch strings.TrimSpace(text) {
	case "Some(", "Ok(", "Just(", "Optional(":
		return true
	}
	return false
}

// behindSignsAndBlanks returns the offset of the word that mixes letters and digits behind a
// keyword of ours, which ends at offset, and signs such as people and programs put between
// the two: a dash, dots, an arrow beyond ASCII, a bracket.
func behindSignsAndBlanks(text string, name secretName, offset int) (value int, ok bool) {
	const longest = 16
	joins := false
	for value = offset; value < min(len(text), offset+longest); {
		r, size := utf8.DecodeRuneInString(text[value:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == utf8.RuneError || strings.ContainsRune("_\"'`;,&?/\\\n\r{}[]<>|$%@#=:+", r) {
			break
		}
		joins = joins || unicode.IsSpace(r) || r >= utf8.RuneSelf
		value += size
	}
	if !joins || !name.ours || strings.TrimSpace(text[offset:value]) == "" {
		return offset, false
	}
	return value, vocabulary.IsMixed(strings.TrimRight(wordAt(text, value), ").,;"))
}

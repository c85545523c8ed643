package redact

import "strings"

// behindType returns the offset behind the equals sign of a declaration, whose type
// stands at offset, where a literal follows: appKey: string = "…". Else offset.
func behindType(text string, offset int) int {
	const longest = 48
	line := text[offset:min(len(text), offset+longest)]
	sign := strings.IndexByte(line, '=')
	if sign < 0 || strings.ContainsAny(line[:sign], "\"'`;,:(){}\r\n") {
		return offset
	}
	if _, _, ok := openingQuote(text, skipBlanks(text, offset+sign+1)); !ok {
		return offset
	}
	if sign > 0 && !isBlankByte(line[sign-1]) && !isTextType(line[:sign]) { // a key in base64 ends so
		return offset
	}
	return offset + sign + 1
}

// isTextType reports whether the name of a type says that it is one of texts.
func isTextType(name string) bool {
	name = strings.ToLower(name)
	return !strings.ContainsAny(name, "0123456789") && (strings.Contains(name, "str") || strings.Contains(name, "bytes"))
}

// behindTypeName returns the offset of the literal whose type a dump of a variable shows
// before it, at offset: chr "…" of R, string(5) "…" of PHP; and that of what "new" makes.
// Else offset.
func behindTypeName(text string, offset int) int {
	if hasWord(text[offset:], "new ") && isWordByte(text, offset+len("new ")) {
		return offset + len("new ")
	}
	for _, name := range []string{"chr", "string"} {
		if !hasWord(text[offset:], name) {
			continue
		}
		at := offset + len(name)
		if size := len(`(9999)`); at < len(text) && text[at] == '(' {
			if n := strings.IndexByte(text[at:min(len(text), at+size)], ')'); n > 0 {
				at += n + 1
			}
		}
		if _, _, ok := openingQuote(text, skipBlanks(text, at)); ok && at < len(text) && isBlankByte(text[at]) {
			return skipBlanks(text, at)
		}
	}
	return offset
}

// behindValue returns the offset of the literal of a member or attribute called value or
// default, of a block or element that has a keyword, which ends at offset, for a name:
// variable "app_key" { default = "…" }, <AppKey value="…"/>.
func behindValue(text string, name secretName, offset int) (value int, ok bool) {
	at := skipBlanks(text, offset)
	switch {
	case text[at] == '{':
		at = skipBlanks(text, at+1)
	case at == offset || name.span.Start == 0 || text[name.span.Start-1] != '<':
		return offset, false
	}
	for _, word := range []string{"value", "default"} {
		if !hasWord(text[at:], word) {
			continue
		}
		sign := skipBlanks(text, at+len(word))
		if sign < len(text) && (text[sign] == '=' || text[sign] == ':') {
			value = skipBlanks(text, sign+1)
			_, _, ok = openingQuote(text, value)
			return value, ok
		}
	}
	return offset, false
}

// behindFallback returns the offset of the literal that a program takes where a variable,
// whose name ends at offset, is not set: process.env.APP_KEY || "…", getenv("APP_KEY") or "…".
func behindFallback(text string, _ secretName, offset int) (value int, ok bool) {
	at := offset
	if at < len(text) && (text[at] == ')' || text[at] == ']') {
		at++
	}
	sign := skipBlanks(text, at)
	for _, operator := range []string{"||", "??", "?:", "or "} {
		if strings.HasPrefix(text[sign:], operator) && (operator != "or " || at > offset) {
			value = skipBlanks(text, sign+len(operator))
			_, _, ok = openingQuote(text, value)
			return value, ok
		}
	}
	return offset, false
}

// argumentEnd returns the end of the literal behind the word from start to v.at that may be
// its argument or have it for a tag: ConvertTo-SecureString "…", !!str "…"; 0 for none.
func (v *value) argumentEnd(start int) int {
	const longest = 32
	word := v.text[start:v.at]
	endsInBlank := v.at < v.limit && isBlankByte(v.text[v.at])
	if !endsInBlank || word == "" || len(word) > longest || word[0] == '-' || !isName(strings.TrimLeft(word, "(!&")) {
		return 0
	}
	at := skipBlanks(v.text[:v.limit], v.at)
	if option := firstWord(v.text[at:v.limit]); len(option) < longest && strings.HasPrefix(option, "-") && isName(option[1:]) {
		at = skipBlanks(v.text[:v.limit], at+len(option))
	}
	isQuoted := at < v.limit && (v.text[at] == '"' || v.text[at] == '\'')
	if !isQuoted || word[0] == '(' && !strings.HasSuffix(word, "SecureString") {
		return 0
	}
	end, closed := closingQuote(v.text, at+1, min(v.limit, at+longestArgument), v.text[at:at+1])
	next := skipBlanks(v.text, end+1)
	isMember := next < v.limit && strings.IndexByte(":=", v.text[next]) >= 0
	if !closed || isMember {
		return 0
	}
	return end + 1
}

// wrapsLiteral reports whether text is what a program writes before the literal that it makes
// a value of: Some(, []byte(, <<.
func wrapsLiteral(text string) bool {
	const longest = 48
	if text == "" || len(text) > longest || strings.IndexByte("([{<", text[len(text)-1]) < 0 {
		return false
	}
	for i := range len(text) {
		if !isWordByte(text, i) && strings.IndexByte("([{<]>.:&*@", text[i]) < 0 {
			return false
		}
	}
	return true
}

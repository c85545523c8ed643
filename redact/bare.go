package redact

import (
	"strings"

	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// readBare reads a value without quotation marks around it.
func (v *value) readBare() {
	if v.tag && v.readElement() {
		return
	}
	limit := v.limit
	start := v.at
	v.at += pemLength(v.text[start:limit])
	for v.at < limit {
		c := v.text[v.at]
		if isWordByte(v.text, v.at) {
			v.at++
			continue
		}
		if c == ';' || isBlankByte(c) || v.tag && c == '<' || v.joint.quoted && c == ',' || v.parameter && startsParameter(v.text[v.at:limit]) {
			break
		}
		if n := v.placeholderAt(limit); n > 0 {
			v.at += n
			continue
		}
		v.at++
		if (c == '"' || c == '\'') && wrapsLiteral(v.text[start:v.at-1]) {
			if end, closed := closingQuote(v.text, v.at, limit, v.text[v.at-1:v.at]); closed {
				v.at = end + 1
			}
		}
	}
	if end := v.argumentEnd(start); end > 0 {
		v.add(start, end)
		v.at, v.closed = end, true
		return
	}
	known := v.at > start && v.isPlaceholder(v.text[start:v.at])
	if end := v.at; !known {
		if v.at == limit || v.text[v.at] != ';' {
			end = start + len(trimEnd(v.text[start:end]))
		}
		v.add(start, end)
	}
	switch {
	case v.at == limit:
	case v.text[v.at] == ';':
		v.readSegments()
	case isBlankByte(v.text[v.at]) && !known:
		v.readWords()
	}
}

// startsParameter reports whether text starts with the sign before the next parameter of a query,
// and its name.
func startsParameter(text string) bool {
	if text[0] != '&' {
		return false
	}
	end := 1
	for end < min(len(text), longestSegment) && (isWordByte(text, end) || strings.IndexByte(".-[]%", text[end]) >= 0) {
		end++
	}
	return end > 1 && end < len(text) && text[end] == '='
}

// readElement reads the text of an element, if that ends on its line.
func (v *value) readElement() bool {
	n := strings.Index(v.text[v.at:v.limit], "</")
	if n <= 0 {
		return false
	}
	if end := v.at + n; !v.placeholders.StandsForSecret(strings.TrimSpace(v.text[v.at:end])) {
		v.add(v.at, end)
	}
	v.at, v.closed = v.at+n, true
	return true
}

// isPlaceholder reports whether a value is none but a placeholder's, such as a mask amid
// the quotation marks of what it stands in.
func (v *value) isPlaceholder(text string) bool {
	for _, end := range []string{`\n`, `\r`, "~n", "~%"} { // of a format's line
		text = strings.TrimSuffix(text, end)
	}
	return v.placeholders.StandsForSecret(text) || strings.Trim(text, "\"'`\\,:)]}") == Mask
}

// placeholderAt returns the length of the placeholder that starts at v.at, for blanks
// may stand in one; 0 for none.
func (v *value) placeholderAt(limit int) int {
	const longest = 256
	if strings.IndexByte("<{[$%#@", v.text[v.at]) < 0 {
		return 0
	}
	found := v.placeholders.Find(v.text[v.at:min(limit, v.at+longest)])
	if len(found) == 0 || found[0].Start != 0 || !v.placeholders.StandsForSecret(found[0].Slice(v.text[v.at:])) {
		return 0
	}
	return found[0].Len()
}

// readSegments reads the semicolons at v.at and what may be the rest of the secret
// behind them: all that is no pair of a known keyword.
func (v *value) readSegments() {
	limit := v.limit
	for v.at < limit && v.text[v.at] == ';' {
		start := v.at + 1
		if start == limit || isKeyword(v.text[start:limit]) {
			v.at = start
			return
		}
		if isBlankByte(v.text[start]) {
			v.at = start
			v.readWords()
			return
		}
		end := start
		for end < limit && v.text[end] != ';' && !isBlankByte(v.text[end]) {
			end++
		}
		v.at = end
		word := v.text[start:end]
		if end == limit || v.text[end] != ';' {
			word = trimEnd(word)
		}
		if !v.isPlaceholder(word) {
			v.add(start, start+len(word))
		}
	}
	if v.at < limit {
		v.readWords()
	}
}

// readWords reads the words behind the blanks at v.at that look like no words of a
// sentence and like no pair, or all up to the next pair of the string: a secret may hold
// blanks.
func (v *value) readWords() {
	limit := v.limit
	if next := v.nextPair(); next >= 0 {
		rest := strings.Trim(v.text[v.at:next], " \t")
		if !v.isPlaceholder(rest) {
			v.add(v.at, next)
		}
		v.at = next
		v.readSegments()
		return
	}
	if v.whole {
		v.add(v.at, limit)
		v.at = limit
		return
	}
	from := v.at
	for {
		start := skipBlanks(v.text[:limit], v.at)
		word := firstWord(v.text[start:limit])
		semicolon := strings.IndexByte(word, ';')
		if semicolon == 0 {
			v.at = start
			v.readSegments()
			return
		}
		head, _, _ := strings.Cut(word, ";")
		dubious := isDubious(head) || v.isShort() && isInCapitals(head)
		if !dubious || isKeyword(v.text[start:limit]) || v.option && isNextOption(beforeSign(word)) || v.member && v.colon && startsMember(word) {
			return
		}
		if len(v.secrets) > 0 && v.secrets[len(v.secrets)-1].End+4 >= from {
			from = v.secrets[len(v.secrets)-1].End
		} else {
			from = start
		}
		v.at = start + len(word)
		if semicolon > 0 {
			v.add(from, start+semicolon)
			v.at = start + semicolon
			v.readSegments()
			return
		}
		v.add(from, start+len(trimEnd(word)))
		from = v.at
	}
}

// readRest reads what follows the plain words of a value that a blank ends: a secret may hold
// blanks. alone says that nothing stands on its line but a name, which goes on to its end then, or
// to a comment; a member of an object goes on to the next one.
func (v *value) readRest(alone bool) {
	const longest = 256
	if len(v.secrets) != 1 || v.quotes || v.closed || !alone && !v.member || vocabulary.IsMixed(v.secrets[0].Slice(v.text)) {
		return
	}
	start := v.secrets[0].End
	rest := v.text[start:v.limit]
	if rest == "" || !isBlankByte(rest[0]) && (alone || rest[0] != ',') || len(rest) > longest && alone {
		return
	}
	if !alone {
		rest = rest[:membersEnd(rest)]
	}
	for _, comment := range []string{" #", " //"} {
		rest, _, _ = strings.Cut(rest, comment)
	}
	rest = strings.TrimRight(rest, ", \t")
	if strings.ContainsAny(rest, "=\"'`<>{}[]();") || strings.Contains(rest, ": ") || strings.Contains(rest, "://") {
		return
	}
	v.add(start, start+len(rest))
	v.at = start + len(rest)
}

// isShort reports whether what is read behind a keyword is too short for a secret, or nothing.
func (v *value) isShort() bool {
	const most = 2
	k := len(v.secrets) - 1
	return v.joint.value > 0 && (k < 0 || v.secrets[k].Len() <= most)
}

// nextPair returns the offset of the semicolon behind the words at v.at that a keyword or
// the end of the text follows, where nothing before it says that the string ended: no sign
// of a URI or host, bracket or further pair; -1 for none.
func (v *value) nextPair() int {
	const longest = 128
	if start := skipBlanks(v.text[:v.limit], v.at); start == v.limit || v.text[start] == ';' {
		return -1
	}
	text := v.text[v.at:min(v.limit, v.at+longest)]
	for at := 0; ; at++ {
		n := strings.IndexAny(text[at:], ";.=<>(){}[]")
		if n < 0 {
			return -1
		}
		switch at += n; {
		case text[at] == ';' && (isKeyword(v.text[v.at+at+1:v.limit]) || isWordByte(text, at-1) && endsText(v.text[v.at+at+1:v.limit])):
			return v.at + at
		case text[at] != ';' && !strings.HasPrefix(text[at:], "=;"):
			return -1
		}
	}
}

// endsText reports whether a text that follows a semicolon is nothing, or the quotation mark
// that closes what that stands in.
func endsText(text string) bool {
	text = strings.TrimLeft(text, "\\")
	return text == "" || strings.IndexByte("\"'", text[0]) >= 0 && (len(text) == 1 || strings.IndexByte(" \t,)]};:+", text[1]) >= 0)
}

// isKeyword reports whether segment, which starts behind a semicolon, starts with a
// keyword of a connection string, of whichever product, and an equals sign.
func isKeyword(segment string) bool {
	const longest = 64
	name, _, found := strings.Cut(segment[:min(len(segment), longest)], "=")
	if !found || strings.IndexByte(name, ';') >= 0 {
		return false
	}
	name = strings.TrimSpace(name)
	if _, known := schema.Lookup(name); known {
		return true
	}
	return vocabulary.IsKnownElsewhere(name)
}

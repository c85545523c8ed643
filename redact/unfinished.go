package redact

import (
	"strings"

	"kustoconn/internal/container"
	"kustoconn/schema"
	"kustoconn/source"
)

// unfinished is what a line left open that the next one may go on with. It counts
// only while that is plainly the same value, and never past a new record, so that no
// line of a log is swallowed. The zero value is nothing.
type unfinished struct {
	mark     string // a quotation mark of a value that nothing closed
	unmarked bool   // which is masked itself, so that the value goes on as one without
	pem      bool   // a key in PEM, up to its last line
	base64   bool   // lines of base64
	literal  bool   // a value in a literal or cell that nothing closed
	slash    bool   // a value before a backslash, behind which a shell goes on
	value    bool   // a value that may go on where the next line is set in
	indent   int    // how far the line of that was set in
	pairs    bool   // a connection string that ended with a semicolon
	named    bool   // a secret's keyword, whose value the next line holds
	key      bool   // of which nothing stands before it on its line
	member   int    // the same as the name of a member, whose value is one of so many members that follow
	call     string // the call that makes a credential or fills a format, so far
	split    string // the end of a literal amid a keyword, with which the next line's is one text
	folded   bool   // and no literal: the string goes on with the next line
	operand  bool   // a value that a literal ends
	joined   bool   // and an operator stands behind that
	block    block  // lines that are the value of a secret's keyword
	columns  columns
	request  bool // the header of a request to Kusto
}

func (u unfinished) any() bool { return u != unfinished{} }

// note notes what text, a line, leaves open behind its last region.
func (s *stream) note(text string, regions []region) {
	s.noteOpen(text, regions)
	s.notePrefixed(text)
	s.noteLogged(text)
}

// noteMasked is note for a line that is noted and left nothing open, as it reads once it is masked:
// what it starts like, or holds, is compared with the line before it and not with itself.
func (s *stream) noteMasked(text string, regions []region) {
	s.noteOpen(text, regions)
	if s.prefixed.last == "" {
		s.rememberPrefixed(text)
	}
	if !s.logged.any() {
		s.noteLogged(text)
	}
}

// noteOpen is note for what may go on at the start of the next line.
func (s *stream) noteOpen(text string, regions []region) {
	before := s.unfinished
	s.unfinished = unfinished{}
	end := len(strings.TrimRight(text, " \t\r\n"))
	s.noteSplit(text[:end], before)
	s.request = isRequest(text[:end], before.request)
	s.noteColumns(text, before.columns, len(regions) > 0)
	s.noteName(text[:end])
	if before.named && strings.TrimSpace(text) == "----" { // kubectl draws it below a key
		s.block = block{lines: 1, indent: -1}
	}
	if before.block.holds(text) {
		s.block = before.block
		s.block.lines--
		return
	}
	if s.member == 0 && before.member > 1 && !strings.Contains(text, Mask) && len(regions) == 0 && (isMember(text[:end]) || s.inside && isMember(" "+text[:end])) {
		s.member = before.member - 1
	}
	s.named = s.named || before.named && len(regions) > 0 && strings.HasPrefix(strings.TrimLeft(text, " \t"), "- ")
	s.call = openCall(before.call, text)
	if len(regions) == 0 {
		const longestURI = 256
		uri := text[max(0, end-longestURI):end]
		s.pairs = strings.HasSuffix(uri, ";") && namesKusto(lastWord(strings.TrimRight(uri, "; ")))
		return
	}
	last := regions[len(regions)-1]
	if last.open == "" && strings.HasSuffix(text[:end], ";") && last.span.End >= end-1 {
		s.pairs = true
		return
	}
	if len(last.secrets) == 0 {
		return
	}
	span := last.secrets[len(last.secrets)-1]
	if span.End < end {
		s.noteOperand(span.Slice(text), text[span.End:end])
		return
	}
	s.block = block{} // its sign is masked
	secret := span.Slice(text)
	if begin := strings.LastIndex(secret, "-----BEGIN"); (begin >= 0 || before.pem) && strings.LastIndex(secret, "-----END") <= begin {
		s.pem = true
	}
	s.base64 = isBase64Line(lastWord(secret))
	s.indent = indentOf(text)
	s.mark, s.value, s.slash = last.open, true, strings.HasSuffix(secret, "\\")
	s.unfinished.literal = before.literal || endsInLiteral(text) ||
		endsInLiteral(maskSpans(text, source.Span{End: len(text)}, keepLines(text, secretsOf(text, regions))))
}

func endsInLiteral(line string) bool {
	_, open, _ := container.LastLiteral(strings.TrimRight(line, "\r\n"), false)
	return open
}

// openCall returns the call that makes a credential, or the format with its arguments, that
// line leaves open, behind what was before it; or nothing.
func openCall(before, line string) string {
	const longest = 1 << 10
	if before == "" {
		start := strings.LastIndexByte(line, '(')
		callee := ""
		if start >= 0 {
			callee = calleeBefore(line, start)
		}
		if secretPlaces(callee) == nil {
			return openFormat(line)
		}
		before, line = callee, line[start:]
	}
	if len(before)+len(line) > longest || strings.IndexByte(line, ')') >= 0 {
		return ""
	}
	return before + strings.TrimRight(line, "\r\n") + " "
}

func lastWord(text string) string { return text[strings.LastIndexAny(text, " \t\"'=;")+1:] }

// goOn returns the regions of a line that goes on with what the last one left open.
func (s *stream) goOn(text string) []region {
	if s.request {
		if found := findAuthorization(text, s.placeholders); len(found) > 0 {
			return merge(append(s.lookAt(text), found...))
		}
	}
	if s.columns.cells == 0 {
		return s.goOnLine(text)
	}
	if cells := s.cellsOf(text); len(cells) > 0 {
		return merge(append(s.lookAt(text), cells...))
	}
	return s.goOnLine(text)
}

// goOnLine is goOn for what no table's columns say.
func (s *stream) goOnLine(text string) []region {
	if _, isListed := listedValue(text); startsRecord(text) && !(isListed && s.named) {
		return s.lookAt(text)
	}
	start := skipBlanks(text, 0)
	end := len(strings.TrimRight(text, " \t\r\n"))
	if s.unmarked {
		if last, ok := closesValue(text, start, s.mark); ok {
			return s.lookFrom(text, start, last)
		}
	}
	if s.named || s.member > 0 {
		if first, last, ok := s.namedValue(text); ok {
			return s.lookFrom(text, first, last)
		}
	}
	if start >= end {
		return s.lookAt(text)
	}
	encoded := strings.TrimRight(text[start:end], `",;'`)
	switch {
	case s.block.holds(text):
		if s.placeholders.StandsForSecret(text[start:end]) {
			return s.lookAt(text)
		}
		return s.lookFrom(text, start, end)
	case s.operand:
		if first, last, ok := s.operandValue(text, start); ok {
			return s.lookFrom(text, first, last)
		}
		return s.lookAt(text)
	case s.call != "":
		return s.lookBehind(s.call, text)
	case s.folded: // or a value goes on
		found, split := s.lookBehindSplit(text, start), s.split
		s.split, s.folded = "", false
		found = append(found, s.goOnLine(text)...)
		s.split, s.folded = split, true // the line is looked at again once it is masked
		return merge(found)
	case s.split != "":
		return s.lookBehindSplit(text, start)
	case s.pem && !strings.Contains(text, ":"):
		return s.lookFrom(text, start, pemEnd(text, end))
	case s.base64 && isBase64Line(encoded):
		return s.lookFrom(text, start, start+len(encoded))
	case s.mark != "" && !s.unmarked:
		if last, ok := closesValue(text, start, s.mark); ok {
			return s.lookFrom(text, start, last)
		}
	case s.pairs:
		if name, _, found := strings.Cut(text[start:end], "="); found && mayBeKeyword(name) && !s.beginsString(text, start) {
			return s.lookBehind("https://c.kusto.windows.net;Fed=true;", text)
		}
	case isSibling(text[start:end], start > s.indent):
	case s.unfinished.literal || s.slash || start > 0 && s.value:
		v := value{text: text, at: start, limit: endOfLine(text, start), placeholders: s.placeholders}
		v.readWords()
		if len(v.secrets) > 0 && (s.slash || !s.beginsString(text, start)) {
			return s.lookFrom(text, start, v.secrets[len(v.secrets)-1].End)
		}
	}
	return s.lookAt(text)
}

// pemEnd returns the offset behind what a line holds of a key in PEM: end, or the mark behind the
// last line of that.
func pemEnd(line string, end int) int {
	if at := strings.Index(line, "-----END"); at >= 0 {
		return min(end, indexFrom(line, at, "\"';"))
	}
	return end
}

// isSibling reports whether a line behind one with a value is an option, a comment, a
// member, an assignment or a call of its own and not the rest of that value: only a member's colon
// says so where it is set in deeper.
func isSibling(line string, deeper bool) bool {
	const longest = 64
	if isComment(line) {
		return true
	}
	n := strings.IndexAny(line[:min(len(line), longest)], ":=( ")
	if n > 0 && line[n-1] == ',' && !deeper { // of two that are assigned
		line = strings.TrimLeft(line[n:], " ")
		n = strings.IndexAny(line[:min(len(line), longest)], ":=( ")
	}
	if n <= 0 {
		return false
	}
	name, rest := line[:n], strings.TrimLeft(line[n:], " ")
	if strings.HasPrefix(name, "--") {
		return len(name) > len("--") && isName(name[2:])
	}
	if strings.HasPrefix(name, ".") && isName(name[1:]) && line[n] == '(' { // of a chain of calls
		return true
	}
	if !isName(strings.Trim(name, "\"'")) && !isIndexed(name) {
		return false
	}
	switch assigned := strings.HasPrefix(rest, "= ") || strings.HasPrefix(rest, ":= "); {
	case rest == ":", strings.HasPrefix(rest, ": "):
		return true
	case deeper:
		return false
	case line[n] == '(':
		return strings.IndexByte("){;,", line[len(line)-1]) >= 0
	case line[n] == '=':
		return assigned || len(rest) > 1 && rest[1] != '=' && rest[1] != ';'
	default:
		return assigned
	}
}

// isIndexed reports whether text is a name with an index behind it, values["client_key"].
func isIndexed(text string) bool {
	name, index, found := strings.Cut(strings.TrimSuffix(text, "]"), "[")
	return found && len(text) > len(name)+len(index)+1 && isName(name) && isName(strings.Trim(index, "\"'"))
}

// beginsString reports whether a connection string of its own begins in text, a line whose
// first sign stands at offset, behind something else: then that is a line of its own.
func (s *stream) beginsString(text string, offset int) bool {
	found := s.find(text)
	return len(found) > 0 && found[0].Span.Start > offset
}

// mayBeKeyword reports whether what stands before a line's first equals sign is a keyword
// and no sentence.
func mayBeKeyword(name string) bool {
	name = strings.TrimSpace(name)
	_, known := schema.Lookup(name)
	return known || name != "" && !strings.ContainsAny(name, " \t;:,()\"'")
}

// lookFrom returns the secret from start to end, and the regions behind it.
func (s *stream) lookFrom(text string, start, end int) []region {
	span := source.Span{Start: start, End: end}
	regions := []region{{span: span, secrets: []source.Span{span}}}
	behind := end
	if behind < len(text) && (text[behind] == '"' || text[behind] == '\'') { // it closes the value and opens nothing
		behind++
	}
	for _, r := range s.lookAt(text[behind:]) {
		regions = append(regions, r.shift(behind))
	}
	return regions
}

// closesValue returns where the quoted value ends that an earlier line began, if it
// plainly does: no pair begins before the mark, masked or not, and behind it a value may end.
func closesValue(text string, start int, mark string) (end int, ok bool) {
	end, ok = closingQuote(text, start, endOfLine(text, start), mark)
	if !ok {
		return 0, false
	}
	before := text[start:end]
	if strings.Contains(before, "://") || strings.Contains(before, "="+Mask) || strings.HasSuffix(strings.TrimRight(before, " "), "=") {
		return 0, false
	}
	if _, holds := nextName(before, 0); holds {
		return 0, false
	}
	rest := text[end+len(mark):]
	return end, rest == "" || strings.IndexByte("; \t\r\n,)]}\"'", rest[0]) >= 0
}

// isBase64Line reports whether text is a line of encoded bytes.
func isBase64Line(text string) bool {
	const shortest = 16
	if len(text) < shortest {
		return false
	}
	digits := false
	for i := range len(text) {
		c := text[i]
		if !isWordByte(text, i) && c != '+' && c != '/' && c != '=' && c != '-' || c >= 0x80 {
			return false
		}
		digits = digits || '0' <= c && c <= '9' || isUpper(c) || c == '='
	}
	return digits
}

// levels are the words that records of logs start with.
var levels = []string{"trace", "debug", "info", "information", "notice", "warn", "warning", "error", "err", "fatal", "critical", "panic", "severe", "fine"}

// startsRecord reports whether a line starts a record of a log: with a time stamp, a
// level, a process, or an object.
func startsRecord(line string) bool {
	line = strings.TrimLeft(line, " \t\ufeff")
	for line != "" && line[0] == 0x1b {
		n := strings.IndexByte(line, 'm')
		if n < 0 {
			return true
		}
		line = line[n+1:]
	}
	if line == "" {
		return false
	}
	switch c := line[0]; {
	case c == '{' || c == '[' || c == '<':
		return true
	case '0' <= c && c <= '9':
		digits := line[:len(line)-len(strings.TrimLeft(line, "0123456789"))]
		rest := line[len(digits):]
		return len(digits) <= 8 && rest != "" && strings.IndexByte("-:/.", rest[0]) >= 0 && len(rest) > 1 && '0' <= rest[1] && rest[1] <= '9' || len(digits) == 10 && strings.HasPrefix(rest, ".")
	}
	word := strings.ToLower(strings.TrimRight(firstWord(line), ":]|,"))
	for _, level := range levels {
		if word == level {
			return true
		}
	}
	name, _, found := strings.Cut(word, "=")
	if found && (name == "time" || name == "ts" || name == "level" || name == "lvl" || name == "timestamp") {
		return true
	}
	return isMonth(word) || len(word) == 5 && strings.IndexByte("iwef", word[0]) >= 0 && strings.Trim(word[1:], "0123456789") == ""
}

func isMonth(word string) bool {
	switch word {
	case "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec":
		return true
	}
	return false
}

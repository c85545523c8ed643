package redact

import (
	"strings"

	"kustoconn/internal/ascii"
)

// Programs log what has several lines, such as a table or an object, line by line, and before
// each stands the same: a time, a name, the sign of a comment or of a change. Behind that a line
// goes on with the one before as the lines of a stream do, though each is a record of its own.

// prefixed is the line before, and what it leaves open behind what both start with. It counts
// only where a name or a table's head says what comes. The zero value is none.
type prefixed struct {
	last string // the line before; empty where it names no secret
	size int    // how much of it stands before each; 0 where nothing followed yet
	open unfinished
}

// longestPrefixed bounds a line that is remembered.
const longestPrefixed = 1 << 10

// commonPrefix returns how much two lines start with that is alike but for digits, up to the
// last blank or sign that programs put before a line.
func commonPrefix(a, b string) int {
	n, end := 0, 0
	for n < len(a) && n < len(b) && (a[n] == b[n] || ascii.IsDigit(a[n]) && ascii.IsDigit(b[n])) {
		switch a[n] {
		case ' ', '\t', '|', '>', '#', '+', '/', '*':
			end = n + 1
		}
		n++
	}
	if number := a[strings.LastIndexByte(strings.TrimRight(a[:end], " "), ' ')+1 : end]; isItemNumber(strings.TrimSpace(number)) {
		end -= len(number) // of a list
	}
	return end
}

// behindPrefix returns a stream at the start of what a line holds behind the prefix that it
// shares with the one before, which is remembered, and how long that is; 0 where nothing is open there.
func (s *stream) behindPrefix(line string) (inner stream, size int) {
	size = commonPrefix(s.prefixed.last, line)
	inner = stream{looker: s.looker, depth: s.depth, inside: true}
	switch {
	case size == 0 || size < s.prefixed.size:
		return inner, 0
	case s.prefixed.size > 0:
		size, inner.unfinished = s.prefixed.size, s.prefixed.open
	default:
		before := s.prefixed.last[size:]
		before = before[:lineLength(before)]
		inner.noteColumns(before, columns{}, false)
		inner.noteName(before)
		inner.keepNamed()
	}
	if !inner.unfinished.any() {
		return inner, 0
	}
	return inner, size
}

// keepNamed leaves out what is open only as far as a line may go on with a value.
func (s *stream) keepNamed() {
	u := s.unfinished
	s.unfinished = unfinished{columns: u.columns, named: u.named, key: u.key, member: u.member, indent: u.indent, block: u.block, operand: u.joined, joined: u.joined}
	if s.unfinished == (unfinished{indent: u.indent}) {
		s.unfinished = unfinished{}
	}
}

// findBehindPrefix returns the secrets of a line that the one before tells, behind what both
// start with.
func (s *stream) findBehindPrefix(line string) (found []region) {
	if s.prefixed.last == "" {
		return nil
	}
	inner, size := s.behindPrefix(line)
	if size == 0 || size >= lineLength(line) {
		return nil
	}
	for _, r := range inner.goOn(line[size:]) {
		found = append(found, r.shift(size))
	}
	return found
}

// notePrefixed notes a line for the next one that starts alike.
func (s *stream) notePrefixed(line string) {
	if s.prefixed.last == "" {
		s.rememberPrefixed(line)
		return
	}
	inner, size := s.behindPrefix(line)
	s.prefixed = prefixed{}
	if size > 0 && size <= lineLength(line) {
		inner.note(line[size:], inner.goOn(line[size:]))
		if inner.keepNamed(); inner.unfinished.any() {
			s.prefixed = prefixed{last: line, size: size, open: inner.unfinished}
			return
		}
	}
	s.rememberPrefixed(line)
}

// rememberPrefixed remembers a line that may tell something of the next one.
func (s *stream) rememberPrefixed(line string) {
	if len(line) > longestPrefixed {
		return
	}
	if s.named || s.member > 0 || s.block.lines > 0 || s.joined || endsInSecretName(line) || mayEndInHeader(line) {
		s.prefixed.last = line
	}
}

// endsInSecretName reports whether the keyword of a secret is the last word of a line.
func endsInSecretName(line string) bool {
	const longest = 48
	line = strings.TrimRight(line, "\"'`:,{([ \t\r\n")
	_, ok := nameAtEnd(line, max(0, len(line)-longest))
	return ok
}

// mayEndInHeader reports whether a line may hold the names of columns, one of them a secret's.
func mayEndInHeader(line string) bool {
	if strings.ContainsAny(line, "=({") || !strings.ContainsAny(line, ",;\t|│") && !strings.Contains(line, "  ") {
		return false
	}
	_, ok := nextName(line, 0)
	return ok
}

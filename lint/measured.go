package lint

import (
	"slices"
	"sort"
	"strings"

	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

const (
	// maxMeasure is how far on its line a name is measured by a word, in bytes.
	maxMeasure = 48
	// maxReach is how far behind the bracket of a call its arguments are looked for, in bytes.
	maxReach = 256
	// maxOpen, maxOuter and maxAround are how many brackets are known to be open, how many calls around an
	// argument may measure it, and how many functions around a place.
	maxOpen, maxOuter, maxAround = 64, 8, 16
	// maxPasses is through how many calls, one in another, a text is followed.
	maxPasses = 4
)

// measured is of which names the program takes the length of the text, or a part of it by its place:
// where the name stands, in another one that is given it, or in a function of the file that is.
type measured struct {
	file    *File
	names   map[string]bool    // in lower case, as all names here
	digests map[string]bool    // that hold what computes a digest
	byName  map[string]*called // functions that the file defines
	ordered []*function        // in the file
	open    []call             // in which the reader is
	closed  call               // the last one before the reader
	given   []given
	aliases []alias
}

// A call is a bracket, and what is known of the word before it.
type call struct {
	name     string // empty where there is none
	at, end  int    // of the bracket, and of the one that closes it
	place    int    // of the argument in which the reader is, from 0
	measures bool   // what it is given
	digests  bool   // what it is given
}

// A given is a name that is an argument of a function of the file.
type given struct {
	name, to  string
	at, place int // place is -1 where it is unknown
}

// measure finds the names that are measured, in a pass over the text for its functions and one for
// what it does with names.
func (f *File) measure() *measured {
	m := &measured{file: f, names: map[string]bool{}, digests: map[string]bool{}, byName: map[string]*called{}, aliases: slices.Clone(f.aliases())}
	m.define()
	m.read()
	for range maxPasses {
		for _, a := range slices.Backward(m.aliases) {
			if m.names[a.name] {
				m.mark(a.of, a.at)
			}
		}
		for _, g := range m.given {
			if m.isCutBy(g.to, g.place) {
				m.mark(g.name, g.at)
			}
		}
	}
	return m
}

// isCutBy reports whether a function measures what it is given at a place.
func (m *measured) isCutBy(name string, place int) bool {
	c := m.byName[name]
	return c != nil && c.cuts != 0 && (place < 0 || c.spread || c.cuts>>place&1 != 0)
}

// mark takes note that a text is measured by a name at an offset.
func (m *measured) mark(name string, at int) {
	m.names[name] = true
	last := sort.Search(len(m.ordered), func(i int) bool { return m.ordered[i].body.Start > at })
	for _, fn := range m.ordered[max(0, last-maxAround):last] {
		for i, words := range fn.params {
			if fn.body.End > at && isAmong(words, name) {
				fn.called.cuts |= 1 << i
			}
		}
	}
}

// read finds what the program does with the names in it.
func (m *measured) read() {
	text := m.file.Text()
	for at := 0; at < len(text); at++ {
		switch c := text[at]; c {
		case '(', '[', '{':
			m.enter(at)
		case ')', ']', '}':
			if n := len(m.open); n > 0 {
				m.closed, m.open = m.open[n-1], m.open[:n-1]
				m.closed.end = at
			}
		case ',':
			if n := len(m.open); n > 0 {
				m.open[n-1].place++
			}
		case '%':
			m.readVerb(at)
		case '\n':
			if at+1 < len(text) && strings.IndexByte(" \t\r\n)]}", text[at+1]) < 0 {
				m.open = m.open[:0] // a statement begins there
			}
		default:
			if literal.IsWordByte(c) {
				word := source.Span{Start: at, End: literal.WordEnd(text, at)}
				m.readWord(word)
				at = word.End - 1
			}
		}
	}
}

// enter takes note of the bracket at an offset.
func (m *measured) enter(at int) {
	text := m.file.Text()
	c := call{at: at}
	if text[at] == '(' {
		before := strings.TrimRight(text[max(0, at-maxMeasure):at], " !")
		if name := endingWord(before); name != "" {
			c.name = strings.ToLower(name)
			receiver := strings.TrimRight(strings.TrimSuffix(before, name), " \t\r\n")
			if dotted := strings.TrimRight(receiver, ".:->"); len(dotted) < len(receiver) {
				dotted = strings.TrimRight(dotted, " \t\r\n")
				object := strings.ToLower(endingWord(dotted))
				c.digests = strings.HasSuffix(dotted, ")") && m.closed.digests && strings.Trim(text[m.closed.end+1:at], " \t\r\n.:->") == name ||
					m.digests[object] || isDigest(object)
			}
		}
		c.digests = c.digests || isDigest(c.name)
		c.measures = c.digests || isMeasure(c.name) || isAmong(readers, c.name)
	}
	if len(m.open) == maxOpen {
		m.open = m.open[:0]
	}
	m.open = append(m.open, c)
}

// readWord takes note of what is done with what a word names, or with others by it.
func (m *measured) readWord(word source.Span) {
	text := m.file.Text()
	name, before := strings.ToLower(word.Slice(text)), text[max(0, word.Start-2):word.Start]
	if name[0] <= '9' {
		if len(name) > 1 || !strings.HasSuffix(before, "$") && before != "${" {
			return
		}
		m.aliases = appendAlias(m.aliases, text, word)
	}
	if m.file.isLookedInto(word) {
		m.mark(name, word.Start)
	}
	for _, c := range m.open[max(0, len(m.open)-maxOuter):] {
		if word.Start-c.at > maxReach {
			continue
		}
		if c.measures {
			m.mark(name, word.Start)
		} else if m.byName[c.name] != nil {
			m.given = append(m.given, given{name, c.name, word.Start, c.place})
		}
	}
	if c := m.byName[name]; c != nil && c.spread {
		m.command(word, name)
	}
	if isMeasure(name) {
		m.measureBy(word, name)
	}
}

// command takes note of the arguments of a function of the file that is called as a command.
func (m *measured) command(word source.Span, name string) {
	line, _, _ := strings.Cut(m.file.Text()[word.End:min(len(m.file.Text()), word.End+maxMeasure)], "\n")
	for argument := range words(line) {
		m.given = append(m.given, given{strings.ToLower(argument.Slice(line)), name, word.End + argument.Start, -1})
	}
}

// measureBy takes note of the names that a word measures which is no function with its arguments in
// brackets: a property of what stands before it, or a command or operator with the names on its line.
func (m *measured) measureBy(word source.Span, name string) {
	text := m.file.Text()
	line := lastLine(text[max(0, word.Start-maxNameLine):word.Start])
	if i := strings.IndexByte(line, '='); i > 0 && isDigest(name) {
		m.digests[strings.ToLower(endingWord(strings.TrimRight(line[:i], " :")))] = true
	}
	behind, _, _ := strings.Cut(text[word.End:min(len(text), word.End+maxMeasure)], "\n")
	line = line[max(0, len(line)-maxMeasure):]
	next := strings.TrimLeft(behind, " !")
	switch {
	case strings.HasPrefix(next, "("), strings.HasSuffix(strings.TrimRight(line, " "), "|"):
		return
	case strings.HasSuffix(line, "."), strings.HasSuffix(line, "->"):
		line, behind = line[strings.LastIndexByte(line, ' ')+1:], ""
	case next != "" && strings.IndexByte("=:.,;)]", next[0]) >= 0:
		return
	}
	for w := range words(line) {
		m.mark(strings.ToLower(w.Slice(line)), word.Start-len(line)+w.Start)
	}
	for w := range words(behind) {
		m.mark(strings.ToLower(w.Slice(behind)), word.End+w.Start)
	}
}

// readVerb takes note of the names behind the verb of a format at an offset that cuts or fills what it
// is given: %.70s.
func (m *measured) readVerb(at int) {
	rest, _, _ := strings.Cut(m.file.Text()[at+1:min(len(m.file.Text()), at+maxMeasure)], "\n")
	kind := strings.TrimLeft(rest, "-.0123456789")
	if strings.HasPrefix(kind, "s") && len(kind) < len(rest) {
		for w := range words(kind) {
			m.mark(strings.ToLower(w.Slice(kind)), at)
		}
	}
}

const (
	// measures are words of functions and commands that count what a text has, or take a part of it by its place.
	measures = " awk count cut delims drop explode ifs left len mapfile mid pack partition read readarray size sizeof sscanf strcmp strlen strncmp strtok sub take trunc unpack word words "
	// readers are functions alone that read a text byte by byte or compare it.
	readers = " counter enumerate findall finditer fullmatch islice iter list match memcmp memcpy newreader reader reversed search sorted stringio stringreader strchr strrchr strstr switch test wrap "
)

// isAmong reports whether a word in lower case is in a list.
func isAmong(list, word string) bool { return word != "" && strings.Contains(list, " "+word+" ") }

// isMeasure reports whether a word in lower case is one of measures, or made with the stem of one.
func isMeasure(word string) bool {
	for _, stem := range [...]string{"fields", "hash", "index", "length", "slice", "split", "substr", "tokeniz"} {
		if strings.Contains(word, stem) {
			return true
		}
	}
	return isAmong(measures, word) || isDigest(word)
}

// isDigest reports whether a word in lower case names a digest, or what computes one.
func isDigest(word string) bool {
	for _, stem := range [...]string{"adler", "crc32", "digest", "fnv", "hmac", "md5", "sha1", "sha256", "sha512"} {
		if strings.Contains(word, stem) {
			return true
		}
	}
	return isAmong(" createhash hash hasher hashlib ", word)
}

// argumentOf returns the call in which the string at span of the file is an argument by itself, with its
// name and the place; of an element of a list the name is its bracket.
func (f *File) argumentOf(own source.Span) (c call) {
	before := strings.TrimRight(f.Text()[max(0, own.Start-maxReach):own.Start], "\"'`@")
	depth := 0
	for at := len(before) - 1; at >= 0; at-- {
		switch before[at] {
		case ')', ']', '}':
			depth++
		case ',':
			if depth == 0 {
				c.place++
			}
		case ';', '=':
			if depth == 0 && c.place == 0 {
				return call{}
			}
		case '(', '[', '{':
			if depth--; depth >= 0 {
				continue
			}
			if c.name = before[at : at+1]; c.name == "(" {
				c.name = strings.ToLower(endingWord(strings.TrimRight(before[:at], "!")))
			}
			return c
		}
	}
	return call{}
}

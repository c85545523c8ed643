package redact

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/recognize"
	"kustoconn/source"
)

// Most lines with something to hide hold one connection string, which every reading of the
// line finds alike, amid text that no reading says anything of. Such a line is read once, and
// is masked without a second look: its masks stand where they are read as masks
// (BenchmarkCopyHits). FuzzPlainLine holds that against reading all of it.

// longestPlain bounds a plain line, so that no bound of another reading is reached in one.
const longestPlain = 4 << 10

// plain masks a line if it is a plain one, and reports whether it was. It starts at offset start
// of p's text, where the first place worth a look from there on is at hit. It keeps nothing of
// the text.
func (s *stream) plain(text string, p *prefilter, start, hit int) bool {
	line := strings.TrimSuffix(text, "\n")
	if s.placeholders != nil || hit >= start+len(line) || len(line) > longestPlain {
		return false
	}
	found := &s.found
	if !found.Read(line, hit-start) || hit < start+found.Span.Start || len(found.Secrets) == 0 || !s.areOnlyNames(line, found) {
		return false
	}
	around := surroundings{line: line}
	if !around.areInert(source.Span{End: found.Span.Start}) || around.inside && !around.isAmidLiteral(found) ||
		!around.areInert(source.Span{Start: found.Span.End, End: len(line)}) || around.inside {
		return false
	}
	last := found.Values[len(found.Values)-1]
	if p.next(start+last.Start) < start+len(line) { // a word may begin in the value and end behind it
		return false
	}
	s.writePlain(text, found)
	return true
}

// areOnlyNames reports whether no name of a secret stands in a string but the keywords of its
// secrets, no secret stands for another, and nothing in it says something of what stands behind.
func (s *stream) areOnlyNames(line string, found *recognize.Plain) bool {
	for _, value := range found.Values {
		if _, named := nextName(value.Slice(line), 0); named {
			return false
		}
	}
	for _, secret := range found.Secrets {
		if s.placeholders.StandsForSecret(secret.Slice(line)) {
			return false
		}
	}
	text := found.Span.Slice(line)
	return !holdsMarker(text) && !mayAuthorize(text[strings.LastIndexByte(text, ';')+1:])
}

// holdsMarker reports whether the words that say that base64 follows may stand in text.
func holdsMarker(text string) bool {
	return strings.Contains(text, "64") && (strings.Contains(text, "b64") || strings.Contains(text, "ase64") || strings.Contains(text, "ASE64"))
}

// writePlain writes a line with the secrets of a string masked.
func (s *stream) writePlain(text string, found *recognize.Plain) {
	at := 0
	for _, secret := range found.Secrets {
		s.out = append(s.out, text[at:secret.Start]...)
		s.out = append(s.out, Mask...)
		at = secret.End
	}
	s.out = append(s.out, text[at:]...)
	s.masks += len(found.Secrets)
	if found.Open() { // else a semicolon stands behind each secret, and nothing is left open
		s.note(strings.Clone(text), []region{{span: found.Span, secrets: found.Secrets}})
	}
}

// surroundings is what stands around the string of a line.
type surroundings struct {
	line   string
	inside bool // a literal, behind what was looked at
	start  int  // of it
}

// What a byte around a string may be.
const (
	special byte = iota // some reading of the line may say something of it
	inert               // a part of a word, or of nothing
	ending              // it ends a word of a request
	mark                // a quotation mark
	equals
	ampersand
	colon
)

var kinds = func() (kinds [256]byte) {
	for c := range byte(0x80) {
		if isWordByte(string([]byte{c}), 0) || strings.IndexByte("-./+?!*|~", c) >= 0 {
			kinds[c] = inert
		}
	}
	for _, c := range []byte(" ,;(){}[]") {
		kinds[c] = ending
	}
	kinds['"'], kinds['='], kinds['&'], kinds[':'] = mark, equals, ampersand, colon
	return kinds
}()

// areInert reports whether the text at span says nothing but what it says, whoever reads it: no
// escapes and no markup, no URI, literals without such and with something in them, no word
// that a credential follows. Words of secrets' keywords are for the prefilter to find.
func (a *surroundings) areInert(span source.Span) bool {
	word := span.Start
	for at := span.Start; at < span.End; at++ {
		kind := kinds[a.line[at]]
		if kind == inert {
			continue
		}
		switch kind {
		case special:
			return false
		case mark:
			if !a.passMark(at) {
				return false
			}
		case equals:
			if strings.HasPrefix(a.line[at:], "=3D") || strings.HasPrefix(a.line[at:], "=3d") { // quoted-printable
				return false
			}
			continue
		case ampersand:
			if _, n := escape.HTMLReference(a.line[at:]); n > 0 {
				return false
			}
			continue
		case colon:
			if strings.HasPrefix(a.line[at:], "://") {
				return false
			}
			continue
		}
		if mayAuthorize(a.line[word:at]) {
			return false
		}
		word = at + 1
	}
	return !mayAuthorize(a.line[word:span.End])
}

// isAmidLiteral reports whether a string in a literal, up to which all was looked at, is all of
// it, or stands amid text that no reading takes for a part of it.
func (a *surroundings) isAmidLiteral(found *recognize.Plain) bool {
	if found.Span.Start == a.start {
		return found.Span.End < len(a.line) && a.line[found.Span.End] == '"'
	}
	return found.IsAmid(a.line[a.start:found.Span.Start])
}

// passMark passes the quotation mark at offset, and reports whether it plainly opens a literal,
// or closes the one that is open: nobody may take it for a part of something else.
func (a *surroundings) passMark(at int) bool {
	if at > 1 && a.line[at-1] == ' ' && (a.line[at-2] == ' ' || a.line[at-2]|0x20 == 't') { // set "NAME=value"
		return false
	}
	next := at + 1
	a.inside, a.start = !a.inside, next
	if !a.inside {
		return next == len(a.line) || a.line[next] != '"' && !isWordByte(a.line, next) && !inDoubt(a.line[at:])
	}
	return next < len(a.line) && a.line[next] != '"' && !isWordByte(a.line, at-1)
}

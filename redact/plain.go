package redact

import (
	"slices"
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/container"
	"kustoconn/internal/escape"
	"kustoconn/internal/recognize"
	"kustoconn/source"
)

// Most lines with something to hide hold one connection string, which every reading of the
// line finds alike, amid text that no reading says anything of. Such a line is read once, and
// is masked without a second look: its masks stand where they are read as masks
// (BenchmarkCopyHits). FuzzPlainLine holds that against reading all of it.

// longestPlain bounds a string in a plain line, and what stands before it in its literal, so that no bound of another
// reading is reached in one.
const longestPlain = 4 << 10

// plain masks a line if it is a plain one, and reports whether it was. It starts at offset start
// of p's text, where the first place worth a look from there on is at hit. It keeps nothing of
// the text.
func (s *stream) plain(text string, p *prefilter, start, hit int) bool {
	line := strings.TrimSuffix(text, "\n")
	if s.placeholders != nil || hit >= start+len(line) {
		return false
	}
	s.secrets, s.open = s.secrets[:0], false
	around := surroundings{line: line, end: len(line)}
	if !s.readPlain(&around, p, start, hit) || strings.HasSuffix(line, ` "`) || isRequest(line, false) { // which may go on in the next line
		return false
	}
	s.writePlain(text)
	return true
}

// plainPart writes the start of a plain line that is longer than what is held, and reports whether it is one. The
// first place worth a look in p's text, all that is held of it, is at hit.
func (s *stream) plainPart(p *prefilter, hit int) (used int, ok bool) {
	text := p.text
	around := surroundings{line: text, end: len(text) - window + longestPlain, cut: len(text) - window}
	if s.placeholders != nil || len(text) <= window || strings.IndexByte(text, '%') >= 0 || strings.IndexByte(text, '"') >= 0 {
		return 0, false
	}
	s.secrets = s.secrets[:0]
	if !s.readPlain(&around, p, 0, hit) {
		return 0, false
	}
	for n := len(s.secrets); n > 0 && s.secrets[n-1].End > around.cut; n-- {
		s.secrets = s.secrets[:n-1]
	}
	s.open = false
	s.writePlain(text[:around.cut])
	return around.cut, true
}

// readPlain reads a text whose strings every reading finds alike, and adds their secrets. It starts at offset
// start of p's text, where the first place worth a look is at hit.
func (s *stream) readPlain(a *surroundings, p *prefilter, start, hit int) bool {
	line, found, at := a.line, &s.found, 0
	encoded := a.nextEncoded(0)
	for (hit < start+len(line) || encoded.Start < len(line)) && at < a.end {
		if hit-longestPlain > start+a.end {
			break
		}
		if encoded.Start <= hit-start {
			if !a.areInert(source.Span{Start: at, End: encoded.Start}) || !s.readEncoded(a, encoded) {
				return false
			}
			at = encoded.End
			hit, encoded = p.next(start+at), a.nextEncoded(at) // no word of a secret goes on behind it
			continue
		}
		if !found.Read(line, at, hit-start) || hit < start+found.Span.Start || len(found.Secrets) == 0 || !s.areOnlyNames(line, found) {
			return false
		}
		if !a.areInert(source.Span{Start: at, End: found.Span.Start}) || a.depth > 0 && !a.isAmidLiteral(found) || !a.isAmidElement(found) {
			return false
		}
		s.secrets, s.open = append(s.secrets, found.Secrets...), found.Open()
		at = found.Span.End
		if a.cut < at && found.Span.Start < a.cut {
			a.cut = at
		}
		hit = p.next(start + found.Values[len(found.Values)-1].Start) // a word may begin in the value and end behind it
		if at > encoded.Start || found.Span.Len() > longestPlain {
			return false
		}
	}
	return a.areInert(source.Span{Start: at, End: max(at, a.end)}) && a.depth == 0
}

// readEncoded reads a part of a text that is written as URLs are, which is plain if what it says is
// and it says nothing as it stands.
func (s *stream) readEncoded(a *surroundings, span source.Span) bool {
	text := span.Slice(a.line)
	isAmid := (span.Start == 0 || kinds[a.line[span.Start-1]] != inert) && (span.End < len(a.line) || a.outer > 0)
	if !isAmid || a.outer+a.depth == maxDepth || !isURL(text) || container.MarksBase64(a.line, span) || !(&surroundings{line: text}).areInert(source.Span{End: len(text)}) || s.isJoined(a.line, span) {
		return false
	}
	for p := range s.reader().ReadURL(text) {
		before := len(s.secrets)
		inner, hits := surroundings{line: p.Text, end: len(p.Text), outer: a.outer + a.depth + 1}, prefilter{text: p.Text}
		if !s.readPlain(&inner, &hits, 0, hits.next(0)) {
			return false
		}
		for i := range s.secrets[before:] {
			s.secrets[before+i] = p.Map.Span(s.secrets[before+i]).Shift(span.Start)
		}
	}
	if a.outer > 0 {
		return true
	}
	behind := strings.TrimLeft(a.line[span.End:], " \t\r")
	goesOn := s.open && (behind == "" || a.line[span.End] == '"') // a value or literal may go on in the next line
	s.open = false
	return !goesOn
}

// isJoined reports whether a secret's keyword in a part of a text may have a value as it stands there.
func (s *stream) isJoined(text string, part source.Span) bool {
	for at := part.Start; ; {
		name, ok := nextName(text, at)
		if !ok || name.span.Start >= part.End {
			return false
		}
		at = name.span.End
		if at >= part.End || text[at] != '%' || name.span.Start > 0 && text[name.span.Start-1] == '=' {
			return true
		}
		_, _, onTheLeft := valueOnTheLeft(text, name)
		_, _, labelled := labelledValue(text, name)
		_, joined := joinedTo(text, name)
		if onTheLeft || labelled || joined || findInserted(text, name, nil) != nil {
			return true
		}
	}
}

// encodedSigns are the bytes of a text that URLs hold so.
var encodedSigns = ascii.Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%_-./?&=+~:")

// isURL reports whether a text holds nothing but such bytes, and no percent sign but those of escapes.
func isURL(text string) bool {
	for i := range len(text) {
		if !encodedSigns[text[i]] || text[i] == '%' && (i+2 >= len(text) || !isHex(text[i+1]) || !isHex(text[i+2])) {
			return false
		}
	}
	return true
}

func isHex(c byte) bool { return ascii.IsDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

// areOnlyNames reports whether no name of a secret stands in a string but the keywords of its
// secrets, no secret stands for another, and nothing in it says something of what stands behind.
func (s *stream) areOnlyNames(line string, found *recognize.Plain) bool {
	for _, value := range found.Values {
		if _, named := nextName(value.Slice(line), 0); named {
			return false
		}
	}
	for _, secret := range found.Secrets {
		if s.placeholders.StandsForSecret(secret.Slice(line)) || withMasks(line, secret) != secret {
			return false
		}
	}
	text := found.Span.Slice(line)
	return !container.MarksBase64(line, found.Span) && !mayAuthorize(text[strings.LastIndexByte(text, ';')+1:])
}

// writePlain writes a line with the secrets of its strings masked.
func (s *stream) writePlain(text string) {
	at := 0
	for _, secret := range s.secrets {
		s.out = append(s.out, text[at:secret.Start]...)
		s.out = append(s.out, Mask...)
		at = secret.End
	}
	s.out = append(s.out, text[at:]...)
	s.masks += len(s.secrets)
	if found := &s.found; s.open { // else a semicolon stands behind each secret, and nothing is left open
		s.note(strings.Clone(text), []region{{span: found.Span, secrets: found.Secrets}})
	}
}

// surroundings is what stands around the string of a line.
type surroundings struct {
	line    string
	end     int             // up to where it is looked at: where a part of a long line is to be written, a few bytes more
	cut     int             // where such a part ends, behind a string
	outer   int             // how many containers it stands in
	element int             // where the text behind the last tag starts; 0 in a tag, or where there is none
	depth   int             // how many literals are open behind what was looked at, one in the other
	starts  [mostWithin]int // of those
}

// mostWithin bounds the literals that a plain string may stand in, of which each writes the
// quotation marks of those in it with backslashes.
const mostWithin = 3

// What a byte around a string may be.
const (
	special   byte = iota // some reading of the line may say something of it
	inert                 // a part of a word, or of nothing
	ending                // it ends a word of a request
	mark                  // a quotation mark
	backslash             // before one
	equals
	ampersand
	colon
	percent
	angle // of a tag, or none
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
	kinds['"'], kinds['\\'], kinds['='], kinds['&'], kinds[':'] = mark, backslash, equals, ampersand, colon
	kinds['%'], kinds['<'], kinds['>'] = percent, angle, angle
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
		case percent: // which the text is read through
			continue
		case mark, backslash:
			size := a.passMark(at)
			if size == 0 {
				return false
			}
			at += size - 1
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
		case angle:
			a.element = at + 1
			if a.line[at] == '<' {
				a.element = 0
			}
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

// nextEncoded returns the part of the line from offset on, written as URLs are, in which the first percent sign
// stands; one behind the end where there is none.
func (a *surroundings) nextEncoded(offset int) source.Span {
	n := strings.IndexByte(a.line[offset:], '%')
	if n < 0 {
		return source.At(len(a.line))
	}
	return container.URLAround(a.line, offset+n)
}

// isAmidLiteral reports whether a string in a literal, up to which all was looked at, is all of
// it, or stands amid text that no reading takes for a part of it.
func (a *surroundings) isAmidLiteral(found *recognize.Plain) bool {
	if found.Span.Start-a.starts[0] > longestPlain || found.Open() && strings.HasPrefix(a.line[found.Span.End:], `"/`) { // which may be the secret's
		return false
	}
	for level := range a.depth - 1 {
		if !found.IsAround(a.line[a.starts[level]:found.Span.Start]) {
			return false
		}
	}
	start := a.starts[a.depth-1]
	if found.Span.Start == start {
		return strings.HasPrefix(a.line[found.Span.End:], marks[a.depth-1])
	}
	return found.IsAmid(a.line[start:found.Span.Start])
}

// isAmidElement reports whether a string behind a tag, up to which all was looked at, is all of an element's text, or
// stands amid text that no reading takes for a part of it.
func (a *surroundings) isAmidElement(found *recognize.Plain) bool {
	endsInTag := strings.HasPrefix(a.line[found.Span.End:], "</")
	switch a.element {
	case 0:
		return !endsInTag
	case found.Span.Start:
		return endsInTag
	}
	return found.Span.Start-a.element <= longestPlain && found.IsAmid(a.line[a.element:found.Span.Start])
}

// marks are the quotation marks of a literal, of one in that, and so on.
var marks = [mostWithin]string{`"`, `\"`, `\\\"`}

// passMark returns how long the quotation mark at offset is, with the backslashes before it, or 0
// unless it plainly opens a literal, or closes the one that is open: nobody may take it for a part of something
// else. A line feed at the end of a literal, as container engines write it, is passed too.
func (a *surroundings) passMark(at int) (size int) {
	if a.depth == 1 && strings.HasPrefix(a.line[at:], `\n"`) {
		return len(`\n`)
	}
	level := slices.IndexFunc(marks[:], func(mark string) bool { return strings.HasPrefix(a.line[at:], mark) })
	if level < 0 || at > 1 && a.line[at-1] == ' ' && (a.line[at-2] == ' ' || a.line[at-2]|0x20 == 't') { // set "NAME=value"
		return 0
	}
	size = len(marks[level])
	next := at + size
	again := strings.HasPrefix(a.line[next:], marks[level])
	switch {
	case a.depth == level && again && a.isEmptyLiteral(at, next+size):
		return 2 * size
	case a.depth == level && a.outer+level < maxDepth && next < len(a.line) && !again && !isWordByte(a.line, at-1):
		a.starts[level] = next
		a.depth++
	case a.depth == level+1 && a.mayClose(level, next):
		a.depth--
	default:
		return 0
	}
	return size
}

// mayClose reports whether a literal may end at offset, behind a mark of this level.
func (a *surroundings) mayClose(level, offset int) bool {
	behind := a.line[offset:]
	if level > 0 && strings.HasPrefix(behind, marks[level-1]) {
		return true
	}
	return behind == "" || strings.HasPrefix(behind, "/>") || !strings.HasPrefix(behind, marks[level]) && !isWordByte(behind, 0) && !inDoubt(a.line[offset-1:])
}

// isEmptyLiteral reports whether an empty literal from start to end is plainly one: nobody takes its
// quotation marks for a doubled one.
func (a *surroundings) isEmptyLiteral(start, end int) bool {
	return start > 0 && end < len(a.line) && strings.IndexByte(":,[=", a.line[start-1]) >= 0 && strings.IndexByte(",}] ", a.line[end]) >= 0
}

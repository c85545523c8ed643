package redact

import (
	"strings"

	"kustoconn/internal/container"
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

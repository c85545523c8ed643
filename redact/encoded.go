package redact

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/container"
	"kustoconn/source"
)

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
		if !encodedSigns[text[i]] || text[i] == '%' && (i+2 >= len(text) || !ascii.IsHexDigit(text[i+1]) || !ascii.IsHexDigit(text[i+2])) {
			return false
		}
	}
	return true
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

package redact

import (
	"kustoconn/internal/container"
	"kustoconn/source"
)

// A line that is longer than what is held is written in parts, none of which ends inside a string.

// part writes the start of a line that is longer than what is held, and returns how
// much of it that is.
func (s *stream) part(text string) (used int) {
	shown := s.skipHidden(text)
	part := text[shown:]
	regions := s.findInLine(s.whole(part))
	cut := s.cut(part, len(part)-window, regions)
	var hidden *region
	for i := range regions {
		if r := &regions[i]; r.span.Len() > window && r.span.Start < cut {
			hidden, cut = r, r.span.Start
			s.literal, s.hiding = r.literal, true
			break
		}
	}
	before := secretsOf(part, regions)
	for len(before) > 0 && before[len(before)-1].End > cut {
		before = before[:len(before)-1]
	}
	s.out = append(s.out, maskSpans(part, source.Span{End: cut}, before)...)
	s.masks += len(before)
	if hidden != nil {
		s.out = append(s.out, Mask...)
		s.masks++
		cut = hidden.span.End
		cut += s.skipHidden(part[cut:])
	}
	return shown + cut
}

// whole returns the start of a line without the last literal if that goes on behind what is
// held: half of a literal reads as if nobody knew where those before it end.
func (s *stream) whole(part string) string {
	last, open, _ := container.LastLiteral(part, s.literal)
	if open && last.Start > max(0, len(part)-window) {
		return part[:last.Start-1]
	}
	return part
}

// skipHidden returns how much of the start of text belongs to a string that is
// masked whole: all to the end of its literal or line.
func (s *stream) skipHidden(text string) int {
	if !s.hiding {
		return 0
	}
	end := endOfLine(text, 0)
	if s.literal {
		end = container.LiteralEnd(text, 0, end)
	}
	s.hiding = end == len(text)
	return end
}

// cut returns where the next part of a line shall begin: at limit or, if it can be, at
// the literal before it; never inside a string. It notes whether that is inside a
// literal.
func (s *stream) cut(text string, limit int, regions []region) int {
	if limit <= 0 {
		return 0
	}
	cut, inside := limit, s.literal
	if last, open, ok := container.LastLiteral(text[:limit], s.literal); ok && last.End > 0 {
		cut, inside = min(last.End+1, limit), open
	}
	for _, r := range regions {
		if r.span.Start < cut && cut < r.span.End {
			cut, inside = r.span.End, r.literal
		}
	}
	s.literal = inside
	return cut
}

package redact

import (
	"iter"
	"strings"

	"kustoconn/internal/container"
	"kustoconn/source"
)

// goOn reports whether all lines of a text but the last are one with the next: masks may have
// taken away what said so.
func goOn(text string) bool {
	for {
		n := strings.IndexByte(text, '\n')
		if n < 0 || n+1 == len(text) {
			return true
		}
		if !container.GoesOn(text[:n+1]) {
			return false
		}
		text = text[n+1:]
	}
}

// linesOf walks over the lines of a text with their ends, of which a carriage return may be one.
func linesOf(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for text != "" {
			n := min(len(text), lineLength(text)+1)
			if strings.HasPrefix(text[n-1:], "\r\n") {
				n++
			}
			if !yield(text[:n]) {
				return
			}
			text = text[n:]
		}
	}
}

// lookByLines returns what the lines of a text, which a container writes, hold of secrets only
// because of those before them, as the lines of a stream do.
func (l *looker) lookByLines(text string, depth int) (found []region) {
	if n := lineLength(text); n == len(text) || strings.TrimRight(text[n:], "\r\n") == "" {
		return nil
	}
	l.finder() // shared by both
	s := stream{looker: *l, depth: depth}
	at := 0
	for line := range linesOf(text) {
		if s.budget -= len(line); s.budget < 0 {
			break
		}
		var regions []region
		if s.unfinished.any() {
			regions = s.goOn(line)
		} else {
			regions = s.lookAt(line)
		}
		regions = append(regions, s.findBehindPrefix(line)...)
		s.note(line, regions)
		for _, r := range regions {
			found = append(found, r.shift(at))
		}
		at += len(line)
	}
	l.budget = s.budget
	return found
}

// findInLine is look for a line, which may go on with what an earlier one began. Of lines
// that are one in some container, or end with a carriage return alone, each is a line of its
// own as well.
func (s *stream) findInLine(text string) (found []region) {
	n := lineLength(text)
	if isOneLine := len(strings.TrimLeft(text[n:], "\r\n")) == 0; isOneLine {
		return s.findInOne(text)
	}
	if goOn(text) {
		found = s.findInOne(text)
	}
	alone := *s
	at := 0
	for line := range linesOf(text) {
		regions := alone.findInOne(line)
		alone.note(line, regions)
		alone.literal = false
		for _, r := range regions {
			found = append(found, r.shift(at))
		}
		at += len(line)
	}
	return merge(found)
}

// keepLines takes the line ends out of secrets, with the sign before them that says that
// a line goes on.
func keepLines(text string, secrets []source.Span) []source.Span {
	if n := lineLength(text); len(strings.TrimLeft(text[n:], "\r\n")) == 0 {
		return secrets
	}
	var kept []source.Span
	for _, s := range secrets {
		for {
			n := lineLength(s.Slice(text))
			line := s.Start + n
			if line == s.End {
				break
			}
			end := line
			if text[line] == '\n' || strings.HasPrefix(text[line:], "\r\n") {
				end = s.Start + len(strings.TrimRight(text[s.Start:line], "="))
			}
			kept = append(kept, source.Span{Start: s.Start, End: end})
			s.Start = line + 1
		}
		kept = append(kept, s)
	}
	return Union(kept)
}

package dialect

import (
	"iter"
	"strings"

	"kustoconn/source"
)

// Split yields the spans of text between its separators, as strings.Split
// cuts it: one more than there are separators, so a text without any is one
// span, and the empty text one empty span.
func Split(text string, separator byte) iter.Seq[source.Span] {
	return func(yield func(source.Span) bool) {
		rest := source.Span{End: len(text)}
		for found := true; found; {
			var part source.Span
			part, rest, found = Cut(text, rest, separator)
			if !yield(part) {
				return
			}
		}
	}
}

// Cut divides s, a span of text, around the first separator in it, as
// strings.Cut does. Without one before is s and after the empty span at its
// end.
func Cut(text string, s source.Span, separator byte) (before, after source.Span, found bool) {
	i := strings.IndexByte(text[s.Start:s.End], separator)
	if i < 0 {
		return s, source.At(s.End), false
	}
	return source.Span{Start: s.Start, End: s.Start + i}, source.Span{Start: s.Start + i + 1, End: s.End}, true
}

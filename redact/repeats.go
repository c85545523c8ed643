package redact

import (
	"slices"
	"strings"

	"kustoconn/source"
)

// hideRepeats hides what is hidden already where it stands again on a line that
// is shown with it, word by word: not every reader of files sees every string.
// Where a line has very many such words, all of it outside of strings is hidden.
func (n *neighbours) hideRepeats(hidden []source.Span, lines map[int]bool) {
	const most = 64
	for number, words := range n.wordsByLine(hidden, lines) {
		line := n.index.Line(number)
		if len(words) > most {
			n.hideOutside(line)
			continue
		}
		for word := range words {
			n.hideWord(line, word)
		}
	}
}

// wordsByLine returns the words that are hidden, by the given lines that they
// are hidden on or that belong to the same hidden part.
func (n *neighbours) wordsByLine(hidden []source.Span, lines map[int]bool) map[int]map[string]bool {
	found := map[int]map[string]bool{}
	for _, h := range hidden {
		words := n.wordsIn(h)
		for number := n.index.LineOf(h.Start); number <= n.index.LineOf(h.End); number++ {
			if !lines[number] {
				continue
			}
			if found[number] == nil {
				found[number] = map[string]bool{}
			}
			for _, word := range words {
				found[number][word] = true
			}
		}
	}
	return found
}

// wordsIn returns the first words of a hidden part, short ones left out.
func (n *neighbours) wordsIn(hidden source.Span) []string {
	const longest, shortest, most = 4096, 6, 64
	text := n.text[hidden.Start:min(hidden.End, hidden.Start+longest)]
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n;\"'`<>", r) })
	return slices.DeleteFunc(words[:min(most, len(words))], func(w string) bool { return len(w) < shortest })
}

// hideWord hides word wherever it stands in span.
func (n *neighbours) hideWord(span source.Span, word string) {
	for {
		at := strings.Index(span.Slice(n.text), word)
		if at < 0 {
			return
		}
		start := span.Start + at
		span.Start = start + len(word)
		n.spans = append(n.spans, source.Span{Start: start, End: span.Start})
	}
}

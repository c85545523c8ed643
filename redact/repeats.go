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
	for number, words := range n.wordsByLine(hidden, lines) {
		line := n.index.Line(number)
		if words == nil {
			n.hideOutside(line)
			continue
		}
		for word := range words {
			n.hideWord(line, word)
		}
	}
}

// wordsByLine returns the words that are hidden, by the given lines that they are
// hidden on or that belong to the same hidden part; nil for a line of more than
// mostRepeats of them, or of parts that have any: no further part looks at that
// line, so that the cost stays linear.
func (n *neighbours) wordsByLine(hidden []source.Span, lines map[int]bool) map[int]map[string]bool {
	const mostRepeats = 64
	found := map[int]map[string]bool{}
	parts, after := map[int]int{}, map[int]int{} // of a line; the next line behind one that needs no look
	next := func(number int) int {
		to := number
		for after[to] > 0 {
			to = after[to]
		}
		for after[number] > 0 {
			number, after[number] = after[number], to
		}
		return to
	}
	for _, h := range hidden {
		words := n.wordsIn(h)
		last := n.index.LineOf(h.End)
		for number := next(n.index.LineOf(h.Start)); number <= last; number = next(number + 1) {
			if !lines[number] {
				after[number] = number + 1
				continue
			}
			if found[number] == nil {
				found[number] = map[string]bool{}
			}
			for _, word := range words {
				found[number][word] = true
			}
			if parts[number]++; parts[number] > mostRepeats || len(found[number]) > mostRepeats {
				found[number], after[number] = nil, number+1
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

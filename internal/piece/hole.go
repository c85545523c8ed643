package piece

import (
	"sort"
	"strings"
	"unicode"

	"kustoconn/source"
)

// maxWords is how many words are looked for in a text: more than a program replaces in
// a connection string. It bounds the cost.
const maxWords = 64

// AddHoles makes holes of the places of words in the text, for which a program puts
// something else, where they name what is filled in. The cost is linear in the text
// for each of the first maxWords different words.
func (p *Piece) AddHoles(words []string) {
	seen := map[string]bool{}
	for _, word := range words {
		if len(seen) == maxWords {
			return
		}
		if seen[word] || !isName(word) {
			continue
		}
		seen[word] = true
		var spans []source.Span
		for at := 0; ; {
			n := strings.Index(p.Text[at:], word)
			if n < 0 {
				break
			}
			spans = append(spans, source.Span{Start: at + n, End: at + n + len(word)})
			at += n + len(word)
		}
		p.AddHolesAt(spans)
	}
}

// isName reports whether a word that is replaced names what is filled in: it is two
// characters or more, letters and the marks of placeholders. What holds digits may be
// a secret itself, and what has no letter is replaced for other reasons, but for two
// marks or more.
func isName(word string) bool {
	const longest = 19 // letters in a row
	letters, marks := 0, 0
	for _, c := range word {
		switch {
		case unicode.IsLetter(c):
			if letters++; letters > longest {
				return false
			}
			marks = 2
		case strings.ContainsRune(":@#{}<>%$*!?()[]~", c):
			letters = 0
			marks++
		case strings.ContainsRune(" _-.", c):
			letters = 0
		default:
			return false
		}
	}
	return len(word) > 1 && marks > 1
}

// HolesNear returns the holes that overlap span or touch it. Holes are in order and don't
// overlap each other; the cost is logarithmic.
func (p *Piece) HolesNear(span source.Span) []source.Span {
	first := sort.Search(len(p.Holes), func(i int) bool { return p.Holes[i].End >= span.Start })
	near := sort.Search(len(p.Holes)-first, func(i int) bool { return p.Holes[first+i].Start > span.End })
	return p.Holes[first : first+near]
}

// AddVerbs makes holes of the verbs of a format that start with a mark, which are placeholders
// nowhere else: % of printf, $ of Python's templates and of Abseil's Substitute. The cost is
// linear.
func (p *Piece) AddVerbs(mark byte) {
	var spans []source.Span
	for _, v := range Verbs(p.Text) {
		if p.Text[v.Span.Start] == mark {
			spans = append(spans, v.Span)
		}
	}
	p.AddHolesAt(spans)
}

// AddHolesAt makes holes of spans of the text, which are in order and don't overlap, where
// no hole is yet. The cost is linear.
func (p *Piece) AddHolesAt(spans []source.Span) {
	if len(spans) == 0 {
		return
	}
	holes := make([]source.Span, 0, len(p.Holes)+len(spans))
	old := p.Holes
	for _, span := range spans {
		for len(old) > 0 && old[0].End <= span.Start {
			holes, old = append(holes, old[0]), old[1:]
		}
		if len(old) == 0 || !old[0].Overlaps(span) {
			holes = append(holes, span)
		}
	}
	p.Holes = append(holes, old...)
}

package piece

import (
	"slices"
	"strings"
	"unicode"

	"kustoconn/source"
)

// AddHoles makes holes of the places of words in the text, for which a program puts
// something else, where they name what is filled in.
func (p *Piece) AddHoles(words []string) {
	for _, word := range words {
		if !isName(word) {
			continue
		}
		for at := 0; ; {
			n := strings.Index(p.Text[at:], word)
			if n < 0 {
				break
			}
			p.AddHole(source.Span{Start: at + n, End: at + n + len(word)})
			at += n + len(word)
		}
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

// AddHole makes a hole of a span of the text, where no other one overlaps it.
func (p *Piece) AddHole(span source.Span) {
	if slices.ContainsFunc(p.Holes, span.Overlaps) {
		return
	}
	p.Holes = append(p.Holes, span)
	slices.SortFunc(p.Holes, func(a, b source.Span) int { return a.Start - b.Start })
}

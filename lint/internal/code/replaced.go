package code

import (
	"slices"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// takeReplaced makes holes of the words that the call of left puts something else for:
// in the literal that its method is called on, or in the longest of those that it is
// given.
func (r *reader) takeReplaced(left *frame, elements []element) {
	subject := -1
	if !left.onLiteral {
		if subject = r.longest(elements); subject < 0 {
			return
		}
	}
	words := left.replaced
	if slices.ContainsFunc(elements, func(e element) bool { return e.piece < 0 }) {
		words = append(words, r.wordsOf(elements, subject)...)
	}
	if subject < 0 {
		f := r.top()
		f.replaced = append(f.replaced, words...)
		return
	}
	addHoles(&r.File.Pieces[subject], words)
}

// longest returns the index of the longest literal among elements, or -1.
func (r *reader) longest(elements []element) int {
	subject := -1
	for _, e := range elements {
		if e.piece < 0 || e.piece >= len(r.File.Pieces) {
			continue
		}
		if subject < 0 || len(r.File.Pieces[e.piece].Text) > len(r.File.Pieces[subject].Text) {
			subject = e.piece
		}
	}
	return subject
}

// wordsOf returns what elements but the subject name: literals, and the keys of what
// the program computes.
func (r *reader) wordsOf(elements []element, subject int) (words []string) {
	for _, e := range elements {
		switch {
		case e.piece < 0:
			words = append(words, e.key)
		case e.piece != subject && e.piece < len(r.File.Pieces):
			words = append(words, r.File.Pieces[e.piece].Text)
		}
	}
	return words
}

// addHoles makes holes of the places of words in the text. White space, what parts pairs and
// single characters are replaced for other reasons.
func addHoles(p *piece.Piece, words []string) {
	for _, word := range words {
		if len(word) < 2 || strings.Trim(word, " \t\r\n;='\"\\") == "" {
			continue
		}
		for at := 0; ; {
			n := strings.Index(p.Text[at:], word)
			if n < 0 {
				break
			}
			addHole(p, source.Span{Start: at + n, End: at + n + len(word)})
			at += n + len(word)
		}
	}
}

// addHole makes a hole of a span of the text that no other one overlaps.
func addHole(p *piece.Piece, span source.Span) {
	if slices.ContainsFunc(p.Holes, span.Overlaps) {
		return
	}
	p.Holes = append(p.Holes, span)
	slices.SortFunc(p.Holes, func(a, b source.Span) int { return a.Start - b.Start })
}

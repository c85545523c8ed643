package code

import "slices"

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
	r.File.Pieces[subject].AddHoles(words)
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

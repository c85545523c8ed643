package code

import (
	"cmp"
	"slices"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
)

// takeReplaced makes holes of the words that the call of left puts something else for:
// in the literal that its method is called on, or in the longest of those that it is
// given.
func (r *reader) takeReplaced(left *frame, elements []element) {
	subject := -1
	f := r.top()
	switch {
	case f.receiver > 0 && !left.onLiteral && f.receiver <= len(r.File.Pieces):
		subject = f.receiver - 1
		r.endReceiver(f)
	case !left.onLiteral:
		subject = r.longest(elements)
		if r.replaceNamed(f, elements); subject < 0 {
			return
		}
	}
	words := left.replaced
	if r.putsLiterals(left, elements) {
		words = nil
	}
	words = append(words, r.computedWords(elements, slices.IndexFunc(elements, func(e element) bool { return subject >= 0 && e.literal() == subject }))...)
	if subject < 0 {
		f.replaced = append(f.replaced, words...)
		return
	}
	r.AddHoles(subject, words)
}

// replaceNamed makes holes of the words in the texts that names hold: in the one that a
// method is called on, and in those among what it is given.
func (r *reader) replaceNamed(f *frame, elements []element) {
	r.useText(r.receiverOf(f), textUse{words: r.computedWords(elements, -1)})
	const most = 8 // arguments
	for i, e := range elements[:min(len(elements), most)] {
		if e.piece < 0 && !r.isBareWord(e.span.Slice(r.Text)) {
			r.useText(e.span, textUse{words: r.computedWords(elements, i)})
		}
	}
}

// computedWords returns the words among elements for which the element behind them,
// which the program computes, is put, and the keys of what it computes. The element of
// index subject, which is negative where there is none, is what they stand in.
func (r *reader) computedWords(elements []element, subject int) (words []string) {
	computed := r.isBlockNext() // what is put for the last one
	for i := len(elements) - 1; i >= 0; i-- {
		e := elements[i]
		if i == subject {
			continue
		}
		put := computed
		if computed = r.isComputed(e); computed && r.lang.bareWords && e.piece >= 0 { // "KEY $key", a list in quotes
			fields := strings.Fields(r.File.Pieces[e.piece].Text)
			for k := 0; k+1 < len(fields); k += 2 {
				words = append(words, fields[k])
			}
			continue
		}
		if computed || put {
			words = append(words, r.wordsOf(elements[i:i+1])...)
		}
	}
	return words
}

// isComputed reports whether the program computes an element.
func (r *reader) isComputed(e element) bool {
	if index := e.literal(); index >= 0 {
		return index < len(r.File.Pieces) && (len(r.File.Pieces[index].Holes) > 0 || literal.IsExpression(r.File.Pieces[index].Text))
	}
	text := e.span.Slice(r.Text)
	return pattern(text) == "" && !r.isBareWord(text) && strings.Trim(text, "-0123456789") != ""
}

// putsLiterals reports whether a call of f, which is given lists of words, puts literals
// for all of them: either may be a secret then.
func (r *reader) putsLiterals(f *frame, elements []element) bool {
	return f.listed && !f.computed && !slices.ContainsFunc(elements, r.isComputedWord)
}

// isComputedWord reports whether an element is neither a literal nor a list.
func (r *reader) isComputedWord(e element) bool {
	return r.isComputed(e) && strings.IndexByte("[{", r.Text[e.span.Start]) < 0 && !strings.HasPrefix(e.span.Slice(r.Text), "array(")
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

// wordsOf returns what elements name: literals, and the keys of what the program
// computes.
func (r *reader) wordsOf(elements []element) (words []string) {
	for _, e := range elements {
		switch index := e.literal(); {
		case index >= 0 && index < len(r.File.Pieces):
			text := r.File.Pieces[index].Text
			words = append(words, cmp.Or(pattern(text), text))
		case e.piece >= 0:
		case pattern(e.span.Slice(r.Text)) != "":
			words = append(words, pattern(e.span.Slice(r.Text)))
		case r.isBareWord(e.span.Slice(r.Text)):
			words = append(words, e.span.Slice(r.Text))
		default:
			words = append(words, e.key)
		}
	}
	return words
}

// pattern returns the text between the slashes of a regular expression; empty where
// code is none.
func pattern(code string) string {
	const longest = 64
	if code == "" || code[0] != '/' || len(code) > longest {
		return ""
	}
	end := strings.LastIndexByte(code, '/')
	if end == 0 || strings.Trim(code[end:], "/dgimsuvxy") != "" {
		return ""
	}
	return code[1:end]
}

// isBlockNext reports whether a block follows, which gives what is put for a word.
func (r *reader) isBlockNext() bool {
	rest := strings.TrimLeft(r.Text[r.Pos:min(len(r.Text), r.Pos+maxDelimiter)], " ")
	return r.lang.blocks && (strings.HasPrefix(rest, "{") || strings.HasPrefix(rest, "do "))
}

// takeReplacedByMessage makes holes of the words in p, the last piece, in the literal
// before it, which an Objective-C message is sent to: [@"KEY" replace:@"KEY" with:key].
func (r *reader) takeReplacedByMessage(f *frame, p *piece.Piece) {
	last := len(r.File.Pieces) - 2
	if !r.lang.messages || f.open != '[' || last < 0 || roleOf(p.Key) != replaces || r.File.Pieces[last].Span().Start < f.start {
		return
	}
	r.AddHoles(last, []string{p.Text})
}

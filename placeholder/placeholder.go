// Package placeholder finds the parts of a text that stand for something to
// be filled in later: <cluster>, ${KEY}, {0}, %s, @Microsoft.KeyVault(…) and
// the like. A placeholder satisfies any type and is no secret.
//
// It stands at the beginning of the flow, before the grammar: the engine, the
// rules, masking and the linter all ask the one table of syntaxes here. The
// syntaxes are those seen in real files: templates of documentation, shells,
// CI systems, ARM and Bicep, .NET and Python formatting. Who has own ones
// gives their patterns to New. Whoever analyses a template with package
// endpoint finds its placeholders with Find.
//
// All functions take any text, do not allocate where it holds no placeholder,
// and cost one pass over it.
package placeholder

import (
	"regexp"
	"strings"

	"kustoconn/source"
)

// maxLen bounds the text inside a placeholder, in bytes, so that a stray brace
// in front of a long value is none.
const maxLen = 200

// Set is the table of syntaxes together with own patterns. A nil Set is the
// table alone, as the functions of the package use it. A Set does not change
// and is safe for concurrent use.
type Set struct{ own []*regexp.Regexp }

// Find is Set.Find by the table alone.
func Find(text string) []source.Span { return (*Set)(nil).Find(text) }

// In is Set.In by the table alone.
func In(text string) bool { return (*Set)(nil).In(text) }

// Whole is Set.Whole by the table alone.
func Whole(text string) bool { return (*Set)(nil).Whole(text) }

// StandsForSecret is Set.StandsForSecret by the table alone.
func StandsForSecret(value string) bool { return (*Set)(nil).StandsForSecret(value) }

// Find returns the spans of the placeholders in text, marks included, in
// order, not overlapping, in bytes; nil where there are none.
func (s *Set) Find(text string) []source.Span {
	if s == nil && !mayHold(text) {
		return nil
	}
	var found []source.Span
	for look := s.scan(text); look.next(); {
		found = append(found, look.span)
	}
	return found
}

// In reports whether text holds a placeholder.
func (s *Set) In(text string) bool {
	if s == nil && !mayHold(text) {
		return false
	}
	look := s.scan(text)
	return look.next()
}

// Whole reports whether text is nothing but placeholders, with blanks, tabs
// and the marks "-_./:|," between them: whether it has no constant part. Empty
// text is not. Of a secret, ask StandsForSecret.
func (s *Set) Whole(text string) bool { return s.covers(text, false) }

// covers reports whether placeholders and separators are all of text; inSecret that
// text stands in a secret's place, where not all placeholders count.
func (s *Set) covers(text string, inSecret bool) bool {
	if s == nil && !mayHold(text) {
		return false
	}
	at := 0
	for look := s.scan(text); look.next(); {
		if !isSeparators(text[at:look.span.Start]) || inSecret && !s.standsForSecret(look.span.Slice(text), look.syntax) {
			return false
		}
		at = look.span.End
	}
	return at > 0 && isSeparators(text[at:])
}

// BehindTemplate returns the part of a keyword behind the last placeholder in it
// that a template fills in, without white space around, and whether there is one:
// it may hold whole pairs, with the semicolon, so that the part is a keyword of its
// own. Words and masks are none.
func (s *Set) BehindTemplate(keyword string) (rest string, ok bool) {
	if s == nil && !mayHold(keyword) {
		return "", false
	}
	for look := s.scan(keyword); look.next(); {
		if look.syntax == nil || look.syntax.template {
			rest, ok = strings.TrimSpace(keyword[look.span.End:]), true
		}
	}
	return rest, ok
}

// scanner finds the placeholders in a text, one after another.
type scanner struct {
	text string
	own  []source.Span // what own patterns match, in order
	at   int
	// The placeholder found last, and its syntax, nil for an own pattern.
	span   source.Span
	syntax *syntax
}

func (s *Set) scan(text string) scanner {
	return scanner{text: text, own: s.matchOwn(text)}
}

// next finds the next placeholder and reports whether there is one.
func (look *scanner) next() bool {
	if look.at == 0 && look.own == nil {
		if whole := wholeValue(look.text); whole != nil {
			return look.take(len(look.text), whole)
		}
	}
	for look.at < len(look.text) {
		end := len(look.text)
		if len(look.own) > 0 {
			if end = look.own[0].Start; end == look.at {
				n := look.own[0].Len()
				look.own = look.own[1:]
				return look.take(n, nil)
			}
		}
		for look.at < end && !starts[look.text[look.at]] {
			look.at++
		}
		if look.at == end {
			continue
		}
		if n, syntax := matchAt(look.text[:end], look.at); n > 0 {
			return look.take(n, syntax)
		}
		look.at++
	}
	return false
}

func (look *scanner) take(n int, syntax *syntax) bool {
	look.span, look.syntax = source.Span{Start: look.at, End: look.at + n}, syntax
	look.at += n
	return true
}

// matchAt returns the length of the placeholder at offset, and its syntax.
func matchAt(text string, offset int) (int, *syntax) {
	for i := range byFirst[text[offset]] {
		s := &byFirst[text[offset]][i]
		n := s.length(text[offset:])
		if n == 0 || s.bounded && !isBounded(text, offset, offset+n) {
			continue
		}
		return n, s
	}
	return 0, nil
}

// isBounded reports whether text[start:end] does not stand amid a word.
func isBounded(text string, start, end int) bool {
	return (start == 0 || !isWordByte(text[start-1])) && (end == len(text) || !isWordByte(text[end]))
}

// isSeparators reports whether text is nothing that is worth hiding.
func isSeparators(text string) bool {
	for i := 0; i < len(text); i++ {
		if strings.IndexByte(" \t-_./:|,", text[i]) < 0 {
			return false
		}
	}
	return true
}

// mayHold is the cheap test that most values fail: a byte that starts a
// placeholder, or a text that is one as a whole.
func mayHold(text string) bool {
	for i := 0; i < len(text); i++ {
		if marks[text[i]] {
			return true
		}
	}
	return wholeValue(text) != nil
}

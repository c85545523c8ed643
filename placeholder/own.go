package placeholder

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	pattern "regexp/syntax"
	"slices"

	"kustoconn/source"
)

// New returns the table with own patterns, which are regular expressions of
// package regexp: what one matches is a placeholder, in a secret's place too.
// The error says by number, from 1, which pattern is wrong: it is none, it can
// match nothing, or it matches ordinary values, so that no fault and no secret
// would be found any more. It does not repeat the pattern.
func New(patterns ...string) (*Set, error) {
	s := new(Set)
	for i, expression := range patterns {
		own, err := compile(expression)
		if err != nil {
			return nil, fmt.Errorf("pattern %d %w", i+1, err)
		}
		s.own = append(s.own, own)
	}
	return s, nil
}

// ordinary are values that no pattern of placeholders matches all of.
var ordinary = []string{"Samples", "true", "contoso.com", "help", "q7~Invented.K3y"}

func compile(expression string) (*regexp.Regexp, error) {
	own, err := regexp.Compile(expression)
	if err != nil {
		return nil, errors.New("is no regular expression")
	}
	if own.MatchString("") {
		return nil, errors.New("matches the empty text, and so everything")
	}
	if !canMatch(expression) {
		return nil, errors.New("can match nothing")
	}
	for _, value := range ordinary {
		if !own.MatchString(value) {
			return own, nil
		}
	}
	return nil, errors.New("matches everything")
}

// canMatch reports whether any text matches the expression. Only anchors and classes
// without a character are looked at, not what words border on.
func canMatch(expression string) bool {
	parsed, err := pattern.Parse(expression, pattern.Perl)
	if err != nil {
		return false
	}
	program, err := pattern.Compile(parsed.Simplify())
	if err != nil {
		return false
	}
	type state struct {
		at              uint32
		consumed, atEnd bool // a character came before; none may follow
	}
	seen := map[state]bool{}
	pending := []state{{at: uint32(program.Start)}}
	for len(pending) > 0 {
		s := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		if seen[s] {
			continue
		}
		seen[s] = true
		in := &program.Inst[s.at]
		next := s
		next.at = in.Out
		switch in.Op {
		case pattern.InstMatch:
			return true
		case pattern.InstFail:
			continue
		case pattern.InstAlt, pattern.InstAltMatch:
			pending = append(pending, state{in.Arg, s.consumed, s.atEnd})
		case pattern.InstEmptyWidth:
			needs := pattern.EmptyOp(in.Arg)
			if needs&pattern.EmptyBeginText != 0 && s.consumed {
				continue
			}
			next.atEnd = s.atEnd || needs&pattern.EmptyEndText != 0
		case pattern.InstRune, pattern.InstRune1, pattern.InstRuneAny, pattern.InstRuneAnyNotNL:
			if s.atEnd || len(in.Rune) == 0 && in.Op == pattern.InstRune {
				continue
			}
			next.consumed = true
		}
		pending = append(pending, next)
	}
	return false
}

// FindOwn returns the spans of what own patterns alone match in text, as Find does;
// nil where there are none.
func (s *Set) FindOwn(text string) []source.Span { return s.matchOwn(text) }

// matchOwn returns what own patterns match in text, in order and not
// overlapping; of two that overlap, the one that starts first.
func (s *Set) matchOwn(text string) []source.Span {
	if s == nil {
		return nil
	}
	var all []source.Span
	for _, own := range s.own {
		for _, at := range own.FindAllStringIndex(text, -1) {
			if at[0] < at[1] {
				all = append(all, source.Span{Start: at[0], End: at[1]})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b source.Span) int { return cmp.Compare(a.Start, b.Start) })
	kept := all[:0]
	for _, span := range all {
		if len(kept) == 0 || span.Start >= kept[len(kept)-1].End {
			kept = append(kept, span)
		}
	}
	return kept
}

package validate

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/internal/separator"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

// missingSeparators are the places in one segment where a semicolon is missing.
type missingSeparators struct {
	segment int
	places  []separator.Missing // not empty
}

// separators returns the places where a semicolon is missing, in order. They are
// looked for once, and only in a text with more equals signs than pairs.
func (p *pass) separators() []missingSeparators {
	if !p.separated {
		p.separated = true
		if p.hasExtraEquals() {
			for i := range p.Tree.Segments {
				if places := p.separatorsIn(i); places != nil {
					p.missing = append(p.missing, missingSeparators{i, places})
				}
			}
		}
	}
	return p.missing
}

// hasExtraEquals reports whether an equals sign stands in a value, without which
// no separator is missing.
func (p *pass) hasExtraEquals() bool {
	n := strings.Count(p.Tree.Text(), "=")
	for i := range p.Tree.Segments {
		if n == 0 {
			return false
		}
		if p.Tree.Segments[i].Equals() >= 0 {
			n--
		}
	}
	return n > 0
}

// separatorsIn returns the separators that are missing in segment i: in a prefix,
// in a value without quotation marks, and behind the mark that closes a value.
func (p *pass) separatorsIn(i int) []separator.Missing {
	s := &p.Tree.Segments[i]
	switch {
	case s.Kind == ast.Prefix, s.Kind == ast.Pair && s.Quote == 0:
		return separator.Find(p.Tree.Text(), s.ValueSpan(), p.ID(i))
	case s.Kind == ast.Malformed && diag.Code(s.Fault) == rule.TextAfterQuote:
		rest := source.Span{Start: s.ValueSpan().End, End: s.Span().TrimSpace(p.Tree.Text()).End}
		return separator.Find(p.Tree.Text(), rest, schema.None)
	}
	return nil
}

// lacksSeparatorBefore reports whether a semicolon is missing between the white space
// before the value of segment i and the value.
func (p *pass) lacksSeparatorBefore(i int) bool {
	for _, m := range p.separators() {
		if m.segment == i {
			return m.places[0].Keyword.Start == p.Tree.Segments[i].ValueSpan().Start
		}
	}
	return false
}

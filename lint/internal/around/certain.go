package around

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/internal/separator"
	"kustoconn/internal/vocabulary"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

// Certain returns how many bytes of a string found in running text certainly are the
// string's, and the keywords behind those that a report may show all the same. What
// is behind a quotation mark that nothing closes, that is doubled or that closes a
// value too early, behind a missing separator, behind the bare value of a misspelt
// secret keyword, and behind an operator of a shell may be something else of the
// file. The cost is one pass over the text.
func Certain(b *bind.Bound) (certain int, keywords []source.Span) {
	certain = len(b.Tree.Text())
	for i := range b.Tree.Segments {
		s := &b.Tree.Segments[i]
		if certain > s.Span().Start {
			certain = min(certain, certainOf(b, i))
		}
		if certain < s.Span().End {
			keywords = appendKeywords(keywords, b, i, certain)
		}
	}
	return certain, keywords
}

// certainOf returns the end of what is certain of segment i, or that of the text.
func certainOf(b *bind.Bound, i int) int {
	s, text := &b.Tree.Segments[i], b.Tree.Text()
	value := s.ValueSpan()
	switch diag.Code(s.Fault) {
	case rule.UnterminatedQuote:
		return min(value.Start+1, len(text))
	case rule.TextAfterQuote:
		return value.End
	case rule.StrayQuote:
		return value.End - 1
	}
	if s.Kind == ast.Malformed {
		return len(text)
	}
	if s.Quote == 0 {
		if missing := separator.Find(text, value, b.ID(i)); len(missing) > 0 {
			return missing[0].At.Start
		}
		if s.Kind == ast.Pair && b.ID(i) == schema.None && !value.Empty() && isMisspeltSecret(s.Keyword()) && !b.Placeholders.StandsForSecret(s.Value()) {
			return value.End
		}
	}
	if s.Quote != 0 && s.Value() == "" && schema.Secrets().Has(b.ID(i)) && value.End < len(text) {
		return value.Start + 1 // both may be one doubled mark, in which the secret starts
	}
	if at := doubtIn(s, value.Slice(text), b); at >= 0 {
		return value.Start + at
	}
	return len(text)
}

func isMisspeltSecret(keyword string) bool {
	return vocabulary.LooksLikeCredential(keyword) || vocabulary.HoldsSecretKeyword(keyword)
}

// doubtIn returns where in a value a doubled quotation mark or an operator of a
// shell stands that is in no placeholder, or -1.
func doubtIn(s *ast.Segment, value string, b *bind.Bound) int {
	from := 0
	if s.Quote != 0 { // around the value
		from, value = 1, value[:len(value)-1]
	}
	var placeholders []source.Span
	looked := false
	for at := from; at < len(value); at++ {
		doubled := (value[at] == '"' || value[at] == '\'') && at+1 < len(value) && value[at+1] == value[at]
		operator := s.Quote == 0 && strings.IndexByte("|<>&`", value[at]) >= 0
		if !doubled && !operator {
			continue
		}
		if !looked {
			placeholders, looked = b.Placeholders.Find(value), true
		}
		for len(placeholders) > 0 && placeholders[0].End <= at {
			placeholders = placeholders[1:]
		}
		if len(placeholders) == 0 || !placeholders[0].Contains(at) {
			return at
		}
	}
	return -1
}

// appendKeywords appends the keywords of segment i that begin at an offset or
// behind it: the segment's own, and those before which a separator is missing.
func appendKeywords(keywords []source.Span, b *bind.Bound, i, from int) []source.Span {
	s := &b.Tree.Segments[i]
	if k := s.KeywordSpan(); s.Kind == ast.Pair && k.Start >= from && b.ID(i) != schema.None {
		keywords = append(keywords, k)
	}
	if s.Quote == 0 && s.Kind != ast.Malformed {
		for _, m := range separator.Find(b.Tree.Text(), s.ValueSpan(), b.ID(i)) {
			if m.Keyword.Start >= from {
				keywords = append(keywords, m.Keyword)
			}
		}
	}
	return keywords
}

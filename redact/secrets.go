package redact

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
	"kustoconn/source"
)

// Secrets returns the parts of the text that must never be shown, in order,
// in bytes. It fails closed. Secret are
//
//   - the value of a secret property, unless it is nothing but placeholders
//     that stand for a secret
//   - an unknown keyword's value, likewise
//   - a malformed segment
//   - an unknown keyword, with its value, right after a bare secret or a
//     malformed segment: what is before it probably held a semicolon; and
//     so on, up to the next keyword that is known
//   - an unknown keyword, with its value, right after a quoted secret, where the
//     value holds that quotation mark: it was probably not doubled inside
//   - an unknown keyword in which a secret property's keyword and more was
//     read ("AppKey:abc=…"), and what follows it as it would a bare secret
//   - a first segment that is neither URI, shorthand, host nor placeholder
//   - the userinfo of a URI, and what follows "=" after a credential's name
//     inside a value
//
// A known keyword after a bare secret can't be told from a pair of its own, and
// is shown. The cost is one pass over the text.
func Secrets(b *bind.Bound) []source.Span {
	f := finder{Bound: b}
	for i := range b.Tree.Segments {
		f.segment(i)
	}
	return f.spans
}

// finder finds the secrets of a string, segment by segment.
type finder struct {
	*bind.Bound
	spans []source.Span // in order

	// What the last segment that is not empty says of the next one: whether the
	// semicolon between them may be a part of a secret, and the quotation mark
	// around its secret, or 0.
	cutSecret bool
	quote     byte
	// asked says that of last in place of cutSecret, where it is not nil. It takes long, and
	// only an unknown keyword makes it worth to know (BenchmarkRedact).
	asked func(last *ast.Segment) bool
	last  *ast.Segment
}

// askLater leaves it to asked whether the semicolon behind s may be a part of a secret.
func (f *finder) askLater(s *ast.Segment, asked func(*ast.Segment) bool) {
	if s.Quote == 0 {
		f.last, f.asked = s, asked
	}
}

func (f *finder) add(s source.Span) {
	if !s.Empty() {
		f.spans = append(f.spans, s)
	}
}

// segment adds the secrets of segment i.
func (f *finder) segment(i int) {
	s := &f.Tree.Segments[i]
	switch s.Kind {
	case ast.Malformed:
		f.add(s.Span().TrimSpace(f.Tree.Text()))
		f.cutSecret, f.asked = true, nil
	case ast.Prefix:
		f.prefix(s)
	case ast.Pair:
		f.pair(s, f.ID(i))
	}
}

// pair adds the secrets of a pair that sets the property id, or none.
func (f *finder) pair(s *ast.Segment, id schema.ID) {
	if id == schema.None && !vocabulary.IsKnownElsewhere(s.Keyword()) && (f.continuesSecret(s) || holdsSecret(s.Keyword()) || isJSON(s.Keyword())) {
		f.add(source.Span{Start: s.KeywordSpan().Start, End: s.ValueSpan().End})
		f.cutSecret = f.cutSecret || s.Quote == 0 // the next segment may go on with it, too
		return
	}
	f.cutSecret, f.quote, f.asked = false, 0, nil
	if id == schema.None {
		if rest, ok := f.Placeholders.BehindTemplate(s.Keyword()); ok {
			id, _ = schema.Lookup(rest)
		}
	}
	switch {
	case id != schema.None && !schema.Secrets().Has(id):
		f.inside(s, id == schema.DataSource)
	case f.Placeholders.StandsForSecret(s.Value()):
	case id == schema.None:
		f.add(s.ValueText())
		f.askLater(s, hasCredentialsKeyword)
	default:
		f.add(s.ValueText())
		f.cutSecret, f.quote = s.Quote == 0, s.Quote
	}
}

// mayBeCut reports whether the semicolon behind the last segment may be a part of a secret.
func (f *finder) mayBeCut() bool {
	if f.asked != nil {
		f.cutSecret, f.asked = f.asked(f.last), nil
	}
	return f.cutSecret
}

func hasCredentialsKeyword(s *ast.Segment) bool { return vocabulary.LooksLikeCredential(s.Keyword()) }

// holdsSecret reports whether an unknown keyword may hold a secret: in it stands the
// keyword of one, or a word like it and a sign, and more.
func holdsSecret(keyword string) bool {
	if vocabulary.HoldsSecretKeyword(keyword) || vocabulary.CredentialIn(keyword, ":>\"' ", nil) >= 0 {
		return true
	}
	name, ok := nextName(keyword, 0)
	return ok && name.ours && name.span.End < len(keyword) && startsJoinedValue(keyword[name.span.End:])
}

// startsJoinedValue reports whether behind a keyword stands more than the rest of a word.
func startsJoinedValue(text string) bool {
	return strings.IndexByte(" \t:-=>\"'", text[0]) >= 0 || startsJoint(text)
}

// continuesSecret reports whether s, a pair with an unknown keyword, may be the
// rest of a secret in the segment before.
func (f *finder) continuesSecret(s *ast.Segment) bool {
	return f.mayBeCut() || f.quote != 0 && strings.IndexByte(s.Value(), f.quote) >= 0
}

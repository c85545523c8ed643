package redact

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/schema"
	"kustoconn/source"
)

// View shows a bound string to people and tools. Every output that is not
// asked for secrets goes through a masking View, which Of makes. In fmt (every
// verb), slog, JSON and XML any View shows the text with its secrets masked, a
// revealing one too.
type View struct {
	*bind.Bound
	secrets []source.Span // those that are masked; nil in a revealing view
}

// Of returns the view of b in which secrets are masked. It costs what Secrets
// does.
func Of(b *bind.Bound) View { return View{b, Secrets(b)} }

// Revealed returns the view of b whose methods return secrets as they are.
func Revealed(b *bind.Bound) View { return View{b, nil} }

// String returns a connection string with its secrets masked and all else as
// it stands, quotes around a masked value included. It takes any text; of what
// is no connection string little is left. Copy is for running text.
func String(text string) string {
	tree, _ := grammar.Parse(text)
	return Of(bind.Bind(tree)).Text()
}

// String returns the text with its secrets masked, of a revealing view too.
func (v View) String() string {
	if v.Bound == nil {
		return ""
	}
	return Of(v.Bound).Text()
}

// Format prints String for every verb.
func (v View) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, v.String()) }

// MarshalText returns String.
func (v View) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// GobEncode returns String.
func (v View) GobEncode() ([]byte, error) { return v.MarshalText() }

// Slice returns the part of the text that in covers.
func (v View) Slice(in source.Span) string { return maskSpans(v.Tree.Text(), in, v.secrets) }

// Text returns the whole text.
func (v View) Text() string { return v.Slice(source.Span{End: len(v.Tree.Text())}) }

// Hides reports whether the view masks any part of span.
func (v View) Hides(span source.Span) bool {
	at := v.firstBehind(span.Start)
	return at < len(v.secrets) && v.secrets[at].Overlaps(span)
}

// firstBehind returns the index of the first secret that ends behind offset.
func (v View) firstBehind(offset int) int { return firstBehind(v.secrets, offset) }

// Hidden returns the spans that the view masks, in order.
func (v View) Hidden() []source.Span { return v.secrets }

// Keyword returns the keyword of segment i as written.
func (v View) Keyword(i int) string {
	s := &v.Tree.Segments[i]
	if v.Hides(s.KeywordSpan()) {
		return Mask
	}
	return s.Keyword()
}

// SegmentValue returns the value of segment i without its quotes.
func (v View) SegmentValue(i int) string {
	s := &v.Tree.Segments[i]
	return v.shown(s, s.Value())
}

// PropertyValue returns the effective value of the property as text; empty
// where the text gives none.
func (v View) PropertyValue(id schema.ID) string {
	value, ok := v.Value(id)
	if !ok {
		return ""
	}
	if v.Origin(id) == bind.Path && v.Hides(v.LocateEndpoint(v.Endpoint.PathSpan)) {
		return Mask // a secret runs through the slash that cut the database off
	}
	return v.shown(&v.Tree.Segments[v.Segment(id)], value)
}

// shown masks value, which is that of segment s or a part of it.
func (v View) shown(s *ast.Segment, value string) string {
	in := s.ValueText()
	if value == "" || !v.Hides(in) {
		return value
	}
	if s.Kind == ast.Malformed || v.secrets[v.firstBehind(in.Start)].Covers(in) {
		return Mask
	}
	whole := value
	if strings.HasPrefix(s.Value(), value) { // what is secret may show in the whole alone
		whole = s.Value()
	}
	secrets, _ := embedded(whole, namesEndpoint(s), v.Placeholders)
	return maskSpans(whole, source.Span{End: len(value)}, secrets)
}

// maskSpans returns text[in] with every part that overlaps a secret replaced by
// Mask. The secrets are in order and do not overlap.
func maskSpans(text string, in source.Span, secrets []source.Span) string {
	at := in.Start
	secrets = secrets[firstBehind(secrets, at):]
	secrets = secrets[:sort.Search(len(secrets), func(i int) bool { return secrets[i].Start >= in.End })]
	var out strings.Builder
	out.Grow(in.Len() + len(Mask)*len(secrets))
	for _, s := range secrets {
		out.WriteString(text[at:max(at, s.Start)])
		out.WriteString(Mask)
		at = min(s.End, in.End)
	}
	out.WriteString(text[at:in.End])
	return out.String()
}

// firstBehind returns the index of the first of the spans, which are in order,
// that ends behind offset.
func firstBehind(spans []source.Span, offset int) int {
	return sort.Search(len(spans), func(i int) bool { return spans[i].End > offset })
}

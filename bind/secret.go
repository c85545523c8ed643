package bind

import (
	"strings"
	"unicode"

	"kustoconn/ast"
	"kustoconn/endpoint"
	"kustoconn/placeholder"
	"kustoconn/schema"
	"kustoconn/source"
)

// Secrets returns the parts of the text that must never be shown, in order,
// in bytes. It fails closed. Secret are
//
//   - the value of a secret property, unless it is nothing but placeholders
//   - an unknown keyword's value, likewise
//   - a malformed segment
//   - an unknown keyword, with its value, right after a bare secret or a
//     malformed segment: what is before it probably held a semicolon; and
//     so on, up to the next keyword that is known
//   - an unknown keyword, with its value, right after a quoted secret, where the
//     value holds that quotation mark: it was probably not doubled inside
//   - an unknown keyword in which a secret property's keyword and more was
//     read ("AppKey:abc=…")
//   - a first segment that is neither URI, shorthand, host nor placeholder
//   - a password in the userinfo of a URI, and what follows "=" after a
//     credential's name inside a value
func (b *Bound) Secrets() []source.Span {
	var spans []source.Span
	add := func(s source.Span) {
		if !s.Empty() {
			spans = append(spans, s)
		}
	}
	spill := false   // the segment before may hold a secret with a semicolon
	quote := byte(0) // the mark around the secret of the segment before
	for i := range b.Tree.Segments {
		s := &b.Tree.Segments[i]
		switch {
		case s.Kind == ast.Empty:
			continue
		case s.Kind == ast.Malformed:
			add(s.Span().TrimSpace(b.Tree.Text))
			spill = true
			continue
		case s.Kind == ast.Prefix:
			spill = b.prefixSecrets(s, add)
			continue
		}
		id := b.ids[i]
		spilled := spill || quote != 0 && strings.IndexByte(s.Value(), quote) >= 0
		if id == schema.None && b.wholeSegmentSecret(s, spilled) {
			add(source.Span{Start: s.KeywordSpan().Start, End: s.ValueSpan().End})
			continue
		}
		hidden := !placeholder.Whole(s.Value())
		spill, quote = false, 0
		switch {
		case id == schema.None:
			if hidden {
				add(s.ValueText())
				spill = s.Quote == 0 && schema.LooksLikeCredential(s.Keyword())
			}
		case schema.Secrets().Has(id):
			if hidden {
				add(s.ValueText())
				spill, quote = s.Quote == 0, s.Quote
			}
		default:
			b.embeddedSecrets(s, add)
		}
	}
	return spans
}

// wholeSegmentSecret reports whether even the keyword of a pair with an
// unknown keyword may be a piece of a secret.
func (b *Bound) wholeSegmentSecret(s *ast.Segment, spill bool) bool {
	if _, foreign := schema.LookupForeign(s.Keyword()); foreign {
		return false
	}
	if _, programmatic := schema.ProgrammaticOnly(s.Keyword()); programmatic {
		return false
	}
	return spill || HoldsSecretKeyword(s.Keyword())
}

// HoldsSecretKeyword reports whether an unknown keyword starts with that of a
// secret property and goes on, or holds a '=' after a credential's name, or a
// ':' before an '@' as a faulty URI with a password does: the signs of a
// secret that was read as part of its keyword.
func HoldsSecretKeyword(keyword string) bool {
	if at := strings.LastIndexByte(keyword, '@'); at > 0 && strings.IndexByte(keyword[:at], ':') >= 0 {
		return true
	}
	if name, _, found := strings.Cut(keyword, "="); found && schema.LooksLikeCredential(name) {
		return true
	}
	const (
		shortest = 4   // bytes of a secret worth hiding
		longest  = 100 // bytes of a keyword, white space included
	)
	for end := min(longest, len(keyword)-shortest); end > 0; end-- {
		if id, ok := schema.Lookup(keyword[:end]); ok && schema.Secrets().Has(id) {
			return true
		}
	}
	return false
}

// prefixSecrets adds the secrets of the prefix and reports whether it is one
// as a whole.
func (b *Bound) prefixSecrets(s *ast.Segment, add func(source.Span)) bool {
	e := endpoint.AnalyzePrefix(filled(s.Value()))
	if e.Form == endpoint.BareName && !placeholder.Whole(s.Value()) && !plainName(&e) {
		add(s.ValueSpan())
		return true
	}
	b.embeddedSecrets(s, add)
	return false
}

// filled returns value with a letter in place of each placeholder, to judge what
// stands around them.
func filled(value string) string {
	found := placeholder.Find(value)
	if found == nil {
		return value
	}
	var out strings.Builder
	at := 0
	for _, in := range found {
		out.WriteString(value[at:in.Start])
		out.WriteByte('x')
		at = in.End
	}
	out.WriteString(value[at:])
	return out.String()
}

// plainName reports whether a bare name is a host with at most a port and a
// database, but for quotation marks and a byte order mark around it. A whole
// host of the service is one whatever follows it.
func plainName(e *endpoint.Endpoint) bool {
	if e.Completion() == "" && (endpoint.Policy{}).Judge(e, "").Trusted {
		return true
	}
	for _, f := range e.Faults {
		if f.Reason != endpoint.QuoteMark && f.Reason != endpoint.ByteOrderMark {
			return false
		}
	}
	return true
}

// embeddedSecrets adds the secrets inside a value that is none as a whole.
func (b *Bound) embeddedSecrets(s *ast.Segment, add func(source.Span)) {
	for _, in := range embedded(s.Value()) {
		add(s.Locate(in))
	}
}

// MaskValue returns a value that is no secret as a whole, such as that of a
// Data Source, with the secrets inside it masked.
func MaskValue(value string) string {
	return MaskSpans(value, source.Span{End: len(value)}, embedded(value))
}

// embedded returns the secrets inside a decoded value, in order: a password in
// the userinfo of a URI, and what follows a credential's name and "=".
func embedded(value string) []source.Span {
	var spans []source.Span
	rest := value
	from := credentialIn(value)
	if from >= 0 {
		rest = value[:from]
	}
	if strings.IndexByte(rest, '@') >= 0 {
		e := endpoint.AnalyzePrefix(rest)
		if in, ok := e.PasswordSpan(); ok && !placeholder.Whole(in.Slice(rest)) {
			spans = append(spans, in)
		}
	}
	if from >= 0 {
		spans = append(spans, source.Span{Start: from, End: len(value)})
	}
	return spans
}

// credentialIn returns the offset behind the first "=" of value whose word
// before it names a credential, or -1: a missing semicolon, or a query that
// carries a key.
func credentialIn(value string) int {
	for at := 0; ; {
		n := strings.IndexByte(value[at:], '=')
		if n < 0 {
			return -1
		}
		at += n + 1
		word := strings.TrimRightFunc(value[:at-1], unicode.IsSpace)
		if i := strings.LastIndexAny(word, ";,&?/\n\r\t|="); i >= 0 {
			word = word[i+1:]
		}
		if len(word) < 64 && schema.LooksLikeCredential(word) && !placeholder.Whole(value[at:]) {
			return at
		}
	}
}

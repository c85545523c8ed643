package redact

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/endpoint"
	"kustoconn/internal/vocabulary"
	"kustoconn/placeholder"
	"kustoconn/schema"
	"kustoconn/source"
)

// prefix adds the secrets of the prefix: all of it where it is none.
func (f *finder) prefix(s *ast.Segment) {
	e := endpoint.AnalyzePrefix(f.withoutPlaceholders(s.Value()))
	f.cutSecret = e.Form == endpoint.BareName && !f.Placeholders.Whole(s.Value()) && (!isHost(&e) || namesCredential(s.Value())) || isJSON(s.Value())
	if f.cutSecret {
		f.add(s.ValueSpan())
		return
	}
	f.inside(s, true)
}

// namesCredential reports whether a bare name with a slash is a credential's with its value:
// hosts are written in small letters.
func namesCredential(value string) bool {
	name, _, found := strings.Cut(value, "/")
	return found && strings.ToLower(name) != name && vocabulary.LooksLikeCredential(name)
}

// isJSON reports whether value begins as a JSON object or list of texts does,
// which its braces make look like a placeholder. Any text in it may be a secret.
func isJSON(value string) bool {
	if value == "" || value[0] != '{' && value[0] != '[' {
		return false
	}
	rest := strings.TrimLeft(value[1:], " \t\r\n{[")
	return strings.HasPrefix(rest, `"`) && strings.ContainsAny(rest, ":,")
}

// withoutPlaceholders returns value with a letter in place of each placeholder,
// to judge what stands around them.
func (f *finder) withoutPlaceholders(value string) string {
	found := f.Placeholders.Find(value)
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

// isHost reports whether a bare name is a host with at most a port and a
// database, but for quotation marks and a byte order mark around it. A whole
// host of the service is one whatever follows it.
func isHost(e *endpoint.Endpoint) bool {
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

// inside adds the secrets inside a value that is none as a whole. What follows a
// credential's name in a bare one may hold the semicolon behind it.
func (f *finder) inside(s *ast.Segment, isEndpoint bool) {
	if s.Kind == ast.Pair && isPlain(s.Value()) {
		f.cutSecret = false
		return
	}
	spans, toEnd := embedded(s.Value(), isEndpoint, f.Placeholders)
	for _, in := range spans {
		f.add(s.Locate(in))
	}
	f.cutSecret = toEnd && s.Quote == 0
	if !toEnd {
		f.askLater(s, endsInName)
	}
}

// isPlain reports whether a value is one of the usual bytes alone, none of which joins a
// secret to its name or to a host: a URI, a name, a GUID (BenchmarkRedact).
func isPlain(value string) bool {
	rest := strings.TrimPrefix(value, "https://")
	for i := range len(rest) {
		if !plainBytes[rest[i]] {
			return false
		}
	}
	return true
}

var plainBytes = func() (set [256]bool) {
	for c := range byte(0x80) {
		set[c] = isWordByte(string([]byte{c}), 0) || strings.IndexByte("-./~+", c) >= 0
	}
	return set
}()

// endsInName reports whether a prefix, or a value of more than a word, ends near a secret's
// keyword, or nearly so: what follows the semicolon may be the secret.
func endsInName(s *ast.Segment) bool {
	const longest = 64
	value := s.Value()
	end := value[max(0, len(value)-longest):]
	return (s.Kind == ast.Prefix || strings.ContainsAny(end, " \t\n,&|?")) && (vocabulary.EndsInCredential(end) || vocabulary.NamesSecret(end))
}

// embedded returns the secrets inside a decoded value, in order: the userinfo of
// a URI, and what follows a credential's name, however it is joined to it. toEnd says that there is such
// a name. isEndpoint says that the value is that of a Data Source: elsewhere the name
// of a user at a domain is no userinfo, unless a scheme or a password makes it one.
func embedded(value string, isEndpoint bool, placeholders *placeholder.Set) (spans []source.Span, toEnd bool) {
	rest := value
	from := vocabulary.CredentialIn(value, "=:>\"' ", placeholders)
	if at := pairIn(value, placeholders); at >= 0 && (from < 0 || at < from) {
		from = at
	}
	if from >= 0 {
		rest = value[:from]
	}
	if strings.IndexByte(rest, '@') >= 0 && !placeholders.StandsForSecret(rest) {
		e := endpoint.AnalyzePrefix(rest)
		in, ok := e.CredentialsSpan()
		ok = ok && (isEndpoint || strings.Contains(rest, "://") || strings.IndexByte(in.Slice(rest), ':') >= 0)
		if ok && !placeholders.StandsForSecret(in.Slice(rest)) {
			spans = append(spans, in)
		}
	}
	if from >= 0 {
		spans = append(spans, source.Span{Start: from, End: len(value)})
	}
	return spans, from >= 0
}

// namesEndpoint reports whether a segment is a prefix or a Data Source.
func namesEndpoint(s *ast.Segment) bool {
	if s.Kind == ast.Prefix {
		return true
	}
	id, _ := schema.Lookup(s.Keyword())
	return id == schema.DataSource
}

// pairIn returns the offset of the first value of a secret's keyword in value, or -1. A word
// that says whether there is one is none.
func pairIn(value string, placeholders *placeholder.Set) int {
	for at := 0; ; {
		name, ok := nextName(value, at)
		if !ok {
			return -1
		}
		at, name.ours = name.span.End, true // in a string of ours
		if j, ok := joinedTo(value, name); ok && !placeholders.StandsForSecret(value[j.value:]) {
			return j.value
		}
	}
}

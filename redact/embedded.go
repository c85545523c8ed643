package redact

import (
	"strings"
	"unicode"

	"kustoconn/ast"
	"kustoconn/endpoint"
	"kustoconn/placeholder"
	"kustoconn/schema"
	"kustoconn/source"
)

// prefix adds the secrets of the prefix: all of it where it is none.
func (f *finder) prefix(s *ast.Segment) {
	e := endpoint.AnalyzePrefix(withoutPlaceholders(s.Value()))
	f.cutSecret = e.Form == endpoint.BareName && !placeholder.Whole(s.Value()) && !isHost(&e) || isJSON(s.Value())
	if f.cutSecret {
		f.add(s.ValueSpan())
		return
	}
	f.inside(s)
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
func withoutPlaceholders(value string) string {
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

// inside adds the secrets inside a value that is none as a whole.
func (f *finder) inside(s *ast.Segment) {
	for _, in := range embedded(s.Value()) {
		f.add(s.Locate(in))
	}
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
		word = word[strings.LastIndexAny(word, ";,&?/\n\r\t|=")+1:]
		if len(word) < 64 && schema.LooksLikeCredential(word) && !placeholder.Whole(value[at:]) {
			return at
		}
	}
}

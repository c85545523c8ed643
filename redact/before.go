package redact

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
	"kustoconn/source"
)

// IsCredentialValue reports whether a string found in a file, which starts with
// a bare name, is the value of a credential: a secret that holds a semicolon and
// looks like a string behind it. key is the path of the keys that hold the
// string, before what stands before it on its line; both may be empty.
func IsCredentialValue(b *bind.Bound, key, before string) bool {
	if _, bare := bareStart(b); !bare {
		return false
	}
	if NamesCredential(key) {
		return true
	}
	before = strings.TrimRight(before, " \t\"'`\\")
	if name := strings.TrimRight(before, "=:"); name != before {
		return vocabulary.LooksLikeCredential(wordBefore(name))
	}
	id, ok := schema.Lookup(wordBefore(before))
	return ok && schema.Secrets().Has(id)
}

// StartsInSecret returns the first segment of a string found in a file where it
// is a bare name that may be a part of a secret: it, or one of the statements
// that the string goes on from, speaks of a credential. Statement gives these.
func StartsInSecret(b *bind.Bound, statements ...string) (first source.Span, ok bool) {
	first, bare := bareStart(b)
	if !bare {
		return source.Span{}, false
	}
	name, _, _ := strings.Cut(first.Slice(b.Tree.Text()), ":")
	for _, text := range append(statements, name) {
		if strings.TrimSpace(text) != "" && vocabulary.LooksLikeCredential(text) {
			return first, true
		}
	}
	return source.Span{}, false
}

// Statement returns the end of before, the text before a string, that belongs
// to the same statement as the string, as far as it is near.
func Statement(before string) string {
	const longest = 256
	before = before[source.RuneBoundary(before, max(0, len(before)-longest)):]
	return before[strings.LastIndex(before, "; ")+1:]
}

// bareStart returns the first segment of a string that starts with a bare name:
// neither a URI, nor a shorthand, nor a host of Kusto. Any word can be one.
func bareStart(b *bind.Bound) (first source.Span, ok bool) {
	s := &b.Tree.Segments[0]
	value := s.Value()
	return s.Span(), s.Kind == ast.Prefix && !strings.Contains(value, "://") && !strings.HasPrefix(value, "@") &&
		!strings.Contains(strings.ToLower(value), ".kusto.")
}

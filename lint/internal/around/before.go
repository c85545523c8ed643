package around

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
	if namesCredential(key) {
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
// is a bare name, or a pair of an unknown keyword, that may be a part of a secret.
// So it may where it, or the statement that it goes on from, speaks of a credential,
// or where a credential's name and a sign stand near before it in the same piece; a
// shorthand, which is read of any text behind an at sign, likewise.
// before are texts that end where the string starts.
func StartsInSecret(b *bind.Bound, before ...string) (first source.Span, ok bool) {
	first, bare := bareStart(b)
	i := firstSegment(b)
	s, text := &b.Tree.Segments[i], first.Slice(b.Tree.Text())
	switch {
	case bare:
		if name, _, _ := strings.Cut(text, ":"); speaksOfCredential(name) {
			return first, true
		}
	case strings.HasPrefix(text, "@"):
	case s.Kind != ast.Pair || b.ID(i) != schema.None || vocabulary.IsKnownElsewhere(s.Keyword()) || isBehindString(b, s):
		return source.Span{}, false
	}
	for _, before := range before {
		before = near(before)
		if speaksOfCredential(statement(before)) || vocabulary.NamesSecret(before) || speaksOfCredential(nameBeforeSign(before)) || joinsCredential(before, text) {
			return first, true
		}
	}
	return source.Span{}, false
}

// isBehindString reports whether a pair of ours is put behind what a program fills in,
// which is the string so far: "{text}AppKey=…".
func isBehindString(b *bind.Bound, s *ast.Segment) bool {
	keyword, filled := b.Placeholders.BehindTemplate(s.Keyword())
	_, known := schema.Lookup(keyword)
	return filled && known
}

// joinsCredential reports whether a credential's name and a sign stand in before, or where
// text, the first segment of a string, goes on with it.
func joinsCredential(before, text string) bool {
	const longest = 64
	return vocabulary.CredentialIn(before+text[:min(len(text), longest)], "=:>", nil) >= 0
}

// nameBeforeSign returns the name that ends a text, but for what may join a value to it.
func nameBeforeSign(text string) string { return wordBefore(strings.TrimRight(text, " \t\"'`;:=->")) }

func speaksOfCredential(text string) bool {
	return strings.TrimSpace(text) != "" && vocabulary.LooksLikeCredential(text)
}

// near returns the end of the text before a string that a secret may reach from.
func near(before string) string {
	const longest = 256
	return before[source.RuneBoundary(before, max(0, len(before)-longest)):]
}

// statement returns the end of before that belongs to the same statement.
func statement(before string) string { return before[strings.LastIndex(before, "; ")+1:] }

// firstSegment returns the index of the first segment that is not empty, or 0.
func firstSegment(b *bind.Bound) int {
	for i := range b.Tree.Segments {
		if b.Tree.Segments[i].Kind != ast.Empty {
			return i
		}
	}
	return 0
}

// bareStart returns the first segment of a string that starts with a bare name:
// neither a URI of the web, nor a shorthand, nor a host of Kusto. Any word can be
// one, and so can any scheme.
func bareStart(b *bind.Bound) (first source.Span, ok bool) {
	s := &b.Tree.Segments[firstSegment(b)]
	value := strings.ToLower(s.Value())
	return s.Span(), s.Kind == ast.Prefix && !strings.HasPrefix(value, "https://") && !strings.HasPrefix(value, "http://") &&
		!strings.HasPrefix(value, "@") && !strings.Contains(value, ".kusto.")
}

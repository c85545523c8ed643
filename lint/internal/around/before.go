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
// or where a credential's name and a sign stand near before it in the same piece.
// before are texts that end where the string starts.
func StartsInSecret(b *bind.Bound, before ...string) (first source.Span, ok bool) {
	first, bare := bareStart(b)
	if strings.HasPrefix(first.Slice(b.Tree.Text()), "@") {
		for _, text := range before {
			if speaksOfCredential(nameBeforeSign(text)) {
				return first, true
			}
		}
	}
	i := firstSegment(b)
	if s := &b.Tree.Segments[i]; !bare && (s.Kind != ast.Pair || b.ID(i) != schema.None || vocabulary.IsKnownElsewhere(s.Keyword())) {
		return source.Span{}, false
	}
	name, _, _ := strings.Cut(first.Slice(b.Tree.Text()), ":")
	if bare && speaksOfCredential(name) {
		return first, true
	}
	for _, text := range before {
		text = near(text)
		if speaksOfCredential(statement(text)) || misspellsSecret(statement(text)) || speaksOfCredential(nameBeforeSign(text)) || vocabulary.CredentialIn(text, "=:>", nil) >= 0 {
			return first, true
		}
	}
	return source.Span{}, false
}

// nameBeforeSign returns the name that ends a text, but for what may join a value to it.
func nameBeforeSign(text string) string { return wordBefore(strings.TrimRight(text, " \t\"'`;:=->")) }

func speaksOfCredential(text string) bool {
	return strings.TrimSpace(text) != "" && vocabulary.LooksLikeCredential(text)
}

// misspellsSecret reports whether a word of text is close to a secret's keyword.
func misspellsSecret(text string) bool {
	for word := range strings.FieldsSeq(text) {
		if s, ok := vocabulary.Suggest(strings.Trim(word, "\"'`=:;,()")); ok && schema.Secrets().Has(s.Property) {
			return true
		}
	}
	return false
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

package vocabulary

import (
	"slices"
	"strings"
	"testing"
)

// Of a value with very many words before equals signs, what follows is taken for a
// credential.
func TestCredentialIn(t *testing.T) {
	for value, want := range map[string]int{
		"": -1, "a": -1, "a=b": -1, "=": -1, "client secret=b": len("client secret="), "a=b;key=c": len("a=b;key="), "a=b&sig = c": len("a=b&sig ="), "my client secret = b": len("my client secret ="),
		"key={x}": -1, "key={x};token=b": len("key="), "a=secret": -1,
		strings.Repeat("a=", 256): -1, strings.Repeat("a=", 257): 2 * 257, strings.Repeat("a=", 300): 2 * 257,
	} {
		if got := CredentialIn(value, "=", nil); got != want {
			t.Errorf("CredentialIn(%.20q) = %d, want %d", value, got, want)
		}
	}
}

func TestLastWords(t *testing.T) {
	long := strings.Repeat("a", 63)
	for phrase, want := range map[string][]string{
		"": {""}, "a": {"a"}, "a b": {"b", "a b"}, "a:b": {"b", "a:b"}, "a\u00a0b": {"b", "a\u00a0b"}, "a\u3000b": {"b", "a\u3000b"}, "a ": {"a "}, " a": {"a", " a"},
		"a b c d e f g": {"g", "f g", "e f g", "d e f g", "c d e f g", "b c d e f g"},
		long:            {long}, long + "a": nil, "b " + long: {long}, "bc " + long[1:]: {long[1:]}, "b " + long + "a": nil,
	} {
		if got := slices.Collect(lastWords(phrase)); !slices.Equal(got, want) {
			t.Errorf("lastWords(%q) = %q, want %q", phrase, got, want)
		}
	}
}

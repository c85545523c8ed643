package redact

import (
	"slices"
	"strings"
	"testing"

	"kustoconn/source"
)

// JSON is told by its first sign, a quotation mark behind it, and a colon or comma.
func TestIsJSON(t *testing.T) {
	for value, want := range map[string]bool{
		"": false, `{"a":1}`: true, `["a",1]`: true, "{ \t\r\n\"a\":1}": true, `[{"a":1}]`: true, `{"a"}`: false, `{a:1}`: false, `"a":1`: false, `x{"a":1}`: false, `(“a”,1)`: false, `\["a",1]`: false, "{": false, `{"a",`: true, `{x"a":1}`: false,
	} {
		if got := isJSON(value); got != want {
			t.Errorf("isJSON(%q) = %v", value, got)
		}
	}
}

// Of a value with very many words before equals signs, what follows is taken for a
// credential.
func TestCredentialIn(t *testing.T) {
	for value, want := range map[string]int{
		"": -1, "a": -1, "a=b": -1, "=": -1, "client secret=b": len("client secret="), "a=b;key=c": len("a=b;key="), "a=b&sig = c": len("a=b&sig ="), "my client secret = b": len("my client secret ="),
		"key={x}": -1, "key={x};token=b": len("key="), "a=secret": -1,
		strings.Repeat("a=", 256): -1, strings.Repeat("a=", 257): 2 * 257, strings.Repeat("a=", 300): 2 * 257,
	} {
		if got := credentialIn(value, "=", nil); got != want {
			t.Errorf("credentialIn(%.20q) = %d, want %d", value, got, want)
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

func TestWordBefore(t *testing.T) {
	long := strings.Repeat("a", 64)
	for text, want := range map[string]string{
		"": "", "a": "a", "a b": "b", `"a"`: "a", `x "a" `: "a", "a[b]": "b", "a;b c": "c", "a,b": "b", "a(b": "b", "a)b": "a)b", "$a": "a",
		long: long, "b" + long: long, "; " + long[2:]: long[2:], "; " + long[1:]: long[1:], ";" + long: long,
	} {
		if got := wordBefore(text); got != want {
			t.Errorf("before %q: %q, want %q", text, got, want)
		}
	}
}

// What masks a text masks a part of it: only the spans that overlap the part.
func TestSpansOfAPart(t *testing.T) {
	secrets := []source.Span{{Start: 1, End: 2}, {Start: 4, End: 6}, {Start: 8, End: 9}}
	for _, tt := range []struct {
		start, end int
		want       string
	}{
		{0, 10, "a****cd****gh****j"}, {0, 0, ""}, {0, 1, "a"}, {0, 2, "a****"}, {1, 2, "****"}, {2, 4, "cd"}, {2, 5, "cd****"}, {5, 6, "****"}, {5, 8, "****gh"}, {6, 8, "gh"}, {9, 10, "j"},
	} {
		if got := maskSpans("abcdefghij", source.Span{Start: tt.start, End: tt.end}, secrets); got != tt.want {
			t.Errorf("%d to %d: %q, want %q", tt.start, tt.end, got, tt.want)
		}
	}
	v := View{secrets: secrets}
	if got := v.Hidden(); !slices.Equal(got, secrets) {
		t.Errorf("hidden are %v", got)
	}
}

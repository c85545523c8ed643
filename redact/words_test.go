package redact

import (
	"slices"
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

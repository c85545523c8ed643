package redact_test

import (
	"strings"
	"testing"

	"kustoconn/redact"
	"kustoconn/source"
)

// The bytes of each span of a string are shown by the bytes of the excerpt: «between marks»
// they are in both. What is masked, or not certain, is one place.
func TestExcerpt(t *testing.T) {
	const text = "Fed=true;AppKey=abcd;Database=x and more words; Timeout=7"
	at := func(part string) source.Span {
		start := strings.Index(text, part)
		return source.Span{Start: start, End: start + len(part)}
	}
	secrets := []source.Span{at("abcd")}
	keywords := []source.Span{at("Fed"), at("Timeout")}
	for _, tt := range []struct {
		name    string
		excerpt *redact.Excerpt
		want    string
		shown   map[string]string // a part of the string, and of the excerpt
		isCut   bool
	}{
		{"nothing to hide", redact.NewExcerpt("Fed=true", nil), "Fed=true", map[string]string{"Fed": "Fed", "=true": "=true"}, false},
		{"a secret", redact.NewExcerpt(text, secrets), strings.Replace(text, "abcd", "****", 1), map[string]string{
			"Fed": "Fed", "AppKey=": "AppKey=", "abcd": "****", "a": "****", "bc": "****", "=a": "=****", "d;D": "****;D", "cd": "****", "ab": "****", "Database": "Database", "7": "7", text: strings.Replace(text, "abcd", "****", 1),
		}, false},
		{"no certain end", redact.NewExcerptUpTo(text, secrets, len("Fed=true;AppKey=abcd;Database=x"), nil), "Fed=true;AppKey=****;Database=x…", map[string]string{
			"AppKey": "AppKey", "abcd": "****", "=x": "=x", " and": "…", "more": "…", "x and": "x…", "Timeout": "…",
		}, true},
		{"and a keyword behind it", redact.NewExcerptUpTo(text, secrets, len("Fed=true;AppKey=abcd;Database=x"), keywords), "Fed=true;AppKey=****;Database=x…Timeout…", map[string]string{
			"Fed": "Fed", "words": "…", "Timeout": "Timeout", "Time": "Time", "; Time": "…Time", "=7": "…", "out=7": "out…",
		}, true},
		{"a keyword at it", redact.NewExcerptUpTo("Fed=true;x", nil, 0, []source.Span{{Start: 0, End: 3}}), "Fed…", map[string]string{"Fed": "Fed", "ed=t": "ed…"}, true},
		{"amid a secret", redact.NewExcerptUpTo(text, secrets, strings.Index(text, "cd;"), nil), "Fed=true;AppKey=****…", map[string]string{"abcd": "****…", "ab": "****", "cd;": "…"}, true},
		{"before a secret", redact.NewExcerptUpTo(text, secrets, strings.Index(text, "abcd"), nil), "Fed=true;AppKey=…", map[string]string{"=a": "=…", "abcd": "…"}, true},
		{"nowhere", redact.NewExcerptUpTo(text, secrets, 0, nil), "…", map[string]string{"Fed": "…"}, true},
		{"the empty text", redact.NewExcerpt("", nil), "", nil, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.excerpt.Text(); got != tt.want || tt.excerpt.IsCut() != tt.isCut {
				t.Fatalf("%q, cut %t; want %q", got, tt.excerpt.IsCut(), tt.want)
			}
			for part, want := range tt.shown {
				if got := tt.excerpt.Span(at(part)).Slice(tt.want); got != want {
					t.Errorf("%q is shown by %q, want %q", part, got, want)
				}
			}
		})
	}
}

// A place between two bytes stays between what shows them.
func TestPlacesOfAnExcerpt(t *testing.T) {
	e := redact.NewExcerpt("a=bcde;f", []source.Span{{Start: 2, End: 6}})
	for offset, want := range []int{0, 1, 2, 2, 2, 2, 6, 7, 8} {
		if got := e.Span(source.At(offset)); got != source.At(want) {
			t.Errorf("%d: %v, want %d", offset, got, want)
		}
	}
	if got := e.Span(source.Span{Start: 3, End: 4}); got != (source.Span{Start: 2, End: 6}) {
		t.Errorf("what is masked is at %v", got)
	}
}

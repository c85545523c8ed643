package redact

import (
	"strings"
	"testing"

	"kustoconn/source"
)

// What may be a part of a secret, and what is a word of a language, a number with its unit,
// a pair of a log.
func TestIsDubious(t *testing.T) {
	for word, want := range map[string]bool{
		"": false, "word": false, "Word": false, "WORD": false, "wOrd": true, "WoRD": true, "woRd": true, "don't": false, "and/or": false, "a-b_c|d>e.f,g": false, "Foo-Bar": false, "foo-Bar": false, "FOO-bar": true, "FOo": true, "über": false, "Über": false,
		"a1": true, "1": false, "12": false, "12ms": false, "12MS": false, "3s": false, "4us": false, "5µs": false, "6ns": false, "7m": false, "8h": false, "9b": false, "1kb": false, "1MB": false, "1gb": false, "1kib": false, "1MiB": false, "50%": false, "2x": false, "2y": true, "1.5": false, "1,5": false, "10:20": false, "1-2": false, "-1": true, ".5": false, "12345678901": true, "1234567890": false, "123456789ms": true, "12345678ms": false,
		"(word)": false, "[a1]": true, "{word}": false, "<word>": false, "word.": false, "word,": false, "word:": false, "word!": false, "word?": false, `"word"`: false, "'word'": false, "`word`": false, "...": false,
		"https://x1": false, "HTTP/1.1": false, "http/1.1": true, "a=b1": false, "a_b-c.d=B1": false, "A=b1": true, "a1=b1": true, "A_1=b1": false, "_A=b1": true, "A_b=b1": true, "1_A=b1": true, "=b1": true, "a`=b": true, "z=1": false, "{=1": true,
		strings.Repeat("a", 24): false, strings.Repeat("a", 25): true, "a~b": true, "a+b": true, "a@b": true, "a[b": true, "a`b": true, "a{b": true, "@A": true, "a\x7f": true,
	} {
		if got := isDubious(word); got != want {
			t.Errorf("%q: %t, want %t", word, got, want)
		}
	}
}

// What a value in running text is without the marks of what stands around it.
func TestTrimEnd(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "a": "a", ".": ".", "a.": "a", "a,": "a", "a:": "a", "a!": "a", "a?": "a", "a;": "a;", "a)": "a", "(a)": "(a)", "a]": "a", "[a]": "[a]", "a}": "a", "{a}": "{a}", "a>": "a", "<a>": "<a>", "(a))": "(a)", "((a)": "((a)",
		`a"`: "a", `"a"`: `"a"`, `a\"`: "a", `a\\"`: "a", `a"b"`: `a"b"`, "a'": "a", "a`": "a", "'a'": "'a'", "a').": "a", "a.,:!?.,:!": "a.", "a.,:!?.,:": "a", "ab.)": "ab", ")": ")", "))": ")", `a""`: `a""`,
	} {
		if got := trimEnd(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// How much of a text is a key in PEM.
func TestPEMLength(t *testing.T) {
	for text, want := range map[string]string{
		"a b": "", "-----BEGIN A-----b c": "-----BEGIN A-----b c", "-----BEGIN A-----b-----END A----- c": "-----BEGIN A-----b-----END A-----", "-----BEGIN A-----b-----END A-- c": "-----BEGIN A-----b-----END A-- c", " -----BEGIN A": "", "-----BEGIN": "-----BEGIN", "-----BEGI": "", "-----BEGIN A-----b-----END": "-----BEGIN A-----b-----END",
	} {
		if got := text[:pemLength(text)]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSentencesAndPaths(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "a b": false, "a b c": true, "a z c d1": true, "a b1 c": false, "a B c": false, "a b c.": false, "a ` c": false, "a { c": false, "must be longer than 7": true, strings.Repeat("a", 125) + " b c d": false, strings.Repeat("a", 124) + " b c d": true,
	} {
		if got := isSentence(text); got != want {
			t.Errorf("sentence %q: %t, want %t", text, got, want)
		}
	}
	for text, want := range map[string]bool{"": true, "/a/b": true, "/a.b-c+d~e@f_g": true, "/é": true, "/a b": false, "/a=b": false, "/a:b": false, "/a;": false} {
		if got := isPath(text); got != want {
			t.Errorf("path %q: %t, want %t", text, got, want)
		}
	}
}

func TestBase64Lines(t *testing.T) {
	for text, want := range map[string]bool{
		strings.Repeat("A", 16): true, strings.Repeat("A", 15): false, strings.Repeat("a", 16): false, "abcdefgh1jklmnop": true, "abcdefgh0jklmnop": true, "abcdefgh9jklmnop": true, "abcdefghijklmno=": true, "abcdefghiJklmnop": true, "abcdefghi+Klmnop": true, "abcdefghi/Klmnop": true, "abcdefghi-Klmnop": true, "abcdefghi_Klmnop": true, "abcdefghi.Klmnop": false, "abcdefghi Klmnop": false, "abcdefghiéKlmnop": false,
	} {
		if got := isBase64Line(text); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}

func TestOperators(t *testing.T) {
	for text, want := range map[string]int{"": 0, "||": 2, "|": 0, "..": 2, ".": 1, "<>": 2, "<": 0, "+": 1, "&": 1, "-": 0, "+ ": 1, "...": 2} {
		if got := operatorLength(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// Which secrets, [in brackets], are words that nothing around them reads otherwise once they
// are masked, so that the line is looked at once.
func TestArePlain(t *testing.T) {
	for row, want := range map[string]bool{
		"": true, "no secret; it's `so`": true, "AppKey=[abc1]": true, "AppKey=[abc1];b": true, "AppKey=[abc1] b": true, "AppKey=[abc1]\tb": true, "AppKey=[abc1]\rb": true, "AppKey=[abc1]\nb": true, `{"a":"AppKey=[abc1]"}`: true, "AppKey=[abc1],b": false, "AppKey=[abc1]x": false, "AppKey: [abc1]": false, "[abc1]": false,
		"AppKey=[abc1] it's": false, "AppKey=[abc1] `": false, `AppKey=[abc1] \`: false, `AppKey=[abc1] x="y"`: false, `AppKey=[abc1] "`: false, `AppKey=[abc1] ""`: true,
		"AppKey=[a~.-+/_9Z]": true, "AppKey=[a1;b]": false, "AppKey=[a1 b]": false, "AppKey=[a1é]": false, "AppKey=[a1\u007f]": false, "AppKey=[a1,]": false, "AppKey=[word]": false, "AppKey=[AppKey1]": false, "AppKey=[app-key]": false, "AppKey=[a1];User Token=[b2]": true, "AppKey=[a1];User Token=[b,2]": false, "AppKey=[a@1]": false,
		`{"AppKey":"[abc1]","b":"c"}`: true, `{"AppKey":"[abc1]"}`: true, `{"AppKey": "[abc1]"}`: false, `{"AppKey":"[abc1];b"}`: false, `{"AppKey":"b[abc1]"}`: false, `AppKey:"[abc1]"`: false,
	} {
		text, spans := "", []source.Span(nil)
		for i, part := range strings.FieldsFunc(strings.ReplaceAll(row, "[", "\x00["), func(r rune) bool { return r == 0 }) {
			secret, rest, found := strings.Cut(strings.TrimPrefix(part, "["), "]")
			if !found || i == 0 && !strings.HasPrefix(row, "[") {
				text += part
				continue
			}
			spans = append(spans, source.Span{Start: len(text), End: len(text) + len(secret)})
			text += secret + rest
		}
		if got := arePlain(text, spans); got != want {
			t.Errorf("%s, %v: %t, want %t", row, spans, got, want)
		}
	}
}

// A secret keeps the line ends in it, and the sign before them.
func TestKeepLines(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"abcd", "****"}, {"abcd\n", "****\n"}, {"ab\ncd", "****\n****"}, {"ab=\ncd", "****=\n****"}, {"ab=\r\ncd", "****=\r\n****"}, {"\nab", "\n****"}, {"a\n\nb", "****\n\n****"}, {"ab\ncd\n", "****\n****\n"},
	} {
		secrets := []source.Span{{Start: 0, End: len(tt.text)}}
		if strings.HasSuffix(tt.text, "\n") && strings.Count(tt.text, "\n") == 1 {
			secrets[0].End--
		}
		if got := maskSpans(tt.text, source.Span{End: len(tt.text)}, keepLines(tt.text, secrets)); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// How many masks a text has got.
func TestMasksAreCounted(t *testing.T) {
	long := strings.Repeat("Zq9xW7vK2mJ4", 30<<10)
	for text, want := range map[string]int{
		"": 0, "a": 0, "AppKey=abc1": 1, "AppKey=abc1;UserToken=b2;Fed=true": 2, "AppKey=abc1\nUserToken=b2\n": 2, "AppKey=****": 0, "AppKey='a' b": 1, `{"AppKey":"a1","b":"AppKey=c2"}`: 2, "AppKey=" + long: 1, "AppKey=a1 " + strings.Repeat("x ", 150<<10) + "AppKey=b2": 2,
	} {
		if _, got := TextWith(text, nil); got != want {
			t.Errorf("%.40q: %d, want %d", text, got, want)
		}
	}
}

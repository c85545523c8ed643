package recognize

import (
	"testing"

	"kustoconn/schema"
)

// The marks of sentences beyond ASCII end a value, but not what looks like one
// inside a word.
func TestEndsProse(t *testing.T) {
	for _, tt := range []struct {
		text   string
		offset int
		want   bool
	}{
		{"a”", 1, true}, {"a”b", 1, true}, {"a。b", 1, true}, {"a…", 1, false}, {"aé", 1, false}, {"a\xe2", 1, false},
		{"l’été", 1, false}, {"l’e", 1, false}, {"l’ e", 1, true}, {"l’", 1, true}, {"l’.", 1, true}, {"’x ", 0, false}, {"’ x", 0, true},
	} {
		if got := endsProse(tt.text, tt.offset); got != tt.want {
			t.Errorf("endsProse(%q, %d) = %v", tt.text, tt.offset, got)
		}
	}
	for text, want := range map[string]string{"": "", "a": "a", "a.": "a.", "a”": "a", "a””": "a”", "”": "", "aé": "aé", "a…": "a…", "a\xe2": "a\xe2", "。a": "。a"} {
		if got := withoutProseMark(text); got != want {
			t.Errorf("withoutProseMark(%q) = %q, want %q", text, got, want)
		}
	}
}

// A keyword may begin behind a character of a language without blanks, and not
// behind one of a longer word.
func TestContinuesWord(t *testing.T) {
	for before, want := range map[string]bool{
		"a": true, "_": true, "7": true, " ": false, "\x7f": false, "=": false, "é": true, "Я": true, "٣": true, "\xff": true, "\u0080": false,
		"”": false, "為": false, "ひ": false, "カ": false, "한": false, "ㄅ": false, "—": false,
	} {
		if got := continuesWord("x "+before+"Fed", len("x "+before)); got != want {
			t.Errorf("continuesWord behind %q is %v", before, got)
		}
	}
}

// What a sentence leaves at the end of a value.
func TestTrimSentence(t *testing.T) {
	for _, tt := range []struct{ value, emphasis, want string }{
		{"", "", ""}, {".", "", "."}, {"a", "", "a"}, {"a.", "", "a"}, {"a?!.", "", "a"}, {"a....", "", "a."}, {"a;", "", "a;"},
		{"a)", "", "a"}, {"(a)", "", "(a)"}, {"(a))", "", "(a)"}, {"a}]>", "", "a"}, {"{a}", "", "{a}"}, {"a(", "", "a("},
		{`a"`, "", "a"}, {`"a"`, "", `"a"`}, {`a""`, "", `a""`}, {`"a""`, "", `"a"`}, {"a`", "", "a"},
		{"a。”", "", "a"}, {"a”.", "", "a"}, {"a。。。。", "", "a。"},
		{"a*", "*", "a"}, {"a*", "", "a*"}, {"a**", "**", "a"}, {"*a*", "*", "*a*"}, {"*a**", "*", "*a*"}, {"*", "*", "*"}, {"**", "**", "**"},
		{"a|", "|", "a"}, {"a|b|", "|", "a|b"}, {"a#b#", "#", "a#b"}, {"a+b+", "+", "a+b+"}, {"a_b_c_", "_", "a_b_c"},
		{"a*...", "*", "a*"}, {"a*..", "*", "a"}, {"a.*", "*", "a"}, {"a**", "*", "a**"}, {"a*.*", "*", "a*.*"}, {"a...*.", "*", "a."}, {"a*b*", "*", "a*b*"},
		{"a|b||", "|", "a|b|"},
	} {
		if got := trimSentence(tt.value, tt.emphasis); got != tt.want {
			t.Errorf("trimSentence(%q, %q) = %q, want %q", tt.value, tt.emphasis, got, tt.want)
		}
	}
}

func TestIsTag(t *testing.T) {
	for text, want := range map[string]bool{
		"</": true, "</p>": true, "<br>": true, "<BR/>": true, "<br": false, "<b>": false, "<brr": true, "<x": false, "br>": false, "": false, "/": false,
	} {
		if got := isTag(text); got != want {
			t.Errorf("isTag(%q) = %v", text, got)
		}
	}
}

func TestIsPhrase(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "a": true, "a b": true, "a-b": true, "a.b": true, "a_b": true, "é": true, "a:b": false, "=a": false, "a=": false, "a/b": false,
		" ": true, "\x7f": false,
	} {
		if got := isPhrase(text); got != want {
			t.Errorf("isPhrase(%q) = %v", text, got)
		}
	}
}

// White space in a placeholder is its own.
func TestHasSpaceOutsidePlaceholders(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "a": false, "a b": true, "{a b}": false, "{a b}c": false, "{a b} c": true, "c {a b}": true, "{a b}{c d}": false, "{a b} {c d}": true,
		"x{a b}-{c\td}y": false, "{a b}c{d e}\nf": true, "a\tb": true, "a\rb": true,
	} {
		if got := hasSpaceOutsidePlaceholders(text); got != want {
			t.Errorf("hasSpaceOutsidePlaceholders(%q) = %v", text, got)
		}
	}
}

// Behind what no value of the property holds, a sentence begins.
func TestLooksLikeBareValue(t *testing.T) {
	for _, tt := range []struct {
		value string
		id    schema.ID
		want  bool
	}{
		{"", schema.None, true}, {"a", schema.None, true}, {"a b", schema.None, true}, {"a\nb", schema.None, false}, {"a\rb", schema.None, false}, {"a\n", schema.None, false},
		{"a http://b", schema.None, false}, {"http://a b", schema.None, true}, {"http://a", schema.None, true},
		{"true", schema.FederatedSecurity, true}, {"true and", schema.FederatedSecurity, false}, {"False and", schema.FederatedSecurity, false}, {"yes and", schema.FederatedSecurity, true},
		{"true and", schema.None, true}, {"a b", schema.DataSource, false}, {"{a b}", schema.DataSource, true}, {"a b", schema.UserID, true},
	} {
		if got := looksLikeBareValue(tt.value, tt.id); got != tt.want {
			t.Errorf("looksLikeBareValue(%q, %v) = %v", tt.value, tt.id, got)
		}
	}
}

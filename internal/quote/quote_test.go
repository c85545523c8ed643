package quote_test

import (
	"iter"
	"slices"
	"strings"
	"testing"
	"unicode"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/internal/exhaust"
	"kustoconn/internal/quote"
	"kustoconn/source"
)

func TestValue(t *testing.T) {
	for value, want := range map[string]string{
		"":          `""`,
		"a":         "a",
		"a b":       "a b",
		"a=b==":     "a=b==",
		"=a":        `"=a"`,
		" a":        `" a"`,
		"a\u00a0":   "\"a\u00a0\"",
		"a;b":       `"a;b"`,
		"a'b":       `"a'b"`,
		`a"b`:       `"a""b"`,
		"a\nb":      "\"a\nb\"",
		"a\u0085b":  "\"a\u0085b\"",
		"a\u2028b":  "a\u2028b",
		"{x}":       "{x}",
		"Größe":     "Größe",
		`"`:         `""""`,
		"\ufeffbom": "\ufeffbom",
	} {
		if got := quote.Value(value); got != want {
			t.Errorf("Value(%q) = %s, want %s", value, got, want)
		}
		tree, diags := grammar.Parse("AppKey=" + want)
		if len(diags) > 0 || tree.Segments[0].Unset() || tree.Segments[0].Value() != value {
			t.Errorf("%s reads back as %q, %v", want, tree.Segments[0].Value(), diags)
		}
	}
}

// smallTexts yields every text of a few characters over those that quoting
// tells apart; what starts a prefix is not among them.
func smallTexts(t *testing.T, quick, campaign int) iter.Seq[string] {
	prefixes := []string{"@", ":", "/"}
	letters := slices.DeleteFunc(exhaust.Representatives(), func(s string) bool { return slices.Contains(prefixes, s) })
	return exhaust.Texts(letters, exhaust.Length(t, quick, campaign))
}

// readBack returns the pair that the text starts with, before another one, and
// whether both are read as such.
func readBack(text string) (pair *ast.Segment, ok bool) {
	tree, _ := grammar.Parse(text)
	if len(tree.Segments) != 2 || tree.Segments[0].Kind != ast.Pair || tree.Segments[1].Keyword() != "next" {
		return nil, false
	}
	return &tree.Segments[0], true
}

// Every value without a NUL, quoted, is read back as it is; one with a NUL,
// which has no form in the language, is an error.
func TestSmallValues(t *testing.T) {
	for value := range smallTexts(t, 5, 6) {
		pair, ok := readBack("k=" + quote.Value(value) + ";next=1")
		if want := !strings.Contains(value, "\x00"); ok != want {
			t.Errorf("%q: read as a pair: %v", value, ok)
		} else if ok && (pair.Value() != value || pair.Unset()) {
			t.Errorf("%q is read back as %q", value, pair.Value())
		}
	}
}

// Every text that can be a keyword, with its signs doubled, is read back as it
// is, and no other text is.
func TestSmallKeywords(t *testing.T) {
	for keyword := range smallTexts(t, 5, 6) {
		pair, ok := readBack(quote.Keyword(keyword) + "=1;next=1")
		want := keyword != "" && strings.TrimSpace(keyword) == keyword && !strings.Contains(keyword, ";") && !strings.ContainsFunc(keyword, unicode.IsControl)
		if got := ok && pair.Keyword() == keyword && pair.Value() == "1"; got != want {
			t.Errorf("%q is read back: %v", keyword, got)
		}
	}
}

// The edits make of any text a quoted value that is read as the text.
func TestSmallEdits(t *testing.T) {
	for value := range smallTexts(t, 4, 6) {
		if strings.Contains(value, "\x00") {
			continue
		}
		text := "k=" + value + ";next=1"
		edits := quote.Edits(text, source.Span{Start: len("k="), End: len("k=") + len(value)}, true)
		quoted, err := diag.Apply(text, edits)
		if err != nil {
			t.Fatal(err)
		}
		if pair, ok := readBack(quoted); !ok || pair.Value() != value || pair.Quote != '"' {
			t.Errorf("%q is quoted as %q", value, quoted)
		}
		for _, e := range edits {
			if !e.Span.Empty() || e.NewText != `"` || !e.Safe {
				t.Errorf("%q: the edit %+v does more than insert a mark", value, e)
			}
		}
	}
}

// A span of a value is located where the text writes just that part of it.
func TestSmallSpans(t *testing.T) {
	for value := range smallTexts(t, 4, 5) {
		for _, mark := range []byte{'"', '\''} {
			m := string(rune(mark))
			text := "k=" + m + strings.ReplaceAll(value, m, m+m) + m
			inside := source.Span{Start: len("k=") + 1, End: len(text) - 1}
			for start := range len(value) + 1 {
				for end := start; end <= len(value); end++ {
					at := quote.Locate(text, inside, mark, source.Span{Start: start, End: end})
					if !inside.Covers(at) || quote.Undouble(at.Slice(text), mark) != value[start:end] {
						t.Errorf("%q: %d-%d of the value is located at %v", text, start, end, at)
					}
				}
			}
		}
	}
}

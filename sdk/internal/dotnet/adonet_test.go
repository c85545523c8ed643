package dotnet

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/fixtures"
	"kustoconn/source"
)

func TestADONETAgreesWithRecordings(t *testing.T) {
	for _, row := range fixtures.ADONET(t) {
		text := ""
		if row.S != nil {
			text = *row.S
		}
		compare := func(field string, want, got any) {
			if !cmp.Equal(want, got) {
				t.Errorf("%s %q: %s: want %#v, got %#v", row.ID, text, field, want, got)
			}
		}
		var b Builder
		ok, index := true, -1
		if row.W != nil {
			for _, w := range row.W {
				ok = ok && b.Set(w[0], w[1])
			}
		} else {
			pairs, err := ParseADONET(text)
			b.Assign(pairs)
			if err != nil {
				ok, index = false, err.Index
			}
		}
		compare("ok", row.OK, ok)
		if !row.OK {
			want := -1
			if row.Index != nil {
				want = *row.Index
			}
			compare("index", want, index)
			continue
		}
		compare("pairs", row.Pairs, keywordsAndValues(b.Pairs()))
		compare("out", row.Out, b.String())
		compare("roundTrips", row.RoundTrips, roundTrips(&b))
	}
}

func keywordsAndValues(pairs []Pair) [][2]string {
	list := [][2]string{}
	for _, p := range pairs {
		list = append(list, [2]string{p.Keyword, p.Value})
	}
	return list
}

func roundTrips(b *Builder) bool {
	pairs, err := ParseADONET(b.String())
	var again Builder
	again.Assign(pairs)
	return err == nil && cmp.Equal(values(b), values(&again))
}

// values lists what b holds by keyword, spelling and order aside.
func values(b *Builder) map[string]string {
	m := map[string]string{}
	for folded, i := range b.index {
		m[folded] = b.entries[i].Value
	}
	return m
}

func TestParseADONETSpans(t *testing.T) {
	text := "; A == B = \"x\"\"y\" ;\u212a='é' ; c = d e ;f="
	want := []Pair{
		{Keyword: "a = b", Value: `x"y`, KeywordSpan: span(2, 8), ValueSpan: span(12, 16)},
		{Keyword: "k", Value: "é", KeywordSpan: span(19, 22), ValueSpan: span(24, 26)},
		{Keyword: "c", Value: "d e", KeywordSpan: span(30, 31), ValueSpan: span(34, 37)},
		{Keyword: "f", Unset: true, KeywordSpan: span(39, 40), ValueSpan: span(41, 41)},
	}
	got, err := ParseADONET(text)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestParseADONETErrors(t *testing.T) {
	for _, test := range []struct {
		text string
		want FormatError
	}{
		{" A", FormatError{1, span(1, 2)}},
		{"𝔄=1;é=2; B='", FormatError{10, span(13, 16)}},
		{"A='b\x00'", FormatError{0, span(0, 5)}},
		{"A=b;\x00 ;", FormatError{6, span(6, 7)}},
		{"A='b'\x00c", FormatError{6, span(6, 7)}},
		{"A=b\x01;C=d", FormatError{3, span(3, 4)}},
		{"A\tB=;C\tD=1", FormatError{-1, span(5, 8)}},
		{"A='b'c;", FormatError{0, span(0, 6)}},
		{"A=b\"", FormatError{0, span(0, 4)}},
		{"= B", FormatError{0, span(0, 1)}},
	} {
		pairs, err := ParseADONET(test.text)
		if err == nil || pairs != nil {
			t.Errorf("%q: accepted", test.text)
			continue
		}
		if diff := cmp.Diff(test.want, *err); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", test.text, diff)
		}
	}
}

func TestBuilder(t *testing.T) {
	var b Builder
	for _, keyword := range []string{"", ";a", " a", "a ", "a\tb", "\n"} {
		if b.Set(keyword, "x") {
			t.Errorf("%q: set", keyword)
		}
	}
	if b.Set("a", "x\x00") {
		t.Error("a value with a NUL: set")
	}
	b.Set("a", "1")
	b.Set("b", "2")
	b.Set("A", "it's")
	b.Remove("B")
	b.Remove("B")
	b.Set("c=", "3")
	b.Set("i", "4")
	b.Set("ı", "5")
	if got, want := b.String(), `a="it's";c===3;i=4;ı=5`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func span(start, end int) source.Span { return source.Span{Start: start, End: end} }

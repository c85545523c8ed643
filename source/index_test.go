package source_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/source"
)

func TestPosition(t *testing.T) {
	const text = "ab\r\ncé😀x\n\n\xffé"
	for _, tt := range []struct {
		offset int
		want   source.Position
	}{
		{-1, source.Position{Line: 1, Byte: 1, Rune: 1, UTF16: 1}},
		{0, source.Position{Line: 1, Byte: 1, Rune: 1, UTF16: 1}},
		{2, source.Position{Line: 1, Byte: 3, Rune: 3, UTF16: 3, Offset: 2}},
		{4, source.Position{Line: 2, Byte: 1, Rune: 1, UTF16: 1, Offset: 4}},
		{7, source.Position{Line: 2, Byte: 4, Rune: 3, UTF16: 3, Offset: 7}},
		{11, source.Position{Line: 2, Byte: 8, Rune: 4, UTF16: 5, Offset: 11}},
		{13, source.Position{Line: 3, Byte: 1, Rune: 1, UTF16: 1, Offset: 13}},
		{15, source.Position{Line: 4, Byte: 2, Rune: 2, UTF16: 2, Offset: 15}},
		{99, source.Position{Line: 4, Byte: 4, Rune: 3, UTF16: 3, Offset: 17}},
	} {
		if d := cmp.Diff(tt.want, source.NewIndex(text).Position(tt.offset)); d != "" {
			t.Errorf("offset %d (-want +got)\n%s", tt.offset, d)
		}
	}
}

func TestLine(t *testing.T) {
	ix := source.NewIndex("ab\r\nc\n")
	for n, want := range map[int]source.Span{
		0: {Start: 6, End: 6}, 1: {Start: 0, End: 2}, 2: {Start: 4, End: 5}, 3: {Start: 6, End: 6}, 4: {Start: 6, End: 6},
	} {
		if got := ix.Line(n); got != want {
			t.Errorf("Line(%d) = %v, want %v", n, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	for text, want := range map[string][]source.Span{
		"":      {{}},
		"ab":    {{Start: 0, End: 2}},
		"\nx":   {{}, {Start: 1, End: 2}},
		"\r\n":  {{}, {Start: 2, End: 2}},
		"a\r\n": {{Start: 0, End: 1}, {Start: 3, End: 3}},
		"a\rb":  {{Start: 0, End: 3}},
	} {
		ix := source.NewIndex(text)
		if got := ix.LineOf(len(text)); got != len(want) {
			t.Errorf("%q: %d lines, want %d", text, got, len(want))
		}
		for i, line := range want {
			if got := ix.Line(i + 1); got != line {
				t.Errorf("%q: line %d is %v, want %v", text, i+1, got, line)
			}
		}
	}
}

// A character counts as two UTF-16 units from U+10000 on, and is more than a
// byte from U+0080 on.
func TestPositionAtTheEdges(t *testing.T) {
	for text, want := range map[string]source.Position{
		"\x7fx":       {Line: 1, Byte: 3, Rune: 3, UTF16: 3, Offset: 2},
		"\u0080x":     {Line: 1, Byte: 4, Rune: 3, UTF16: 3, Offset: 3},
		"\uffffx":     {Line: 1, Byte: 5, Rune: 3, UTF16: 3, Offset: 4},
		"\U00010000x": {Line: 1, Byte: 6, Rune: 3, UTF16: 4, Offset: 5},
	} {
		if d := cmp.Diff(want, source.NewIndex(text).Position(len(text))); d != "" {
			t.Errorf("%q (-want +got)\n%s", text, d)
		}
	}
}

// Counts are remembered every few thousand bytes; a column does not depend on
// where.
func TestPositionInALongLine(t *testing.T) {
	text := "é" + strings.Repeat("x", 20000)
	ix := source.NewIndex(text)
	for offset := 2; offset <= len(text); offset++ {
		if got := ix.Position(offset); got.Byte != offset+1 || got.Rune != offset || got.UTF16 != offset {
			t.Fatalf("offset %d: %+v", offset, got)
		}
	}
}

// Columns are what counting from the line's start gives, whatever the text and
// however long the line.
func TestPositionCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.SampledFrom([]string{"a", "é", "東", "😀", "\xff", "\xe6\x9d", "\n", "\r\n", strings.Repeat("ab", 1000), strings.Repeat("東", 1000)})
		text := strings.Join(rapid.SliceOfN(part, 0, 20).Draw(t, "text"), "")
		offset := rapid.IntRange(0, len(text)).Draw(t, "offset")
		start := strings.LastIndexByte(text[:offset], '\n') + 1
		want := source.Position{Line: strings.Count(text[:offset], "\n") + 1, Byte: offset - start + 1, Rune: 1, UTF16: 1, Offset: offset}
		for i := start; i < offset; {
			r, n := utf8.DecodeRuneInString(text[i:])
			want.Rune++
			want.UTF16++
			if r > 0xFFFF {
				want.UTF16++
			}
			i += n
		}
		if d := cmp.Diff(want, source.NewIndex(text).Position(offset)); d != "" {
			t.Fatalf("offset %d (-want +got)\n%s", offset, d)
		}
	})
}

func TestTrimSpace(t *testing.T) {
	for text, want := range map[string]source.Span{
		"":               {Start: 0, End: 0},
		"ab":             {Start: 0, End: 2},
		" \u00a0a b\t\n": {Start: 3, End: 6},
		"  ":             {Start: 2, End: 2},
		"\u200ba":        {Start: 0, End: 4},
	} {
		if got := (source.Span{End: len(text)}).TrimSpace(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func ExampleIndex_Position() {
	p := source.NewIndex("key:\n  😀=x").Position(11)
	fmt.Println(p.Line, p.Byte, p.Rune, p.UTF16)
	// Output: 2 7 4 5
}

func TestRuneBoundary(t *testing.T) {
	const text = "a東b"
	for offset, want := range []int{0, 1, 1, 1, 4, 5} {
		if got := source.RuneBoundary(text, offset); got != want {
			t.Errorf("RuneBoundary(%d) = %d, want %d", offset, got, want)
		}
	}
	for offset, want := range []int{0, 0, 0, 0, 4} {
		if got := source.RuneBoundary("😀", offset); got != want {
			t.Errorf("RuneBoundary(%d) = %d, want %d", offset, got, want)
		}
	}
	// Bytes of no code point stay where they are, however many: what is cut to a
	// length must not grow back.
	for _, broken := range []string{"\x80\x80", "é\x80\x80\x80\x80", "\xe6\x9d", "\xf0\x9f\x98x"} {
		for offset := len("é"); offset <= len(broken)+1; offset++ {
			if got := source.RuneBoundary(broken, offset); got != offset {
				t.Errorf("%q: RuneBoundary(%d) = %d", broken, offset, got)
			}
		}
	}
	if got := source.RuneBoundary("", -1); got != -1 {
		t.Errorf("an offset before the text is moved to %d", got)
	}
}

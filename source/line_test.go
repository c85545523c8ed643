package source

import "testing"

func TestLineEnds(t *testing.T) {
	for _, c := range []struct {
		text                              string
		start, end, next, anyEnd, anyNext int
	}{
		{"", 0, 0, 0, 0, 0},
		{"ab", 1, 2, 2, 2, 2},
		{"ab\ncd", 0, 2, 3, 2, 3},
		{"ab\r\ncd", 0, 2, 4, 2, 4},
		{"ab\rcd\n", 0, 5, 6, 2, 3},
		{"ab\r", 0, 3, 3, 2, 3},
		{"a\r\r\nb", 0, 2, 4, 1, 2},
		{"\r\n", 1, 1, 2, 1, 2},
	} {
		if end, next := LineEnd(c.text, c.start); end != c.end || next != c.next {
			t.Errorf("LineEnd(%q, %d) = %d, %d, want %d, %d", c.text, c.start, end, next, c.end, c.next)
		}
		if end, next := AnyLineEnd(c.text, c.start); end != c.anyEnd || next != c.anyNext {
			t.Errorf("AnyLineEnd(%q, %d) = %d, %d, want %d, %d", c.text, c.start, end, next, c.anyEnd, c.anyNext)
		}
	}
}

func TestLineBreak(t *testing.T) {
	const text = "a\n\r\n\r"
	for offset, want := range []int{0, 1, 2, 1, 1, 0} {
		if got := LineBreak(text, offset); got != want {
			t.Errorf("LineBreak(%q, %d) = %d, want %d", text, offset, got, want)
		}
	}
}

func TestTrim(t *testing.T) {
	const text = "x \t a b\t \fy"
	for _, c := range []struct{ span, want Span }{
		{Span{1, 9}, Span{4, 7}},
		{Span{1, 10}, Span{4, 10}},
		{Span{1, 4}, At(4)},
		{At(2), At(2)},
		{Span{4, 7}, Span{4, 7}},
	} {
		if got := c.span.Trim(text, " \t"); got != c.want {
			t.Errorf("Trim of %s is %s, want %s", c.span, got, c.want)
		}
	}
}

package source_test

import (
	"testing"

	"kustoconn/source"
)

func TestSpanSizes(t *testing.T) {
	for _, tt := range []struct {
		span  source.Span
		len   int
		empty bool
		text  string
	}{
		{source.Span{}, 0, true, "0-0"},
		{source.At(3), 0, true, "3-3"},
		{source.Span{Start: 2, End: 3}, 1, false, "2-3"},
		{source.Span{Start: 2, End: 7}, 5, false, "2-7"},
		{source.Span{Start: 2, End: 1}, -1, true, "2-1"},
	} {
		if got := tt.span.Len(); got != tt.len {
			t.Errorf("%v: length %d, want %d", tt.span, got, tt.len)
		}
		if got := tt.span.Empty(); got != tt.empty {
			t.Errorf("%v: empty %v", tt.span, got)
		}
		if got := tt.span.String(); got != tt.text {
			t.Errorf("prints as %s, want %s", got, tt.text)
		}
	}
}

func TestSpanContains(t *testing.T) {
	s := source.Span{Start: 2, End: 4}
	for offset, want := range []bool{false, false, true, true, false, false} {
		if got := s.Contains(offset); got != want {
			t.Errorf("%v contains %d: %v", s, offset, got)
		}
	}
}

func TestSpanOverlapsAndCovers(t *testing.T) {
	s := source.Span{Start: 2, End: 5}
	for _, tt := range []struct {
		other            source.Span
		overlaps, covers bool // covers: s covers the other
	}{
		{source.Span{Start: 0, End: 1}, false, false},
		{source.Span{Start: 0, End: 2}, false, false},
		{source.Span{Start: 1, End: 3}, true, false},
		{source.Span{Start: 2, End: 3}, true, true},
		{source.Span{Start: 2, End: 5}, true, true},
		{source.Span{Start: 3, End: 4}, true, true},
		{source.Span{Start: 4, End: 5}, true, true},
		{source.Span{Start: 1, End: 6}, true, false},
		{source.Span{Start: 4, End: 6}, true, false},
		{source.Span{Start: 5, End: 6}, false, false},
		{source.Span{Start: 6, End: 7}, false, false},
		{source.At(1), false, false},
		{source.At(2), false, true},
		{source.At(3), false, true},
		{source.At(5), false, true},
		{source.At(6), false, false},
	} {
		if got := s.Overlaps(tt.other); got != tt.overlaps {
			t.Errorf("%v overlaps %v: %v", s, tt.other, got)
		}
		if got := tt.other.Overlaps(s); got != tt.overlaps {
			t.Errorf("%v overlaps %v: %v", tt.other, s, got)
		}
		if got := s.Covers(tt.other); got != tt.covers {
			t.Errorf("%v covers %v: %v", s, tt.other, got)
		}
	}
}

func TestSpanShift(t *testing.T) {
	if got, want := (source.Span{Start: 2, End: 5}).Shift(3), (source.Span{Start: 5, End: 8}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

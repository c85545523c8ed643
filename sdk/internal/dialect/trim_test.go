package dialect

import (
	"testing"

	"kustoconn/source"
)

func TestTrim(t *testing.T) {
	tests := []struct {
		text       string
		python, js source.Span // what is left
	}{
		{"", source.Span{}, source.Span{}},
		{" a\t", source.Span{Start: 1, End: 2}, source.Span{Start: 1, End: 2}},
		{"\u3000a b\u2029", source.Span{Start: 3, End: 6}, source.Span{Start: 3, End: 6}},
		{"\x1ca\x1f", source.Span{Start: 1, End: 2}, source.Span{End: 3}},
		{"\u0085a", source.Span{Start: 2, End: 3}, source.Span{End: 3}},
		{"\ufeffa", source.Span{End: 4}, source.Span{Start: 3, End: 4}},
		{"\u200ba\x00", source.Span{End: 5}, source.Span{End: 5}},
		{" \xa0 ", source.Span{Start: 1, End: 2}, source.Span{Start: 1, End: 2}}, // no UTF-8
		{" \n ", source.At(3), source.At(3)},
	}
	for _, test := range tests {
		whole := source.Span{End: len(test.text)}
		if got := Trim(test.text, whole, PythonSpace); got != test.python {
			t.Errorf("%q: PythonSpace leaves %v, want %v", test.text, got, test.python)
		}
		if got := Trim(test.text, whole, ECMAScriptSpace); got != test.js {
			t.Errorf("%q: ECMAScriptSpace leaves %v, want %v", test.text, got, test.js)
		}
	}
	if got := TrimRight("a  ", source.Span{Start: 1, End: 3}, PythonSpace); got != source.At(1) {
		t.Errorf("TrimRight leaves %v, want 1-1", got)
	}
}

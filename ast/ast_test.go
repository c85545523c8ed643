package ast_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/ast"
	"kustoconn/grammar"
	"kustoconn/source"
)

func TestKindString(t *testing.T) {
	for kind, want := range map[ast.Kind]string{
		0: "invalid", ast.Prefix: "prefix", ast.Pair: "pair", ast.Empty: "empty", ast.Malformed: "malformed", ast.Malformed + 1: "invalid",
	} {
		if got := kind.String(); got != want {
			t.Errorf("kind %d is %q, want %q", kind, got, want)
		}
	}
}

func TestPairs(t *testing.T) {
	tree, _ := grammar.Parse("@c;a=b;;c;a=;d='e'")
	type pair struct {
		Index          int
		Keyword, Value string
		Unset          bool
	}
	var got []pair
	for i, s := range tree.Pairs() {
		got = append(got, pair{i, s.Keyword(), s.Value(), s.Unset()})
	}
	want := []pair{{1, "a", "b", false}, {4, "a", "", true}, {5, "d", "e", false}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	for i := range tree.Pairs() {
		if i != 1 {
			t.Errorf("pair %d after the walk was stopped", i)
		}
		break
	}
}

func TestSegmentAt(t *testing.T) {
	for text, want := range map[string][]int{
		"a=b;;c;": {-1, 0, 0, 0, 0, 1, 2, 2, 3, -1},
		"a='b;'":  {-1, 0, 0, 0, 0, 0, 0, 0, -1},
		"a=\"b;":  {-1, 0, 0, 0, 0, 0, 0, -1}, // unterminated
		"":        {-1, 0, -1},
	} {
		tree, _ := grammar.Parse(text)
		var got []int
		for offset := -1; offset <= len(text)+1; offset++ {
			got = append(got, tree.SegmentAt(offset))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%q: (-want +got)\n%s", text, d)
		}
	}
}

func TestPrefixAndErrors(t *testing.T) {
	tests := []struct {
		text      string
		prefix    string // "" for none
		meant     bool   // the first segment was meant as a prefix
		hasErrors bool
	}{
		{"@c", "@c", true, false},
		{" name ;a", "name", true, true},
		{"@c\x01", "", true, true},
		{"a=b", "", false, false},
		{"a=\xff", "", false, true},
		{"a==b", "", false, true},
		{"=", "", false, true},
		{"", "", false, false},
		{";@c", "", false, true},
	}
	for _, test := range tests {
		tree, _ := grammar.Parse(test.text)
		prefix := ""
		if p := tree.Prefix(); p != nil {
			prefix = p.Value()
		}
		if prefix != test.prefix {
			t.Errorf("%q: prefix %q, want %q", test.text, prefix, test.prefix)
		}
		if got := tree.Segments[0].MeantAsPrefix(); got != test.meant {
			t.Errorf("%q: meant as prefix: %v", test.text, got)
		}
		if got := tree.HasSyntaxErrors(); got != test.hasErrors {
			t.Errorf("%q: syntax errors: %v", test.text, got)
		}
	}
	tree, _ := grammar.Parse(";@c")
	if !tree.Segments[1].MeantAsPrefix() {
		t.Error("a misplaced prefix was not meant as one")
	}
}

func TestMeantAsPrefixOfMalformed(t *testing.T) {
	const fault = 5
	tests := []struct {
		segment ast.Segment
		want    bool
	}{
		{ast.Segment{Kind: ast.Malformed, Fault: fault, At: ast.Offsets{End: 4, Equals: 4, Value: 1, ValueEnd: 3}}, true},
		{ast.Segment{Kind: ast.Malformed, Fault: fault, At: ast.Offsets{End: 4, Equals: 4, Keyword: 1, KeywordEnd: 3}}, false},
		{ast.Segment{Kind: ast.Malformed, Fault: fault, At: ast.Offsets{End: 4, Equals: 0, Value: 1, ValueEnd: 3}}, false},
		{ast.Segment{Kind: ast.Pair, At: ast.Offsets{End: 4, Equals: 0, Value: 1, ValueEnd: 3}}, false},
		{ast.Segment{Kind: ast.Pair, At: ast.Offsets{End: 4, Equals: 4, Value: 1, ValueEnd: 3}}, false},
		{ast.Segment{Kind: ast.Empty, At: ast.Offsets{End: 4, Equals: 4}}, false},
	}
	for _, test := range tests {
		if got := test.segment.MeantAsPrefix(); got != test.want {
			t.Errorf("%+v: %v", test.segment, got)
		}
	}
}

func TestValueText(t *testing.T) {
	for text, want := range map[string]source.Span{
		"a= b c ;":   {Start: 3, End: 6},
		`a="b""c" `:  {Start: 3, End: 7},
		"a=''":       {Start: 3, End: 3},
		"a= ":        {Start: 3, End: 3},
		`a="b ;`:     {Start: 3, End: 6}, // unterminated
		`a="`:        {Start: 3, End: 3},
		" @c/d ; a=": {Start: 1, End: 5},
	} {
		tree, _ := grammar.Parse(text)
		if got := tree.Segments[0].ValueText(); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestLocate(t *testing.T) {
	tests := []struct {
		text, value string
		in, want    source.Span
	}{
		{" a = bc ", "bc", source.Span{Start: 1, End: 2}, source.Span{Start: 6, End: 7}},
		{"a='bc'", "bc", source.Span{Start: 0, End: 2}, source.Span{Start: 3, End: 5}},
		{`a="b""c""d"`, `b"c"d`, source.Span{Start: 2, End: 3}, source.Span{Start: 6, End: 7}},
		{`a="b""c""d"`, `b"c"d`, source.Span{Start: 1, End: 4}, source.Span{Start: 4, End: 9}},
		{`a="b""c""d"`, `b"c"d`, source.Span{Start: 5, End: 5}, source.Span{Start: 10, End: 10}},
		{`a="b'c"`, "b'c", source.Span{Start: 2, End: 3}, source.Span{Start: 5, End: 6}},
		{`a="b""c`, `b""c`, source.Span{Start: 3, End: 4}, source.Span{Start: 6, End: 7}},
	}
	for _, test := range tests {
		tree, _ := grammar.Parse(test.text)
		s := tree.Segments[0]
		if s.Value() != test.value {
			t.Errorf("%q: value %q, want %q", test.text, s.Value(), test.value)
		}
		if got := s.Locate(test.in); got != test.want {
			t.Errorf("%q: %v of the value is at %v, want %v", test.text, test.in, got, test.want)
		}
	}
}

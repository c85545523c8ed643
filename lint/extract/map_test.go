package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/source"
)

// mapped is the piece of a\u003d + (line continuation) + bc in the file below.
const mappedFile = `"a\u003d\` + "\n" + `  bc"`

func mappedPiece() Piece {
	var b Builder
	b.Copy(mappedFile, source.Span{Start: 1, End: 2})
	b.Escape("=", source.Span{Start: 2, End: 8})
	b.Escape("", source.Span{Start: 8, End: 12})
	b.Copy(mappedFile, source.Span{Start: 12, End: 14})
	return b.Piece(Literal)
}

func TestMapSpan(t *testing.T) {
	p := mappedPiece()
	if p.Text != "a=bc" {
		t.Fatalf("text is %q", p.Text)
	}
	for _, c := range []struct{ text, file source.Span }{
		{source.Span{Start: 0, End: 4}, source.Span{Start: 1, End: 14}},
		{source.Span{Start: 0, End: 1}, source.Span{Start: 1, End: 2}},
		{source.Span{Start: 1, End: 2}, source.Span{Start: 2, End: 8}},
		{source.Span{Start: 1, End: 3}, source.Span{Start: 2, End: 13}},
		{source.Span{Start: 3, End: 4}, source.Span{Start: 13, End: 14}},
		{source.At(0), source.At(1)},
		{source.At(2), source.At(12)},
		{source.At(4), source.At(14)},
	} {
		if got := p.Map.Span(c.text); got != c.file {
			t.Errorf("Span(%s) = %s, want %s", c.text, got, c.file)
		}
	}
}

func TestMapOfEmptyText(t *testing.T) {
	var b Builder
	b.Escape("", source.At(7))
	if got := b.Piece(Value).Map.Span(source.At(0)); got != source.At(7) {
		t.Errorf("an empty text stands at %s", got)
	}
	if got := (Map{}).Span(source.At(0)); got != source.At(0) {
		t.Errorf("the zero map's empty text stands at %s", got)
	}
}

func TestMapThrough(t *testing.T) {
	const file = `{"run": "echo \u0022a\\nb\u0022"}` // the text is: echo "a\nb"
	outer := ReadJSON(file).Pieces[0]
	if outer.Text != `echo "a\nb"` {
		t.Fatalf("outer text is %q", outer.Text)
	}
	var b Builder
	b.Copy(outer.Text, source.Span{Start: 6, End: 7})
	b.Escape("\n", source.Span{Start: 7, End: 9})
	b.Copy(outer.Text, source.Span{Start: 9, End: 10})
	inner := b.Piece(Literal)
	inner.Escape = func(s string) (string, bool) { return `\` + s, s != "z" }
	p := inner.Through(outer)
	if p.Text != "a\nb" {
		t.Fatalf("text is %q", p.Text)
	}
	var got []string
	for i := range p.Text {
		got = append(got, p.Map.Span(source.Span{Start: i, End: i + 1}).Slice(file))
	}
	if diff := cmp.Diff([]string{"a", `\\n`, "b"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, ok := p.Escape(`"`); got != `\\\"` || !ok {
		t.Errorf(`Escape(") = %s, %t`, got, ok)
	}
	if _, ok := p.Escape("z"); ok {
		t.Error("what the inner format refuses is written")
	}
	if diff := cmp.Diff(source.Span{Start: 24, End: 25}, p.Map.Span(source.Span{Start: 2, End: 3})); diff != "" {
		t.Errorf("b (-want +got):\n%s", diff)
	}
}

// TestMapThroughCutsRuns holds that a stretch the inner text copies is cut
// where the outer one escapes.
func TestMapThroughCutsRuns(t *testing.T) {
	const file = `["x\u003dy"]`
	outer := ReadJSON(file).Pieces[0]
	p := standing(Literal, outer.Text, source.Span{Start: 0, End: 3}).Through(outer)
	if got := p.Map.Span(source.Span{Start: 1, End: 2}).Slice(file); got != `\u003d` {
		t.Errorf("= is written %s", got)
	}
	if got := p.Map.Span(source.Span{Start: 2, End: 3}); got != (source.Span{Start: 9, End: 10}) {
		t.Errorf("y stands at %s", got)
	}
}

func TestKeyPath(t *testing.T) {
	long := keyPath{"first"}
	for range 100 {
		long = append(long, "part")
	}
	for _, c := range []struct {
		path keyPath
		want int
	}{{nil, 0}, {keyPath{"a", "0", "b"}, 5}, {long, 254}, {keyPath{string(make([]byte, 1000))}, maxKey}} {
		if got := c.path.String(); len(got) != c.want {
			t.Errorf("path of %d parts has %d bytes, want %d", len(c.path), len(got), c.want)
		}
	}
}

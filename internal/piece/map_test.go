package piece

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

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
	var o Builder
	o.Copy(file, source.Span{Start: 9, End: 14})
	o.Escape(`"`, source.Span{Start: 14, End: 20})
	o.Copy(file, source.Span{Start: 20, End: 21})
	o.Escape(`\`, source.Span{Start: 21, End: 23})
	o.Copy(file, source.Span{Start: 23, End: 25})
	o.Escape(`"`, source.Span{Start: 25, End: 31})
	outer := o.Piece(Value)
	outer.Escape = func(s string) (string, bool) { return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s), true }
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
	var o Builder
	o.Copy(file, source.Span{Start: 2, End: 3})
	o.Escape("=", source.Span{Start: 3, End: 9})
	o.Copy(file, source.Span{Start: 9, End: 10})
	outer := o.Piece(Value)
	p := Verbatim(Literal, outer.Text, source.Span{Start: 0, End: 3}).Through(outer)
	if got := p.Map.Span(source.Span{Start: 1, End: 2}).Slice(file); got != `\u003d` {
		t.Errorf("= is written %s", got)
	}
	if got := p.Map.Span(source.Span{Start: 2, End: 3}); got != (source.Span{Start: 9, End: 10}) {
		t.Errorf("y stands at %s", got)
	}
}

func TestKeyPath(t *testing.T) {
	long := KeyPath{"first"}
	for range 100 {
		long = append(long, "part")
	}
	for _, c := range []struct {
		path KeyPath
		want int
	}{{nil, 0}, {KeyPath{"a", "0", "b"}, 5}, {long, 254}, {KeyPath{string(make([]byte, 1000))}, MaxKey},
		{KeyPath{strings.Repeat("\x80", 1000)}, MaxKey}} {
		if got := c.path.String(); len(got) != c.want {
			t.Errorf("path of %d parts has %d bytes, want %d", len(c.path), len(got), c.want)
		}
	}
}

// TestBuilder holds what becomes of each kind of part.
func TestBuilder(t *testing.T) {
	const file = `a\x3d${b}\` + "\n" + `c{d}e`
	var b Builder
	b.Copy(file, source.Span{Start: 0, End: 1})
	b.Escape("=", source.Span{Start: 1, End: 5})
	b.CopyHole(file, source.Span{Start: 5, End: 9})
	b.Escape("", source.Span{Start: 9, End: 11})
	b.Copy(file, source.Span{Start: 11, End: 12})
	b.Hole("{x}", source.Span{Start: 12, End: 15})
	b.Copy(file, source.Span{Start: 15, End: 16})
	p := b.Piece(Literal)
	if p.Text != "a=${b}c{x}e" || p.Kind != Literal {
		t.Fatalf("kind %d, text %q", p.Kind, p.Text)
	}
	if diff := cmp.Diff([]source.Span{{Start: 2, End: 6}, {Start: 7, End: 10}}, p.Holes); diff != "" {
		t.Errorf("holes (-want +got):\n%s", diff)
	}
	want := []Run{
		{source.Span{Start: 0, End: 1}, source.Span{Start: 0, End: 1}, true},
		{source.Span{Start: 1, End: 2}, source.Span{Start: 1, End: 5}, false},
		{source.Span{Start: 2, End: 6}, source.Span{Start: 5, End: 9}, true},
		{source.Span{Start: 6, End: 6}, source.Span{Start: 9, End: 11}, false},
		{source.Span{Start: 6, End: 7}, source.Span{Start: 11, End: 12}, true},
		{source.Span{Start: 7, End: 10}, source.Span{Start: 12, End: 15}, false},
		{source.Span{Start: 10, End: 11}, source.Span{Start: 15, End: 16}, true},
	}
	if diff := cmp.Diff(want, slices.Collect(p.Map.Runs())); diff != "" {
		t.Errorf("runs (-want +got):\n%s", diff)
	}
}

// TestBuilderJoins holds that stretches which follow each other are one run,
// and that an edit in its middle is exact.
func TestBuilderJoins(t *testing.T) {
	const file = "0123456789"
	var b, more Builder
	b.Copy(file, source.Span{Start: 2, End: 4})
	b.Copy(file, source.Span{Start: 4, End: 5})
	b.Copy(file, source.At(5))
	more.CopyHole(file, source.Span{Start: 5, End: 7})
	b.Append(&more)
	p := b.Piece(Value)
	want := []Run{{source.Span{Start: 0, End: 5}, source.Span{Start: 2, End: 7}, true}}
	if diff := cmp.Diff(want, slices.Collect(p.Map.Runs())); diff != "" || p.Text != "23456" {
		t.Errorf("%q, runs (-want +got):\n%s", p.Text, diff)
	}
	b.Reset()
	b.Copy(file, source.Span{Start: 8, End: 9})
	if b.Piece(Value).Text != "8" || p.Text != "23456" {
		t.Errorf("a piece changes with its builder: %q", p.Text)
	}
}

func TestExtendLast(t *testing.T) {
	const file = "a\n  b"
	for _, c := range []struct {
		name  string
		parts func(b *Builder)
		want  []Run
	}{
		{"copied", func(b *Builder) { b.Copy(file, source.Span{Start: 0, End: 2}) }, []Run{
			{source.Span{Start: 0, End: 1}, source.Span{Start: 0, End: 1}, true},
			{source.Span{Start: 1, End: 2}, source.Span{Start: 1, End: 4}, false}}},
		{"copied alone", func(b *Builder) { b.Copy(file, source.Span{Start: 1, End: 2}) }, []Run{
			{source.Span{Start: 0, End: 1}, source.Span{Start: 1, End: 4}, false}}},
		{"escaped", func(b *Builder) { b.Escape("\n", source.Span{Start: 1, End: 2}) }, []Run{
			{source.Span{Start: 0, End: 1}, source.Span{Start: 1, End: 4}, false}}},
		{"nothing to extend", func(b *Builder) { b.Copy(file, source.Span{Start: 1, End: 4}) }, []Run{
			{source.Span{Start: 0, End: 3}, source.Span{Start: 1, End: 4}, true}}},
		{"no part", func(*Builder) {}, nil},
	} {
		var b Builder
		c.parts(&b)
		b.ExtendLast(4)
		if diff := cmp.Diff(c.want, slices.Collect(b.Piece(Value).Map.Runs())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestMapLaws builds pieces of random parts and holds that each byte of the text
// leads to the part that wrote it, also through a second map.
func TestMapLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := strings.Repeat("0123456789", 10)
		outer, from := drawPiece(t, file)
		checkBytes(t, outer, from)
		inner, through := drawPiece(t, outer.Text)
		composed := inner.Through(outer)
		checkRuns(t, composed, len(file))
		for i, s := range through {
			if got, want := composed.Map.Span(source.Span{Start: i, End: i + 1}), outer.Map.Span(s); got != want {
				t.Fatalf("byte %d of %q stands at %s, want %s", i, inner.Text, got, want)
			}
		}
	})
}

// drawPiece draws a piece of file, and for each byte of its text the bytes of
// the file that write it.
func drawPiece(t *rapid.T, file string) (Piece, []source.Span) {
	var b Builder
	var from []source.Span
	at := 0
	for range rapid.IntRange(0, 6).Draw(t, "parts") {
		at += rapid.IntRange(0, min(3, len(file)-at)).Draw(t, "gap")
		s := source.Span{Start: at, End: at + rapid.IntRange(0, min(4, len(file)-at)).Draw(t, "length")}
		text := rapid.SampledFrom([]string{"", "x", "yz", "é"}).Draw(t, "text")
		switch kind := rapid.IntRange(int(Copied), int(Hole)).Draw(t, "kind"); {
		case PartKind(kind) == Copied || s.Empty():
			b.Copy(file, s)
			text = ""
			for i := s.Start; i < s.End; i++ {
				from = append(from, source.Span{Start: i, End: i + 1})
			}
		case PartKind(kind) == CopiedHole:
			b.CopyHole(file, s)
			text = ""
			for i := s.Start; i < s.End; i++ {
				from = append(from, source.Span{Start: i, End: i + 1})
			}
		case PartKind(kind) == Escaped:
			b.Escape(text, s)
		default:
			b.Hole(text, s)
		}
		for range len(text) {
			from = append(from, s)
		}
		at = s.End
	}
	return b.Piece(Value), from
}

func checkBytes(t *rapid.T, p Piece, from []source.Span) {
	if len(from) != len(p.Text) {
		t.Fatalf("text of %d bytes, want %d", len(p.Text), len(from))
	}
	for i, want := range from {
		if got := p.Map.Span(source.Span{Start: i, End: i + 1}); got != want {
			t.Fatalf("byte %d of %q stands at %s, want %s", i, p.Text, got, want)
		}
	}
}

// checkRuns holds that the runs of a map are in order and cover the text. Two
// runs may share the file bytes of an escape that both have a part of.
func checkRuns(t *rapid.T, p Piece, size int) {
	text, last := 0, Run{}
	for r := range p.Map.Runs() {
		inOrder := r.File.Start >= last.File.Start && r.File.End >= last.File.End
		shared := r.File.Start < last.File.End
		if r.Text.Start != text || !inOrder || shared && (r.Exact || last.Exact) || r.File.End > size {
			t.Fatalf("run %+v after text %d, %+v", r, text, last)
		}
		text, last = r.Text.End, r
	}
	if text != len(p.Text) {
		t.Fatalf("runs end at %d of %d", text, len(p.Text))
	}
}

// Package piecetest holds what the tests of all readers of files share: cases in
// which marks stand around what writes each piece, and the laws that hold for
// whatever text a reader is given.
package piecetest

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// T is what testing.T and rapid.T share.
type T interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// A Case is a file in which « and » stand around what writes each piece, in
// the order of where they open, and the pieces expected.
type Case struct {
	Name   string
	Marked string
	Want   []Want
	Notes  []string
}

// Want is a piece expected.
type Want struct {
	Kind  piece.Kind
	Text  string
	Key   string
	Holes []string
}

// Literal is a literal expected, with its key, if any, and the texts of its holes.
func Literal(text string, keyAndHoles ...string) Want { return want(piece.Literal, text, keyAndHoles) }

// Value is a value expected, as Literal is a literal.
func Value(text string, keyAndHoles ...string) Want { return want(piece.Value, text, keyAndHoles) }

// Comment is a comment expected.
func Comment(text string) Want { return Want{Kind: piece.Comment, Text: text} }

// Plain is running text expected, as Literal is a literal.
func Plain(text string, keyAndHoles ...string) Want { return want(piece.Plain, text, keyAndHoles) }

func want(kind piece.Kind, text string, keyAndHoles []string) Want {
	w := Want{Kind: kind, Text: text}
	if len(keyAndHoles) > 0 {
		w.Key = keyAndHoles[0]
	}
	if len(keyAndHoles) > 1 {
		w.Holes = keyAndHoles[1:]
	}
	return w
}

// unmark returns the file without its marks, and the spans between them.
func unmark(t *testing.T, marked string) (text string, spans []source.Span) {
	t.Helper()
	var b strings.Builder
	var open []int
	for _, r := range marked {
		switch r {
		case '«':
			open = append(open, len(spans))
			spans = append(spans, source.At(b.Len()))
		case '»':
			spans[open[len(open)-1]].End = b.Len()
			open = open[:len(open)-1]
		default:
			b.WriteRune(r)
		}
	}
	if len(open) > 0 {
		t.Fatal("a mark is not closed")
	}
	return b.String(), spans
}

// Run reads each case and compares the pieces, their places and the notes.
func Run(t *testing.T, read piece.Reader, cases []Case) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) { c.check(t, read) })
	}
}

func (c Case) check(t *testing.T, read piece.Reader) {
	t.Helper()
	text, spans := unmark(t, c.Marked)
	f := read(text)
	var got []Want
	var at []source.Span
	for i := range f.Pieces {
		p := &f.Pieces[i]
		w := Want{Kind: p.Kind, Text: p.Text, Key: p.Key}
		for _, h := range p.Holes {
			w.Holes = append(w.Holes, h.Slice(p.Text))
		}
		got = append(got, w)
		at = append(at, p.Span())
		if _, last := piece.SplitKey(p.Key); p.Kind == piece.Value && p.Key != "" && strings.Trim(last, "0123456789") != "" &&
			!strings.Contains(p.KeySpan.Slice(text), `\`) && !strings.HasSuffix(p.Key, p.KeySpan.Slice(text)) {
			t.Errorf("key span %s holds %q, not the last part of %q", p.KeySpan, p.KeySpan.Slice(text), p.Key)
		}
	}
	if diff := cmp.Diff(c.Want, got); diff != "" {
		t.Errorf("pieces (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(spans, at); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
	var notes []string
	for _, n := range f.Notes {
		notes = append(notes, n.Message)
	}
	if diff := cmp.Diff(c.Notes, notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	CheckMaps(t, text, f)
}

// CheckMaps holds that every map lies in the file, is monotone, covers the
// text without a gap, and copies bytes that stand for themselves; that holes,
// keys and notes lie in their texts; and that pieces are in order.
func CheckMaps(t T, text string, f piece.File) {
	t.Helper()
	for _, p := range f.Pieces {
		checkMap(t, text, p)
		if p.KeySpan.Start < 0 || p.KeySpan.End > len(text) || p.KeySpan.Len() < 0 {
			t.Fatalf("key span %s is outside the file", p.KeySpan)
		}
		hole := 0
		for _, h := range p.Holes {
			if h.Start < hole || h.Empty() || h.End > len(p.Text) {
				t.Fatalf("holes %v in %q", p.Holes, p.Text)
			}
			hole = h.End
		}
	}
	if !slices.IsSortedFunc(f.Pieces, func(a, b piece.Piece) int { return start(a) - start(b) }) {
		t.Fatal("pieces are out of order")
	}
	for _, n := range f.Notes {
		if n.Span.Start < 0 || n.Span.End > len(text) || n.Span.Len() < 0 {
			t.Fatalf("note's span %s is outside the file", n.Span)
		}
	}
}

func checkMap(t T, text string, p piece.Piece) {
	t.Helper()
	textEnd, runs, last := 0, 0, piece.Run{}
	for r := range p.Map.Runs() {
		inOrder := r.File.Start >= last.File.Start && r.File.End >= last.File.End
		shared := r.File.Start < last.File.End // an escape that both have a part of
		if r.Text.Start != textEnd || !inOrder || shared && (r.Exact || last.Exact) || r.Text.Len() < 0 || r.File.Len() < 0 || r.File.End > len(text) {
			t.Fatalf("run %+v after text %d, %+v, in %d bytes", r, textEnd, last, len(text))
		}
		textEnd, last = r.Text.End, r
		if r.Exact && r.Text.Slice(p.Text) != r.File.Slice(text) {
			t.Fatalf("%q is said to stand for %q", r.File.Slice(text), r.Text.Slice(p.Text))
		}
		runs++
	}
	if textEnd != len(p.Text) || runs == 0 {
		t.Fatalf("map of %q ends at %d", p.Text, textEnd)
	}
}

// start returns where the first run of a piece starts in the file.
func start(p piece.Piece) int {
	for r := range p.Map.Runs() {
		return r.File.Start
	}
	return 0
}

// CheckFile is CheckMaps for readers of programs, whose pieces are never empty
// and can always be asked to be written into.
func CheckFile(t T, text string, f piece.File) {
	t.Helper()
	CheckMaps(t, text, f)
	for _, p := range f.Pieces {
		if p.Text == "" || p.Kind == 0 || p.Escape == nil {
			t.Fatalf("incomplete piece: %+v", p)
		}
	}
}

// Alone is a Dispatcher that knows no other format: all inside is plain, to the
// reader it is made of.
type Alone struct{ Plain piece.Reader }

// Knows, Of and Read know nothing.
func (Alone) Knows(string) bool                { return false }
func (Alone) Of(string, string) string         { return "" }
func (a Alone) Read(_, text string) piece.File { return a.Plain(text) }

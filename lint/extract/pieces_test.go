package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/source"
)

// pieceCase is a file in which « and » stand around what writes each piece, in
// the order of where they open, and the pieces expected.
type pieceCase struct {
	name   string
	marked string
	want   []wantPiece
	notes  []string
}

type wantPiece struct {
	kind  Kind
	text  string
	key   string
	holes []string
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

func runPieceCases(t *testing.T, read Reader, cases []pieceCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text, spans := unmark(t, c.marked)
			f := read(text)
			var got []wantPiece
			var at []source.Span
			for _, p := range f.Pieces {
				w := wantPiece{kind: p.Kind, text: p.Text, key: p.Key}
				for _, h := range p.Holes {
					w.holes = append(w.holes, h.Slice(p.Text))
				}
				got = append(got, w)
				at = append(at, p.Map.Span(source.Span{End: len(p.Text)}))
				if _, last := splitKey(p.Key); p.Kind == Value && p.Key != "" && strings.Trim(last, "0123456789") != "" &&
					!strings.Contains(p.KeySpan.Slice(text), `\`) && !strings.HasSuffix(p.Key, p.KeySpan.Slice(text)) {
					t.Errorf("key span %s holds %q, not the last part of %q", p.KeySpan, p.KeySpan.Slice(text), p.Key)
				}
			}
			if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(wantPiece{})); diff != "" {
				t.Errorf("pieces (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(spans, at); diff != "" {
				t.Errorf("places (-want +got):\n%s", diff)
			}
			var notes []string
			for _, n := range f.Notes {
				notes = append(notes, n.Message)
			}
			if diff := cmp.Diff(c.notes, notes); diff != "" {
				t.Errorf("notes (-want +got):\n%s", diff)
			}
			checkMaps(t, text, f)
		})
	}
}

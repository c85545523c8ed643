package extract

import (
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kustoconn/source"
)

// readers are all the readers of data formats, by name.
var readers = map[string]Reader{
	"dotenv":     ReadDotenv,
	"hcl":        ReadHCL,
	"ini":        ReadINI,
	"json":       ReadJSON,
	"jsonlines":  ReadJSONLines,
	"markdown":   ReadMarkdown,
	"notebook":   ReadNotebook,
	"plain":      ReadPlain,
	"properties": ReadProperties,
	"toml":       ReadTOML,
	"xml":        ReadXML,
	"yaml":       ReadYAML,
}

// checkMaps holds that every map lies in the file, is monotone, covers the
// text without a gap, and copies bytes that stand for themselves.
func checkMaps(t failer, text string, f File) {
	t.Helper()
	for _, p := range f.Pieces {
		textEnd, fileEnd := 0, 0
		for _, r := range p.Map.runs {
			if r.text != textEnd || r.file < fileEnd || r.n < 0 || r.m < 0 || r.file+r.m > len(text) {
				t.Fatalf("run %+v after text %d, file %d of %d", r, textEnd, fileEnd, len(text))
			}
			textEnd, fileEnd = r.text+r.n, r.file+r.m
			if !r.atomic && p.Text[r.text:textEnd] != text[r.file:fileEnd] {
				t.Fatalf("%q is said to stand for %q", text[r.file:fileEnd], p.Text[r.text:textEnd])
			}
		}
		if textEnd != len(p.Text) || len(p.Map.runs) == 0 {
			t.Fatalf("map of %q ends at %d", p.Text, textEnd)
		}
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
	if !sort.SliceIsSorted(f.Pieces, func(i, j int) bool { return startOf(f.Pieces[i]) < startOf(f.Pieces[j]) }) {
		t.Fatal("pieces are out of order")
	}
	for _, n := range f.Notes {
		if n.Span.Start < 0 || n.Span.End > len(text) || n.Span.Len() < 0 {
			t.Fatalf("note's span %s is outside the file", n.Span)
		}
	}
}

func wholeOf(p Piece) source.Span { return p.Map.Span(source.Span{End: len(p.Text)}) }

// saysLanguage holds the keys whose value says how other values are read.
var saysLanguage = map[string]bool{
	"cell_type": true, "languageId": true, "language": true, "name": true, "shell": true, "scriptType": true, "task": true, "uses": true,
}

func startOf(p Piece) int { return p.Map.runs[0].file }

// checkEdit holds that writing x over part of a piece changes that part of its
// text and nothing else of any piece.
func checkEdit(t failer, read Reader, text string, f File, piece int, part source.Span, x string) {
	t.Helper()
	p := f.Pieces[piece]
	escaped, ok := x, true
	if p.Escape != nil {
		escaped, ok = p.Escape(x)
	}
	if !ok {
		return
	}
	at := p.Map.Span(part)
	edited := text[:at.Start] + escaped + text[at.End:]
	want := p.Text[:part.Start] + x + p.Text[part.End:]
	g := read(edited)
	if len(g.Pieces) != len(f.Pieces) {
		t.Fatalf("%q with %q over %s has %d pieces, not %d:\n%q", text, x, at, len(g.Pieces), len(f.Pieces), edited)
	}
	for i, q := range g.Pieces {
		before := f.Pieces[i].Text
		switch {
		case i == piece:
			before = want
		case wholeOf(f.Pieces[i]).Overlaps(wholeOf(p)):
			continue // one is inside a hole of the other
		}
		if q.Text != before {
			t.Fatalf("piece %d of %q with %q over %s is %q, want %q:\n%q", i, text, x, at, q.Text, before, edited)
		}
	}
}

// editable finds a part of a piece between two letters: what Escape is told is
// the new text alone, so that a part at an edge, or beside white space, is
// for the caller to read again.
func editable(p Piece, from, to int) (source.Span, bool) {
	isWord := func(i int) bool {
		c := p.Text[i]
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '='
	}
	for from < len(p.Text) && (from == 0 || !isWord(from-1)) {
		from++
	}
	for to = max(to, from); to < len(p.Text) && !isWord(to); {
		to++
	}
	s := source.Span{Start: from, End: to}
	if from == 0 || to >= len(p.Text) || strings.ContainsAny(s.Slice(p.Text), "\r\n") {
		return s, false
	}
	for _, h := range p.Holes {
		if h.Start <= s.End && s.Start <= h.End {
			return s, false
		}
	}
	return s, true
}

// checkReader is the body of the property test and of the fuzz target.
func checkReader(t failer, read Reader, text string, piece, from, to int, x string) {
	t.Helper()
	f := read(text)
	checkMaps(t, text, f)
	if len(f.Pieces) == 0 || !utf8.ValidString(x) || strings.ContainsAny(x, "\r\n\x00") || len(f.Notes) > 0 {
		return
	}
	piece = int(uint(piece) % uint(len(f.Pieces)))
	p := f.Pieces[piece]
	if _, last := splitKey(p.Key); p.Kind != Value || len(p.Text) == 0 || saysLanguage[last] {
		return
	}
	from, to = int(uint(from)%uint(len(p.Text))), int(uint(to)%uint(len(p.Text)))
	if part, ok := editable(p, from, to); ok {
		checkEdit(t, read, text, f, piece, part, x)
	}
}

func TestReaderLaws(t *testing.T) {
	for name, read := range readers {
		t.Run(name, func(t *testing.T) {
			seeds := seeds[name]
			rapid.Check(t, func(t *rapid.T) {
				text := rapid.SampledFrom(seeds).Draw(t, "seed")
				for range rapid.IntRange(0, 3).Draw(t, "cuts") {
					at := rapid.IntRange(0, len(text)).Draw(t, "at")
					stop := min(len(text), at+rapid.IntRange(0, 4).Draw(t, "removed"))
					piece := rapid.SampledFrom(fragments).Draw(t, "inserted")
					text = text[:at] + piece + text[stop:]
				}
				checkReader(t, read, text, rapid.Int().Draw(t, "piece"), rapid.Int().Draw(t, "from"), rapid.Int().Draw(t, "to"),
					rapid.SampledFrom(replacements).Draw(t, "x"))
			})
		})
	}
}

// failer is what testing.T and rapid.T share.
type failer interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

func FuzzReaders(f *testing.F) {
	var names []string
	for name := range readers {
		names = append(names, name)
	}
	sort.Strings(names)
	for i, name := range names {
		for _, text := range seeds[name] {
			f.Add(uint8(i), text, 1, 2, 3, "x=y")
		}
	}
	f.Fuzz(func(t *testing.T, format uint8, text string, piece, from, to int, x string) {
		checkReader(t, readers[names[int(format)%len(names)]], text, piece, from, to, x)
	})
}

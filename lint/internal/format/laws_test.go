package format

import (
	"slices"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kustoconn/internal/piece"
	"kustoconn/internal/piece/piecetest"
	"kustoconn/source"
)

// readers are the readers of data formats and documents, by name: all that are
// not of code.
var readers = func() map[string]piece.Reader {
	byName := map[string]piece.Reader{}
	for _, f := range formats {
		if !slices.Contains(scripts, f.name) {
			byName[f.name] = withoutHolders(f.name)
		}
	}
	return byName
}()

// scripts are the formats that are code and no row of package code's table.
var scripts = []string{"batch", "dockerfile", "ejs", "erb", "html", "makefile", "razor", "serverpage", "shell", "svelte", "template", "vue"}

// withoutHolders is the reader of a format without what is made of pieces that
// stand beside each other: there an edit of one changes the key of the other.
func withoutHolders(name string) piece.Reader {
	f := find(name)
	return func(text string) piece.File { return f.read(text, dispatcher{level: 1}) }
}

// saysLanguage holds the keys whose value says how other values are read.
var saysLanguage = map[string]bool{
	"cell_type": true, "languageId": true, "language": true, "name": true, "shell": true, "scriptType": true, "task": true, "uses": true,
}

// checkEdit holds that writing x over part of a piece changes that part of its
// text and nothing else of any piece.
func checkEdit(t piecetest.T, read piece.Reader, text string, f piece.File, n int, part source.Span, x string) {
	t.Helper()
	p := f.Pieces[n]
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
		case i == n:
			before = want
		case f.Pieces[i].Span().Overlaps(p.Span()):
			continue // one is inside a hole of the other
		}
		if q.Text != before {
			t.Fatalf("piece %d of %q with %q over %s is %q, want %q:\n%q", i, text, x, at, q.Text, before, edited)
		}
	}
}

// editable finds a part of a piece that is letters, between two letters or equals
// signs: what Escape is told is the new text alone, so that a part at an edge or
// beside white space, and one whose signs say how the rest is read, is for the
// caller to read again.
func editable(p piece.Piece, from, to int) (source.Span, bool) {
	isLetter := func(i int) bool {
		c := p.Text[i]
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	isWord := func(i int) bool { return isLetter(i) || p.Text[i] == '=' }
	for from < len(p.Text) && (from == 0 || !isWord(from-1)) {
		from++
	}
	to = max(to, from)
	for i := from; i < min(to, len(p.Text)); i++ {
		if !isLetter(i) {
			to = i
		}
	}
	s := source.Span{Start: from, End: to}
	if from == 0 || to >= len(p.Text) || !isWord(to) {
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
func checkReader(t piecetest.T, read piece.Reader, text string, n, from, to int, x string) {
	t.Helper()
	f := read(text)
	piecetest.CheckMaps(t, text, f)
	if len(f.Pieces) == 0 || !utf8.ValidString(x) || strings.ContainsAny(x, "\r\n\x00") || len(f.Notes) > 0 {
		return
	}
	n = int(uint(n) % uint(len(f.Pieces)))
	p := f.Pieces[n]
	if _, last := piece.SplitKey(p.Key); p.Kind != piece.Value || len(p.Text) == 0 || saysLanguage[last] {
		return
	}
	from, to = int(uint(from)%uint(len(p.Text))), int(uint(to)%uint(len(p.Text)))
	if part, ok := editable(p, from, to); ok {
		checkEdit(t, read, text, f, n, part, x)
	}
}

// What is not in the tables of the tests is read by no law.
func TestEveryFormatIsTested(t *testing.T) {
	for name := range readers {
		if len(seeds[name]) == 0 {
			t.Errorf("no seeds of %s", name)
		}
		if len(hostile[name]) == 0 {
			t.Errorf("no hostile texts of %s", name)
		}
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
	f.Fuzz(func(t *testing.T, format uint8, text string, n, from, to int, x string) {
		checkReader(t, readers[names[int(format)%len(names)]], text, n, from, to, x)
	})
}

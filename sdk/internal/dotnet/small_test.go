package dotnet

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/internal/exhaust"
	"kustoconn/rule"
)

// Every small text is read by ADO.NET as by package grammar, but for the
// deliberate differences that grammar's documentation lists. What grammar
// accepts, ADO.NET accepts with the same pairs, behind the prefix. What it
// rejects, ADO.NET rejects too, or the first malformed segment shows one of the
// differences: up to there both have read the same.
func TestSmallTexts(t *testing.T) {
	found := map[string]int{}
	for text := range exhaust.Texts(exhaust.Representatives(), exhaust.Length(t, 5, 6)) {
		tree, diags := grammar.Parse(text)
		start := 0
		if prefix := tree.Prefix(); prefix != nil {
			start = min(prefix.Span().End+1, len(text))
			found["the prefix"]++
		}
		pairs, refused := ParseADONET(text[start:])
		if len(diags) > 0 {
			if refused == nil {
				found[difference(t, tree)]++
			}
			continue
		}
		if refused != nil {
			t.Fatalf("%q is accepted, but not by ADO.NET: %+v", text, refused)
		}
		if want := adonetPairs(tree, start); !slices.Equal(want, pairs) {
			t.Fatalf("%q (-grammar +ADO.NET)\n%s", text, cmp.Diff(want, pairs))
		}
	}
	for _, d := range differences {
		if found[d.name] == 0 {
			t.Errorf("no text shows the difference %q", d.name)
		}
	}
	t.Logf("texts that show a difference: %v", found)
}

// adonetPairs returns the pairs of tree as ADO.NET gives them, with spans in
// the text from start on.
func adonetPairs(tree *ast.ConnectionString, start int) (pairs []Pair) {
	for _, s := range tree.Pairs() {
		pairs = append(pairs, Pair{
			Keyword:     strings.Map(toLowerInvariant, s.Keyword()),
			Value:       s.Value(),
			Unset:       s.Unset(),
			KeywordSpan: s.KeywordSpan().Shift(-start),
			ValueSpan:   s.ValueText().Shift(-start),
		})
	}
	return pairs
}

// differences are those of grammar's documentation, each with how the first
// malformed segment shows it. The prefix is there where it is malformed; a
// well-formed one is taken off.
var differences = []struct {
	name  string
	shows func(text string, s *ast.Segment, index int) bool
}{
	{"the prefix", func(_ string, s *ast.Segment, index int) bool { return index == 0 && s.MeantAsPrefix() }},
	{"no unpaired '='", func(_ string, s *ast.Segment, _ int) bool { return diag.Code(s.Fault) == rule.MissingEquals }},
	{"control character in the keyword of an unset pair", func(_ string, s *ast.Segment, _ int) bool {
		return diag.Code(s.Fault) == rule.ControlCharacter && s.Unset()
	}},
	{"NUL", func(text string, s *ast.Segment, _ int) bool { return strings.Contains(s.Span().Slice(text), "\x00") }},
	{"misplaced prefix", func(_ string, s *ast.Segment, _ int) bool { return diag.Code(s.Fault) == rule.MisplacedPrefix }},
}

// difference returns the name of the difference that the first malformed
// segment of tree shows.
func difference(t *testing.T, tree *ast.ConnectionString) string {
	t.Helper()
	index := slices.IndexFunc(tree.Segments, func(s ast.Segment) bool { return s.Kind == ast.Malformed })
	for _, d := range differences {
		if d.shows(tree.Text(), &tree.Segments[index], index) {
			return d.name
		}
	}
	t.Fatalf("%q: accepted by ADO.NET alone, and segment %d, which is malformed by %v, shows no difference", tree.Text(), index, diag.Code(tree.Segments[index].Fault))
	return ""
}

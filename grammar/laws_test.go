package grammar_test

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/internal/token"
	"kustoconn/source"
)

// checkLaws holds what is true of every text, valid or not.
func checkLaws(t rapid.TB, text string) {
	t.Helper()
	tree, diags := grammar.Parse(text)
	if got := token.Print(tree); got != text {
		t.Fatalf("%q: the tree prints %q", text, got)
	}
	checkSegments(t, tree)
	checkTokens(t, tree)
	if tree.HasSyntaxErrors() != (len(diags) > 0) {
		t.Fatalf("%q: malformed segments: %v, diagnostics: %v", text, tree.HasSyntaxErrors(), diags)
	}
	for i, d := range diags {
		if d.Span.Empty() || !inside(text, d.Span) {
			t.Fatalf("%q: span of %v", text, d)
		}
		if i > 0 && d.Span.Start < diags[i-1].Span.Start {
			t.Fatalf("%q: %v after %v", text, d, diags[i-1])
		}
		if len(d.Edits) > 0 {
			checkFix(t, text, diags, d)
		}
	}
}

// checkSegments holds that the segments and the semicolons between them are
// the text, and that the parts of a segment lie in it, in order.
func checkSegments(t rapid.TB, tree *ast.ConnectionString) {
	t.Helper()
	at := 0
	for i, s := range tree.Segments {
		if i > 0 {
			if tree.Text()[at] != ';' {
				t.Fatalf("%q: segment %d does not follow a semicolon", tree.Text(), i)
			}
			at++
		}
		if s.Span().Start != at || !inside(tree.Text(), s.Span()) {
			t.Fatalf("%q: segment %d at %v, want it from %d", tree.Text(), i, s.Span(), at)
		}
		at = s.Span().End
		for _, part := range []source.Span{s.KeywordSpan(), s.ValueSpan(), s.ValueText()} {
			if part != (source.Span{}) && (!s.Span().Covers(part) || !inside(tree.Text(), part)) {
				t.Fatalf("%q: segment %d at %v has a part at %v", tree.Text(), i, s.Span(), part)
			}
		}
		if s.Kind == ast.Pair && (s.KeywordSpan().End > s.Equals() || s.Equals() >= s.ValueSpan().Start) {
			t.Fatalf("%q: parts of pair %d out of order: %+v", tree.Text(), i, s)
		}
		if (s.Kind == ast.Malformed) != (s.Fault != 0) {
			t.Fatalf("%q: segment %d is %v with fault %v", tree.Text(), i, s.Kind, s.Fault)
		}
	}
	if at != len(tree.Text()) {
		t.Fatalf("%q: segments end at %d", tree.Text(), at)
	}
}

// checkTokens holds that the tokens tile the text.
func checkTokens(t rapid.TB, tree *ast.ConnectionString) {
	t.Helper()
	at := 0
	for tok := range token.All(tree) {
		if tok.Span.Start != at || tok.Span.Empty() {
			t.Fatalf("%q: token %v, want one from %d", tree.Text(), tok, at)
		}
		at = tok.Span.End
	}
	if at != len(tree.Text()) {
		t.Fatalf("%q: tokens end at %d", tree.Text(), at)
	}
}

// checkFix holds that a fix applies and leaves fewer syntax errors.
func checkFix(t rapid.TB, text string, diags diag.List, d diag.Diagnostic) {
	t.Helper()
	for _, e := range d.Edits {
		if !inside(text, e.Span) {
			t.Fatalf("%q: edit at %v", text, e.Span)
		}
	}
	fixed, err := diag.Apply(text, d.Edits)
	if err != nil {
		t.Fatalf("%q: %v: %v", text, d, err)
	}
	if _, left := grammar.Parse(fixed); len(left) >= len(diags) {
		t.Fatalf("%q has %v, and %q, the fix of %v, has %v", text, diags, fixed, d, left)
	}
}

// inside reports whether span lies in text, with its ends between characters.
// A byte that is not UTF-8 is a character of its own.
func inside(text string, span source.Span) bool {
	return 0 <= span.Start && span.Start <= span.End && span.End <= len(text) &&
		isBoundary(text, span.Start) && isBoundary(text, span.End)
}

func isBoundary(text string, at int) bool {
	for start := max(0, at-utf8.UTFMax+1); start < at; start++ {
		_, n := utf8.DecodeRuneInString(text[start:])
		if n > 1 && start+n > at {
			return false
		}
	}
	return true
}

func TestLaws(t *testing.T) {
	for _, r := range adonetReads(t) {
		checkLaws(t, *r.S)
	}
	rapid.Check(t, func(t *rapid.T) { checkLaws(t, texts().Draw(t, "text")) })
}

func FuzzLaws(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkLaws(t, text) })
}

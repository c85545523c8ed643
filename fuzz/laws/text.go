package laws

import (
	"errors"
	"maps"
	"slices"

	"github.com/google/go-cmp/cmp"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/fuzz/internal/spelling"
	"kustoconn/grammar"
	"kustoconn/grammar/formal"
	"kustoconn/internal/fold"
	"kustoconn/internal/quote"
	"kustoconn/internal/token"
	"kustoconn/internal/typed"
	"kustoconn/internal/vocabulary"
	"kustoconn/normalize"
	"kustoconn/schema"
)

// checkLossless holds that the tree prints text back, byte for byte.
func checkLossless(t Reporter, text string) {
	t.Helper()
	tree, _ := grammar.Parse(text)
	if got := token.Print(tree); got != text {
		t.Fatalf("%q: the tree prints %q", text, got)
	}
}

// checkDeclared holds that the parser and the declared grammar accept the same
// texts and read them into the same tree; and that, where they do not accept
// one, the declared grammar stops in the first segment that the parser finds
// malformed, or at its end.
func checkDeclared(t Reporter, text string) {
	t.Helper()
	tree, syntax := grammar.Parse(text)
	want, err := formal.Parse(text)
	if (err == nil) != (len(syntax) == 0) {
		t.Fatalf("%q: the declared grammar says %v, the parser %v", text, err, syntax)
	}
	if err == nil {
		if d := cmp.Diff(want, tree, cmp.AllowUnexported(ast.ConnectionString{}, ast.Segment{})); d != "" {
			t.Fatalf("%q (-declared +parsed)\n%s", text, d)
		}
		return
	}
	var stopped *formal.Error
	if !errors.As(err, &stopped) {
		t.Fatalf("%q: the declared grammar says %v", text, err)
	}
	malformed := func(s ast.Segment) bool { return s.Kind == ast.Malformed }
	first := tree.Segments[slices.IndexFunc(tree.Segments, malformed)].Span()
	if stopped.Offset < first.Start || stopped.Offset > first.End {
		t.Fatalf("%q: the declared grammar stops at %d, and the first malformed segment is at %v", text, stopped.Offset, first)
	}
}

// sense is what a connection string means.
type sense struct {
	Auth       schema.ModeID
	Properties map[string]any
	Unknown    map[string]string // by folded keyword
}

func senseOf(text string) sense {
	tree, _ := grammar.Parse(text)
	b := bind.Bind(tree)
	s := sense{b.AuthMode(), map[string]any{}, map[string]string{}}
	for p := range b.Properties() {
		s.Properties[p.Name] = typed.Value(p.Property, p.Value())
	}
	for _, u := range b.Unknown() {
		if s.Unknown[fold.Keyword(u.Keyword())] = u.Value(); u.Unset() {
			delete(s.Unknown, fold.Keyword(u.Keyword()))
		}
	}
	return s
}

// checkCanonical holds that canonical text has no syntax error, means what text
// means, and is its own canonical text. Texts with syntax errors have none.
func checkCanonical(t Reporter, text string) {
	t.Helper()
	r := read(text)
	canonical, ok := normalize.Canonical(r.bound)
	if ok != (len(r.syntax) == 0) {
		t.Fatalf("%q: canonical text: %v, syntax errors: %v", text, ok, r.syntax)
	}
	if !ok {
		return
	}
	again := read(canonical)
	if len(again.syntax) > 0 {
		t.Fatalf("%q: the canonical text %q has %v", text, canonical, again.syntax)
	}
	if d := cmp.Diff(senseOf(text), senseOf(canonical)); d != "" {
		t.Fatalf("%q: the canonical text %q means something else (-text +canonical)\n%s", text, canonical, d)
	}
	if twice, _ := normalize.Canonical(again.bound); twice != canonical {
		t.Fatalf("%q: the canonical text of %q is %q", text, canonical, twice)
	}
}

// checkKeyword holds that the look-up of a keyword does not depend on the case of
// its ASCII letters or on U+0020, and that folding is stable.
func checkKeyword(t Reporter, keyword string) {
	t.Helper()
	folded := fold.Keyword(keyword)
	if again := fold.Keyword(folded); again != folded {
		t.Fatalf("%q folds to %q, and that to %q", keyword, folded, again)
	}
	want, found := schema.Lookup(keyword)
	if found != (want != schema.None) {
		t.Fatalf("%q is %v: %v", keyword, want, found)
	}
	if got, _ := schema.Lookup(folded); got != want {
		t.Fatalf("%q is %v, and folded, %q, %v", keyword, want, folded, got)
	}
	if suggestion, ok := vocabulary.Suggest(keyword); ok {
		if got, known := schema.Lookup(suggestion.Spelling); found || !known || got != suggestion.Property {
			t.Fatalf("%q: suggested %+v", keyword, suggestion)
		}
	}
}

// checkKeywordCase holds that a generated keyword names the property it was made
// from.
func checkKeywordCase(t Reporter, k spelling.Keyword) {
	t.Helper()
	checkKeyword(t, k.Text)
	if got, _ := schema.Lookup(k.Text); got != k.Property {
		t.Fatalf("%q is %v, want %v", k.Text, got, k.Property)
	}
}

// checkBuilder holds that what the builder accepts reads back as it was set.
func checkBuilder(t Reporter, keyword, value string) {
	t.Helper()
	text, err := normalize.Build().Set(keyword, value).Reveal()
	if err != nil {
		return
	}
	got := senseOf(text)
	id, known := schema.Lookup(keyword)
	switch {
	case len(read(text).syntax) > 0:
		t.Fatalf("%q = %q is written as %q, which has a syntax error", keyword, value, text)
	case !known:
		if stored, ok := got.Unknown[fold.Keyword(keyword)]; !ok || stored != value {
			t.Fatalf("%q = %q reads back as %v", keyword, value, got)
		}
	case id == schema.DataSource: // its path may be the database
		tree, _ := grammar.Parse(quote.Keyword(keyword) + "=" + quote.Value(value))
		if len(slices.Collect(maps.Values(got.Properties))) == 0 || tree.Segments[0].Value() != value {
			t.Fatalf("%q = %q reads back as %v", keyword, value, got)
		}
	default:
		want := any(value)
		if b, ok := typed.Bool(value); ok && schema.Get(id).Type == schema.TypeBool {
			want = b
		}
		if got.Properties[schema.Get(id).Name] != want {
			t.Fatalf("%q = %q reads back as %v", keyword, value, got)
		}
	}
}

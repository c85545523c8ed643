package fuzz_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/fuzz"
	"kustoconn/fuzz/rapidgen"
	"kustoconn/schema"
)

func TestKindsAreInOrder(t *testing.T) {
	kinds := fuzz.Kinds()
	if kinds[0] != fuzz.KindValid {
		t.Errorf("the first kind is %s", kinds[0])
	}
	codes := make([]string, len(kinds))
	for i, k := range kinds {
		codes[i] = k.Code()
		if slices.Index(kinds, k) != i {
			t.Errorf("%s is there twice", k)
		}
	}
	if !slices.IsSorted(codes) {
		t.Errorf("codes out of order: %v", codes)
	}
}

func TestGenerate(t *testing.T) {
	for _, kind := range fuzz.Kinds() {
		texts := map[string]bool{}
		for seed := range uint64(50) {
			c, ok := fuzz.Generate(seed, kind)
			again, _ := fuzz.Generate(seed, kind)
			if d := cmp.Diff(c, again); !ok || c.Kind != kind || d != "" {
				t.Fatalf("%s, seed %d: %v\n%s", kind, seed, ok, d)
			}
			texts[c.Text] = true
		}
		if len(texts) < 10 {
			t.Errorf("%s: %d different strings of 50", kind, len(texts))
		}
	}
	if _, ok := fuzz.Generate(1, "no-such-kind"); ok {
		t.Error("a case of no kind")
	}
}

// A faulty case points at a place in its text, between characters.
func TestFaultyPointsIntoTheText(t *testing.T) {
	for _, kind := range fuzz.Kinds()[1:] {
		faulty, _ := fuzz.Of(kind)
		rapid.Check(t, func(t *rapid.T) {
			c := rapidgen.Of(faulty).Draw(t, "case")
			if len(c.Expect.Diagnostics) != 1 {
				t.Fatalf("%+v", c)
			}
			d := c.Expect.Diagnostics[0]
			if d.Code != kind.Code() || d.Start < 0 || d.End < d.Start || d.End > len(c.Text) {
				t.Fatalf("%+v", c)
			}
			if kind.InText() != utf8.ValidString(c.Text) {
				t.Fatalf("%s: %q is UTF-8: %v", kind, c.Text, utf8.ValidString(c.Text))
			}
			if strings.ContainsAny(c.Text, "\ue000\ue001") {
				t.Fatalf("%q holds a mark", c.Text)
			}
		})
	}
}

// What a case says of its properties agrees with itself.
func TestValidIsConsistent(t *testing.T) {
	names := map[string]bool{}
	for _, p := range schema.Properties() {
		names[p.Name] = true
	}
	rapid.Check(t, func(t *rapid.T) {
		c := rapidgen.Of(fuzz.Valid()).Draw(t, "case")
		if !utf8.ValidString(c.Text) || c.Expect.Pairs == nil || c.Expect.Canonical == nil || c.Expect.Auth == "" {
			t.Fatalf("%+v", c)
		}
		for name := range c.Expect.Properties {
			if !names[name] || !strings.Contains(*c.Expect.Canonical, name+"=") {
				t.Fatalf("%q: property %q, canonical text %q", c.Text, name, *c.Expect.Canonical)
			}
		}
	})
}

// Every kind of prefix, of segment and of authentication turns up.
func TestValidCovers(t *testing.T) {
	seen := map[string]bool{}
	for seed := range 3000 {
		e := fuzz.Valid().Example(seed).Expect
		seen["auth "+string(e.Auth)] = true
		seen["no prefix"] = seen["no prefix"] || e.Prefix == nil
		for _, p := range e.Pairs {
			_, known := schema.Lookup(p.Keyword)
			seen["unset"] = seen["unset"] || p.Unset
			seen["unknown"] = seen["unknown"] || !known
		}
		if e.Prefix != nil {
			seen["shorthand"] = seen["shorthand"] || strings.HasPrefix(*e.Prefix, "@")
			seen["URI"] = seen["URI"] || strings.Contains(*e.Prefix, "://")
		}
	}
	for _, what := range []string{
		"no prefix", "shorthand", "URI", "unset", "unknown", "auth none", "auth user-prompt", "auth user-token", "auth app-token", "auth dsts",
	} {
		if !seen[what] {
			t.Errorf("nothing with %s in 3000 cases", what)
		}
	}
}

func TestCaseSurvivesJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(fuzz.Kinds()).Filter(fuzz.Kind.InText).Draw(t, "kind")
		g, _ := fuzz.Of(kind)
		want := rapidgen.Of(g).Draw(t, "case")
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got fuzz.Case
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("%s\n%s", data, d)
		}
	})
}

func TestPairRefusesOtherJSON(t *testing.T) {
	for _, text := range []string{`{}`, `[]`, `["a"]`, `["a","b","c"]`, `[null,"b"]`, `[1,"b"]`, `["a",1]`, `"a"`} {
		var p fuzz.Pair
		if err := json.Unmarshal([]byte(text), &p); err == nil {
			t.Errorf("%s is read as %+v", text, p)
		}
	}
}

func TestCompare(t *testing.T) {
	text := func(s string) *string { return &s }
	whole := fuzz.Answer{
		Syntax: true, Prefix: text("p"), Pairs: []fuzz.Pair{{Keyword: "a", Value: "b"}}, Properties: map[string]any{"Accept": true},
		Auth: schema.NoAuth, Canonical: text("a=b"), Diagnostics: []fuzz.Diagnostic{{Code: "KCS101", Start: 0, End: 1}},
	}
	for _, tt := range []struct {
		name   string
		change func(*fuzz.Answer)
		want   string
	}{
		{"nothing", func(*fuzz.Answer) {}, ""},
		{"syntax", func(a *fuzz.Answer) { a.Syntax = false }, "syntax:\n\t- true\n\t+ false"},
		{"prefix", func(a *fuzz.Answer) { a.Prefix = nil }, "prefix:\n\t- \"p\"\n\t+ null"},
		{"pair", func(a *fuzz.Answer) { a.Pairs = []fuzz.Pair{{Keyword: "a", Unset: true}} }, "pair 1:\n\t- [\"a\",\"b\"]\n\t+ [\"a\",null]"},
		{"pairs", func(a *fuzz.Answer) { a.Pairs = []fuzz.Pair{} }, "pairs:\n\t- [[\"a\",\"b\"]]\n\t+ []"},
		{"property", func(a *fuzz.Answer) { a.Properties = map[string]any{"Accept": "true"} }, "Accept:\n\t- true\n\t+ \"true\""},
		{"absent", func(a *fuzz.Answer) { a.Properties = map[string]any{} }, "Accept:\n\t- true\n\t+ (absent)"},
		{"not told", func(a *fuzz.Answer) { a.Properties, a.Auth, a.Canonical, a.Diagnostics = nil, "", nil, nil }, ""},
		{"auth", func(a *fuzz.Answer) { a.Auth = schema.DSTS }, "auth:\n\t- \"none\"\n\t+ \"dsts\""},
		{"canonical", func(a *fuzz.Answer) { a.Canonical = text("<") }, "canonical:\n\t- \"a=b\"\n\t+ \"<\""},
		{
			"diagnostics", func(a *fuzz.Answer) { a.Diagnostics = []fuzz.Diagnostic{} },
			"diagnostics:\n\t- {\"code\":\"KCS101\",\"start\":0,\"end\":1}\n\t+ []",
		},
	} {
		got := whole
		tt.change(&got)
		if d := cmp.Diff(tt.want, fuzz.Compare(whole, got)); d != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, d)
		}
	}
}

// What rapid shrinks to can be read: the one pair that holds what fails.
func TestShrinksToLittle(t *testing.T) {
	const most = 100 // bytes: one pair with the longest keyword
	for _, mark := range []string{"'", `""`, ";", "@", "://"} {
		var last string
		t.Chdir(t.TempDir()) // rapid leaves a file there
		for last == "" {     // some marks are rarer than one in the texts of a run
			rapid.Check(&failing{TB: t}, func(t *rapid.T) {
				if c := rapidgen.Of(fuzz.Valid()).Draw(t, "case"); strings.Contains(c.Text, mark) {
					last = c.Text
					t.Fatalf("found")
				}
			})
		}
		if !strings.Contains(last, mark) || len(last) > most {
			t.Errorf("a text with %s shrinks to %q", mark, last)
		}
	}
}

// failing is a test that is meant to fail.
type failing struct {
	rapid.TB
	failed bool
}

func (f *failing) Errorf(string, ...any) { f.failed = true }
func (f *failing) Failed() bool          { return f.failed }
func (f *failing) FailNow()              {}
func (f *failing) Logf(string, ...any)   {}
func (f *failing) Log(...any)            {}

// Each secret stands in its text once, and no part of another text is like it.
func TestPlantedSecrets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapidgen.Of(fuzz.PlantedSecrets()).Draw(t, "planted")
		for _, secret := range p.Secrets {
			if !strings.Contains(p.Text, secret) || len(secret) < 4 {
				t.Fatalf("%q in %q", secret, p.Text)
			}
		}
	})
}

func TestFiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := rapidgen.Of(fuzz.Files()).Draw(t, "file")
		end := 0
		for _, s := range f.Strings {
			if s.Start < end || s.End < s.Start || s.End > len(f.Content) {
				t.Fatalf("%+v", f)
			}
			end = s.End
			if !strings.HasSuffix(f.Name, ".json") {
				continue
			}
			var got string
			if err := json.Unmarshal([]byte(`"`+f.Content[s.Start:s.End]+`"`), &got); err != nil || got != s.Text {
				t.Fatalf("%q reads as %q, want %q: %v", f.Content[s.Start:s.End], got, s.Text, err)
			}
		}
	})
}

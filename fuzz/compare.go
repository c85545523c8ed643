package fuzz

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Compare tells how got differs from what is expected, a line for each
// difference, or nothing. Only what both hold is compared, besides Syntax and,
// in strings without syntax errors, Pairs and Prefix. The lines quote values.
func Compare(want, got Answer) string {
	var c comparison
	c.field("syntax", want.Syntax, got.Syntax)
	if want.Pairs != nil && want.Syntax && got.Syntax {
		c.field("prefix", want.Prefix, got.Prefix)
		c.pairs(want.Pairs, got.Pairs)
	}
	if want.Properties != nil && got.Properties != nil {
		c.properties(want.Properties, got.Properties)
	}
	if want.Auth != "" && got.Auth != "" {
		c.field("auth", want.Auth, got.Auth)
	}
	if want.Canonical != nil && got.Canonical != nil {
		c.field("canonical", want.Canonical, got.Canonical)
	}
	if want.Redacted != nil && got.Redacted != nil {
		c.field("redacted", want.Redacted, got.Redacted)
	}
	if got.Diagnostics != nil {
		for _, d := range want.Diagnostics {
			if !slices.Contains(got.Diagnostics, d) {
				c.add("diagnostics", show(d), show(got.Diagnostics))
			}
		}
	}
	return strings.Join(c.lines, "\n")
}

type comparison struct{ lines []string }

func (c *comparison) add(what, want, got string) {
	c.lines = append(c.lines, fmt.Sprintf("%s:\n\t- %s\n\t+ %s", what, want, got))
}

func (c *comparison) field(what string, want, got any) {
	if w, g := show(want), show(got); w != g {
		c.add(what, w, g)
	}
}

// pairs compares pair by pair, so that the first difference is seen.
func (c *comparison) pairs(want, got []Pair) {
	for i := range min(len(want), len(got)) {
		c.field(fmt.Sprintf("pair %d", i+1), want[i], got[i])
	}
	if len(want) != len(got) {
		c.add("pairs", show(want), show(got))
	}
}

func (c *comparison) properties(want, got map[string]any) {
	names := maps.Clone(want)
	maps.Copy(names, got)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		w, wok := want[name]
		g, gok := got[name]
		if wok != gok || w != g {
			c.add(name, presence(w, wok), presence(g, gok))
		}
	}
}

func presence(value any, ok bool) string {
	if !ok {
		return "(absent)"
	}
	return show(value)
}

// show writes v as JSON without the escapes for HTML.
func show(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err.Error()
	}
	return strings.TrimSuffix(b.String(), "\n")
}

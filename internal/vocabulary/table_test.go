package vocabulary

import (
	"fmt"
	"strings"
	"testing"

	"kustoconn/internal/fold"
	"kustoconn/internal/golden"
	"kustoconn/schema"
)

// No foreign keyword is one of ours, or listed twice, and none is without
// product and help; the name of a builder property is no other property's.
func TestNamesAreUnique(t *testing.T) {
	owner := map[string]schema.ID{}
	for _, p := range schema.Properties() {
		for _, name := range append(p.Keywords(), p.Synonyms...) {
			owner[fold.Keyword(name)] = p.ID
		}
		for _, s := range p.Programmatic {
			owner[fold.Keyword(s.Name)] = p.ID
		}
	}
	for _, b := range builderProperties {
		if id, ok := owner[fold.Keyword(b.Name)]; ok && id != b.Property {
			t.Errorf("%q is %v's and %v's", b.Name, id, b.Property)
		}
		owner[fold.Keyword(b.Name)] = b.Property
	}
	seen := map[string]bool{}
	for _, f := range Foreigns() {
		if id, ok := owner[fold.Keyword(f.Keyword)]; ok {
			t.Errorf("foreign %q is %v's", f.Keyword, id)
		}
		if seen[fold.Keyword(f.Keyword)] {
			t.Errorf("foreign %q is listed twice", f.Keyword)
		}
		seen[fold.Keyword(f.Keyword)] = true
		if f.Product == "" || f.Help == "" {
			t.Errorf("foreign %q has no product or help", f.Keyword)
		}
	}
}

// The tables as they stand, so that every change of what they say is seen.
func TestTables(t *testing.T) {
	var b strings.Builder
	for _, p := range builderProperties {
		fmt.Fprintf(&b, "builder %s of %v: %s\n", p.Name, p.Property, p.Help)
	}
	for _, f := range Foreigns() {
		fmt.Fprintf(&b, "foreign %s of %s, instead %v: %s\n", f.Keyword, f.Product, f.Instead, f.Help)
	}
	golden.Compare(t, "testdata/vocabulary.txt", b.String())
}

package main

import "testing"

// The most that the public packages may export. Whoever needs another name
// raises mostNames in the change that adds it, and says there who uses the name;
// whoever takes one away lowers it.
const (
	mostPackages = 26
	mostNames    = 689
)

// Exported means promised: a name that no other package and no Example uses is
// not exported, and every public package shows its main use in an Example.
func TestExports(t *testing.T) {
	h, err := loadHouse("../../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range h.unused() {
		t.Errorf("%s is exported and unused outside", name)
	}
	names := 0
	for _, p := range h.public {
		names += len(h.exported(p))
		if !h.examples[p.PkgPath] {
			t.Errorf("%s has no Example with output", p.PkgPath)
		}
	}
	if len(h.public) > mostPackages {
		t.Errorf("%d public packages, more than %d", len(h.public), mostPackages)
	}
	if names > mostNames {
		t.Errorf("%d exported names, more than %d", names, mostNames)
	}
}

package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPages compares docs/rules with what the catalogue says now.
func TestPages(t *testing.T) {
	const dir = "../../../../docs/rules"
	want := pages()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		got, err := os.ReadFile(filepath.Join(dir, file.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want[file.Name()], string(got)); diff != "" {
			t.Errorf("%s is stale: run go generate ./rule\n%s", file.Name(), diff)
		}
		delete(want, file.Name())
	}
	for name := range want {
		t.Errorf("%s is missing: run go generate ./rule", name)
	}
}

package main

import (
	"archive/zip"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

func TestCorpora(t *testing.T) {
	folder := t.TempDir()
	t.Chdir("..")
	if err := write(folder); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	var targets []string
	for _, name := range names {
		targets = append(targets, strings.TrimSuffix(filepath.Base(name), "_seed_corpus.zip"))
	}
	// The others take more than a text.
	const want = "FuzzCanonical FuzzDeclared FuzzDiagnostics FuzzEndpoint FuzzFilter FuzzFixes FuzzKeyword FuzzLossless FuzzNoClientWorse"
	if got := strings.Join(targets, " "); got != want {
		t.Errorf("%s", got)
	}
	corpus, err := zip.OpenReader(names[0])
	if err != nil {
		t.Fatal(err)
	}
	defer corpus.Close()
	if len(corpus.File) < 500 {
		t.Errorf("only %d inputs", len(corpus.File))
	}
	first, err := corpus.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(first)
	if text := texts()[0]; err != nil || string(got) != "\x00\x00\x00"+string(rune(len(text)))+text {
		t.Errorf("%q, %v", got, err)
	}
}

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kustoconn"
	"kustoconn/schema"
)

// TestTrials holds that each string gives the values that its trial expects, and that the
// modes and properties are all tried.
func TestTrials(t *testing.T) {
	modes, tried := map[string]bool{}, map[string]bool{}
	for _, trial := range trials(1, 1000) {
		modes[trial.mode] = true
		conn, err := kustoconn.Parse(trial.text)
		if conn == nil {
			t.Fatal(err)
		}
		for name, want := range trial.values {
			tried[name] = true
			id, _ := schema.Lookup(name)
			if got, ok := conn.Property(id); !ok || got.Reveal() != want {
				t.Errorf("%s is %q, want %q", name, got.Reveal(), want)
			}
		}
	}
	if len(modes) != 19 || len(tried) != 1+len(properties) {
		t.Errorf("%d modes, %d properties", len(modes), len(tried))
	}
}

// TestFiles holds what is written: a file a trial, and its line.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	if err := run([]string{"java", "1", "40", dir}); err != nil {
		t.Fatal(err)
	}
	expect, err := os.ReadFile(filepath.Join(dir, "expect.txt"))
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "t*", "KustoConnection.java"))
	if n := strings.Count(string(expect), "\n"); n == 0 || n != len(files) {
		t.Errorf("%d lines, %d files", n, len(files))
	}
	code, _ := os.ReadFile(files[0])
	if !strings.HasPrefix(string(code), "package t000;\n") {
		t.Errorf("%.40s", code)
	}
}

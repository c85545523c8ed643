package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const committed = "../../../../testdata/trust/clients-extra.jsonl.gz"

// TestCommittedEndpointsAreTheProbes holds that the recordings are of what this
// program makes.
func TestCommittedEndpointsAreTheProbes(t *testing.T) {
	for command, recording := range map[string]string{
		"probes": committed, "punycode": "../../../../testdata/trust/clients-punycode.jsonl.gz",
	} {
		var probes, asked strings.Builder
		if err := run([]string{command}, nil, &probes); err != nil {
			t.Fatal(err)
		}
		if err := run([]string{"asked", recording}, nil, &asked); err != nil {
			t.Fatal(err)
		}
		if probes.String() != asked.String() {
			t.Errorf("%s: the recording is of other endpoints", command)
		}
	}
}

func TestChangedAnswers(t *testing.T) {
	dir := t.TempDir()
	row := `{"uri":"https://a","login":"","trusted":`
	var files []string
	for _, client := range clients {
		file := filepath.Join(dir, client)
		if err := os.WriteFile(file, []byte(row+"true}\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	var joined strings.Builder
	if err := run(append([]string{"join"}, files...), nil, &joined); err != nil ||
		joined.String() != `{"go":true,"java":true,"login":"","node":true,"python":true,"uri":"https://a"}`+"\n" {
		t.Errorf("%s, %v", joined.String(), err)
	}
	var asked strings.Builder
	if err := run([]string{"asked", committed}, nil, &asked); err != nil {
		t.Fatal(err)
	}
	for answers, want := range map[string]string{
		asked.String(): "go: 6000 answers changed",
		row + "true}":  "1 answers for 6000 endpoints",
	} {
		if err := run([]string{"compare", committed, "go"}, strings.NewReader(answers), &strings.Builder{}); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if err := os.WriteFile(files[3], []byte(`{"uri":"https://b","login":"","trusted":true}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := run(append([]string{"join"}, files...), nil, &joined); err == nil {
		t.Error("answers of other endpoints were joined")
	}
}

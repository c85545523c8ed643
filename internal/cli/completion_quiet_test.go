package cli

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is typed before a completion is repeated nowhere: neither on the process's own
// standard error nor in the file that shells debug completions by.
func TestCompletionRepeatsNothing(t *testing.T) {
	const marker = "Zq9xW7vK2mJ4"
	dir := t.TempDir()
	debug := filepath.Join(dir, "debug")
	stderr, err := os.Create(filepath.Join(dir, "stderr"))
	if err != nil {
		t.Fatal(err)
	}
	defer stderr.Close()
	saved := os.Stderr
	os.Stderr = stderr
	defer func() { os.Stderr = saved }()
	for _, args := range [][]string{{"--color=" + marker, ""}, {"--" + marker, ""}, {"-" + marker + " x"}, {"AppKey=" + marker}} {
		t.Setenv("BASH_COMP_DEBUG_FILE", debug)
		Main(append([]string{"__complete", "check"}, args...), strings.NewReader(""), io.Discard, stderr)
	}
	for _, name := range []string{debug, stderr.Name()} {
		text, err := os.ReadFile(name)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		if strings.Contains(string(text), marker) {
			t.Errorf("%s holds what was typed:\n%s", filepath.Base(name), text)
		}
	}
	if os.Stderr != stderr {
		t.Error("standard error is not what it was")
	}
}

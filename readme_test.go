package kustoconn_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The program of the README must compile, and print what its comments say.
func TestREADMEProgram(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, _ := strings.Cut(string(text), "```go\n")
	block, _, found := strings.Cut(block, "```")
	if !found {
		t.Fatal("no program")
	}
	file := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(file, []byte(block), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "run", file).CombinedOutput()
	if want := "<nil>\n0 app-key ****\n<nil>\n"; err != nil || string(out) != want {
		t.Errorf("%v\n%s", err, out)
	}
}

// The commands of the README are what a newcomer runs first: each must work as
// it stands there. The one that runs the tests is this.
func TestREADMECommands(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the command")
	}
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	for i, block := range strings.Split(string(text), "```sh\n") {
		if i == 0 {
			continue
		}
		block, _, _ = strings.Cut(block, "```")
		for line := range strings.Lines(strings.ReplaceAll(block, "\\\n", " ")) {
			line = strings.TrimSpace(line)
			if line == "" || line == "go test ./..." {
				continue
			}
			ran++
			out, err := exec.Command("sh", "-c", line).CombinedOutput()
			if err != nil || len(out) == 0 {
				t.Errorf("%s: %v\n%s", line, err, out)
			}
		}
	}
	if ran < 5 {
		t.Errorf("only %d commands found", ran)
	}
}

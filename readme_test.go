package kustoconn_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
)

// The programs of the documents must compile, and print what stands below them.
func TestPrograms(t *testing.T) {
	pages := []string{"README.md", "docs/support.md"}
	for i := 0; i < len(pages); i += exhaust.Sample(2) {
		t.Run(pages[i], func(t *testing.T) { runProgram(t, pages[i]) })
	}
}

func runProgram(t *testing.T, page string) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "```go\n")
	program, rest, _ := strings.Cut(rest, "```")
	_, rest, _ = strings.Cut(rest, "```text\n")
	want, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("no program with its output")
	}
	file := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(file, []byte(program), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "run", file).CombinedOutput()
	if err != nil || string(out) != want {
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

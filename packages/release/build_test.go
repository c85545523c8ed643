package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// The command is built behind the page, and with the tag by which it holds that.
func TestCommandHoldsThePage(t *testing.T) {
	r := testRelease(t)
	r.root = t.TempDir()
	for name, text := range map[string]string{
		"go.mod":                   "module kustoconn\n\ngo 1.24\n",
		"playground/build":         "echo page >cmd/kustoconn/page.txt\n",
		"cmd/kustoconn/main.go":    "package main\n\nfunc main() { print(page) }\n",
		"cmd/kustoconn/page.go":    "//go:build playground\n\npackage main\n\nimport _ \"embed\"\n\n//go:embed page.txt\nvar page string\n",
		"cmd/kustoconn/none.go":    "//go:build !playground\n\npackage main\n\nconst page = \"\"\n",
		"cmd/kustoconn/.gitignore": "page.txt\n",
	} {
		path := filepath.Join(r.root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"init", "-q"}, {"add", "."}, {"-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a"},
	} {
		if out, err := exec.Command("git", append([]string{"-C", r.root}, args...)...).CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	command := filepath.Join(r.out, "kustoconn")
	if err := r.buildPage(); err != nil {
		t.Fatal(err)
	}
	if err := r.build(target{runtime.GOOS, runtime.GOARCH}, command); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(command).CombinedOutput(); err != nil || string(out) != "page\n" {
		t.Errorf("the command prints %q: %v", out, err)
	}
}

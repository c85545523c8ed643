package cli

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var updateDocs = flag.Bool("update-docs", false, "write what the commands of the pages print")

// pages are the documents whose examples are run. In such a page a fenced block
// "```json file=a/b.json" is a file, and one "```console" holds commands, each
// behind "$ ", and below each what it prints, standard output first. They run
// one after the other in one directory.
var pages = []string{"lint.md", "commands.md"}

// fence matches a fenced block: its indentation, language, file, and text.
var fence = regexp.MustCompile("(?ms)^( *)```([a-z]+)(?: file=(\\S+))?\n(.*?)^ *```$")

func TestPages(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Fatal("the examples of the pages are written for sh: ", err)
	}
	for _, name := range pages {
		t.Run(name, func(t *testing.T) { runPage(t, filepath.Join("..", "..", "docs", name)) })
	}
}

func runPage(t *testing.T, page string) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	commands := 0
	updated := fence.ReplaceAllStringFunc(string(text), func(block string) string {
		part := fence.FindStringSubmatch(block)
		indent, language, file := part[1], part[2], part[3]
		body := indented(part[4], indent, "")
		switch {
		case file != "":
			path := filepath.Join(dir, filepath.FromSlash(file))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
				t.Fatal(err)
			}
		case language == "console":
			got, n := runConsole(t, dir, body)
			commands += n
			if diff := cmp.Diff(body, got); diff != "" && !*updateDocs {
				t.Errorf("(-page +printed; go test ./internal/cli -run TestPages -update-docs rewrites it)\n%s", diff)
			}
			return indent + "```console\n" + indented(got, "", indent) + indent + "```"
		}
		return block
	})
	if commands < 3 {
		t.Errorf("only %d commands found", commands)
	}
	if *updateDocs {
		if err := os.WriteFile(page, []byte(updated), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// indented returns the lines of text with another indentation.
func indented(text, from, to string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimPrefix(line, from)
		if line != "\n" {
			b.WriteString(to)
		}
		b.WriteString(line)
	}
	return b.String()
}

// runConsole runs the commands of a block and returns it as it should stand.
func runConsole(t *testing.T, dir, block string) (text string, commands int) {
	var b strings.Builder
	for line := range strings.Lines(block) {
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			continue
		}
		commands++
		b.WriteString(line)
		var out, errs strings.Builder
		sh := exec.Command("sh", "-c", command)
		sh.Dir, sh.Stdout, sh.Stderr = dir, &out, &errs
		sh.Env = append(os.Environ(), "NO_COLOR=1")
		if err := sh.Run(); err != nil {
			if _, failed := err.(*exec.ExitError); !failed {
				t.Fatal(err)
			}
		}
		b.WriteString(out.String() + errs.String())
	}
	return b.String(), commands
}

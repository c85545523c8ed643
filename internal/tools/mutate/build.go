package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// built is a mutated package with its test binaries.
type built struct {
	work     string // a directory of its own
	mutants  []*mutant
	dropped  int // mutants that do not compile
	binaries []*binary
	flags    []string // for every run of a test binary
}

func (b *built) remove() { os.RemoveAll(b.work) }

// build rewrites the package, leaves out what does not compile, and builds and
// tries the test binaries that count.
func build(p *pkg, o *options, log io.Writer) (*built, error) {
	work, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return nil, err
	}
	b := &built{work: work}
	if o.short {
		b.flags = []string{"-test.short"}
	}
	if err := b.compile(p, o); err != nil {
		b.remove()
		return nil, err
	}
	tests := o.tests
	if tests == nil {
		tests = testsOf(p.path)
	}
	for _, path := range tests {
		t, err := b.binary(p, path, log)
		if err != nil {
			b.remove()
			return nil, err
		}
		if t != nil {
			b.binaries = append(b.binaries, t)
		}
	}
	return b, nil
}

func (b *built) overlay() string { return filepath.Join(b.work, "overlay.json") }

// rounds is how often what does not compile is left out before giving up.
const rounds = 20

// compile writes the overlay, and again without the mutants of lines that the
// compiler refuses.
func (b *built) compile(p *pkg, o *options) error {
	dropped := map[string]bool{}
	for range rounds {
		texts, mutants := rewrite(p, dropped, o.only.MatchString)
		if err := b.write(p, texts, len(mutants)); err != nil {
			return err
		}
		cmd := exec.Command("go", "build", "-overlay", b.overlay(), "-gcflags=-e", "-o", os.DevNull, p.path)
		cmd.Dir = p.dir
		out, err := cmd.CombinedOutput()
		if err == nil {
			b.mutants, b.dropped = mutants, len(dropped)
			return nil
		}
		before := len(dropped)
		for _, id := range refused(string(out), p.names, texts) {
			dropped[mutants[id-1].key()] = true
		}
		if len(dropped) == before {
			return fmt.Errorf("go build: %w\n%s", err, out)
		}
	}
	return fmt.Errorf("still refused after %d rounds", rounds)
}

// rewrite puts the mutants into the package's files.
func rewrite(p *pkg, dropped map[string]bool, only func(string) bool) (texts []string, mutants []*mutant) {
	seen := map[string]int{}
	for i, file := range p.files {
		if ast.IsGenerated(file) {
			texts = append(texts, p.texts[i])
			continue
		}
		r := &rewriter{
			pkg: p, file: file, text: p.texts[i], name: filepath.Base(p.path) + "/" + filepath.Base(p.names[i]),
			wraps: map[ast.Node][]func(string) string{}, mutants: &mutants, dropped: dropped, only: only, seen: seen,
		}
		w := &walker{rewriter: r, decides: map[*ast.BinaryExpr]bool{}}
		for _, d := range file.Decls {
			w.walk(d)
		}
		head := r.text[:r.at(file.Pos())]
		texts = append(texts, head+r.render(file)+r.text[r.at(file.End()):])
	}
	return texts, mutants
}

// write writes the overlay that stands for the package's files.
func (b *built) write(p *pkg, texts []string, mutants int) error {
	replace := map[string]string{}
	put := func(path, text string) error {
		name := filepath.Join(b.work, filepath.Base(path))
		replace[path] = name
		return os.WriteFile(name, []byte(text), 0o600)
	}
	for i, text := range texts {
		if err := put(p.names[i], text); err != nil {
			return err
		}
	}
	if err := put(filepath.Join(p.folder, "mutant_helper.go"), helper(p.types.Name(), mutants)); err != nil {
		return err
	}
	encoded, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	return os.WriteFile(b.overlay(), encoded, 0o600)
}

var (
	complaint = regexp.MustCompile(`(?m)^([^\s:]+\.go):(\d+):`)
	numbers   = regexp.MustCompile(`mutant(?:On|Concat|[A-Z]\w*(?:\[[^()]*\])?)\((-?\d+)(?:, (-?\d+))?`)
)

// refused returns the numbers of the mutants on the lines that the compiler
// complains of, or on the next line above that has one.
func refused(out string, names, texts []string) []int {
	var ids []int
	for _, c := range complaint.FindAllStringSubmatch(out, -1) {
		for i, name := range names {
			if filepath.Base(name) != filepath.Base(c[1]) {
				continue
			}
			lines := strings.Split(texts[i], "\n")
			n, _ := strconv.Atoi(c[2])
			for n = min(n, len(lines)); n > 0; n-- {
				if on := idsOn(lines[n-1]); len(on) > 0 {
					ids = append(ids, on...)
					break
				}
			}
		}
	}
	return ids
}

func idsOn(line string) (ids []int) {
	for _, m := range numbers.FindAllStringSubmatch(line, -1) {
		for _, number := range m[1:] {
			if id, err := strconv.Atoi(number); err == nil && id > 0 && strings.HasPrefix(m[0], "mutant") {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

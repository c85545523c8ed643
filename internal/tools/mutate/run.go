package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// binary is the test binary of one package, with what its functions reach.
type binary struct {
	path, file string
	folder     string   // where its tests run
	flags      []string // for its tests, the property tests above all
	tests      []*test  // that pass without a mutant, the cheapest first
}

// test is a test function, an example or a fuzz target's seeds.
type test struct {
	name    string
	reached map[int]bool
	cost    time.Duration // of processor time
}

// binary builds the tests of path against the mutated package and runs each
// test function once, to learn what it reaches. It is nil where there is no
// test.
func (b *built) binary(p *pkg, path string, log io.Writer) (*binary, error) {
	t := &binary{path: path, file: filepath.Join(b.work, strings.ReplaceAll(path, "/", "-")+".test")}
	cmd := exec.Command("go", "test", "-c", "-vet=off", "-overlay", b.overlay(), "-o", t.file, path)
	cmd.Dir = p.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go test -c %s: %w\n%s", path, err, out)
	}
	if _, err := os.Stat(t.file); err != nil {
		return nil, nil // no test files
	}
	list := exec.Command("go", "list", "-f", "{{.Dir}}", path)
	list.Dir = p.dir
	folder, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list %s: %w: %s", path, err, stderrOf(err))
	}
	t.folder = strings.TrimSpace(string(folder))
	// Property tests draw the same inputs for every mutant, and lose no time
	// making a failing one small.
	property := []string{"-rapid.seed=1", "-rapid.nofailfile", "-rapid.shrinktime=0s"}
	if exec.Command(t.file, append(property, "-test.list=^$")...).Run() == nil {
		t.flags = property
	}
	t.flags = append(t.flags, b.flags...)
	names, err := exec.Command(t.file, "-test.list=.").Output()
	if err != nil {
		return nil, fmt.Errorf("%s -test.list: %w", path, err)
	}
	for _, name := range strings.Fields(string(names)) {
		if !strings.HasPrefix(name, "Benchmark") {
			t.try(name, filepath.Join(b.work, "trace"), log)
		}
	}
	slices.SortStableFunc(t.tests, func(a, b *test) int { return int(a.cost - b.cost) })
	return t, nil
}

// try runs one test function without a mutant and remembers what it reaches. A
// function that fails is left out: what it asserts (the number of allocations,
// say) does not survive the rewriting.
func (t *binary) try(name, trace string, log io.Writer) {
	defer os.Remove(trace)
	os.Remove(trace)
	cost, ok := t.run([]string{name}, 0, trace, time.Hour)
	if !ok {
		fmt.Fprintf(log, "mutate: %s: %s fails on the rewritten code and is left out\n", t.path, name)
		return
	}
	f := &test{name: name, reached: map[int]bool{}, cost: cost}
	text, _ := os.ReadFile(trace)
	for _, line := range strings.Fields(string(text)) {
		id, _ := strconv.Atoi(line)
		f.reached[id] = true
	}
	t.tests = append(t.tests, f)
}

// limit is the processor's seconds, then 3 GB of memory: a mutant may loop
// without end, and fill it meanwhile.
const limit = `ulimit -t "$0" && ulimit -d 3000000 && exec "$@"`

// run runs test functions with the mutant id in force and reports whether all
// passed, and the processor time that it took.
func (t *binary) run(names []string, id int, trace string, atMost time.Duration) (cost time.Duration, passed bool) {
	for i, name := range names {
		names[i] = regexp.QuoteMeta(name)
	}
	seconds := int(atMost/time.Second) + 1
	// Time on the clock is for a mutant that waits for ever.
	ctx, cancel := context.WithTimeout(context.Background(), 20*atMost+30*time.Second)
	defer cancel()
	args := append([]string{"-c", limit, strconv.Itoa(seconds), t.file, "-test.failfast", "-test.run=^(" + strings.Join(names, "|") + ")$"}, t.flags...)
	cmd := exec.CommandContext(ctx, "sh", args...)
	cmd.Dir = t.folder
	cmd.Env = append(os.Environ(), "MUTANT="+strconv.Itoa(id), "MUTANT_TRACE="+trace)
	err := cmd.Run()
	if s := cmd.ProcessState; s != nil {
		cost = s.UserTime() + s.SystemTime()
	}
	return cost, err == nil
}

// fate is what became of a mutant.
type fate struct {
	killer  string // the package whose tests killed it
	reached bool   // by any test
}

// runAll runs every mutant, so many at a time. One that is listed as equivalent
// meets the tests of its own package alone, which come first.
func (b *built) runAll(workers int, equivalent map[string]string) []fate {
	fates := make([]fate, len(b.mutants))
	next := make(chan int)
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for i := range next {
				m := b.mutants[i]
				binaries := b.binaries
				if equivalent[m.key()] != "" && len(binaries) > 0 {
					binaries = binaries[:1]
				}
				fates[i] = fateOf(m.id, binaries)
			}
		})
	}
	for i := range b.mutants {
		next <- i
	}
	close(next)
	all.Wait()
	return fates
}

// cheap is the cost up to which the tests of a package run together, before
// the others.
const cheap = 100 * time.Millisecond

// fateOf runs the tests that reach a mutant, until one fails.
func fateOf(id int, binaries []*binary) (f fate) {
	for _, t := range binaries {
		var names []string
		var cost time.Duration
		killed := func() bool {
			if len(names) == 0 {
				return false
			}
			_, passed := t.run(names, id, "", 5*cost+time.Second)
			names, cost = nil, 0
			return !passed
		}
		for _, test := range t.tests {
			if !test.reached[id] {
				continue
			}
			f.reached = true
			if test.cost > cheap && killed() {
				f.killer = t.path
				return f
			}
			names = append(names, test.name)
			cost += test.cost
		}
		if killed() {
			f.killer = t.path
			return f
		}
	}
	return f
}

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
)

// score is what became of a package's mutants.
type score struct {
	path       string
	mutants    []*mutant
	fates      []fate
	dropped    int
	equivalent map[string]string // reason by key
	whole      bool              // the package, and not some of its sites
}

// count returns how many mutants count, and how many of them were killed.
// Equivalent ones do not count.
func (s *score) count() (killed, total, equivalent int) {
	for i, m := range s.mutants {
		switch {
		case s.fates[i].killer != "":
			killed++
			total++
		case s.equivalent[m.key()] != "":
			equivalent++
		default:
			total++
		}
	}
	return killed, total, equivalent
}

func (s *score) percent() float64 {
	killed, total, _ := s.count()
	if total == 0 {
		return 100
	}
	return 100 * float64(killed) / float64(total)
}

// print lists the survivors, then the score.
func (s *score) print(out io.Writer, verbose bool) {
	alive := map[string]bool{}
	for i, m := range s.mutants {
		f := s.fates[i]
		key := m.key()
		alive[key] = f.killer == ""
		switch {
		case f.killer != "":
			if verbose {
				fmt.Fprintf(out, "%s:%d: killed by %s: %s\n", m.file, m.line, f.killer, key)
			}
		case s.equivalent[key] != "":
		case f.reached:
			fmt.Fprintf(out, "%s:%d: survives: %s\n", m.file, m.line, key)
		default:
			fmt.Fprintf(out, "%s:%d: not reached: %s\n", m.file, m.line, key)
		}
	}
	s.printStale(out, alive)
	killed, total, equivalent := s.count()
	fmt.Fprintf(out, "%s: %d of %d killed, %.1f %%; %d equivalent, %d not compiled\n", s.path, killed, total, s.percent(), equivalent, s.dropped)
}

// printStale lists the entries of equivalent.txt that speak of the package and
// of no mutant that survives.
func (s *score) printStale(out io.Writer, alive map[string]bool) {
	if !s.whole {
		return
	}
	prefix := s.path[strings.LastIndexByte(s.path, '/')+1:] + "/"
	for _, key := range slices.Sorted(maps.Keys(s.equivalent)) {
		if strings.HasPrefix(key, prefix) && !alive[key] {
			fmt.Fprintf(out, "equivalent.txt: no such survivor: %s\n", key)
		}
	}
}

// readEquivalent reads the file of mutants that no test can kill: each line is
// a mutant's key, as it is printed after "survives: ", below the reason in
// lines that start with '#'. A reason holds for all keys up to the next one.
func readEquivalent(name string) (map[string]string, error) {
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	reasons := map[string]string{}
	reason, inReason := "", false
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if text, ok := strings.CutPrefix(line, "#"); ok {
			if !inReason {
				reason = ""
			}
			reason += text
			inReason = true
			continue
		}
		inReason = false
		if line == "" {
			continue
		}
		if strings.TrimSpace(reason) == "" {
			return nil, fmt.Errorf("%s: a mutant without a reason: %s", name, line)
		}
		reasons[line] = reason
	}
	return reasons, lines.Err()
}

// readSurvivors returns the keys of the mutants that survive by the output of an
// earlier run, or nil where no file is named.
func readSurvivors(name string) (map[string]bool, error) {
	if name == "" {
		return nil, nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	keys := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		for _, mark := range []string{": survives: ", ": not reached: "} {
			if _, key, found := strings.Cut(line, mark); found {
				keys[strings.TrimSpace(key)] = true
			}
		}
	}
	return keys, nil
}

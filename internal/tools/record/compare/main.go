// Command compare reads what a recorder wrote on standard input and compares
// it with a committed recording. A changed answer is a line that names the
// string, the field, and what it was before and is after.
//
//	go run ./record/compare ../../testdata/clients/go.jsonl.gz < go.jsonl
//
// With -probes it writes the probes of the recording instead, for a recorder
// to read. The strings are those of the recordings, whose secrets are invented.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
)

// fields are those that a changed client could answer otherwise.
var fields = []string{"ok", "crash", "error", "seen", "auth", "out", "masked", "reparse"}

type row map[string]any

func main() {
	probes := flag.Bool("probes", false, "write the recording's probes")
	flag.Parse()
	changed, err := run(flag.Arg(0), *probes, os.Stdin, os.Stdout)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(2)
	case changed > 0:
		fmt.Fprintf(os.Stderr, "compare: %d answers changed\n", changed)
		os.Exit(1)
	}
}

func run(recording string, probes bool, in io.Reader, out io.Writer) (changed int, err error) {
	f, err := os.Open(recording)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", recording, err)
	}
	before, err := rows(z)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", recording, err)
	}
	if probes {
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		for _, r := range before {
			if err := e.Encode(row{"id": r["id"], "group": r["group"], "s": r["s"]}); err != nil {
				return 0, err
			}
		}
		return 0, nil
	}
	after, err := rows(in)
	if err != nil {
		return 0, fmt.Errorf("standard input: %w", err)
	}
	if len(after) != len(before) {
		return 0, fmt.Errorf("%d answers for %d probes", len(after), len(before))
	}
	for i, was := range before {
		for _, name := range fields {
			a, b := answer(was, name), answer(after[i], name)
			if !reflect.DeepEqual(a, b) {
				changed++
				fmt.Fprintf(out, "%v %q: %s\n  before %v\n  after  %v\n", was["id"], was["s"], name, a, b)
			}
		}
	}
	return changed, nil
}

// answer returns a field as it is compared: an "auth" that fails by its class
// only, and what is false as if it were absent.
func answer(r row, name string) any {
	v := r[name]
	if s, ok := v.(string); ok && name == "auth" && strings.HasPrefix(s, "error: ") {
		class, _, _ := strings.Cut(strings.TrimPrefix(s, "error: "), ":")
		return "error: " + class
	}
	if v == false && name != "ok" {
		return nil
	}
	return v
}

func rows(r io.Reader) (all []row, err error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var one row
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, lines.Err()
}

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const sample = "testdata/sample"

func run(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, log bytes.Buffer
	code = Main(args, &out, &log)
	return code, out.String(), log.String()
}

// The sample's survivors are those that its functions' comments announce.
func TestSample(t *testing.T) {
	want, err := os.ReadFile("testdata/survivors.txt")
	if err != nil {
		t.Fatal(err)
	}
	code, out, log := run(t, "-dir", sample, "-tests", "sample,sample/user", "-equivalent", "testdata/equivalent.txt", "sample")
	if code != 1 {
		t.Errorf("code %d below the mark: %s", code, log)
	}
	if out != string(want) {
		t.Errorf("got\n%s\nwant\n%s", out, want)
	}
	if !strings.Contains(log, "sample: TestAllocations fails on the rewritten code and is left out") {
		t.Errorf("log: %s", log)
	}
}

// What survived an earlier run is run again, and nothing else.
func TestSurvivors(t *testing.T) {
	again := filepath.Join(t.TempDir(), "output.txt")
	const lines = "sample/sample.go:20: killed by sample: sample/sample.go Size: boundary: n > base → n >= base in `if n > base {`\n" +
		"sample/sample.go:47: not reached: sample/sample.go First: condition: s == \"\" → s != \"\" in `case s == \"\":`\n"
	if err := os.WriteFile(again, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, log := run(t, "-dir", sample, "-survivors", again, "sample")
	if want := strings.SplitAfter(lines, "\n")[1] + "sample: 0 of 1 killed, 0.0 %; 0 equivalent, 2 not compiled\n"; code != 1 || out != want {
		t.Errorf("code %d, got\n%s\nwant\n%s\n%s", code, out, want, log)
	}
}

// Some of the code, with the package's own tests and a lower mark.
func TestOnly(t *testing.T) {
	code, out, log := run(t, "-dir", sample, "-only", `\.go:(First|Size)$`, "-mark", "30", "-v", "sample")
	if code != 0 {
		t.Errorf("code %d: %s", code, log)
	}
	for _, line := range []string{
		"sample/sample.go:20: killed by sample: sample/sample.go Size: boundary: n > base → n >= base in `if n > base {`\n",
		"sample/sample.go:47: not reached: sample/sample.go First: condition: s == \"\" → s != \"\" in `case s == \"\":`\n",
		"sample: 7 of 16 killed, 43.8 %; 0 equivalent, 0 not compiled\n",
	} {
		if !strings.Contains(out, line) {
			t.Errorf("%s is not in\n%s", line, out)
		}
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{
		{}, {"-only", "(", "sample"}, {"-nonsense"}, {"-dir", sample, "sample/none"}, {"-dir", sample, "-tests", "sample/none", "sample"}, {"-dir", sample, "-survivors", "testdata/none.txt", "sample"},
	} {
		if code, out, log := run(t, args...); code != 2 || log == "" || out != "" {
			t.Errorf("%q: code %d, %q, %q", args, code, out, log)
		}
	}
}

func TestReadEquivalent(t *testing.T) {
	name := filepath.Join(t.TempDir(), "equivalent.txt")
	read := func(text string) (map[string]string, error) {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return readEquivalent(name)
	}
	got, err := read("# slower,\n# no more\na\n\nb\n# other\nc\n")
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{"a": " slower, no more", "b": " slower, no more", "c": " other"} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
	if _, err := read("a\n"); err == nil {
		t.Error("a mutant without a reason is taken")
	}
	if got, err := readEquivalent(name + "x"); len(got) > 0 || err != nil {
		t.Errorf("no file: %v, %v", got, err)
	}
}

// The file of the module itself is well-formed.
func TestEquivalent(t *testing.T) {
	if _, err := readEquivalent("equivalent.txt"); err != nil {
		t.Error(err)
	}
}

// What the table names exists.
func TestTable(t *testing.T) {
	for path, tests := range others {
		for _, p := range append(tests, path) {
			if p == "kustoconn/redact" {
				continue // comes with the masking's own room
			}
			if _, err := os.Stat("../../../" + strings.TrimPrefix(strings.TrimPrefix(p, "kustoconn"), "/")); err != nil {
				t.Error(err)
			}
		}
	}
}

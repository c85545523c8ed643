package cli

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
	"kustoconn/internal/fixtures"
)

// secretsOfCases are the secrets in the rows of testdata/cases/security.jsonl.
var secretsOfCases = []string{"Zq7Yw9Kx", "Rt5Ub3Nm", "Hv8Gc4Pd"}

// heldElsewhere names the package and the test or benchmark that hold the rows that are
// no command to run here: programs in Go, exponents of growth, a repository that a test
// must build, and a writer that is killed at random moments.
var heldElsewhere = map[string][2]string{
	"security-033": {"lint", "BenchmarkGrowth"},
	"security-034": {"lint", "BenchmarkGrowth"},
	"security-039": {"lint", "TestAHostileRepositoryRunsNothing"},
	"security-048": {"internal/tools/leaks", "TestNothingPrintsASecret"},
	"security-049": {"internal/tools/leaks", "TestNothingPrintsASecret"},
	"security-051": {"internal/tools/leaks", "TestHoldersTakeAnyText"},
	"security-052": {"internal/tools/leaks", "TestNothingPrintsASecret"},
	"security-054": {"internal/tools/leaks", "TestNothingPrintsASecret"},
	"security-072": {"bench", "BenchmarkReportGrowth"},
	"security-076": {"internal/atomicfile", "TestAKilledWriterLeavesTheFileWhole"},
}

// leaves says of the rows that are about what a command writes, and how much, what they
// find wrong in dir, where they were run, or in out.
var leaves = map[string]func(dir, out string) string{
	"security-040": func(dir, _ string) string {
		return changed(filepath.Join(dir, "new.json"), "")
	},
	"security-045": func(dir, out string) string {
		return changed(filepath.Join(dir, "a.yaml"), fedYes) + changed(filepath.Join(dir, "b.yaml"), fedYes)
	},
	"security-046": func(dir, out string) string {
		return changed(filepath.Join(dir, "a.yaml"), fedYes)
	},
	"security-073": func(_, out string) string {
		last := out[strings.LastIndexByte(strings.TrimSpace(out), '\n')+1:]
		if n, err := strconv.Atoi(strings.TrimSpace(last)); err != nil || n == 0 || n > 1<<20 {
			return "prints too much: " + out
		}
		return ""
	},
}

const fedYes = "k: \"https://help.kusto.windows.net;Fed=yes\"\n"

// changed says whether a file does not hold text; one that is not there holds none.
func changed(name, text string) string {
	if data, err := os.ReadFile(name); string(data) != text || err != nil && text != "" {
		return filepath.Base(name) + " is changed; "
	}
	return ""
}

// What holds the other rows is there.
func TestSecurityCasesHeldElsewhere(t *testing.T) {
	for id, held := range heldElsewhere {
		files, err := filepath.Glob(filepath.Join("../..", held[0], "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			found = found || strings.Contains(string(text), "\nfunc "+held[1]+"(")
		}
		if !found {
			t.Errorf("%s: %s has no %s", id, held[0], held[1])
		}
	}
}

// Every row by which an adversary saw a secret in what a command prints, or steered a
// terminal, is run as it is written, and shows neither. The others are in the list.
func TestSecurityCases(t *testing.T) {
	exhaust.Long(t)
	executable, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if err := os.Symlink(executable, filepath.Join(bin, "kustoconn")); err != nil { // see TestMain
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(fixtures.Bytes(t, "cases/security.jsonl"))) {
		var row struct{ ID, Kind, Command string }
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		rows++
		if _, elsewhere := heldElsewhere[row.ID]; elsewhere {
			continue
		}
		cmd := exec.Command("bash", "-c", strings.TrimSuffix(row.Command, "(2>&1 | cat -v)"))
		cmd.Dir = t.TempDir()
		cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
		raw, _ := cmd.CombinedOutput() // the exit code is not what the row is about
		out := string(raw)
		for _, secret := range secretsOfCases {
			if strings.Contains(out, secret) {
				t.Errorf("%s (%s) shows %s:\n%s", row.ID, row.Kind, secret, out)
			}
		}
		if wrong := leaves[row.ID]; wrong != nil {
			if what := wrong(cmd.Dir, out); what != "" {
				t.Errorf("%s (%s): %s\n%s", row.ID, row.Kind, what, out)
			}
		}
		if !strings.Contains(out, "kustoconn: ") && !strings.Contains(out, "KCS") && !strings.Contains(out, "****") {
			t.Errorf("%s did not run the command:\n%s", row.ID, out)
		}
		if strings.ContainsAny(out, "\x1b\u202e\u009b") {
			t.Errorf("%s (%s) prints what steers a terminal: %q", row.ID, row.Kind, out)
		}
	}
	if rows != 54 {
		t.Errorf("%d rows", rows)
	}
}

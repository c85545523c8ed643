package cli

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
	"kustoconn/internal/fixtures"
)

// secretsOfCases are the secrets in the rows of testdata/cases/security.jsonl.
var secretsOfCases = []string{"Zq7Yw9Kx", "Rt5Ub3Nm", "Hv8Gc4Pd"}

// heldElsewhere names what holds the rows that are no command to run here: programs
// in Go, speed, and files and repositories that a test must build.
var heldElsewhere = map[string]string{
	"security-033": "BenchmarkAdversarial in bench", "security-034": "BenchmarkAdversarial in bench", "security-072": "BenchmarkReportGrowth in bench",
	"security-073": "TestOutputIsBounded",
	"security-039": "TestAHostileRepositoryRunsNothing in lint", "security-040": "TestTheConfiguredBaselineStaysInTheDirectory",
	"security-045": "TestAHardLinkStays in internal/atomicfile", "security-046": "TestAReadOnlyFileStays in internal/atomicfile", "security-076": "TestAKilledWriterLeavesTheFileWhole in internal/atomicfile",
	"security-048": "TestNothingPrintsASecret in internal/tools/leaks", "security-049": "TestNothingPrintsASecret in internal/tools/leaks",
	"security-051": "TestNothingPrintsASecret in internal/tools/leaks", "security-052": "TestNothingPrintsASecret in internal/tools/leaks", "security-054": "TestNothingPrintsASecret in internal/tools/leaks",
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
		if heldElsewhere[row.ID] != "" {
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

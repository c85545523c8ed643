package cli

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kustoconn/internal/fixtures"
)

// secretsOfCases are the secrets in the rows of testdata/cases/security.jsonl.
var secretsOfCases = []string{"Zq7Yw9Kx", "Rt5Ub3Nm", "Hv8Gc4Pd"}

// The commands by which an adversary saw secrets in reports, or steered a terminal,
// show neither. Those about streams and about Go programs are tried elsewhere.
func TestSecurityCases(t *testing.T) {
	executable, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if err := os.Symlink(executable, filepath.Join(bin, "kustoconn")); err != nil { // see TestMain
		t.Fatal(err)
	}
	tried := 0
	for line := range strings.Lines(string(fixtures.Bytes(t, "cases/security.jsonl"))) {
		var row struct{ ID, Area, Kind, Command string }
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		if row.Area != "leak" && row.Area != "terminal" || strings.HasPrefix(row.Command, "Go") || strings.Contains(row.Command, "kustoconn redact <") ||
			strings.Contains(row.Command, "| kustoconn redact") || strings.Contains(row.Command, "kustoconn conform") {
			continue
		}
		tried++
		cmd := exec.Command("bash", "-c", strings.TrimSuffix(row.Command, "(2>&1 | cat -v)"))
		cmd.Dir = t.TempDir()
		cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
		out, _ := cmd.CombinedOutput() // the exit code is not what the row is about
		for _, secret := range secretsOfCases {
			if strings.Contains(string(out), secret) {
				t.Errorf("%s (%s) shows %s:\n%s", row.ID, row.Kind, secret, out)
			}
		}
		if !strings.Contains(string(out), "kustoconn: ") && !strings.Contains(string(out), "KCS") && !strings.Contains(string(out), "****") {
			t.Errorf("%s did not run the command:\n%s", row.ID, out)
		}
		if strings.ContainsAny(string(out), "\x1b\u202e\u009b") {
			t.Errorf("%s (%s) prints what steers a terminal: %q", row.ID, row.Kind, out)
		}
	}
	if tried < 25 {
		t.Errorf("only %d rows were tried", tried)
	}
}

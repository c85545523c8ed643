package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kustoconn/internal/fixtures"
)

// caseAnswers is what the cases about other commands than lint expect: the exit code,
// and what the answer has and lacks.
var caseAnswers = map[string]struct {
	code       int
	has, lacks string
}{
	"wild-040":      {exitClean, "AppKey=****", "inventedSecret6"},
	"wild-043":      {exitClean, "WithUserAssignedIdentityClientId(\"8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11\")", ""},
	"wild-044":      {exitClean, "managed_identity", ""},
	"wild-045":      {exitClean, "with_aad_device_authentication", ""},
	"wild-047":      {exitClean, "Application Client Id=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11", ""},
	"wild-050":      {exitClean, "WorkloadIdentityCredentialBuilder()", ""},
	"wild-051":      {exitClean, "WithKubernetesWorkloadIdentity(", ""},
	"wild-059":      {exitFindings, "unsafe fix: https://help.kusto.windows.net/Samples", "KCS404"},
	"wild-060":      {exitFindings, "unsafe fix: https://help.kusto.windows.net/Samples", "quotation mark"},
	"wild-061":      {exitFindings, "JSON, and no connection string", "c.kusto.windows.net"},
	"wild-062":      {exitClean, "KCS108", "KCS301"},
	"languages-233": {exitTrouble, "there is no negation", ""},
}

// TestCasesOfCommands runs the commands of those cases as they are written there.
func TestCasesOfCommands(t *testing.T) {
	ran := 0
	for _, c := range slices.Concat(fixtures.Cases(t, "wild"), fixtures.Cases(t, "languages")) {
		want, ok := caseAnswers[c.ID]
		if !ok {
			continue
		}
		ran++
		var input struct{ File, Content, Stdin string }
		if err := json.Unmarshal(c.Input, &input); err != nil {
			t.Fatal(err)
		}
		t.Chdir(t.TempDir())
		if input.File != "" {
			if err := os.WriteFile(filepath.Base(input.File), []byte(input.Content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		var out strings.Builder
		code := Main(commandLine(c.Command), strings.NewReader(input.Stdin), &out, &out)
		if code != want.code || !strings.Contains(out.String(), want.has) || want.lacks != "" && strings.Contains(out.String(), want.lacks) {
			t.Errorf("%s (%s): exit code %d, %s", c.ID, c.Kind, code, out.String())
		}
	}
	if ran != len(caseAnswers) {
		t.Errorf("%d of %d cases ran", ran, len(caseAnswers))
	}
}

// commandLine returns the arguments of a case's command. What check is given stands
// there without quotes.
func commandLine(command string) []string {
	command = strings.TrimPrefix(command, "kustoconn ")
	if command == "" {
		return []string{"lint"}
	}
	if text, ok := strings.CutPrefix(command, "check "); ok {
		if behind, ignores := strings.CutPrefix(text, "--ignore KCS208 "); ignores {
			return []string{"check", "--ignore", "KCS208", behind}
		}
		return []string{"check", text}
	}
	return strings.Fields(command)
}

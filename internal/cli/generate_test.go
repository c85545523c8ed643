package cli_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"kustoconn/fuzz"
	"kustoconn/internal/cli"
)

func runCommand(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = cli.Main(args, strings.NewReader(stdin), &out, &err)
	return code, out.String(), err.String()
}

func TestGenerate(t *testing.T) {
	code, first, _ := runCommand("", "generate", "--kind", "all", "--count", "100", "--seed", "3")
	_, again, _ := runCommand("", "generate", "--kind", "all", "--count", "100", "--seed", "3")
	_, other, _ := runCommand("", "generate", "--kind", "all", "--count", "100", "--seed", "4")
	if code != 0 || first != again || first == other {
		t.Fatalf("exit code %d; the same for the same seed: %v; for another: %v", code, first == again, first == other)
	}
	kinds := map[fuzz.Kind]bool{}
	lines := strings.Split(strings.TrimSuffix(first, "\n"), "\n")
	for i, line := range lines {
		var got struct {
			ID int `json:"id"`
			fuzz.Case
		}
		if err := json.Unmarshal([]byte(line), &got); err != nil || got.ID != i {
			t.Fatalf("%s: %v", line, err)
		}
		kinds[got.Kind] = true
	}
	if want := len(fuzz.Kinds()) - 1; len(lines) != 100 || len(kinds) != want {
		t.Errorf("%d lines of %d kinds, want 100 of %d", len(lines), len(kinds), want)
	}
	// The lines are requests as they stand.
	code, answers, _ := runCommand(first, "check", "--jsonl")
	if code != 0 || strings.Count(answers, "\n") != 100 {
		t.Errorf("check --jsonl: exit code %d, %d answers", code, strings.Count(answers, "\n"))
	}
}

func TestGenerateAndConformRefuse(t *testing.T) {
	for _, args := range [][]string{
		{"generate", "--kind", "valyd"}, {"generate", "--kind", "invalid-utf8"}, {"generate", "--count", "-1"}, {"generate", "x"},
		{"conform"}, {"conform", "--budget", "-1s", "--", "x"}, {"conform", "--", "/no/such/program"},
	} {
		if code, out, message := runCommand("", args...); code != 2 || out != "" || message == "" {
			t.Errorf("%q: exit code %d, %q, %q", args, code, out, message)
		}
	}
}

package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRedact(t *testing.T) {
	const line = "to https://help.kusto.windows.net;AppKey=abcd.\n"
	const masked = "to https://help.kusto.windows.net;AppKey=****.\n"
	file := filepath.Join(t.TempDir(), "log")
	if err := os.WriteFile(file, []byte("file: "+line), 0o600); err != nil {
		t.Fatal(err)
	}
	missing := file + ".1"
	tests := []struct {
		args                   []string
		code                   int
		stdout, stderrContains string
	}{
		{nil, exitClean, masked, ""},
		{[]string{"-"}, exitClean, masked, ""},
		{[]string{file, "-"}, exitClean, "file: " + masked + masked, ""},
		{[]string{missing, file}, exitTrouble, "file: " + masked, "kustoconn: reading " + missing + ": "},
	}
	for _, test := range tests {
		var stdout, stderr bytes.Buffer
		code := Main(append([]string{"redact"}, test.args...), strings.NewReader(line), &stdout, &stderr)
		if code != test.code || stdout.String() != test.stdout {
			t.Errorf("redact %q: exit %d and %q, want %d and %q", test.args, code, stdout.String(), test.code, test.stdout)
		}
		if got := stderr.String(); !strings.Contains(got, test.stderrContains) || strings.Count(got, "\n") > 1 || (test.stderrContains == "") != (got == "") {
			t.Errorf("redact %q: message %q", test.args, got)
		}
	}
}

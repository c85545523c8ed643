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

func TestRedactLines(t *testing.T) {
	for _, tt := range []struct{ name, line, want string }{
		{"a secret", `{"id":7,"text":"to https://c.kusto.windows.net;AppKey=` + marker + `;Fed=true"}`, `{"id":7,"text":"to https://c.kusto.windows.net;AppKey=****;Fed=true","masked":1}`},
		{"several, over lines", `{"id":7,"text":"AppKey=` + marker + ` now\nUserToken=` + marker + `"}`, `{"id":7,"text":"AppKey=**** now\nUserToken=****","masked":2}`},
		{"none", `{"id":7,"text":"a <b> & c"}`, `{"id":7,"text":"a <b> & c","masked":0}`},
		{"a mask that was there", `{"id":7,"text":"AppKey=****"}`, `{"id":7,"text":"AppKey=****","masked":0}`},
		{"other fields, no id", `{"more":1,"text":""}`, `{"id":null,"text":"","masked":0}`},
		{"JSON in the text", `{"id":7,"text":"{\"k\":\"https://c.kusto.windows.net;AppKey=` + marker + `\"}"}`, `{"id":7,"text":"{\"k\":\"https://c.kusto.windows.net;AppKey=****\"}","masked":1}`},
		{"longer than a window", `{"id":7,"text":"` + strings.Repeat("x", 300<<10) + ` AppKey=` + marker + `"}`, `{"id":7,"text":"` + strings.Repeat("x", 300<<10) + ` AppKey=****","masked":1}`},
		{"no JSON", `AppKey=` + marker, `{"error":"line 2: not a JSON object","line":2}`},
		{"a string", `"AppKey=` + marker + `"`, `{"error":"line 2: not a JSON object","line":2}`},
		{"no text", `{"id":7,"s":"` + marker + `"}`, `{"error":"line 2: no \"text\"","line":2}`},
		{"no string", `{"id":7,"text":["` + marker + `"]}`, `{"error":"line 2: \"text\" is not a string","line":2}`},
	} {
		var stdout, stderr bytes.Buffer
		code := Main([]string{"redact", "--jsonl"}, strings.NewReader("{\"text\":\"a\"}\n"+tt.line+"\n{\"text\":\"z\"}"), &stdout, &stderr)
		wantCode := exitClean
		if strings.HasPrefix(tt.want, `{"error"`) {
			wantCode = exitTrouble
		}
		want := `{"id":null,"text":"a","masked":0}` + "\n" + tt.want + "\n" + `{"id":null,"text":"z","masked":0}` + "\n"
		if code != wantCode || stdout.String() != want || stderr.Len() > 0 {
			t.Errorf("%s: exit %d, answers %s and %q, want %d and %s", tt.name, code, stdout.String(), stderr.String(), wantCode, want)
		}
	}
}

package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"syscall"
	"testing"
)

// An answer of the batch protocol holds a thousand diagnostics, and says how
// many more there are.
func TestBatchAnswersAreBounded(t *testing.T) {
	for n, omitted := range map[int]int{maxDiagnostics: 0, maxDiagnostics + 7: 7} {
		text := "https://c.kusto.windows.net" + strings.Repeat(";Fed=x", n)
		var got struct {
			OK          *bool
			Diagnostics []any
			Omitted     int
		}
		// Of a property given n times, each but the last is reported too: one rule is
		// enough.
		out := run(t, fmt.Sprintf(`{"id":1,"s":%q}`, text), "check", "--jsonl", "--select", "conflicting-values,duplicate-keyword,not-a-boolean")
		if err := json.Unmarshal([]byte(out), &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Diagnostics)+got.Omitted < n || len(got.Diagnostics) > maxDiagnostics || got.OK == nil || *got.OK {
			t.Errorf("%d diagnostics and %d more, want %d in all; want more %d", len(got.Diagnostics), got.Omitted, n, omitted)
		}
		if len(got.Diagnostics) == maxDiagnostics && strings.Contains(out, `"omitted":0`) {
			t.Error("nothing omitted is told")
		}
	}
}

// closed is a pipe whose reader has gone.
type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, syscall.EPIPE }

func TestAClosedPipeIsSilent(t *testing.T) {
	for _, tt := range []struct {
		args []string
		code int
	}{
		{[]string{"rules"}, exitClean},
		{[]string{"schema", "--format", "json"}, exitClean},
		{[]string{"check", "Fedd=true"}, exitFindings},
		{[]string{"check", "--format", "sarif", "Fedd=true"}, exitFindings},
		{[]string{"redact"}, exitClean},
	} {
		var errs bytes.Buffer
		code := Main(tt.args, io.LimitReader(zeros{}, 1<<20), closed{}, &errs)
		if code != tt.code || errs.Len() > 0 {
			t.Errorf("%q: exit code %d, %s", tt.args, code, errs.String())
		}
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '\n'
	}
	return len(p), nil
}

func TestExplainAsJSON(t *testing.T) {
	const text = "https://c.kusto.windows.net/Db;Fed=true;Database=Other;AppKey=invented;Foo=x"
	var got explanationDocument
	if err := json.Unmarshal([]byte(run(t, text, "explain", "--format", "json", "-")), &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]explainedValue{
		"Data Source":            {Value: "https://c.kusto.windows.net", Origin: "prefix"},
		"Initial Catalog":        {Value: "Other", Origin: "pair", Pair: 2},
		"AAD Federated Security": {Value: true, Origin: "pair", Pair: 1},
		"Application Key":        {Value: "****", Origin: "pair", Pair: 3},
	}
	for _, p := range got.Properties {
		w := want[p.Name]
		w.Name = p.Name
		if fmt.Sprint(p) != fmt.Sprint(w) {
			t.Errorf("%+v, want %+v", p, w)
		}
		delete(want, p.Name)
	}
	if len(want) > 0 || len(got.Unknown) != 1 || got.Endpoint == nil || got.Endpoint.Host != "c.kusto.windows.net" || !got.Endpoint.Trusted ||
		got.Auth.Mode != "user-prompt" || len(got.Auth.Steps) == 0 || len(got.Findings) == 0 {
		t.Errorf("%+v is missing; %+v", want, got)
	}
}

// Each flag with a closed list names its values where it is given another, and
// completes them.
func TestClosedListsAreNamedAndCompleted(t *testing.T) {
	for _, tt := range []struct{ command, flag, value string }{
		{"check", "format", "sarif"}, {"check", "level", "warning"}, {"check", "fail-on", "error"}, {"check", "color", "never"},
		{"check", "client", "python"}, {"lint", "format", "html"}, {"lint", "client", "typescript"}, {"lint", "level", "information"},
		{"explain", "format", "html"}, {"diff", "format", "json"}, {"endpoint", "format", "json"}, {"rules", "format", "json"},
		{"schema", "format", "textmate"}, {"grammar", "format", "railroad"}, {"clients", "format", "html"},
		{"convert", "to", "fluent-bit"}, {"convert", "to", "dotnet"}, {"convert", "from", "opentelemetry"}, {"convert", "auth", "az-cli"},
		{"generate", "kind", "odd-region"}, {"conform", "format", "junit"},
	} {
		var out, errs bytes.Buffer
		code := Main([]string{tt.command, "--" + tt.flag, marker}, strings.NewReader(""), &out, &errs)
		if code != exitTrouble || !strings.Contains(errs.String(), tt.value) || findPiece(errs.String()) != "" {
			t.Errorf("%s --%s: exit code %d, %s", tt.command, tt.flag, code, errs.String())
		}
		completed := run(t, "", "__complete", tt.command, "--"+tt.flag, "")
		if !strings.Contains("\n"+completed, "\n"+tt.value+"\n") {
			t.Errorf("%s --%s completes %s", tt.command, tt.flag, completed)
		}
	}
	for flag, want := range map[string]string{"select": "KCS101", "ignore": "unknown-keyword", "severity": "KCS101=off"} {
		if completed := run(t, "", "__complete", "lint", "--"+flag, ""); !strings.Contains("\n"+completed, "\n"+want+"\n") {
			t.Errorf("lint --%s does not complete %s", flag, want)
		}
	}
	if completed := run(t, "", "__complete", "check", "--client", "go,"); !strings.Contains("\n"+completed, "\ngo,python\n") {
		t.Errorf("check --client go, completes %s", completed)
	}
}

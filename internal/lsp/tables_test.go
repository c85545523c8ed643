package lsp

import (
	"context"
	"strings"
	"testing"

	"kustoconn/diag"
	"kustoconn/endpoint"
)

// Each host that is offered is one of the service's, of a cluster.
func TestClusterHosts(t *testing.T) {
	for _, h := range clusterHosts {
		e := endpoint.Analyze("https://mine" + h.suffix)
		if e.Cloud() == "" || e.Cluster() != "mine" {
			t.Errorf("%s: cloud %q, cluster %q", h.suffix, e.Cloud(), e.Cluster())
		}
	}
}

// The comment that is offered for the end of a file's name is one there.
func TestComments(t *testing.T) {
	s := newServer(Options{Judge: func(string, []byte) (*Judging, error) {
		return &Judging{Level: func(string) diag.Severity { return diag.Warning }}, nil
	}})
	for name, text := range map[string]string{
		"a.go": "package p\n\nvar s = \"S\"\n", "a.cs": "class A {\n  string s = \"S\";\n}\n", "a.py": "def f():\n  s = 'S'\n", "a.ts": "const s = 'S';\n",
		"a.java": "class A {\n  String s = \"S\";\n}\n", "a.rs": "let s = \"S\";\n", "a.kt": "val s = \"S\"\n", "a.R": "s <- \"S\"\n", "a.ps1": "$s = 'S'\n",
		"a.sh": "s='S'\n", "a.yaml": "a:\n  b: S\n", "a.toml": "a = \"S\"\n", "a.tf": "a = \"S\"\n", "a.bicep": "var a = 'S'\n", "a.properties": "a=S\n",
		"a.ini": "a=S\n", "a.xml": "<a>\n  <b>S</b>\n</a>\n", "a.md": "text\n\n- `S`\n", "a.sql": "select 'S'\n", "a.lua": "s = 'S'\n", "a.bat": "set A=S\n",
		"Dockerfile": "FROM x\nENV A=\"S\"\n", ".env": "A=S\n", "a.jsonc": "{\n  \"a\": \"S\"\n}\n", "a.fs": "let s = \"S\"\n", "a.hs": "s = \"S\"\n", "a.vb": "Dim s = \"S\"\n",
	} {
		text = strings.ReplaceAll(text, "S", "https://help.kusto.windows.net/Samples;Fed=yes")
		d := &document{uri: "x", name: name, lines: newLines(text, utf16Units), judge: s.judging(context.Background())}
		found := d.findings()
		if len(found.shown) == 0 {
			t.Errorf("%s: nothing is found", name)
			continue
		}
		if _, ok := new(offers).offer(d, found.shown[0]); !ok {
			t.Errorf("%s: no comment is offered", name)
		}
	}
	d := &document{name: "a.json", lines: newLines("{\"a\": \"https://help.kusto.windows.net/Samples;Fed=yes\"}", utf16Units), judge: s.judging(context.Background())}
	if _, ok := new(offers).offer(d, d.findings().shown[0]); ok {
		t.Error("JSON has no comment")
	}
}

// Findings that one comment would have ignored cost one more linting together, and in a
// long text no other comment is tried.
func TestCommentsTried(t *testing.T) {
	for name, tt := range map[string]struct {
		text          string
		offered, runs int
	}{
		"one string, one rule":       {"a: \"https://help.kusto.windows.net/Samples;Fed=true" + strings.Repeat(";Fed=true", 20) + "\"\n", maxIgnored, 1},
		"a string on each line":      {strings.Repeat("- https://help.kusto.windows.net/Samples;Fed=true;Fed=true\n", 20), maxIgnored, maxIgnored},
		"a string on each long line": {strings.Repeat("- https://help.kusto.windows.net/Samples;Fed=true;Fed=true # "+strings.Repeat("x", maxLinted/50)+"\n", 20), 2, 2},
	} {
		judged := 0
		d := &document{uri: "x", name: "a.yaml", lines: newLines(tt.text, utf16Units), judge: func(string) *Judging {
			judged++
			return &Judging{Level: func(string) diag.Severity { return diag.Warning }}
		}}
		offered, tried := 0, offers{}
		for _, f := range d.findings().shown {
			if _, ok := tried.offer(d, f); ok {
				offered++
			}
		}
		if runs := judged - 1; offered != tt.offered || runs != tt.runs {
			t.Errorf("%s: %d comments in %d runs, want %d in %d", name, offered, runs, tt.offered, tt.runs)
		}
	}
}

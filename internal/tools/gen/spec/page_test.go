package main

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const suiteDir = "../../../../fuzz/suite"

// TestPage compares docs/spec.md with what its sources say now. page fails where a
// clause has no case, or a case no clause.
func TestPage(t *testing.T) {
	want, err := page(suiteDir)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../../../docs/spec.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("docs/spec.md is stale: run go generate ./fuzz/suite\n%s", diff)
	}
}

func TestLink(t *testing.T) {
	const text = "intro\n\n## 1 A\n\n### 1.1 B\n\nSays.\n\n### 1.2 C\n\nToo.\n\n## Else\n\nend\n"
	both := []suiteCase{
		{ID: "a-01", Clauses: []string{"1.1"}, file: "f.json", line: 2, index: 0},
		{ID: "a-02", Clauses: []string{"1.1", "1.2"}, file: "f.json", line: 3, index: 1},
	}
	got, err := link(text, both)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"intro\n\n## 1 A\n\n### 1.1 B\n\nSays.\n\nCases: [a-01](../fuzz/suite/v1/f.json#L2) to [a-02](../fuzz/suite/v1/f.json#L3)\n\n### 1.2 C",
		"Too.\n\nCases: [a-02](../fuzz/suite/v1/f.json#L3)\n\n## Else\n\nend\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	for name, cases := range map[string][]suiteCase{
		"a clause without a case":    both[:1],
		"a case without a clause":    append(both[:2:2], suiteCase{ID: "a-03"}),
		"a clause that is not there": append(both[:2:2], suiteCase{ID: "a-03", Clauses: []string{"1.3"}}),
	} {
		if _, err := link(text, cases); err == nil {
			t.Errorf("%s is not seen", name)
		}
	}
}

package main

import (
	"strings"
	"testing"
)

const recording = "../../../../testdata/clients/rust-extra.jsonl.gz"

// answers returns the probes, which are what a recorder writes that answers
// nothing.
func answers(t *testing.T) string {
	t.Helper()
	var probes strings.Builder
	if _, err := run(recording, true, nil, &probes); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(probes.String(), "\n"); n != 470 {
		t.Fatalf("%d probes, want 470", n)
	}
	return probes.String()
}

func TestProbesAreNoAnswers(t *testing.T) {
	var out strings.Builder
	changed, err := run(recording, false, strings.NewReader(answers(t)), &out)
	if err != nil || changed < 470 || !strings.Contains(out.String(), `rustx-00000 "data source=ds": ok`) {
		t.Errorf("%d changes, %v, %.200s", changed, err, out.String())
	}
}

func TestMissingAnswers(t *testing.T) {
	if _, err := run(recording, false, strings.NewReader("{}\n"), &strings.Builder{}); err == nil || err.Error() != "1 answers for 470 probes" {
		t.Error(err)
	}
}

func TestAnswer(t *testing.T) {
	for _, tt := range []struct {
		name string
		a, b row
		same bool
	}{
		{"auth", row{"auth": "error: ValueError: port 1"}, row{"auth": "error: ValueError: port 2"}, true},
		{"auth", row{"auth": "error: ValueError: x"}, row{"auth": "error: KeyError: x"}, false},
		{"crash", row{"crash": false}, row{}, true},
		{"ok", row{"ok": false}, row{}, false},
	} {
		if same := answer(tt.a, tt.name) == answer(tt.b, tt.name); same != tt.same {
			t.Errorf("%v and %v: same = %v", tt.a, tt.b, same)
		}
	}
}

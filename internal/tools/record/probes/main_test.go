package main

import (
	"bytes"
	"encoding/json"
	"testing"
)

func TestSameSeedSameProbes(t *testing.T) {
	var a, b, other bytes.Buffer
	for w, seed := range map[*bytes.Buffer]uint64{&a: 7, &b: 7, &other: 8} {
		if err := write(w, seed, 50); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("seed 7 gives two outputs")
	}
	if bytes.Equal(a.Bytes(), other.Bytes()) {
		t.Error("seeds 7 and 8 give the same output")
	}
}

func TestEveryGroupHasProbes(t *testing.T) {
	var out bytes.Buffer
	if err := write(&out, 1, 25); err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	count := map[string]int{}
	for lines := json.NewDecoder(&out); lines.More(); {
		var p probe
		if err := lines.Decode(&p); err != nil {
			t.Fatal(err)
		}
		if ids[p.ID] {
			t.Errorf("two probes %s", p.ID)
		}
		ids[p.ID] = true
		count[p.Group]++
	}
	for _, name := range []string{
		"keyword", "boolean", "value", "separator", "endpoint", "shorthand", "duplicate", "auth", "documented", "consistency", "random",
	} {
		if count[name] == 0 {
			t.Errorf("no probe in %s", name)
		}
	}
	if count["random"] != 25 {
		t.Errorf("%d random probes, want 25", count["random"])
	}
}

package cli

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestProgress(t *testing.T) {
	type step struct {
		at   time.Duration
		done int
	}
	steps := []step{{0, 1}, {999 * time.Millisecond, 2}, {time.Second, 3}, {1050 * time.Millisecond, 4}, {1100 * time.Millisecond, 5}}
	const shown = "\r\x1b[K3 of 9 files" + "\r\x1b[K5 of 9 files" + "\r\x1b[K"
	for _, row := range []struct {
		name     string
		terminal bool
		env      map[string]string
		steps    []step
		want     string
	}{
		{"after a second, then ten times a second", true, nil, steps, shown},
		{"a short run", true, nil, steps[:2], ""},
		{"no terminal", false, nil, steps, ""},
		{"in a hook", true, map[string]string{"PRE_COMMIT": "1"}, steps, ""},
		{"in a build", true, map[string]string{"CI": "true"}, steps, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			start := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
			now := start
			var out strings.Builder
			p := newProgress(&out, row.terminal, func(name string) string { return row.env[name] }, func() time.Time { return now })
			for _, s := range row.steps {
				now = start.Add(s.at)
				p.update(s.done, 9)
			}
			p.clear()
			if diff := cmp.Diff(row.want, out.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestABufferIsNoTerminal(t *testing.T) {
	if isTerminal(&strings.Builder{}) {
		t.Error("it is one")
	}
}

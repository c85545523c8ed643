package conform

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"kustoconn/fuzz/suite"
)

// run compares with a fake.
func run(t *testing.T, mode string, o Options) (Report, error) {
	t.Helper()
	t.Setenv(modeVariable, mode)
	o.Command = []string{os.Args[0]}
	if o.Timeout == 0 {
		o.Timeout = 2 * time.Second
	}
	return Run(t.Context(), o)
}

func TestAgreement(t *testing.T) {
	for _, mode := range []string{"good", "minimal", "out of order", "garbage at last"} {
		t.Run(mode, func(t *testing.T) {
			report, err := run(t, mode, Options{Budget: 300 * time.Millisecond, Seed: 1})
			if err != nil || len(report.Disagreements) > 0 {
				t.Fatalf("%v, %+v", err, report.Disagreements)
			}
			if report.Suite != len(suite.Cases()) || report.Generated == 0 || (report.Restarts > 0) != (mode == "garbage at last") {
				t.Errorf("%+v", report)
			}
			var out strings.Builder
			if err := report.WriteText(&out); err != nil || !strings.HasSuffix(out.String(), "(seed 1): agreed\n") {
				t.Errorf("%q, %v", out.String(), err)
			}
		})
	}
}

// A parser that gets some strings wrong, or does not survive them, disagrees
// on the smallest of them.
func TestDisagreement(t *testing.T) {
	for _, tt := range []struct {
		mode     string
		smallest int // bytes
		says     string
	}{
		{"no quotes", 6, "pair 1:"},
		{"accepts all", 3, "syntax:\n\t- false\n\t+ true"},
		{"wrong auth", 3, "auth:\n\t- \"none\"\n\t+ \"nobody\""},
		{"dies", 1, `it ended without an answer; its last words: "panic: a quote"`},
		{"hangs", 1, "no answer within"},
		{"twice", 1000, "it answered twice"},
		{"half a line", 1, "it answered with a line that is no answer"},
	} {
		t.Run(tt.mode, func(t *testing.T) {
			timeout := 5 * time.Second
			if tt.mode == "hangs" {
				timeout = 150 * time.Millisecond // it passes for each string that is tried
			}
			report, err := run(t, tt.mode, Options{Budget: 20 * time.Second, Timeout: timeout})
			if err != nil || len(report.Disagreements) == 0 {
				t.Fatalf("%v, %+v", err, report)
			}
			d := report.Disagreements[len(report.Disagreements)-1]
			if d.Name != "generated" || len(d.Text) > tt.smallest || !strings.Contains(d.Difference, tt.says) {
				t.Errorf("%s: %q\n%s", d.Name, d.Text, d.Difference)
			}
		})
	}
}

// Broken parsers cannot be compared.
func TestBroken(t *testing.T) {
	for _, mode := range []string{"never answers", "no syntax", "garbage", "huge", "error", "wrong id"} {
		t.Run(mode, func(t *testing.T) {
			_, err := run(t, mode, Options{Timeout: 200 * time.Millisecond})
			if !errors.Is(err, ErrBroken) {
				t.Errorf("error %v", err)
			}
		})
	}
	for _, command := range [][]string{nil, {"/no/such/program"}, {os.Args[0], "-test.run=^$"}} {
		if _, err := Run(t.Context(), Options{Command: command, Timeout: time.Second}); !errors.Is(err, ErrBroken) {
			t.Errorf("%q: error %v", command, err)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Run(ctx, Options{Command: []string{os.Args[0]}}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

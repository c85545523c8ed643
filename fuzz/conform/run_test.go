package conform

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"kustoconn/fuzz/suite"
	"kustoconn/internal/exhaust"
)

// run compares with a fake.
func run(t *testing.T, mode string, o Options) (Report, error) {
	t.Helper()
	o.Command = []string{os.Args[0], fakeArgument, mode}
	if o.Timeout == 0 {
		o.Timeout = time.Minute // a slow machine is no fault of the fake's
	}
	return Run(t.Context(), o)
}

func TestAgreement(t *testing.T) {
	t.Parallel()
	budget := 300 * time.Millisecond / time.Duration(exhaust.Sample(10))
	for _, mode := range []string{"good", "minimal", "out of order", "garbage at last", "overall", "overall, strict", "defaults"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			report, err := run(t, mode, Options{Budget: budget, Seed: 1})
			if err != nil || len(report.Disagreements) > 0 {
				t.Fatalf("%v, %+v", err, report.Disagreements)
			}
			if (report.Open > 0) != (mode == "overall, strict") {
				t.Errorf("%d cases are left open", report.Open)
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
	t.Parallel()
	for i, tt := range []struct {
		mode, kind string
		smallest   int // bytes
		says       string
	}{
		{"no quotes", "pairs", 7, "pair 1:"},
		{"accepts all", "accepts an invalid string: KCS001", 3, "syntax:\n\t- false\n\t+ true (KCS001)"},
		{"wrong auth", "auth is nobody, not none", 3, "auth:\n\t- \"none\"\n\t+ \"nobody\""},
		{"dies", "no answer", 1, `it ended without an answer; its last words: "panic: a quote"`},
		{"hangs", "no answer", 1000, "no answer within"}, // a string that is no reason may have hung too, for a short timeout
		{"twice", "no answer", 1000, "it answered twice"},
		{"half a line", "no answer", 1, "it answered with a line that is no answer"},
		{"refuses quotes", `refuses a valid string: "no quotes"`, 5, "ok:\n\t- true\n\t+ false (\"no quotes\")"},
		{"overall, accepts all", "accepts an invalid string: KCS001", 3, "ok:\n\t- false\n\t+ true (KCS001)"},
	} {
		if i%exhaust.Sample(2) != 0 {
			continue
		}
		t.Run(tt.mode, func(t *testing.T) {
			t.Parallel() // one waits, while the others work
			timeout := time.Minute
			if tt.mode == "hangs" {
				exhaust.Long(t)
				timeout = 150 * time.Millisecond // it passes for each string that is tried
			}
			options := Options{Budget: time.Minute, Timeout: timeout, enough: func(kind string) bool { return kind == tt.kind }}
			report, err := run(t, tt.mode, options)
			for err != nil && options.Timeout < 5*time.Second { // too short for a start on this machine
				options.Timeout *= 2
				report, err = run(t, tt.mode, options)
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range report.Disagreements {
				if d.Name != "generated" || !slices.Contains(d.Kinds, tt.kind) {
					continue
				}
				if len(d.Text) <= tt.smallest && strings.Contains(d.Difference, tt.says) {
					return
				}
			}
			t.Errorf("no string of at most %d bytes in %+v", tt.smallest, report.Disagreements)
		})
	}
}

// Each kind has its own smallest string.
func TestKinds(t *testing.T) {
	t.Parallel()
	want := []string{"Initial Catalog differs", "Initial Catalog is missing", "Initial Catalog is not expected"}
	missing := slices.Clone(want)
	report, err := run(t, "wrong catalog", Options{Budget: time.Minute, enough: func(kind string) bool {
		missing = slices.DeleteFunc(missing, func(k string) bool { return k == kind })
		return len(missing) == 0
	}})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := report.WriteText(&out); err != nil {
		t.Fatal(err)
	}
	for _, kind := range want {
		generated := slices.ContainsFunc(report.Disagreements, func(d Disagreement) bool {
			return d.Name == "generated" && len(d.Kinds) == 1 && d.Kinds[0] == kind && strings.Contains(out.String(), fmt.Sprintf("%q", d.Text))
		})
		if !generated || !strings.Contains(out.String(), " "+kind+"\n") {
			t.Errorf("no %q:\n%s", kind, out.String())
		}
	}
}

// What the program says on its own is masked, whatever line it stands in.
func TestOwnWordsAreMasked(t *testing.T) {
	const words = "failed on https://c.kusto.windows.net;Fed=true;AppKey=QZJKVWQZ"
	var long tail
	fmt.Fprintf(&long, "AppKey=%s", strings.Repeat("QZJKVW", 1000))
	_, _, nonsense := masker{}.readReply([]byte(words))
	_, _, failed := masker{}.readReply([]byte(fmt.Sprintf(`{"id":1,"error":%q}`, words)))
	_, refused, err := masker{}.readReply([]byte(fmt.Sprintf(`{"id":1,"ok":false,"reason":%q}`, words)))
	if err != nil {
		t.Fatal(err)
	}
	arguments := masker{command: []string{"client", "PASSWORD", "-v"}}
	if got := arguments.shown([]byte("no PASSWORD in client -v")); got != `"no (argument 2) in (argument 1) -v"` {
		t.Errorf("arguments are shown as %s", got)
	}
	for _, text := range []string{nonsense.Error(), failed.Error(), refused.reason, (&tail{text: []byte(words)}).last(), long.last()} {
		if strings.Contains(text, "QZJK") {
			t.Errorf("%s", text)
		}
	}
	if want := `"failed on https://c.kusto.windows.net;Fed=true;AppKey=****"`; refused.reason != want {
		t.Errorf("reason %s, want %s", refused.reason, want)
	}
}

// Broken parsers cannot be compared.
func TestBroken(t *testing.T) {
	t.Parallel()
	for _, mode := range []string{"never answers", "no syntax", "garbage", "huge", "error", "wrong id", "no properties"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			_, err := run(t, mode, Options{Timeout: 200 * time.Millisecond})
			if !errors.Is(err, errBroken) {
				t.Errorf("error %v", err)
			}
		})
	}
	for _, command := range [][]string{nil, {"/no/such/program"}, {os.Args[0], "-test.run=^$"}} {
		if _, err := Run(t.Context(), Options{Command: command, Timeout: time.Second}); !errors.Is(err, errBroken) {
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

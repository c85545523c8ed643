package conform

import (
	"context"
	"fmt"
	"time"

	"kustoconn/fuzz/suite"
)

// Options says what to compare with and for how long.
type Options struct {
	Command []string      // the other parser and its arguments
	Budget  time.Duration // for generated strings, of which a batch is asked at least; 0 for the suite alone
	Seed    uint64        // of the generated strings
	Timeout time.Duration // for one answer; 0 for five seconds

	// enough, where set, ends the run once a kind of disagreement is found of
	// which it is true, whatever is left of the budget.
	enough func(kind string) bool
}

// Run compares. The error says that the other parser cannot be started or keeps
// failing, or is that of ctx where ctx ends; else the disagreements are in the
// report.
func Run(ctx context.Context, o Options) (report Report, err error) {
	report.Seed = o.Seed
	if len(o.Command) == 0 {
		return report, fmt.Errorf("%w: no command", errBroken)
	}
	if o.Timeout <= 0 {
		o.Timeout = 5 * time.Second
	}
	p := &parser{start: func() (*child, error) { return start(ctx, o.Command) }, timeout: o.Timeout}
	defer func() {
		report.Restarts = p.restarts
		p.close()
	}()
	// What can't answer this is no parser that speaks the protocol.
	hello, err := p.answers(ctx, []string{"a=b"}, 1)
	if err != nil {
		return report, err
	}
	if hello[0].fault != nil {
		return report, fmt.Errorf("%w: %w", errBroken, hello[0].fault)
	}
	strict, err := learnStrictness(ctx, p)
	if err != nil {
		return report, err
	}
	if err := runSuite(ctx, p, strict, &report); err != nil {
		return report, err
	}
	if o.Budget <= 0 {
		return report, nil
	}
	return report, explore(ctx, p, strict, o, &report)
}

// maxFaults is how many strings of the suite the other parser may not survive
// before the rest is left out: each can cost two timeouts.
const maxFaults = 10

// runSuite compares the answers to the suite.
func runSuite(ctx context.Context, p *parser, strict strictness, report *Report) error {
	cases := suite.Cases()
	texts := make([]string, len(cases))
	for i, c := range cases {
		texts[i] = c.Text
	}
	got, err := p.answers(ctx, texts, maxFaults)
	if err != nil {
		return err
	}
	for i, c := range cases {
		if got[i] == (outcome{}) {
			report.cut = true
			break // it has failed too often to go on
		}
		report.Suite++
		report.asked = append(report.asked, c.ID)
		v := strict.judge(c.Text, c.Expect, got[i])
		if v.open {
			report.Open++
			report.open = append(report.open, c.ID)
		}
		if d, found := v.disagreement(c.ID, c.Source, c.Text); found {
			d.Clauses = c.Clauses
			report.Disagreements = append(report.Disagreements, d)
		}
	}
	return nil
}

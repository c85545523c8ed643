package conform

import (
	"context"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kustoconn/fuzz"
	"kustoconn/fuzz/reference"
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

// Run compares. The error wraps ErrBroken where the other parser cannot be
// started or keeps failing, and is that of ctx where ctx ends; else the
// disagreements are in the report.
func Run(ctx context.Context, o Options) (report Report, err error) {
	report.Seed = o.Seed
	if len(o.Command) == 0 {
		return report, fmt.Errorf("%w: no command", ErrBroken)
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
		return report, fmt.Errorf("%w: %w", ErrBroken, hello[0].fault)
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
			break // it has failed too often to go on
		}
		report.Suite++
		v := strict.judge(c.Text, c.Expect, got[i])
		if v.open {
			report.Open++
		}
		if d, found := v.disagreement(c.ID, c.Source, c.Text); found {
			report.Disagreements = append(report.Disagreements, d)
		}
	}
	return nil
}

// batch is how many generated strings are asked for at once.
const batch = 64

// explore compares the answers to generated strings while the budget lasts,
// and reports the smallest string of each kind of disagreement.
func explore(ctx context.Context, p *parser, strict strictness, o Options, report *Report) error {
	budget, cancel := context.WithTimeout(ctx, o.Budget)
	defer cancel()
	var found []Disagreement
	kinds := map[string]bool{}
	cases := generated()
	asking := ctx // the first batch is answered whatever the budget
	for n := o.Seed << 32; asking.Err() == nil; n += batch {
		texts := make([]string, batch)
		for i := range texts {
			texts[i] = cases.Example(int(n) + i)
		}
		got, err := p.answers(asking, texts, 1)
		if err != nil && asking.Err() == nil {
			return err
		}
		asking = budget
		for i, g := range got {
			if g == (outcome{}) {
				continue
			}
			report.Generated++
			for _, f := range strict.judge(texts[i], expected(texts[i]), g).findings {
				if kinds[f.kind] {
					continue
				}
				kinds[f.kind] = true
				within := ctx
				if budget.Err() != nil {
					within = budget // no time is left to make it smaller
				}
				d, err := smallest(within, p, strict, texts[i], f.kind, g)
				if err != nil {
					return err
				}
				found = append(found, d)
				if o.enough != nil && o.enough(f.kind) {
					report.addGenerated(found)
					return nil
				}
			}
		}
	}
	report.addGenerated(found)
	return ctx.Err()
}

// generated draws valid strings, faulty ones, and noise, all of it UTF-8:
// JSON holds nothing else.
func generated() *rapid.Generator[string] {
	valid := rapid.Map(fuzz.Valid(), func(c fuzz.Case) string { return c.Text })
	return rapid.OneOf(valid, valid, fuzz.Texts()).Filter(utf8.ValidString)
}

// expected is what this module answers, less its diagnostics: another parser
// need not have our rules.
func expected(text string) fuzz.Answer {
	a := reference.Answer(text)
	a.Diagnostics = nil
	if !a.Syntax {
		return fuzz.Answer{}
	}
	return a
}

// shrinkTime bounds how long a string is made smaller: one that makes the
// other parser hang costs a timeout a try.
const shrinkTime = 20 * time.Second

// smallest makes text as small as it gets with the parsers still disagreeing
// in the way of kind, as they do in the outcome o, or as small as it has got when
// the time is up. The error is ErrBroken.
func smallest(ctx context.Context, p *parser, strict strictness, text, kind string, o outcome) (Disagreement, error) {
	limited, cancel := context.WithTimeout(ctx, shrinkTime)
	defer cancel()
	d, _ := strict.judge(text, expected(text), o).disagreement("generated", "", text)
	err := shrink(text, func(text string) (bool, error) {
		got, err := p.answers(limited, []string{text}, 1)
		if err != nil {
			return false, err
		}
		v := strict.judge(text, expected(text), got[0])
		if !v.has(kind) {
			return false, nil
		}
		d, _ = v.disagreement("generated", "", text)
		return true, nil
	})
	if errors.Is(err, ErrBroken) {
		return d, err
	}
	return d, nil
}

package conform

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
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
	Budget  time.Duration // for generated strings and for making one smaller; 0 for the suite alone
	Seed    uint64        // of the generated strings
	Timeout time.Duration // for one answer; 0 for five seconds
}

// Report is the outcome of a comparison.
type Report struct {
	Suite         int // cases of the suite
	Generated     int // generated strings compared
	Seed          uint64
	Restarts      int            // how often the other parser failed and was started anew
	Disagreements []Disagreement // those of the suite, then at most one generated string
}

// Disagreement is a string that the two parsers answer differently.
type Disagreement struct {
	Name       string // the id in the suite; "generated" for a generated string
	Source     string // where the suite has its answer from
	Text       string
	Difference string // lines; "-" is the answer wanted, "+" the other parser's
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
	p := &parser{command: o.Command, timeout: o.Timeout}
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
	if err := runSuite(ctx, p, &report); err != nil {
		return report, err
	}
	if o.Budget <= 0 {
		return report, nil
	}
	budget, cancel := context.WithTimeout(ctx, o.Budget)
	defer cancel()
	d, err := explore(budget, p, o.Seed, &report)
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		return report, nil // the budget is spent
	}
	if err != nil || d == nil {
		return report, err
	}
	err = smallest(ctx, p, d)
	report.Disagreements = append(report.Disagreements, *d)
	return report, err
}

// maxFaults is how many strings of the suite the other parser may not survive
// before the rest is left out: each can cost two timeouts.
const maxFaults = 10

// runSuite compares the answers to the suite.
func runSuite(ctx context.Context, p *parser, report *Report) error {
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
		if d := difference(c.Expect, got[i]); d != "" {
			report.Disagreements = append(report.Disagreements, Disagreement{c.ID, c.Source, c.Text, d})
		}
	}
	return nil
}

func difference(want fuzz.Answer, got outcome) string {
	if got.fault != nil {
		return got.fault.Error()
	}
	return fuzz.Compare(want, *got.answer)
}

// batch is how many generated strings are asked for at once.
const batch = 64

// explore compares the answers to generated strings until one differs, which
// it returns.
func explore(ctx context.Context, p *parser, seed uint64, report *Report) (*Disagreement, error) {
	cases := generated()
	for n := seed << 32; ; n += batch {
		texts := make([]string, batch)
		for i := range texts {
			texts[i] = cases.Example(int(n) + i)
		}
		got, err := p.answers(ctx, texts, 1)
		if err != nil {
			return nil, err
		}
		for i, text := range texts {
			if got[i] == (outcome{}) {
				continue
			}
			report.Generated++
			if found := difference(expected(text), got[i]); found != "" {
				return &Disagreement{Name: "generated", Text: text, Difference: found}, nil
			}
		}
	}
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

// smallest makes the text of d as small as it gets with the parsers still
// disagreeing on it. The error is that of ctx, or ErrBroken.
func smallest(ctx context.Context, p *parser, d *Disagreement) error {
	limited, cancel := context.WithTimeout(ctx, shrinkTime)
	defer cancel()
	err := shrink(d.Text, func(text string) (bool, error) {
		got, err := p.answers(limited, []string{text}, 1)
		if err != nil {
			return false, err
		}
		found := difference(expected(text), got[0])
		if found != "" {
			d.Text, d.Difference = text, found
		}
		return found != "", nil
	})
	if limited.Err() != nil && ctx.Err() == nil {
		return nil // what was found stands
	}
	return err
}

// WriteText prints the report for people. Strings are quoted as in Go.
func (r *Report) WriteText(w io.Writer) error {
	var b strings.Builder
	for _, d := range r.Disagreements {
		fmt.Fprintf(&b, "%s: %q\n", d.Name, d.Text)
		if d.Source != "" {
			fmt.Fprintf(&b, "\tsource: %s\n", d.Source)
		}
		fmt.Fprintf(&b, "\t%s\n", strings.ReplaceAll(d.Difference, "\n", "\n\t"))
	}
	if r.Restarts > 0 {
		fmt.Fprintf(&b, "the parser failed %d times and was started anew\n", r.Restarts)
	}
	fmt.Fprintf(&b, "%d cases of the suite, %d generated strings (seed %d): ", r.Suite, r.Generated, r.Seed)
	if n := len(r.Disagreements); n > 0 {
		fmt.Fprintf(&b, "%d disagreements\n", n)
	} else {
		b.WriteString("agreed\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

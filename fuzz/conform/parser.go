package conform

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"time"

	"kustoconn/internal/ioerror"
)

// errBroken is wrapped by the error of Run where the other parser cannot be
// started, or does not answer even the simplest string.
var errBroken = errors.New("the parser cannot be compared")

// parser is the other parser, run anew after each failure.
type parser struct {
	start    func() (*child, error) // for longer than one question: its context is that of the whole run
	timeout  time.Duration
	child    *child // nil where none runs
	restarts int
}

// outcome is an answer, or why there is none; neither, where it was not asked
// for.
type outcome struct {
	answer *answer
	fault  error
}

// answers asks for texts, all at once; after a failure it asks for the first
// that is left alone, so that a failure is put down to its string, and then
// for the others, until most strings have failed. The error is errBroken or
// that of ctx.
func (p *parser) answers(ctx context.Context, texts []string, most int) ([]outcome, error) {
	list := make([]outcome, len(texts))
	alone := false
	for faults := 0; faults < most; {
		var left []int
		for i := range list {
			if list[i] == (outcome{}) {
				left = append(left, i)
			}
		}
		if len(left) == 0 {
			break
		}
		if alone {
			left = left[:1]
		}
		err := p.try(ctx, texts, left, list)
		switch {
		case err == nil:
			alone = false
		case !errors.Is(err, errChild):
			return nil, err
		case len(left) > 1:
			alone = true
		default:
			list[left[0]].fault = err
			faults++
			alone = false
		}
	}
	return list, nil
}

// notStarted is the error of a command that did not start.
func notStarted(err error) error {
	e := &ioerror.Error{Operation: ioerror.Starting, Name: "the command", Reason: ioerror.ReasonOf(err)}
	if errors.Is(err, exec.ErrNotFound) {
		e.Reason = ioerror.NoCommand
	}
	return e
}

// try asks for those of texts whose indexes are given, and fills in what is
// answered.
func (p *parser) try(ctx context.Context, texts []string, indexes []int, list []outcome) error {
	if p.child == nil {
		c, err := p.start()
		if err != nil {
			return fmt.Errorf("%w: %w", errBroken, notStarted(err))
		}
		p.child = c
	}
	asked := make([]string, len(indexes))
	for i, index := range indexes {
		asked[i] = texts[index]
	}
	got, err := p.child.ask(ctx, asked, p.timeout)
	for i, index := range indexes {
		list[index].answer = got[i]
	}
	if err != nil {
		p.close()
	}
	if errors.Is(err, errChild) {
		p.restarts++
	}
	return err
}

func (p *parser) close() {
	if p.child != nil {
		p.child.close()
		p.child = nil
	}
}

package conform

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"

	"kustoconn/fuzz"
)

const (
	// maxLine bounds an answer, in bytes: generated strings are shorter by far.
	maxLine = 1 << 20
	// killDelay is how long a killed child's pipes may stay open, where it has
	// children of its own that hold them.
	killDelay = time.Second
)

// child is one run of the other parser.
type child struct {
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	lines  chan []byte // closed where standard output ends
	stop   context.CancelFunc
	stderr *tail
	masker
	asked int // strings sent so far; each has its own id
}

// start runs command. It stops when ctx does.
func start(ctx context.Context, command []string) (*child, error) {
	ctx, cancel := context.WithCancel(ctx)
	m := masker{command, new(string)}
	c := &child{cmd: exec.CommandContext(ctx, command[0], command[1:]...), lines: make(chan []byte), stop: cancel, masker: m, stderr: &tail{masker: m}}
	c.cmd.Stderr = c.stderr
	c.cmd.WaitDelay = killDelay
	stdin, err := c.cmd.StdinPipe()
	if err != nil {
		cancel()
		return nil, err
	}
	c.stdin = stdin
	stdout, stdoutWriter := io.Pipe()
	c.cmd.Stdout = stdoutWriter
	if err := c.cmd.Start(); err != nil {
		cancel()
		return nil, err
	}
	go func() {
		c.cmd.Wait() // how it ended says less than what it has not answered
		stdoutWriter.Close()
	}()
	go c.read(ctx, stdout)
	return c, nil
}

// read passes on the lines of standard output until that ends, one is too
// long, or the child is closed.
func (c *child) read(ctx context.Context, stdout *io.PipeReader) {
	defer close(c.lines)
	defer stdout.Close()
	scanner := bufio.NewScanner(stdout)
	scanner.Buffer(nil, maxLine)
	for scanner.Scan() {
		select {
		case c.lines <- bytes.Clone(scanner.Bytes()):
		case <-ctx.Done():
			return
		}
	}
}

// close kills the child and lets go of it.
func (c *child) close() {
	c.stop()
	c.stdin.Close()
	for range c.lines {
	}
}

type request struct {
	ID   int    `json:"id"`
	Text string `json:"s"`
}

// reply is a line of the child's output: what it says of one string.
type reply struct {
	ID       *int           `json:"id"`
	Error    *string        `json:"error"`
	Syntax   *bool          `json:"syntax"`
	OK       *bool          `json:"ok"`
	Pairs    *[]fuzz.Pair   `json:"pairs"`
	Reason   string         `json:"reason"`
	Defaults map[string]any `json:"defaults"`
}

// answer is what the other parser says of one string.
type answer struct {
	fuzz.Answer
	overall  bool           // Syntax is its verdict on the whole string: it answered "ok", not "syntax"
	reason   string         // why it refused the string, if it said so
	defaults map[string]any // properties that it has where the string does not give them
}

// errChild is wrapped by every error that is the child's fault.
var errChild = errors.New("the parser failed")

func faultf(format string, args ...any) error {
	return fmt.Errorf("%w: %s", errChild, fmt.Sprintf(format, args...))
}

// ask sends texts and returns the answers, in the order of texts, nil for one
// that did not come. They may come in any order, each within timeout of the
// one before. After an error the child is of no more use.
func (c *child) ask(ctx context.Context, texts []string, timeout time.Duration) ([]*answer, error) {
	first := c.asked
	c.asked += len(texts)
	*c.masker.asked = strings.Join(texts, "\n")
	written := c.send(first, texts)
	answers := make([]*answer, len(texts))
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	for left := len(texts); left > 0; left-- {
		select {
		case line, open := <-c.lines:
			if !open {
				return answers, faultf("it ended without an answer%s", c.stderr.last())
			}
			id, got, err := c.readReply(line)
			if err != nil {
				return answers, err
			}
			i := id - first
			if i < 0 || i >= len(texts) || answers[i] != nil {
				return answers, faultf("it answered twice, or with an id that it was not asked: %d", id)
			}
			answers[i] = got
			timer.Reset(timeout)
		case <-timer.C:
			return answers, faultf("no answer within %v (does it flush its output after each line?)", timeout)
		case <-ctx.Done():
			return answers, ctx.Err()
		}
	}
	<-written
	return answers, nil
}

// send writes the requests for texts, the first with the id first, and closes
// the channel it returns when that is done. A child that does not read is found
// out by its silence.
func (c *child) send(first int, texts []string) <-chan struct{} {
	var input bytes.Buffer
	e := json.NewEncoder(&input)
	e.SetEscapeHTML(false)
	for i, text := range texts {
		if err := e.Encode(request{first + i, text}); err != nil {
			panic(err) // a number and a string
		}
	}
	written := make(chan struct{})
	go func() {
		defer close(written)
		c.stdin.Write(input.Bytes())
	}()
	return written
}

// readReply reads one line of output.
func (m masker) readReply(line []byte) (id int, a *answer, err error) {
	var r reply
	if err := json.Unmarshal(line, &r); err != nil {
		return 0, nil, faultf("it answered with a line that is no answer: %s", m.shown(line))
	}
	switch {
	case r.Error != nil:
		return 0, nil, faultf("it answered with an error: %s", m.shown([]byte(*r.Error)))
	case r.ID == nil:
		return 0, nil, faultf(`its answer lacks "id": %s`, m.shown(line))
	case r.Syntax == nil && r.OK == nil:
		return 0, nil, faultf(`its answer lacks "syntax", or "ok": %s`, m.shown(line))
	case r.Syntax != nil && *r.Syntax && r.Pairs == nil:
		return 0, nil, faultf(`its answer lacks "pairs": %s`, m.shown(line))
	}
	a = &answer{defaults: r.Defaults}
	if r.Reason != "" {
		a.reason = m.shown([]byte(r.Reason))
	}
	if err := json.Unmarshal(line, &a.Answer); err != nil {
		return 0, nil, faultf("it answered with a line that is no answer: %s", m.shown(line))
	}
	if r.Syntax == nil {
		if *r.OK && a.Properties == nil {
			return 0, nil, faultf(`its answer lacks "properties": %s`, m.shown(line))
		}
		a.overall, a.Syntax, a.Pairs = true, *r.OK, nil
	}
	return *r.ID, a, nil
}

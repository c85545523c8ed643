package cli

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"runtime"
	"runtime/debug"
	"sync"

	"kustoconn/internal/ioerror"
)

// chunkSize is how many bytes of requests are answered at a time where more wait.
const chunkSize = 32 << 10

// batchGC lets the memory of a batch grow to a few dozen megabytes between two collections.
const batchGC = 800

// chunk is some lines of requests and the answers to them.
type chunk struct {
	first    int    // the number of the first line, from 1
	requests []byte // what memory it takes is used again
	readErr  error  // what ended the input behind the lines
	answers  []byte
	failed   bool          // a line is no request
	answered chan struct{} // closed when answers are there
}

// answerChunks reads lines from in, lets answer append what it makes of each, and
// writes the answers in the order of the lines. All processors take part. Lines
// that have come are answered at once: none waits for another to come. It holds
// a few chunks and as much as the longest lines take, and reports whether a line
// failed.
func (a *app) answerChunks(answer func(out, line []byte, n int) (_ []byte, ok bool)) (failed bool, err error) {
	// What is alive is a few chunks: to look for it after each 4 MB takes a quarter of
	// the time (BenchmarkBatch).
	defer debug.SetGCPercent(debug.SetGCPercent(batchGC))
	workers := runtime.GOMAXPROCS(0)
	work, inOrder := make(chan *chunk), make(chan *chunk, workers)
	var used sync.Pool
	stop := make(chan struct{}) // nobody reads the answers any more
	defer close(stop)
	go func() {
		defer close(inOrder)
		defer close(work)
		readChunks(a.stdin, &used, func(c *chunk) bool {
			for _, next := range []chan *chunk{inOrder, work} {
				select {
				case next <- c:
				case <-stop:
					return false
				}
			}
			return true
		})
	}()
	for range workers {
		go func() {
			for c := range work {
				c.answer(answer)
			}
		}()
	}
	for c := range inOrder {
		<-c.answered
		failed = failed || c.failed
		if err := a.writeNow(c.answers); err != nil {
			return failed, err
		}
		if c.readErr != nil {
			return failed, ioerror.New(ioerror.Reading, "standard input", c.readErr)
		}
		used.Put(c)
	}
	return failed, nil
}

// newChunk returns a chunk with the memory of a used one, if there is any that is
// not for lines of an unusual length.
func newChunk(used *sync.Pool, first int) *chunk {
	c := &chunk{first: first, answered: make(chan struct{})}
	if old, ok := used.Get().(*chunk); ok && cap(old.requests)+cap(old.answers) < 32*chunkSize {
		c.requests, c.answers = old.requests[:0], old.answers[:0]
	}
	return c
}

// answer answers the lines of c.
func (c *chunk) answer(answer func(out, line []byte, n int) ([]byte, bool)) {
	defer close(c.answered)
	n := c.first
	for rest := c.requests; len(rest) > 0; n++ {
		line := rest
		if end := bytes.IndexByte(rest, '\n'); end >= 0 {
			line = rest[:end+1]
		}
		rest = rest[len(line):]
		var ok bool
		c.answers, ok = answer(c.answers, line, n)
		c.failed = c.failed || !ok
	}
}

// readChunks cuts what r gives into chunks of whole lines and hands them to take,
// until there are no more or take wants none. A chunk ends where the next line has
// not come as a whole.
func readChunks(r io.Reader, used *sync.Pool, take func(*chunk) bool) {
	in := bufio.NewReaderSize(r, 2*chunkSize)
	lines := 0
	for {
		c := newChunk(used, lines+1)
		for ended := false; !ended; {
			part, err := in.ReadSlice('\n')
			c.requests = append(c.requests, part...)
			switch {
			case err == nil:
				lines++
				ended = len(c.requests) >= chunkSize || !holdsLine(in)
			case !errors.Is(err, bufio.ErrBufferFull):
				if !errors.Is(err, io.EOF) {
					c.requests, c.readErr = wholeLines(c.requests), err
				}
				if len(c.requests) > 0 || c.readErr != nil {
					take(c)
				}
				return
			}
		}
		if !take(c) {
			return
		}
	}
}

// holdsLine reports whether a whole line has come.
func holdsLine(in *bufio.Reader) bool {
	waiting, _ := in.Peek(in.Buffered())
	return bytes.IndexByte(waiting, '\n') >= 0
}

// wholeLines returns the lines of text that have an end.
func wholeLines(text []byte) []byte { return text[:bytes.LastIndexByte(text, '\n')+1] }

// writeNow writes answers and flushes them.
func (a *app) writeNow(answers []byte) error {
	_, err := a.stdout.Write(answers)
	if err == nil {
		err = a.stdout.Flush()
	}
	if err != nil {
		return ioerror.New(ioerror.Writing, "the output", err)
	}
	return nil
}

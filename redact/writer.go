package redact

import (
	"errors"
	"io"
	"iter"
	"sync"
)

// Writer masks what is written to it, as Copy does, and writes it on: a line when it has
// ended, by the time that Write returns. It is safe for concurrent use. One that is
// given up must be closed.
type Writer struct {
	mu     sync.Mutex
	resume func() (struct{}, bool) // runs Copy until it wants to read on
	stop   func()                  // runs it to its end
	in     []byte                  // what is to be read
	closed bool
	err    error // of Copy
}

var errClosed = errors.New("the writer is closed")

// NewWriter returns a Writer to dst, such as os.Stderr for log.SetOutput.
func NewWriter(dst io.Writer) *Writer {
	w := &Writer{}
	w.resume, w.stop = iter.Pull(func(pause func(struct{}) bool) {
		w.err = Copy(dst, reader(func(p []byte) (int, error) {
			for len(w.in) == 0 {
				if !pause(struct{}{}) {
					return 0, io.EOF
				}
			}
			n := copy(p, w.in)
			w.in = w.in[n:]
			return n, nil
		}))
	})
	return w
}

type reader func(p []byte) (int, error)

func (r reader) Read(p []byte) (int, error) { return r(p) }

// Write takes in p. What of it is no whole line is written with the rest of the line,
// or by Close. The error is one of dst, and stays.
func (w *Writer) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return 0, errClosed
	}
	w.in = p
	w.resume()
	w.in = nil
	if w.err != nil {
		return 0, w.err
	}
	return len(p), nil
}

// Close writes what is left, and returns the first error of dst. It does not close
// dst.
func (w *Writer) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.closed = true
	w.stop()
	return w.err
}

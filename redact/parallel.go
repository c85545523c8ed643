package redact

import (
	"bytes"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"

	"kustoconn/internal/container"
)

// lineCopier copies the lines of a stream that come faster than they are masked, on all
// processors and in order. What a line is read as may depend on the one before, so that
// some lines are masked as if nothing stood before them, which is nearly always true, and
// anew where it turns out not to be.
type lineCopier struct {
	s    *stream // as it is behind what is written
	dst  io.Writer
	size int // how many bytes are read at a time

	held    string       // lines that go on in the next
	pending atomic.Int32 // parts that are not written yet
	failed  atomic.Bool
	err     error // of writing

	work, inOrder chan *part // nil until something comes fast
	written       sync.WaitGroup
	used          sync.Pool // of parts
}

// part is some whole lines of a stream.
type part struct {
	lines  []byte
	alone  stream // behind the lines, if nothing stood before them
	out    []byte // what it makes of them
	end    int    // of what that is
	masked chan struct{}
}

// copyLines copies lines of src, and returns what is left of it: the start of a line that
// is very long or does not end, all behind one that holds a NUL, which UTF-16 may be, and
// the error of reading. It reads on the caller's goroutine, and writes each line as soon
// as it has come and those before are written.
func (s *stream) copyLines(dst io.Writer, src io.Reader, size int) (left io.Reader, err error) {
	c := &lineCopier{s: s, dst: dst, size: size}
	rest, readErr := c.copy(src)
	c.finish()
	if c.err != nil {
		return nil, c.err
	}
	readers := []io.Reader{strings.NewReader(c.held), bytes.NewReader(rest), src}
	if readErr != nil {
		readers[2] = failedReader{readErr}
	}
	return io.MultiReader(readers...), nil
}

type failedReader struct{ err error }

func (r failedReader) Read([]byte) (int, error) { return 0, r.err }

// copy reads src and returns what was read and not copied.
func (c *lineCopier) copy(src io.Reader) (rest []byte, err error) {
	first := c.s.first
	for p := c.newPart(nil); !c.failed.Load(); {
		searched := len(p.lines)
		if searched > capacity-window {
			return p.lines, nil
		}
		p.lines = slices.Grow(p.lines, c.size)
		n, err := src.Read(p.lines[searched : searched+c.size])
		p.lines = p.lines[:searched+n]
		if bytes.IndexByte(p.lines[searched:], 0) >= 0 || first && container.MarkedOrder(string(p.lines[:min(2, len(p.lines))])) != 0 || err != nil {
			return p.lines, err
		}
		end := searched + bytes.LastIndexByte(p.lines[searched:], '\n') + 1
		if end == searched {
			continue
		}
		next := c.newPart(p.lines[end:])
		p.lines = p.lines[:end]
		c.take(p, n == c.size)
		p, first = next, false
	}
	return nil, nil
}

// take copies the lines of p, at once where all before them are written and more have not
// come. The stream's first ones are, too: they may say that it is UTF-16.
func (c *lineCopier) take(p *part, fast bool) {
	if c.pending.Load() == 0 && (!fast || c.s.first || runtime.GOMAXPROCS(0) == 1) {
		c.write(c.again(p.lines))
		c.used.Put(p)
		return
	}
	if c.work == nil {
		c.start(runtime.GOMAXPROCS(0))
	}
	p.masked = make(chan struct{})
	c.pending.Add(1)
	c.inOrder <- p
	c.work <- p
}

func (c *lineCopier) start(workers int) {
	c.work, c.inOrder = make(chan *part), make(chan *part, workers)
	placeholders := c.s.placeholders
	for range workers {
		go func() {
			looker := newLooker(placeholders)
			for p := range c.work {
				p.alone = stream{looker: looker, out: p.alone.out[:0]}
				p.out, p.end = p.alone.masksOf(&prefilter{text: view(p.lines)}, p.lines)
				looker = p.alone.looker
				close(p.masked)
			}
		}()
	}
	c.written.Go(func() {
		for p := range c.inOrder {
			<-p.masked
			if c.held == "" && !c.s.goesOn() {
				c.write(c.adopt(p))
			} else {
				c.write(c.again(p.lines))
			}
			c.used.Put(p)
			c.pending.Add(-1)
		}
	})
}

// adopt goes on behind p, whose lines nothing before them changes.
func (c *lineCopier) adopt(p *part) []byte {
	c.held = string(p.lines[p.end:])
	looker, masks, out := c.s.looker, c.s.masks+p.alone.masks, c.s.out
	*c.s = p.alone
	c.s.looker, c.s.masks, c.s.out = looker, masks, out // the other is its goroutine's
	return p.out
}

// again masks lines behind those before.
func (c *lineCopier) again(lines []byte) (out []byte) {
	text := c.held + view(lines)
	if c.held != "" {
		lines = []byte(text)
	}
	out, used := c.s.masksOf(&prefilter{text: text}, lines)
	c.held = string(lines[used:])
	return out
}

// masksOf returns the text of p, of which lines are the bytes, masked, and how much of it that
// is. Where it stays as it is, that is lines (BenchmarkCopy).
func (s *stream) masksOf(p *prefilter, lines []byte) (out []byte, used int) {
	if s.passesOver(p) {
		return lines, len(lines)
	}
	s.out = s.out[:0]
	used = s.writeLines(p, false)
	return s.out, used
}

// view returns bytes as a text for a look: nobody may keep it or a part of it.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func (c *lineCopier) write(masked []byte) {
	if c.err != nil {
		return
	}
	if _, c.err = c.dst.Write(masked); c.err != nil {
		c.failed.Store(true)
	}
}

// finish waits until all is written.
func (c *lineCopier) finish() {
	if c.work != nil {
		close(c.work)
		close(c.inOrder)
		c.written.Wait()
	}
	c.s.out = c.s.out[:0]
}

// newPart returns a part that starts with what another one has behind its lines.
func (c *lineCopier) newPart(start []byte) *part {
	p, ok := c.used.Get().(*part)
	if !ok {
		p = &part{}
	}
	p.lines = append(p.lines[:0], start...)
	return p
}

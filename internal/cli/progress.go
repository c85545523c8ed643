package cli

import (
	"fmt"
	"io"
	"sync"
	"time"

	"golang.org/x/term"
)

// progress shows on a terminal how far a long run is.
type progress struct {
	out   io.Writer // nil where nothing is to be shown
	now   func() time.Time
	next  time.Time // when to show it, or show it again
	mu    sync.Mutex
	shown bool
}

const (
	progressDelay    = time.Second
	progressInterval = time.Second / 10
)

// newProgress returns the progress line of out: none where out is no terminal,
// and none in a hook or a build, whose logs would keep it.
func newProgress(out io.Writer, terminal bool, getenv func(string) string, now func() time.Time) *progress {
	if !terminal || getenv("PRE_COMMIT") != "" || getenv("CI") != "" {
		return &progress{}
	}
	return &progress{out: out, now: now, next: now().Add(progressDelay)}
}

func isTerminal(out io.Writer) bool {
	file, ok := out.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(int(file.Fd()))
}

// update shows how many files are done. It may be called by several goroutines.
func (p *progress) update(done, total int) {
	if p.out == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if now := p.now(); !now.Before(p.next) {
		fmt.Fprintf(p.out, "\r\x1b[K%d of %d files", done, total)
		p.shown, p.next = true, now.Add(progressInterval)
	}
}

// clear takes the line away.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}

package lsp

import (
	"context"
	"sync"
)

// changes counts what may change the diagnostics of the workspace, for those who wait
// for that. The zero changes has one that nobody has seen.
type changes struct {
	mu    sync.Mutex
	seen  bool
	moved chan struct{} // closed by the next change; nil where nobody waits
}

// happened wakes who waits.
func (c *changes) happened() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.seen = false
	if c.moved != nil {
		close(c.moved)
		c.moved = nil
	}
}

// wait returns true where there is a change that no call has returned for, and waits for
// one otherwise; false where ctx ends before.
func (c *changes) wait(ctx context.Context) bool {
	for {
		c.mu.Lock()
		if !c.seen {
			c.seen = true
			c.mu.Unlock()
			return true
		}
		if c.moved == nil {
			c.moved = make(chan struct{})
		}
		moved := c.moved
		c.mu.Unlock()
		select {
		case <-moved:
		case <-ctx.Done():
			return false
		}
	}
}

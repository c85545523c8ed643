package conform

import (
	"bytes"
	"sync"
)

// tail keeps the end of what is written to it.
type tail struct {
	masker
	mu   sync.Mutex
	text []byte
	cut  bool // text is not all that was written
}

// Write never fails.
func (t *tail) Write(p []byte) (int, error) {
	const most = 2000
	t.mu.Lock()
	defer t.mu.Unlock()
	t.text = append(t.text, p...)
	if over := len(t.text) - most; over > 0 {
		t.text = append(t.text[:0], t.text[over:]...)
		t.cut = true
	}
	return len(p), nil
}

// last returns the last line written, as an addition to an error.
func (t *tail) last() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	text := bytes.TrimSpace(t.text)
	switch i := bytes.LastIndexByte(text, '\n'); {
	case i >= 0:
		text = text[i+1:]
	case t.cut: // half a line may hold half a connection string, which can't be masked
		return ""
	}
	if len(text) == 0 {
		return ""
	}
	return "; its last words: " + t.shown(text)
}

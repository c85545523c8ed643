package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"time"
)

// progress tells the client how far a scan is. The zero progress tells nobody.
type progress struct {
	send func(value object)
	at   chan time.Time // of the last report; holds one
	done func()         // the client can end the scan no more
}

// startProgress begins a report: by the token of the request, or by one that the client
// is asked to take; else it is silent. Until its end the client may cancel what is done in
// the context that it returns.
func (s *server) startProgress(ctx context.Context, token json.RawMessage) (context.Context, progress) {
	if len(token) == 0 || string(token) == "null" {
		if !s.client.Window.WorkDoneProgress {
			return ctx, progress{}
		}
		token = json.RawMessage(fmt.Sprintf(`"kustoconn-%d"`, s.progresses.Add(1)))
		if s.conn.Call(ctx, "window/workDoneProgress/create", object{"token": token}, nil) != nil {
			return ctx, progress{}
		}
	}
	cancellable, cancel := context.WithCancel(ctx)
	p := progress{at: make(chan time.Time, 1)}
	s.mu.Lock()
	s.scans[string(token)] = cancel
	s.mu.Unlock()
	p.done = func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.scans, string(token))
	}
	p.send = func(value object) { s.notify("$/progress", object{"token": token, "value": value}) }
	p.send(object{"kind": "begin", "title": "Checking connection strings", "cancellable": true, "percentage": 0})
	p.at <- time.Now()
	return cancellable, p
}

// scanCancelled ends the scan whose progress the client cancels.
func (s *server) scanCancelled(_ context.Context, raw json.RawMessage) {
	var p struct {
		Token json.RawMessage `json:"token"`
	}
	if json.Unmarshal(raw, &p) != nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if cancel := s.scans[string(p.Token)]; cancel != nil {
		cancel()
	}
}

// update reports at most ten times a second.
func (p progress) update(done, total int) {
	if p.send == nil {
		return
	}
	select {
	case last := <-p.at:
		if time.Since(last) >= 100*time.Millisecond {
			p.send(object{"kind": "report", "message": fmt.Sprintf("%d of %d files", done, total), "percentage": done * 100 / max(total, 1)})
			last = time.Now()
		}
		p.at <- last
	default: // another goroutine reports
	}
}

func (p progress) end() {
	if p.send != nil {
		p.done()
		p.send(object{"kind": "end"})
	}
}

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
}

// startProgress begins a report: by the token of the request, or by one that the client
// is asked to take; else it is silent.
func (s *server) startProgress(ctx context.Context, token json.RawMessage) progress {
	if len(token) == 0 || string(token) == "null" {
		if !s.client.Window.WorkDoneProgress {
			return progress{}
		}
		token = json.RawMessage(fmt.Sprintf(`"kustoconn-%d"`, s.progresses.Add(1)))
		if s.conn.Call(ctx, "window/workDoneProgress/create", object{"token": token}, nil) != nil {
			return progress{}
		}
	}
	p := progress{at: make(chan time.Time, 1)}
	p.send = func(value object) { s.notify(ctx, "$/progress", object{"token": token, "value": value}) }
	p.send(object{"kind": "begin", "title": "Checking connection strings", "cancellable": true, "percentage": 0})
	p.at <- time.Now()
	return p
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
		p.send(object{"kind": "end"})
	}
}

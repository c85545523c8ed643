package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"log"
	"sync"
	"sync/atomic"

	"github.com/sourcegraph/jsonrpc2"
)

// Error codes that the protocol adds to those of JSON-RPC.
const (
	codeNotInitialized   = -32002
	codeRequestCancelled = -32800
)

// phase is how far a connection is in its life.
type phase int

const (
	fresh phase = iota
	running
	shutDown
)

// server is one connection. Notifications are taken in their order by the goroutine
// that reads; a request is answered by one of its own, of the documents as they were
// when it came.
type server struct {
	options  Options
	messages *stream
	conn     *jsonrpc2.Conn

	mu        sync.Mutex
	phase     phase
	exited    bool
	client    clientCapabilities
	unit      encoding
	folders   []string             // paths
	documents map[string]*document // by keyOf
	cancels   map[jsonrpc2.ID]context.CancelFunc
	scans     map[string]context.CancelFunc // by the token of their progress, as JSON
	published map[string]bool               // paths of files that are not open and have diagnostics

	judgings   judgings
	changes    changes
	progresses atomic.Uint64
	pushing    sync.Mutex    // held while a document is judged and its diagnostics sent
	done       chan struct{} // closed by exit
}

func newServer(options Options) *server {
	s := &server{
		options: options, unit: utf16Units, documents: map[string]*document{},
		cancels: map[jsonrpc2.ID]context.CancelFunc{}, scans: map[string]context.CancelFunc{}, published: map[string]bool{}, done: make(chan struct{}),
	}
	s.judgings.judge = options.Judge
	return s
}

func (s *server) serve(ctx context.Context, in io.Reader, out io.Writer) (orderly bool) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ready := make(chan struct{})
	s.messages = &stream{r: bufio.NewReaderSize(in, 64<<10), w: out}
	s.conn = jsonrpc2.NewConn(ctx, s.messages, afterReady{s, ready}, jsonrpc2.SetLogger(log.New(io.Discard, "", 0)))
	close(ready)
	select {
	case <-s.conn.DisconnectNotify():
	case <-s.done:
	case <-ctx.Done():
	}
	stop()
	s.conn.Close() // again, where the client has gone
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.phase == shutDown
}

// afterReady is the server as a handler, which waits until its connection is there.
type afterReady struct {
	*server
	ready chan struct{}
}

// Handle takes one message.
func (a afterReady) Handle(ctx context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) {
	<-a.ready
	if r.Notif {
		a.notified(ctx, r)
		return
	}
	a.asked(ctx, r)
}

// failure is an error of the closed list of texts: nothing of a message is repeated.
func failure(code int64) *jsonrpc2.Error {
	texts := map[int64]string{
		jsonrpc2.CodeParseError: "the body is no JSON", jsonrpc2.CodeInvalidRequest: "the message is no request that can be answered now",
		jsonrpc2.CodeMethodNotFound: "there is no such method", jsonrpc2.CodeInvalidParams: "the parameters are not those of the method",
		jsonrpc2.CodeInternalError: "the server has failed at this request",
		codeNotInitialized:         "the server is not initialized", codeRequestCancelled: "the request is cancelled",
	}
	return &jsonrpc2.Error{Code: code, Message: texts[code]}
}

// notified takes a notification; one that cannot be read is passed over.
func (s *server) notified(ctx context.Context, r *jsonrpc2.Request) {
	if r.Method == "exit" {
		s.mu.Lock()
		defer s.mu.Unlock()
		if !s.exited {
			s.exited = true
			close(s.done)
		}
		return
	}
	s.mu.Lock()
	now := s.phase
	s.mu.Unlock()
	if take := notifications[r.Method]; take != nil && now == running && r.Params != nil {
		take(s, ctx, *r.Params)
	}
}

var notifications = map[string]func(*server, context.Context, json.RawMessage){
	"initialized":                         (*server).initialized,
	"textDocument/didOpen":                (*server).didOpen,
	"textDocument/didChange":              (*server).didChange,
	"textDocument/didClose":               (*server).didClose,
	"textDocument/didSave":                (*server).didSave,
	"workspace/didChangeWatchedFiles":     (*server).didChangeFiles,
	"workspace/didChangeConfiguration":    (*server).didChangeSettings,
	"workspace/didChangeWorkspaceFolders": (*server).didChangeFolders,
	"$/cancelRequest":                     (*server).cancelled,
	"window/workDoneProgress/cancel":      (*server).scanCancelled,
}

// asked answers a request: what changes the connection's life at once, any other in a
// goroutine of its own, so that the next message is read.
func (s *server) asked(ctx context.Context, r *jsonrpc2.Request) {
	result, failed, answer := s.begin(r)
	if answer == nil {
		s.reply(r.ID, result, failed)
		return
	}
	within, cancel := context.WithCancel(ctx)
	s.mu.Lock()
	s.cancels[r.ID] = cancel
	s.mu.Unlock()
	go func() {
		result, failed := guarded(within, answer)
		if within.Err() != nil {
			failed = failure(codeRequestCancelled)
		}
		s.mu.Lock()
		delete(s.cancels, r.ID)
		s.mu.Unlock()
		cancel()
		s.reply(r.ID, result, failed)
	}()
}

// begin returns what answers a request, bound to the documents as they are now, or else
// the answer.
func (s *server) begin(r *jsonrpc2.Request) (result any, failed *jsonrpc2.Error, answer answerer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case r.Method == "initialize" && s.phase == fresh:
		result, failed = s.initialize(r.Params)
		return result, failed, nil
	case s.phase == fresh:
		return nil, failure(codeNotInitialized), nil
	case s.phase == shutDown, r.Method == "initialize":
		return nil, failure(jsonrpc2.CodeInvalidRequest), nil
	case r.Method == "shutdown":
		s.phase = shutDown
		return nil, nil, nil
	}
	answer, failed = s.answererOf(r.Method, r.Params)
	return nil, failed, answer
}

// reply answers a request; a lost connection ends reading. The connection itself would
// encode the result three times, and a number below zero as one above all.
func (s *server) reply(id jsonrpc2.ID, result any, failed *jsonrpc2.Error) {
	answer := object{"jsonrpc": "2.0", "id": int64(id.Num)}
	if id.IsString {
		answer["id"] = id.Str
	}
	if failed != nil {
		answer["error"] = failed
	} else {
		answer["result"] = result
	}
	s.messages.WriteObject(answer)
}

// answerer makes the answer to a request.
type answerer func(ctx context.Context) (any, *jsonrpc2.Error)

// guarded answers, and makes an error of our own words of a panic, whose text might hold
// a value: an editor's other requests shall not suffer from one.
func guarded(ctx context.Context, answer answerer) (result any, failed *jsonrpc2.Error) {
	defer func() {
		if recover() != nil {
			result, failed = nil, failure(jsonrpc2.CodeInternalError)
		}
	}()
	return answer(ctx)
}

// cancelled cancels a request that is being answered.
func (s *server) cancelled(_ context.Context, raw json.RawMessage) {
	var p struct {
		ID jsonrpc2.ID `json:"id"`
	}
	if json.Unmarshal(raw, &p) != nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if cancel := s.cancels[p.ID]; cancel != nil {
		cancel()
	}
}

// background runs work that no request waits for.
func (s *server) background(work func()) {
	go func() {
		defer func() { _ = recover() }() // as guarded
		work()
	}()
}

// notify sends a notification; a lost connection ends reading. As in reply, the connection
// would take a tenth of the time from a key to its diagnostics.
func (s *server) notify(method string, params any) {
	s.messages.WriteObject(object{"jsonrpc": "2.0", "method": method, "params": params})
}

// ask sends a request of the server's and does not wait for what comes of it.
func (s *server) ask(ctx context.Context, method string, params any) {
	s.background(func() { s.conn.Call(ctx, method, params, nil) })
}

package lsp_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"kustoconn/internal/cli"
)

type object = map[string]any

// client is a scripted editor over real pipes. What the server sends is kept whole, so
// that a test can look for secrets in it.
type client struct {
	t      testing.TB
	in     io.WriteCloser
	stderr bytes.Buffer
	code   chan int

	mu      sync.Mutex
	arrived *sync.Cond
	all     bytes.Buffer // every byte the server sent
	replies map[float64]object
	heard   []object // notifications and requests, in order
	closed  bool
	id      float64
}

// start runs the command on pipes, without a word of the protocol.
func start(t testing.TB, flags ...string) *client {
	t.Helper()
	serverIn, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	out, serverOut, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	c := &client{t: t, in: in, code: make(chan int, 1), replies: map[float64]object{}}
	c.arrived = sync.NewCond(&c.mu)
	go func() {
		code := cli.Main(append([]string{"lsp"}, flags...), serverIn, serverOut, &c.stderr)
		serverOut.Close()
		c.code <- code
	}()
	go c.listen(out)
	t.Cleanup(func() { in.Close(); serverIn.Close() })
	return c
}

// open starts a server and initializes it with a folder.
func open(t testing.TB, dir string, capabilities object, options object) *client {
	t.Helper()
	c := start(t)
	c.call("initialize", object{"rootUri": "file://" + dir, "capabilities": capabilities, "initializationOptions": options})
	c.notify("initialized", object{})
	return c
}

func (c *client) listen(out io.Reader) {
	r := bufio.NewReader(io.TeeReader(out, writer(func(p []byte) (int, error) {
		c.mu.Lock()
		defer c.mu.Unlock()
		return c.all.Write(p)
	})))
	for {
		header, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			break
		}
		n, err := strconv.Atoi(header.Get("Content-Length"))
		if err != nil {
			break
		}
		body := make([]byte, n)
		if _, err := io.ReadFull(r, body); err != nil {
			break
		}
		var m object
		if json.Unmarshal(body, &m) != nil {
			break
		}
		c.take(m)
	}
	c.mu.Lock()
	c.closed = true
	c.arrived.Broadcast()
	c.mu.Unlock()
}

type writer func(p []byte) (int, error)

func (w writer) Write(p []byte) (int, error) { return w(p) }

// take keeps a message, and answers what the server asks.
func (c *client) take(m object) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, isRequest := m["method"]; !isRequest {
		id, _ := m["id"].(float64)
		c.replies[id] = m
	} else {
		c.heard = append(c.heard, m)
		if id, ok := m["id"]; ok {
			go c.send(object{"jsonrpc": "2.0", "id": id, "result": nil})
		}
	}
	c.arrived.Broadcast()
}

// raw sends bytes as they are.
func (c *client) raw(text string) { io.WriteString(c.in, text) }

func (c *client) send(m object) {
	body, err := json.Marshal(m)
	if err != nil {
		panic(err)
	}
	c.raw(fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body))
}

func (c *client) notify(method string, params any) {
	c.send(object{"jsonrpc": "2.0", "method": method, "params": params})
}

// begin sends a request and returns its number.
func (c *client) begin(method string, params any) float64 {
	c.mu.Lock()
	c.id++
	id := c.id
	c.mu.Unlock()
	c.send(object{"jsonrpc": "2.0", "id": id, "method": method, "params": params})
	return id
}

// wait waits until a condition holds, under the lock, or the server has gone.
func (c *client) wait(what string, holds func() bool) {
	c.t.Helper()
	timeout := time.AfterFunc(20*time.Second, func() { c.mu.Lock(); c.closed = true; c.arrived.Broadcast(); c.mu.Unlock() })
	defer timeout.Stop()
	c.mu.Lock()
	defer c.mu.Unlock()
	for !holds() {
		if c.closed {
			c.t.Fatalf("no %s; stderr: %s", what, c.stderr.String())
		}
		c.arrived.Wait()
	}
}

// reply waits for the reply to a request: its result, or the code of its error.
func (c *client) reply(id float64) (result any, code float64) {
	c.t.Helper()
	var m object
	c.wait("reply", func() bool { m = c.replies[id]; return m != nil })
	if failed, ok := m["error"].(object); ok {
		return nil, failed["code"].(float64)
	}
	return m["result"], 0
}

// call asks and returns the result, which must be no error.
func (c *client) call(method string, params any) any {
	c.t.Helper()
	result, code := c.reply(c.begin(method, params))
	if code != 0 {
		c.t.Fatalf("%s: error %v", method, code)
	}
	return result
}

// openText opens a document.
func (c *client) openText(uri, language, text string) {
	c.notify("textDocument/didOpen", object{"textDocument": object{"uri": uri, "languageId": language, "version": 1, "text": text}})
}

// published waits for the diagnostics of a version of a document.
func (c *client) published(uri string, version float64) (codes []string) {
	c.t.Helper()
	var params object
	c.wait("diagnostics of "+uri, func() bool {
		for _, m := range c.heard {
			p, _ := m["params"].(object)
			if m["method"] == "textDocument/publishDiagnostics" && p["uri"] == uri && (version == 0 || p["version"] == version) {
				params = p
			}
		}
		return params != nil
	})
	return codesOf(params["diagnostics"])
}

// codesOf prints diagnostics as code and range.
func codesOf(diagnostics any) (codes []string) {
	for _, d := range diagnostics.([]any) {
		d := d.(object)
		codes = append(codes, fmt.Sprintf("%s %s", d["code"], rangeText(d["range"])))
	}
	return codes
}

func rangeText(r any) string {
	at := func(p any) string { return fmt.Sprintf("%v:%v", p.(object)["line"], p.(object)["character"]) }
	return at(r.(object)["start"]) + "-" + at(r.(object)["end"])
}

// finish ends the server in order and returns its exit code and all it sent.
func (c *client) finish() (code int, sent string) {
	c.t.Helper()
	c.call("shutdown", nil)
	c.notify("exit", nil)
	return c.exit()
}

func (c *client) exit() (code int, sent string) {
	c.t.Helper()
	select {
	case code = <-c.code:
	case <-time.After(20 * time.Second):
		c.t.Fatal("the server does not end")
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return code, c.all.String() + c.stderr.String()
}

// at is the position in text of the mark "|", and text without it.
func at(text string) (string, object) {
	before, after, _ := strings.Cut(text, "|")
	line := strings.Count(before, "\n")
	column := len(before) - (strings.LastIndex(before, "\n") + 1)
	return before + after, object{"line": line, "character": column}
}

// forget drops what was sent so far, so that a long test measures the server.
func (c *client) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.heard = nil
	c.all.Reset()
}

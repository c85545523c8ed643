package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

type object = map[string]any

// client is the editor's end of a connection.
type client struct {
	server *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	id     int
}

// start starts a server for a folder.
func start(server, folder string) (*client, error) {
	c := &client{server: exec.Command(server, "lsp")}
	var err error
	if c.in, err = c.server.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := c.server.StdoutPipe()
	if err != nil {
		return nil, err
	}
	c.out = bufio.NewReaderSize(out, 1<<20)
	if err := c.server.Start(); err != nil {
		return nil, err
	}
	if _, err := c.call("initialize", object{"rootUri": "file://" + folder, "capabilities": object{}}); err != nil {
		return nil, err
	}
	return c, c.notify("initialized", object{})
}

// stop ends the server and returns the time that processors took for it.
func (c *client) stop() time.Duration {
	c.in.Close()
	c.server.Wait()
	return c.server.ProcessState.UserTime() + c.server.ProcessState.SystemTime()
}

func (c *client) send(message object) error {
	message["jsonrpc"] = "2.0"
	body, err := json.Marshal(message)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.in, "Content-Length: %d\r\n\r\n%s", len(body), body)
	return err
}

func (c *client) notify(method string, params any) error {
	return c.send(object{"method": method, "params": params})
}

// receive reads messages until one is wanted.
func (c *client) receive(wanted func(body []byte) bool) ([]byte, error) {
	for {
		header, err := textproto.NewReader(c.out).ReadMIMEHeader()
		if err != nil {
			return nil, err
		}
		n, err := strconv.Atoi(header.Get("Content-Length"))
		if err != nil {
			return nil, err
		}
		body := make([]byte, n)
		if _, err := io.ReadFull(c.out, body); err != nil {
			return nil, err
		}
		if wanted(body) {
			return body, nil
		}
	}
}

// call asks and returns the result.
func (c *client) call(method string, params any) (any, error) {
	c.id++
	if err := c.send(object{"id": c.id, "method": method, "params": params}); err != nil {
		return nil, err
	}
	var answer struct {
		ID     int              `json:"id"`
		Method string           `json:"method"`
		Result any              `json:"result"`
		Error  *json.RawMessage `json:"error"`
	}
	_, err := c.receive(func(body []byte) bool {
		answer.ID, answer.Method = 0, ""
		if bytes.Contains(body[:min(len(body), 200)], []byte("publishDiagnostics")) {
			return false
		}
		return json.Unmarshal(body, &answer) == nil && answer.ID == c.id && answer.Method == ""
	})
	if err == nil && answer.Error != nil {
		err = errors.New("the server refuses " + method)
	}
	return answer.Result, err
}

func (c *client) open(uri, text string) error {
	return c.notify("textDocument/didOpen", object{"textDocument": object{"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
}

// key types a text at the beginning of a line, and waits for the diagnostics of that
// version.
func (c *client) key(uri string, version, line int, text string) error {
	at := object{"line": line, "character": 0}
	err := c.notify("textDocument/didChange", object{
		"textDocument":   object{"uri": uri, "version": version},
		"contentChanges": []object{{"range": object{"start": at, "end": at}, "text": text}},
	})
	if err != nil {
		return err
	}
	mark := []byte(fmt.Sprintf(`"version":%d,`, version))
	_, err = c.receive(func(body []byte) bool { return bytes.Contains(body[:min(len(body), 500)], mark) })
	return err
}

// ask asks for what editors ask for at a place.
func (c *client) ask(uri string, line int) error {
	document := object{"uri": uri}
	place := object{"line": line, "character": 30}
	for method, params := range map[string]object{
		"textDocument/hover":               {"textDocument": document, "position": place},
		"textDocument/completion":          {"textDocument": document, "position": place},
		"textDocument/codeAction":          {"textDocument": document, "range": object{"start": place, "end": place}, "context": object{"diagnostics": []object{}}},
		"textDocument/semanticTokens/full": {"textDocument": document},
	} {
		if _, err := c.call(method, params); err != nil {
			return err
		}
	}
	return nil
}

// resident returns the memory of the server in KiB, as Linux counts it; 0 elsewhere.
func (c *client) resident() int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.server.Process.Pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	n, _ := strconv.Atoi(fields[0])
	return n
}

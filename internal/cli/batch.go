package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"kustoconn/internal/ioerror"
	"kustoconn/report"
)

// batch runs the batch protocol: it reads one JSON object a line from standard
// input and writes what answer makes of it as one line, flushed at once, so
// that a pipe can be driven interactively. A line that is no such object is
// answered with an error and its number, and the rest go on.
func (a *app) batch(answer func(request map[string]json.RawMessage) (any, error)) error {
	in := bufio.NewReader(a.stdin)
	failed := false
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return ioerror.New(ioerror.Reading, "standard input", err)
		}
		if len(line) == 0 {
			break
		}
		reply, bad := a.answerLine(line, answer)
		if bad != nil {
			failed = true
			reply = batchError{fmt.Sprintf("line %d: %v", n, bad), n}
		}
		if err := a.writeLine(reply); err != nil {
			return err
		}
	}
	if failed {
		return errReported
	}
	return nil
}

// batchError answers a line that is not a request. It never quotes it.
type batchError struct {
	Error string `json:"error"`
	Line  int    `json:"line"`
}

func (a *app) answerLine(line []byte, answer func(map[string]json.RawMessage) (any, error)) (any, error) {
	if !utf8.Valid(line) {
		return nil, errors.New("not UTF-8")
	}
	var request map[string]json.RawMessage
	if err := json.Unmarshal(line, &request); err != nil || request == nil {
		return nil, errors.New("not a JSON object")
	}
	return answer(request)
}

// writeLine writes v as one line of JSON and flushes it.
func (a *app) writeLine(v any) error {
	if err := a.writeJSON(v, ""); err != nil {
		return err
	}
	if err := a.stdout.Flush(); err != nil {
		return ioerror.New(ioerror.Writing, "the output", err)
	}
	return nil
}

// writeJSON writes v as JSON with a line end, without escaping for HTML.
func (a *app) writeJSON(v any, indent string) error { return report.WriteJSON(a.stdout, v, indent) }

// stringField returns a field of a request that must be a string.
func stringField(request map[string]json.RawMessage, name string) (string, error) {
	raw, ok := request[name]
	if !ok {
		return "", fmt.Errorf("no %q", name)
	}
	var s *string
	if err := json.Unmarshal(raw, &s); err != nil || s == nil {
		return "", fmt.Errorf("%q is not a string", name)
	}
	return *s, nil
}

// optionalString is stringField, but empty for a field that is missing or
// null.
func optionalString(request map[string]json.RawMessage, name string) (string, error) {
	if raw := request[name]; len(raw) == 0 || bytes.Equal(raw, []byte("null")) {
		return "", nil
	}
	return stringField(request, name)
}

// requestID returns the id to answer with: null where there is none.
func requestID(request map[string]json.RawMessage) json.RawMessage {
	if id := request["id"]; len(id) > 0 {
		return id
	}
	return json.RawMessage("null")
}

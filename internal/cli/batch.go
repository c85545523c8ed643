package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"kustoconn/internal/ioerror"
	"kustoconn/report"
)

// batch runs the batch protocol: it reads one JSON object a line from standard
// input and writes what answer makes of it as one line, flushed as soon as it is
// made, so that a pipe can be driven interactively. A line that is no such object
// is answered with an error and its number, and the rest go on. Lines are answered
// on all processors, in order: answer is called by several goroutines.
func (a *app) batch(answer func(request map[string]json.RawMessage) (any, error)) error {
	return a.batchOf(func(out, line []byte) ([]byte, error) {
		request, err := requestOf(line)
		if err != nil {
			return out, err
		}
		reply, err := answer(request)
		if err != nil {
			return out, err
		}
		return appendValue(out, reply)
	})
}

// batchOf is batch for what appends its answers, without a line end, to out, and
// leaves out as it is where it returns an error.
func (a *app) batchOf(answer func(out, line []byte) ([]byte, error)) error {
	failed, err := a.answerChunks(func(out, line []byte, n int) ([]byte, bool) {
		out, bad := answer(out, line)
		if bad != nil {
			out, _ = appendValue(out, batchError{fmt.Sprintf("line %d: %v", n, bad), n}) // two fields that JSON has
		}
		return append(out, '\n'), bad == nil
	})
	if err == nil && failed {
		return errReported
	}
	return err
}

// batchError answers a line that is not a request. It never quotes it.
type batchError struct {
	Error string `json:"error"`
	Line  int    `json:"line"`
}

// requestOf reads the request on a line.
func requestOf(line []byte) (map[string]json.RawMessage, error) {
	if !utf8.Valid(line) {
		return nil, errors.New("not UTF-8")
	}
	var request map[string]json.RawMessage
	if err := json.Unmarshal(line, &request); err != nil || request == nil {
		return nil, errors.New("not a JSON object")
	}
	return request, nil
}

// stringRequest reads a request for a string: its id, as an answer repeats it, and
// "s". Most are seen to be plain without a parser of JSON.
func stringRequest(line []byte) (id json.RawMessage, s string, err error) {
	if id, s, ok := plainRequest(line); ok {
		return id, s, nil
	}
	request, err := requestOf(line)
	if err != nil {
		return nil, "", err
	}
	s, err = stringField(request, "s")
	return requestID(request), s, err
}

// plainRequest reads a request of the form that programs write, {"id":1,"s":"…"},
// with or without blanks behind the signs. It reports false for all others.
func plainRequest(line []byte) (id json.RawMessage, s string, ok bool) {
	rest, ok := bytes.CutPrefix(line, []byte(`{"id":`))
	if !ok || !utf8.Valid(line) {
		return nil, "", false
	}
	rest = bytes.TrimLeft(rest, " ")
	end := bytes.IndexByte(rest, ',')
	if end < 0 || !isPlainScalar(rest[:end]) {
		return nil, "", false
	}
	id, rest = rest[:end], bytes.TrimLeft(rest[end+1:], " ")
	if rest, ok = bytes.CutPrefix(rest, []byte(`"s":`)); !ok {
		return nil, "", false
	}
	raw, ok := bytes.CutSuffix(bytes.TrimRight(bytes.TrimLeft(rest, " "), " \r\n"), []byte("}"))
	switch {
	case !ok:
	case isPlainString(raw):
		return id, string(raw[1 : len(raw)-1]), true
	case len(raw) > 0 && raw[0] == '"' && json.Unmarshal(raw, &s) == nil:
		return id, s, true
	}
	return nil, "", false
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

package lsp

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/sourcegraph/jsonrpc2"
)

const (
	maxHeader = 4 << 10  // bytes of a frame's header lines together
	maxBody   = 64 << 20 // bytes of a message: some times the longest file that is read, escaped
)

// errFrame ends a connection whose frames cannot be told apart any more. It holds
// nothing of what was read.
var errFrame = errors.New("malformed frame")

// readFrame reads one message of the base protocol: header lines, an empty line, and
// as many bytes as Content-Length says. Memory grows as bytes arrive, not by what the
// header promises. The error is io.EOF between two frames, else errFrame or one of
// reading.
func readFrame(r *bufio.Reader) ([]byte, error) {
	length := -1
	for total, first := 0, true; ; first = false {
		line, err := r.ReadSlice('\n')
		if total += len(line); err == io.EOF && first && len(line) == 0 {
			return nil, io.EOF
		}
		if err != nil || total > maxHeader {
			return nil, errFrame
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" {
			break
		}
		name, value, found := strings.Cut(text, ":")
		if !found {
			return nil, errFrame
		}
		if !strings.EqualFold(strings.TrimSpace(name), "Content-Length") {
			continue
		}
		n, err := strconv.ParseUint(strings.TrimSpace(value), 10, 31)
		if err != nil || n > maxBody || length >= 0 {
			return nil, errFrame
		}
		length = int(n)
	}
	if length < 0 {
		return nil, errFrame
	}
	var body bytes.Buffer
	if n, err := io.CopyN(&body, r, int64(length)); err != nil || n != int64(length) {
		return nil, errFrame
	}
	return body.Bytes(), nil
}

// writeFrame writes one message.
func writeFrame(w io.Writer, body []byte) error {
	frame := make([]byte, 0, len(body)+40)
	frame = append(frame, "Content-Length: "...)
	frame = strconv.AppendInt(frame, int64(len(body)), 10)
	frame = append(append(frame, "\r\n\r\n"...), body...)
	_, err := w.Write(frame)
	return err
}

// stream is the connection's frames as messages.
type stream struct {
	r       *bufio.Reader
	writing sync.Mutex // held while w is written to, and closed read
	w       io.Writer
	closed  bool
}

// ReadObject reads the next message; a body that is none is refused and passed over.
func (s *stream) ReadObject(v any) error {
	for {
		body, err := readFrame(s.r)
		if err != nil {
			return err
		}
		switch {
		case !json.Valid(body):
			s.refuse(jsonrpc2.CodeParseError)
		case json.Unmarshal(body, v) != nil:
			s.refuse(jsonrpc2.CodeInvalidRequest)
		default:
			return nil
		}
	}
}

// refuse answers a body that is no message, of which nobody knows the id.
func (s *stream) refuse(code int64) {
	s.WriteObject(object{"jsonrpc": "2.0", "id": nil, "error": failure(code)}) // a lost connection ends reading
}

// WriteObject writes a message.
func (s *stream) WriteObject(v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.closed {
		return io.ErrClosedPipe
	}
	return writeFrame(s.w, body)
}

// Close ends writing; reading ends with what is read from.
func (s *stream) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.closed = true
	return nil
}

// Package filter masks the secrets of the Kusto connection strings in a
// stream of text: logs, tickets, JSON lines. It uses package recognize to
// find the strings and package bind to tell what of them is secret.
package filter

import (
	"errors"
	"io"
	"strings"

	"kustoconn/bind"
	"kustoconn/source"
)

const (
	// window is the length in bytes of the longest string whose parts are told
	// apart.
	window = 64 << 10
	// capacity is how much of the stream is held at a time. What is held beyond
	// the window is read once, the window twice.
	capacity = 4 * window
)

// Redact copies r to w and puts bind.Mask in place of each secret of each
// connection string or fragment of one. All else is copied byte for byte, text
// that is no UTF-8 too. A secret in a JSON or C-like literal is found through
// the literal's escapes, also where literals are nested, and the bytes that
// write it are masked.
//
// A string of more than 64 KiB is masked whole, up to the end of its literal or
// line. Memory is constant, time linear in the stream.
//
// The error is one of reading or writing. After an error of reading, what was
// read before it has been written.
func Redact(w io.Writer, r io.Reader) error {
	f := filter{w: w}
	buffer := make([]byte, capacity)
	var readErr error
	for held := 0; held > 0 || readErr == nil; {
		if readErr == nil {
			var n int
			n, readErr = io.ReadFull(r, buffer[held:])
			held += n
		}
		cut, err := f.redact(string(buffer[:held]), readErr != nil)
		if err != nil {
			return err
		}
		held = copy(buffer, buffer[cut:held])
	}
	if errors.Is(readErr, io.EOF) || errors.Is(readErr, io.ErrUnexpectedEOF) {
		return nil
	}
	return readErr
}

// filter is the state between one part of the stream and the next.
type filter struct {
	w       io.Writer
	literal bool // the part begins inside a literal
	hiding  bool // the part begins inside a string of more than a window
}

// redact writes the start of text, redacted, and returns how much of it that
// is, which is something. last says that the stream ends with text.
func (f *filter) redact(text string, last bool) (cut int, err error) {
	shown := f.skipHidden(text)
	regions := find(text[shown:], f.literal, 0)
	cut = len(text)
	if !last {
		cut = shown + f.cut(text[shown:], len(text)-window-shown, regions)
	}
	at := shown
	for _, r := range regions {
		r = r.shift(shown)
		if r.span.Start >= cut {
			break
		}
		if r.span.Len() > window {
			if _, err := io.WriteString(f.w, text[at:r.span.Start]+bind.Mask); err != nil {
				return 0, err
			}
			f.literal, f.hiding = r.literal, true
			return r.span.Start + f.skipHidden(text[r.span.Start:]), nil
		}
		for _, secret := range r.secrets {
			if _, err := io.WriteString(f.w, text[at:secret.Start]+bind.Mask); err != nil {
				return 0, err
			}
			at = secret.End
		}
	}
	_, err = io.WriteString(f.w, text[at:cut])
	return cut, err
}

// skipHidden returns how much of the start of text belongs to a string that is
// masked whole: all to the end of its literal or line.
func (f *filter) skipHidden(text string) int {
	if !f.hiding {
		return 0
	}
	end := lineEnd(text, 0)
	if f.literal {
		end = literalEnd(text, 0, end)
	}
	f.hiding = end == len(text)
	return end
}

// cut returns where the next part of the stream shall begin: at limit or, if
// it can be, at the line or literal before it; never inside a string. It notes
// whether that is inside a literal.
func (f *filter) cut(text string, limit int, regions []region) int {
	if limit <= 0 {
		return 0
	}
	cut := strings.LastIndexByte(text[:limit], '\n') + 1
	inside := false
	if cut == 0 {
		cut, inside = limit, f.literal
		for _, l := range literals(text[:limit], f.literal) {
			cut, inside = l.End, l.End == limit
		}
		if cut == 0 {
			cut = limit
		}
	}
	for _, r := range regions {
		if r.span.Start < cut && cut < r.span.End {
			cut, inside = r.span.End, r.literal
		}
	}
	f.literal = inside
	return cut
}

// region is a string in a text.
type region struct {
	span    source.Span
	secrets []source.Span // in order; inside span
	literal bool          // it stands in a literal
}

func (r region) shift(delta int) region {
	r.span = r.span.Shift(delta)
	shifted := make([]source.Span, len(r.secrets))
	for i, s := range r.secrets {
		shifted[i] = s.Shift(delta)
	}
	r.secrets = shifted
	return r
}

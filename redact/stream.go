package redact

import (
	"errors"
	"io"
	"slices"
	"strings"
)

const (
	// window is the length in bytes of the longest string whose parts are told
	// apart.
	window = 64 << 10
	// capacity is how much of the stream is held at a time. What is held beyond
	// the window is read once, the window twice.
	capacity = 4 * window
)

// Copy copies src to dst, such as a log, and puts Mask in place of each secret
// of each connection string or fragment of one. All else is copied byte for
// byte, text that is no UTF-8 too. A secret in a JSON or C-like literal is found
// through the literal's escapes, also where literals are nested, and the bytes
// that write it are masked.
//
// A string of more than 64 KiB is masked whole, up to the end of its literal or
// line. Memory is constant, time linear in the stream. What is read is written
// when 256 KiB have come or src ends.
//
// The error is one of reading or writing. After an error of reading, what was
// read before it has been written.
func Copy(dst io.Writer, src io.Reader) error {
	s := stream{w: dst}
	buffer := make([]byte, capacity)
	var readErr error
	for held := 0; held > 0 || readErr == nil; {
		if readErr == nil {
			var n int
			n, readErr = io.ReadFull(src, buffer[held:])
			held += n
		}
		cut, err := s.write(string(buffer[:held]), readErr != nil)
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

// stream is the state between one part of the stream and the next.
type stream struct {
	w       io.Writer
	literal bool // the part begins inside a literal
	hiding  bool // the part begins inside a string of more than a window
}

// write writes the start of text, masked, and returns how much of it that is,
// which is something. last says that the stream ends with text.
func (s *stream) write(text string, last bool) (cut int, err error) {
	shown := s.skipHidden(text)
	part, inside := text[shown:], s.literal
	regions := find(part, inside, 0)
	cut = len(part)
	if !last {
		cut = s.cut(part, len(part)-window, regions)
	}
	long := slices.IndexFunc(regions, func(r region) bool { return r.span.Len() > window && r.span.Start < cut })
	if long >= 0 {
		cut = regions[long].span.Start
		s.literal, s.hiding = regions[long].literal, true
	}
	out := mask(part[:cut], regions)
	if len(regions) > 0 {
		out = maskAgain(out, inside)
	}
	if long >= 0 {
		out += Mask
		cut += s.skipHidden(part[cut:])
	}
	_, err = io.WriteString(s.w, out)
	return shown + cut, err
}

// mask returns text with the secrets of those regions masked that lie in it.
func mask(text string, regions []region) string {
	var b strings.Builder
	at := 0
	for _, r := range regions {
		if r.span.End > len(text) {
			break
		}
		for _, secret := range r.secrets {
			b.WriteString(text[at:secret.Start])
			b.WriteString(Mask)
			at = secret.End
		}
	}
	if at == 0 {
		return text
	}
	b.WriteString(text[at:])
	return b.String()
}

// maskAgain masks what is a secret only now that others are masked, so that
// copying a copy changes nothing. Only texts made to trick it take more than one
// look.
func maskAgain(text string, inside bool) string {
	const maxLooks = 8
	for range maxLooks {
		masked := mask(text, find(text, inside, 0))
		if masked == text {
			break
		}
		text = masked
	}
	return text
}

// skipHidden returns how much of the start of text belongs to a string that is
// masked whole: all to the end of its literal or line.
func (s *stream) skipHidden(text string) int {
	if !s.hiding {
		return 0
	}
	end := lineEnd(text, 0)
	if s.literal {
		end = literalEnd(text, 0, end, '"')
	}
	s.hiding = end == len(text)
	return end
}

// cut returns where the next part of the stream shall begin: at limit or, if
// it can be, at the line or literal before it; never inside a string. It notes
// whether that is inside a literal.
func (s *stream) cut(text string, limit int, regions []region) int {
	if limit <= 0 {
		return 0
	}
	cut := strings.LastIndexByte(text[:limit], '\n') + 1
	inside := false
	if cut == 0 {
		cut, inside = limit, s.literal
		for _, l := range literals(text[:limit], s.literal) {
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
	s.literal = inside
	return cut
}

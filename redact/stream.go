package redact

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"strings"

	"kustoconn/internal/container"
	"kustoconn/internal/recognize"
	"kustoconn/placeholder"
	"kustoconn/source"
)

const (
	// window is the length in bytes of the longest string whose parts are told
	// apart.
	window = 64 << 10
	// capacity is how much of the stream is held at a time. Of a line that is longer,
	// what is held beyond the window is read once, the window twice.
	capacity = 4 * window
)

// Copy copies src to dst, such as a log, and puts Mask in place of each secret of each
// connection string or fragment of one, of each value of a secret's keyword, whoever's
// it is, and of what else can be known for a credential beside a host of Kusto. All
// else is copied byte for byte, text that is no UTF-8 too. A secret is found through
// what writes it (package internal/container says how many ways there are), also where
// one stands in another, and the bytes that write it are masked. Where the end of a
// secret can't be told it is masked up to the end of its literal or line.
//
// A line is written as soon as it has ended. A string of more than 64 KiB is masked
// whole, up to the end of its literal or line. Memory is constant, time linear in the
// stream.
//
// The error is one of reading or writing. After an error of reading, what was
// read before it has been written.
func Copy(dst io.Writer, src io.Reader) error { return CopyWith(dst, src, nil) }

// CopyWith is Copy with own placeholders, which are no secrets; nil for none.
func CopyWith(dst io.Writer, src io.Reader, placeholders *placeholder.Set) error {
	s := stream{looker: newLooker(placeholders), first: true}
	_, err := s.copyAll(dst, src)
	return err
}

// copyAll copies src, which s is at the start of, and returns how many masks it put.
func (s *stream) copyAll(dst io.Writer, src io.Reader) (masks int, err error) {
	src, err = s.copyLines(dst, src, window)
	if err != nil {
		return s.masks, err
	}
	buffer := make([]byte, window)
	rest, err := s.copy(dst, src, buffer)
	for err == nil && s.order != 0 { // a part in UTF-16
		src = io.MultiReader(bytes.NewReader(bytes.Clone(rest)), src)
		units := container.NewUTF16Reader(src, s.order)
		inside := stream{looker: s.looker, decoded: true, masks: s.masks}
		if _, err = inside.copy(container.NewUTF16Writer(dst, s.order), units, buffer); err != nil {
			return inside.masks, err
		}
		src = io.MultiReader(bytes.NewReader(units.Rest()), src)
		*s = stream{looker: s.looker, masks: inside.masks}
		rest, err = s.copy(dst, src, buffer)
	}
	return s.masks, err
}

// copy copies src, up to where its letters are of two bytes, if anywhere: then s.order
// says so, and rest is what was read of it.
func (s *stream) copy(dst io.Writer, src io.Reader, buffer []byte) (rest []byte, err error) {
	var readErr error
	searched := 0 // bytes without a line end
	for held := 0; held > 0 || readErr == nil; {
		if held == len(buffer) {
			buffer = append(buffer, make([]byte, min(held, capacity-held))...)
		}
		if readErr == nil {
			var n int
			n, readErr = src.Read(buffer[held:])
			held += n
		}
		if readErr == nil && held < capacity && bytes.IndexByte(buffer[searched:held], '\n') < 0 {
			searched = held
			continue
		}
		used := s.write(string(buffer[:held]), readErr != nil)
		if _, err := dst.Write(s.out); err != nil {
			return nil, err
		}
		if s.order != 0 {
			return buffer[used:held], nil
		}
		s.out = s.out[:0]
		held = copy(buffer, buffer[used:held])
		searched = 0
	}
	if errors.Is(readErr, io.EOF) {
		return nil, nil
	}
	return nil, readErr
}

// stream is the state between one line, or part of a long one, and the next.
type stream struct {
	looker
	out   []byte // what is to be written
	masks int    // that were put

	found   recognize.Plain // the last string of a plain line
	secrets []source.Span   // of such a line
	open    bool            // the last string of it ends in a secret

	literal bool            // the line goes on inside a literal
	hiding  bool            // and inside a string of more than a window
	first   bool            // nothing is read yet
	top     bool            // the line is the first one
	decoded bool            // the stream is UTF-16, decoded
	depth   int             // how many containers the lines stand in
	inside  bool            // the lines stand behind a prefix
	order   container.Order // of what begins where writing stopped
	unfinished
	prefixed prefixed
	logged   unfinished // by a line in an object
}

// write writes the lines of text, masked, and returns how much of it they are: all
// but the start of a line that has not ended. Of one that is longer than what is held
// that is something. last says that the stream ends with text. Where UTF-16 begins it
// stops, and sets s.order.
func (s *stream) write(text string, last bool) (used int) {
	return s.writeLines(&prefilter{text: text}, last)
}

// passesOver reports whether nothing is to be hidden in p's text, whole lines without a NUL.
func (s *stream) passesOver(p *prefilter) bool {
	return !s.first && !s.goesOn() && p.next(0) == len(p.text)
}

// writeLines is write for the text of p. It keeps nothing of that.
func (s *stream) writeLines(p *prefilter, last bool) (used int) {
	text := p.text
	zeros := strings.IndexByte(text, 0) >= 0
	isFirst := s.first
	if s.first {
		s.first = false
		if s.order = container.MarkedOrder(text); s.order != 0 {
			return 0
		}
	}
	zeros = zeros && !s.decoded
	for used < len(text) {
		hit := -1
		if !zeros && !s.goesOn() {
			hit = p.next(used)
			start := used + strings.LastIndexByte(text[used:hit], '\n') + 1
			s.out = append(s.out, text[used:start]...)
			used = start
		}
		end, ended := lineEnd(text, used)
		if zeros && (ended || last || used == 0 && len(text) >= capacity) {
			if s.order = container.OrderOf(text[used:end]); s.order != 0 {
				return used
			}
		}
		switch {
		case used == end:
		case ended || last:
			s.top = isFirst && used == 0
			if hit < 0 || !s.plain(text[used:end], p, used, hit) {
				s.line(strings.Clone(text[used:end]))
			}
			used = end
		case used > 0 || len(text) < capacity:
			return used
		default:
			if hit >= 0 {
				if used, ok := s.plainPart(p, hit); ok {
					return used
				}
			}
			return s.part(strings.Clone(text))
		}
	}
	return used
}

// goesOn reports whether the next line may go on with what an earlier one began.
func (s *stream) goesOn() bool {
	return s.literal || s.hiding || s.unfinished.any() || s.prefixed.last != "" || s.logged.any()
}

// lineEnd returns where the line ends that starts at offset at, behind its line feed,
// and whether it does. Lines that are one in their container end together.
func lineEnd(text string, at int) (end int, ended bool) {
	for end = at; ; {
		n := strings.IndexByte(text[end:], '\n')
		if n < 0 {
			return len(text), false
		}
		start := end
		end += n + 1
		if end-at > window || !container.GoesOn(text[start:end]) {
			return end, true
		}
		if end == len(text) {
			return end, false
		}
	}
}

// line writes a line, or the end of one whose parts are written.
func (s *stream) line(text string) {
	if n := s.skipHidden(text); n > 0 {
		text = text[n:]
	}
	s.out = append(s.out, s.masked(text)...)
	s.literal = false
}

// masked returns a line masked.
func (s *stream) masked(text string) string {
	regions := s.regions(text)
	secrets := keepLines(text, secretsOf(text, regions))
	out := maskSpans(text, source.Span{End: len(text)}, secrets)
	s.masks += len(secrets)
	if arePlain(text, secrets) {
		s.note(text, regions)
		return out
	}
	out, again := s.maskAgain(out)
	before := s.unfinished
	s.note(text, regions)
	s.call = cmp.Or(openCall(before.call, out), s.call) // as it reads once it is masked
	s.unmarked = s.mark != "" && !before.pem && (len(again) == 0 || again[len(again)-1].open == "")
	folds := unfinished{request: s.request, split: s.split, folded: s.folded}
	if s.unfinished == folds && (folds.folded || folds.split == "") {
		s.unfinished = unfinished{literal: before.literal && before.mark == "" && !before.pem, request: before.request}
		s.noteMasked(out, again)
		if folds.folded {
			s.split, s.folded = folds.split, true
		}
	}
	return out
}

// arePlain reports whether secrets are words that are the values of pairs in a text where
// no quotation marks stand but those around the literals of JSON, and read as the mask
// does, so that nothing around them reads otherwise once they are masked.
// BenchmarkCopyHits shows what it saves.
func arePlain(text string, secrets []source.Span) bool {
	if len(secrets) > 0 && (strings.ContainsAny(text, "'`\\") || strings.Contains(text, `="`) || strings.Count(text, `"`)%2 == 1) {
		return false
	}
	for _, s := range secrets {
		isMember := strings.HasSuffix(text[:s.Start], `":"`) && strings.HasPrefix(text[s.End:], `"`)
		if s.Start == 0 || text[s.Start-1] != '=' && !isMember || s.End < len(text) && strings.IndexByte("; \t\r\n\"", text[s.End]) < 0 {
			return false
		}
		if _, named := nextName(s.Slice(text), 0); named || !isDubious(s.Slice(text)) {
			return false
		}
		for i := s.Start; i < s.End; i++ {
			if c := text[i]; (!isWordByte(text, i) || c >= 0x80) && strings.IndexByte("~.-+/", c) < 0 {
				return false
			}
		}
	}
	return true
}

// maskAgain masks what is a secret only now that others are masked, so that
// copying a copy changes nothing, and returns the regions of its last look. Only texts
// made to trick it take more than one look.
func (s *stream) maskAgain(text string) (last string, regions []region) {
	const maxLooks = 8
	for looks := 1; ; looks++ {
		regions = s.findInLine(text)
		secrets := keepLines(text, secretsOf(text, regions))
		masked := maskSpans(text, source.Span{End: len(text)}, secrets)
		if masked == text || looks > maxLooks {
			return text, regions
		}
		for _, secret := range secrets {
			s.masks += max(0, 1-strings.Count(secret.Slice(text), Mask))
		}
		text = masked
	}
}

// regions returns the parts of a line that hold secrets. One of more than a window is
// secret to the end of its literal or line.
func (s *stream) regions(text string) []region {
	regions := s.findInLine(text)
	for i, r := range regions {
		if r.span.Len() <= window {
			continue
		}
		end := endOfLine(text, r.span.End)
		if r.literal {
			end = container.LiteralEnd(text, r.span.End, end)
		}
		whole := region{span: source.Span{Start: r.span.Start, End: end}}
		whole.secrets = []source.Span{whole.span}
		rest := regions[i+1:]
		for len(rest) > 0 && rest[0].span.Start < end {
			rest = rest[1:]
		}
		return append(append(regions[:i:i], whole), rest...)
	}
	return regions
}

// findInOne is findInLine for one line, or more that are read as one.
func (s *stream) findInOne(text string) []region {
	found := s.findInThis(text)
	if behind := append(s.findBehindPrefix(text), s.findInLogged(text)...); len(behind) > 0 {
		return merge(append(found, behind...))
	}
	return found
}

// findInThis is findInOne for what no line before tells that starts alike.
func (s *stream) findInThis(text string) []region {
	s.budget = readings*len(text) + 4<<10
	if s.literal {
		return s.lookBehind(`"`, text)
	}
	if !s.unfinished.any() {
		return s.lookAt(text)
	}
	return s.goOn(text)
}

// lookAt is look for a line or the rest of one.
func (s *stream) lookAt(text string) []region {
	if !mayHide(text) {
		return nil
	}
	return s.look(text, s.depth)
}

// lookBehind looks at text as if before stood in front of it.
func (s *stream) lookBehind(before, text string) []region {
	regions := s.lookAt(before + text)
	for i := range regions {
		r := &regions[i]
		r.span = behind(r.span, len(before))
		for k, secret := range r.secrets {
			r.secrets[k] = behind(secret, len(before))
		}
		r.secrets = Union(r.secrets)
	}
	return regions
}

func behind(s source.Span, n int) source.Span {
	return source.Span{Start: max(0, s.Start-n), End: max(0, s.End-n)}
}

// secretsOf returns the secrets of regions of text in order.
func secretsOf(text string, regions []region) (all []source.Span) {
	for _, r := range regions {
		for _, secret := range r.secrets {
			all = append(all, withMasks(text, secret))
		}
	}
	return Union(all)
}

// withMasks returns a secret with all of the masks that it starts or ends amid: half of one, as what emphasis
// leaves of it, would be masked anew each time.
func withMasks(text string, secret source.Span) source.Span {
	for n := 1; n < len(Mask) && !secret.Empty() && secret.Start > 0 && text[secret.Start-1:secret.Start+1] == "**"; n++ {
		secret.Start--
	}
	for n := 1; n < len(Mask) && !secret.Empty() && secret.End < len(text) && text[secret.End-1:secret.End+1] == "**"; n++ {
		secret.End++
	}
	return secret
}

// endOfLine returns the offset of the line end at or behind offset at.
func endOfLine(text string, at int) int { return at + lineLength(text[at:]) }

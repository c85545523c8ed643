package container

import (
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Order is the order of the two bytes of a UTF-16 unit. The zero Order is that of
// text which is no UTF-16.
type Order int

// The orders.
const (
	_ Order = iota
	LittleEndian
	BigEndian
)

// OrderOf says by its content whether the start of line is UTF-16, which may be cut
// anywhere. The cost is bounded.
func OrderOf(line string) Order {
	const most = 4 << 10
	line = line[:min(len(line), most)]
	if strings.IndexByte(line, 0) < 0 || startsASCII([]byte(line[:min(len(line), asciiRun)])) == asciiRun {
		return 0
	}
	zeros := [2]int{}
	for i := range len(line) {
		if line[i] == 0 {
			zeros[i%2]++
		}
	}
	more, fewer := max(zeros[0], zeros[1]), min(zeros[0], zeros[1])
	const share = 4 // of the units, those of the Latin alphabet
	switch {
	case more < 2 || fewer*8 > more || more*2*share < len(line):
		return 0
	case zeros[0] > zeros[1]:
		return BigEndian
	}
	return LittleEndian
}

// MarkedOrder returns the order that a byte order mark at the start of a text says.
func MarkedOrder(text string) Order {
	switch {
	case strings.HasPrefix(text, "\xff\xfe"):
		return LittleEndian
	case strings.HasPrefix(text, "\xfe\xff"):
		return BigEndian
	}
	return 0
}

// UTF16Reader reads UTF-16 as UTF-8. A surrogate without another is read as three bytes, as if
// it were a letter, so that UTF16Writer writes whatever was read back byte for byte. It
// ends where text of one byte a letter begins.
type UTF16Reader struct {
	src   io.Reader
	order Order
	raw   []byte // read, and not decoded
	out   []byte // decoded, and not given out
	err   error
}

// NewUTF16Reader returns a reader of src.
func NewUTF16Reader(src io.Reader, order Order) *UTF16Reader {
	return &UTF16Reader{src: src, order: order}
}

// Rest returns what was read of the source and is no UTF-16: what begins where the
// reader ended, or the half of a unit.
func (r *UTF16Reader) Rest() []byte { return r.raw }

// Read is that of io.Reader. Its error is that of the source, or io.EOF.
func (r *UTF16Reader) Read(p []byte) (int, error) {
	const block = 4 << 10
	for len(r.out) == 0 && r.err == nil {
		held := len(r.raw)
		r.raw = append(r.raw, make([]byte, block)...)
		n, err := r.src.Read(r.raw[held:])
		r.raw, r.err = r.raw[:held+n], err
		r.decode()
	}
	n := copy(p, r.out)
	if r.out = r.out[n:]; n == 0 && len(p) > 0 {
		return 0, r.err
	}
	return n, nil
}

// decode decodes what is held, but for units that can't be told yet.
func (r *UTF16Reader) decode() {
	at := 0
	for ; at+2 <= len(r.raw); at += 2 {
		ascii := startsASCII(r.raw[at:])
		if ascii == asciiRun {
			r.err = io.EOF
			break
		}
		if at+ascii == len(r.raw) && r.err == nil {
			break
		}
		unit := r.unit(at)
		if utf16.IsSurrogate(unit) {
			if at+4 > len(r.raw) && r.err == nil {
				break
			}
			if at+4 <= len(r.raw) {
				if pair := utf16.DecodeRune(unit, r.unit(at+2)); pair != utf8.RuneError {
					r.out = utf8.AppendRune(r.out, pair)
					at += 2
					continue
				}
			}
			r.out = append(r.out, 0xe0|byte(unit>>12), 0x80|byte(unit>>6&0x3f), 0x80|byte(unit&0x3f))
			continue
		}
		r.out = utf8.AppendRune(r.out, unit)
	}
	r.raw = append(r.raw[:0], r.raw[at:]...)
}

func (r *UTF16Reader) unit(at int) rune {
	if r.order == BigEndian {
		return rune(r.raw[at])<<8 | rune(r.raw[at+1])
	}
	return rune(r.raw[at]) | rune(r.raw[at+1])<<8
}

// asciiRun is how many bytes of ASCII in a row are text of one byte a letter: as units
// they would be a dozen rare signs.
const asciiRun = 24

// startsASCII returns how many bytes of ASCII raw starts with, up to asciiRun.
func startsASCII(raw []byte) (n int) {
	for n < min(len(raw), asciiRun) && isASCIIText(raw[n]) {
		n++
	}
	return n
}

func isASCIIText(c byte) bool { return ' ' <= c && c <= '~' || c == '\t' || c == '\n' || c == '\r' }

// UTF16Writer writes what UTF16Reader reads as UTF-16.
type UTF16Writer struct {
	dst   io.Writer
	order Order
	held  []byte // the start of a letter
}

// NewUTF16Writer returns a writer to dst.
func NewUTF16Writer(dst io.Writer, order Order) *UTF16Writer {
	return &UTF16Writer{dst: dst, order: order}
}

// Write is that of io.Writer. The start of a letter at the end of p is kept for the
// next call.
func (w *UTF16Writer) Write(p []byte) (int, error) {
	text := append(w.held, p...)
	out := make([]byte, 0, 2*len(text))
	at := 0
	for at < len(text) && (utf8.FullRune(text[at:]) || len(text)-at >= utf8.UTFMax) {
		r, size := utf8.DecodeRune(text[at:])
		if s := text[at:]; s[0] == 0xed && len(s) > 1 && s[1] >= 0xa0 {
			if len(s) < 3 {
				break
			}
			r, size = rune(s[0]&0xf)<<12|rune(s[1]&0x3f)<<6|rune(s[2]&0x3f), 3
		}
		at += size
		if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
			out = w.append(out, high)
			r = low
		}
		out = w.append(out, r)
	}
	w.held = append([]byte(nil), text[at:]...)
	_, err := w.dst.Write(out)
	return len(p), err
}

func (w *UTF16Writer) append(out []byte, unit rune) []byte {
	if w.order == BigEndian {
		return append(out, byte(unit>>8), byte(unit))
	}
	return append(out, byte(unit), byte(unit>>8))
}

package escape

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// Unescape appends file[span] to b, handing what starts with a byte of
// starters to read: it returns the text written there and how many bytes
// write it, or 0 bytes where the starter stands for itself. An empty span is the
// place of an empty text. Linear in the span, but for what read costs.
func Unescape(b *piece.Builder, file string, span source.Span, starters string, read func(rest string) (text string, n int)) {
	if span.Empty() {
		b.Escape("", source.At(span.Start))
		return
	}
	plain := span.Start
	for i := span.Start; i < span.End; {
		k := strings.IndexAny(file[i:span.End], starters)
		if k < 0 {
			break
		}
		i += k
		text, n := read(file[i:span.End])
		if n == 0 || file[i:i+n] == text {
			i += max(n, 1)
			continue
		}
		b.Copy(file, source.Span{Start: plain, End: i})
		b.Escape(text, source.Span{Start: i, End: i + n})
		i += n
		plain = i
	}
	b.Copy(file, source.Span{Start: plain, End: span.End})
}

// Reader returns what Unescape wants of a table: the escape at the start of a
// text, by Table.Read.
func (e *Table) Reader() func(rest string) (text string, n int) {
	return func(rest string) (string, int) {
		text, n, _ := e.Read(rest, 0)
		return text, n
	}
}

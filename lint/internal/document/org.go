package document

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// ReadOrg reads Org mode: a source block is read by the reader of its language, text
// between = or ~ is verbatim, lines behind # are Comments. Linear in text, up to the
// number of formats nested in one another.
func ReadOrg(text string, inner piece.Dispatcher) piece.File {
	r := orgReader{writer: writer{text: text, inner: inner}}
	for pos := 0; pos < len(text); {
		pos = r.block(pos)
	}
	return r.out
}

type orgReader struct {
	writer
	openBlock bool // one was found that nothing ends: others are not looked for
}

// block reads a line, or the block that it begins, and returns what follows.
func (r *orgReader) block(pos int) int {
	end, next := source.AnyLineEnd(r.text, pos)
	line := strings.TrimSpace(r.text[pos:end])
	words := strings.Fields(line)
	switch {
	case line == "":
	case len(words) > 1 && strings.EqualFold(words[0], "#+begin_src"):
		if stop, after := r.blockEnd(next, "#+end_src"); after > 0 {
			part := piece.Verbatim(piece.Plain, r.text, source.Span{Start: next, End: stop})
			if part.Text != "" {
				r.nested(words[1], part)
			}
			return after
		}
		r.lines(source.Span{Start: pos, End: end})
	case line == "#" || strings.HasPrefix(line, "# "):
		r.comment(source.Span{Start: pos + strings.IndexByte(r.text[pos:end], '#') + 1, End: end}.Trim(r.text, " \t"))
	case strings.HasPrefix(line, "#+"), strings.HasPrefix(line, ": "):
		r.lines(source.Span{Start: pos, End: end})
	default:
		r.inline(source.Span{Start: pos, End: end})
	}
	return next
}

// blockEnd returns where the line starts that ends a block, and the next one; 0 where
// none does.
func (r *orgReader) blockEnd(pos int, mark string) (end, next int) {
	for start := pos; start < len(r.text) && !r.openBlock; {
		end, next := source.AnyLineEnd(r.text, start)
		if strings.EqualFold(strings.TrimSpace(r.text[start:end]), mark) {
			return start, next
		}
		start = next
	}
	r.openBlock = true
	return 0, 0
}

// inline reads a line of running text.
func (r *orgReader) inline(line source.Span) {
	rest := line.Start
	closed := [2]bool{} // marks that nothing closes any more on the line
	for i := line.Start; i < line.End; i++ {
		k := strings.IndexByte("=~", r.text[i])
		if k < 0 || closed[k] || i > line.Start && strings.IndexByte(" \t-({'\"", r.text[i-1]) < 0 {
			continue
		}
		end := r.verbatimEnd(i, line.End)
		if end < 0 {
			closed[k] = true
			continue
		}
		r.lines(source.Span{Start: rest, End: i})
		r.verbatim(source.Span{Start: i + 1, End: end}, r.text[i:i+1])
		i, rest = end, end+1
	}
	r.lines(source.Span{Start: rest, End: line.End})
}

// verbatimEnd returns where the mark is that closes the one at an offset, or -1.
// Source: the Org manual, "Emphasis and Monospace", and org-emphasis-regexp-components.
func (r *orgReader) verbatimEnd(start, limit int) int {
	for i := start + 2; i < limit; i++ {
		if r.text[i] == r.text[start] && strings.IndexByte(" \t", r.text[i-1]) < 0 && strings.IndexByte(" \t", r.text[start+1]) < 0 &&
			(i+1 == limit || strings.IndexByte(" \t-.,:!?;'\")}\\[", r.text[i+1]) >= 0) {
			return i
		}
	}
	return -1
}

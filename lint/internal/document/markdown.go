// Package document reads documents, which are text for people with other formats
// inside: Markdown and notebooks.
package document

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// ReadMarkdown reads Markdown: a fenced block is read by the reader of the
// language that its info string names, inline code and running text are Plain
// pieces, HTML comments are Comments, YAML or TOML at the top is read as such.
// Linear in text, up to the number of formats nested in one another.
func ReadMarkdown(text string, inner piece.Dispatcher) piece.File {
	r := markdownReader{writer{text: text, inner: inner}}
	pos := r.frontMatter()
	for pos < len(text) {
		pos = r.block(pos)
	}
	return r.out
}

type markdownReader struct{ writer }

// frontMatter reads the settings between --- or +++ lines at the top and
// returns where the document goes on.
func (r *markdownReader) frontMatter() int {
	format := map[string]string{"---": "yaml", "+++": "toml"}
	end, start := source.AnyLineEnd(r.text, 0)
	mark := r.text[:end]
	if format[mark] == "" {
		return 0
	}
	for pos := start; pos < len(r.text); {
		end, next := source.AnyLineEnd(r.text, pos)
		if r.text[pos:end] == mark {
			r.nested(format[mark], piece.Verbatim(piece.Plain, r.text, source.Span{Start: start, End: pos}))
			return next
		}
		pos = next
	}
	return 0
}

// block reads the fenced block, HTML comment or paragraph at the start of a
// line and returns where the next one starts.
func (r *markdownReader) block(pos int) int {
	end, next := source.AnyLineEnd(r.text, pos)
	line := r.text[pos:end]
	if f, ok := openFence(line); ok {
		return r.fenced(f, next)
	}
	stop := next
	for stop < len(r.text) && strings.TrimSpace(line) != "" && !strings.Contains(line, "<!--") {
		end, next := source.AnyLineEnd(r.text, stop)
		if startsBlock(r.text[stop:end]) {
			break
		}
		line = r.text[stop:end]
		stop = next
	}
	return r.paragraph(pos, stop)
}

// startsBlock reports whether a line cannot go on with the paragraph before it.
func startsBlock(line string) bool {
	trimmed := strings.TrimLeft(line, " \t>")
	if trimmed == "" || strings.IndexByte("#|-*+", trimmed[0]) >= 0 {
		return true
	}
	digits := len(trimmed) - len(strings.TrimLeft(trimmed, "0123456789"))
	if digits > 0 && digits < len(trimmed) && strings.IndexByte(".)", trimmed[digits]) >= 0 {
		return true
	}
	_, ok := openFence(line)
	return ok
}

// fence is the line that opens a fenced block.
type fence struct {
	mark     byte // ` or ~
	size     int
	indent   int  // columns before it
	quoted   bool // it stands in a block quote
	language string
}

// openFence reads a line as the start of a fenced block, maybe in a list or a
// block quote.
func openFence(line string) (fence, bool) {
	body := strings.TrimLeft(line, " \t>")
	for _, bullet := range []string{"- ", "* ", "+ "} {
		if rest, ok := strings.CutPrefix(body, bullet); ok {
			body = strings.TrimLeft(rest, " \t")
		}
	}
	digits := strings.TrimLeft(body, "0123456789")
	if len(digits) < len(body) && len(digits) > 1 && (digits[:2] == ". " || digits[:2] == ") ") {
		body = strings.TrimLeft(digits[2:], " \t")
	}
	if body == "" || body[0] != '`' && body[0] != '~' {
		return fence{}, false
	}
	info := strings.TrimLeft(body, body[:1])
	f := fence{mark: body[0], size: len(body) - len(info), indent: len(line) - len(body)}
	f.quoted = strings.HasPrefix(strings.TrimLeft(line, " \t"), ">")
	f.language = fenceLanguage(info)
	ok := f.size >= 3 && (f.mark == '~' || !strings.Contains(info, "`"))
	return f, ok
}

// fenceLanguage returns the language of an info string: ```c# title, ```{python}
// and ```azurecli-interactive all name one.
func fenceLanguage(info string) string {
	info = strings.TrimLeft(strings.TrimSpace(info), "{.")
	if i := strings.IndexAny(info, " \t,:;{}"); i >= 0 {
		info = info[:i]
	}
	return strings.TrimSuffix(strings.ToLower(info), "-interactive")
}

// closes reports whether line ends the block.
func (f fence) closes(line string) bool {
	line = strings.Trim(line, " \t>")
	return len(line) >= f.size && strings.Trim(line, string(f.mark)) == ""
}

// content returns where a line of the block starts after what stands before it
// in each line: the block quote's marks and the fence's own indentation.
func (f fence) content(text string, line source.Span) int {
	i := line.Start
	for i < line.End && i < line.Start+f.indent && (text[i] == ' ' || text[i] == '\t' || f.quoted && text[i] == '>') {
		i++
	}
	return i
}

// fenced reads the block whose lines start at start.
func (r *markdownReader) fenced(f fence, start int) int {
	var b piece.Builder
	pos := start
	ending := source.Span{} // the line end before pos
	for pos < len(r.text) {
		end, next := source.AnyLineEnd(r.text, pos)
		line := source.Span{Start: pos, End: end}
		if f.quoted && !strings.HasPrefix(strings.TrimLeft(line.Slice(r.text), " \t"), ">") {
			break
		}
		if f.closes(line.Slice(r.text)) {
			pos = next
			break
		}
		from := f.content(r.text, line)
		if !ending.Empty() {
			appendLineEnd(&b, r.text, ending, from)
		}
		b.Copy(r.text, source.Span{Start: from, End: end})
		ending = source.Span{Start: end, End: next}
		pos = next
	}
	if !ending.Empty() {
		b.Copy(r.text, ending)
	}
	if b.Len() > 0 {
		r.nested(f.language, b.Piece(piece.Plain))
	}
	return pos
}

// appendLineEnd appends a line end together with what is left out before next.
func appendLineEnd(b *piece.Builder, file string, span source.Span, next int) {
	if span.End == next {
		b.Copy(file, span)
		return
	}
	b.Escape(span.Slice(file), source.Span{Start: span.Start, End: next})
}

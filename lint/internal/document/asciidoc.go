package document

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// ReadAsciiDoc reads AsciiDoc: a listing is read by the reader of the language that
// its [source] line names, literal blocks, inline code and running text are Plain
// pieces. Linear in text, up to the number of formats nested in one another.
func ReadAsciiDoc(text string, inner piece.Dispatcher) piece.File {
	r := asciiDocReader{writer: writer{text: text, inner: inner}}
	for pos := 0; pos < len(text); {
		pos = r.block(pos)
	}
	return r.out
}

type asciiDocReader struct {
	writer
	language string // of the next listing
	listing  bool   // a [source] line was read
}

// block reads the line at pos with the block that it opens.
func (r *asciiDocReader) block(pos int) (next int) {
	end, next := source.AnyLineEnd(r.text, pos)
	line := strings.TrimRight(r.text[pos:end], " \t")
	language, listing := r.language, r.listing
	r.language, r.listing = "", false
	switch {
	case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
		r.language, r.listing = sourceAttributes(line[1 : len(line)-1])
		if !r.listing {
			r.language, r.listing = language, listing
		}
		r.asciiProse(source.Span{Start: pos, End: end})
		return next
	case strings.HasPrefix(line, "//") && len(line) > 3 && strings.Trim(line, "/") == "":
		return r.delimited(next, line, func(span source.Span) { r.comment(span) })
	case strings.HasPrefix(line, "//") && !strings.HasPrefix(line, "///"):
		r.comment(source.Span{Start: pos + 2, End: end})
		return next
	case isListing(line):
		return r.delimited(next, line, func(span source.Span) { r.nested(language, piece.Verbatim(piece.Plain, r.text, span)) })
	case strings.HasPrefix(line, "```"):
		language = fenceLanguage(line[3:])
		return r.delimited(next, "```", func(span source.Span) { r.nested(language, piece.Verbatim(piece.Plain, r.text, span)) })
	case strings.HasPrefix(line, ".") && len(line) > 1 && line[1] != '.' && line[1] != ' ':
		r.language, r.listing = language, listing // a title stands between
	case listing && line != "":
		stop := r.paragraphEnd(pos)
		r.nested(language, piece.Verbatim(piece.Plain, r.text, source.Span{Start: pos, End: stop}))
		return stop
	}
	r.inline(source.Span{Start: pos, End: end})
	return next
}

// sourceAttributes returns the language of [source,language] and its like.
func sourceAttributes(list string) (language string, listing bool) {
	parts := strings.Split(list, ",")
	style, _, _ := strings.Cut(strings.TrimSpace(parts[0]), "%")
	switch style {
	case "source", "listing", "":
	default:
		return "", false
	}
	if len(parts) == 1 {
		return "", style != ""
	}
	return strings.ToLower(strings.Trim(parts[1], " \"'")), true
}

func isListing(line string) bool {
	return len(line) >= 4 && (strings.Trim(line, "-") == "" || strings.Trim(line, ".") == "" || strings.Trim(line, "+") == "")
}

// delimited reads the block from start to the line that is its delimiter, or to the
// end.
func (r *asciiDocReader) delimited(start int, delimiter string, read func(source.Span)) (next int) {
	for pos := start; pos < len(r.text); {
		end, next := source.AnyLineEnd(r.text, pos)
		if strings.TrimRight(r.text[pos:end], " \t") == delimiter {
			if pos > start {
				read(source.Span{Start: start, End: pos})
			}
			return next
		}
		pos = next
	}
	if start < len(r.text) {
		read(source.Span{Start: start, End: len(r.text)})
	}
	return len(r.text)
}

// paragraphEnd returns where the lines end that are not blank.
func (r *asciiDocReader) paragraphEnd(pos int) int {
	for pos < len(r.text) && !blankLine(r.text, pos) {
		_, pos = source.AnyLineEnd(r.text, pos)
	}
	return pos
}

// inline reads running text with the code in it.
func (r *asciiDocReader) inline(line source.Span) {
	from := line.Start
	for from < line.End {
		n := strings.IndexByte(r.text[from:line.End], '`')
		if n < 0 {
			break
		}
		open := from + n
		size := strings.IndexByte(r.text[open+1:line.End], '`')
		if size < 0 {
			break
		}
		r.asciiProse(source.Span{Start: from, End: open})
		code := source.Span{Start: open + 1, End: open + 1 + size}
		if inside := code.Slice(r.text); len(inside) > 2 && inside[0] == '+' && inside[len(inside)-1] == '+' {
			code = source.Span{Start: code.Start + 1, End: code.End - 1}
		}
		r.verbatim(code, "`+")
		from = open + 1 + size + 1
	}
	r.asciiProse(source.Span{Start: from, End: line.End})
}

func (r *asciiDocReader) asciiProse(span source.Span) {
	r.prose(span, "&", func(rest string) (string, int) { return unescapeMarkdown(rest) }, func(s string) (string, bool) {
		return s, s == strings.Trim(s, " \t") && !strings.ContainsAny(s, "\r\n`*_+#^~<>{}&\\")
	})
}

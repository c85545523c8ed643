package document

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// ReadHTTP reads a file of HTTP requests (.http, .rest), which ### lines separate:
// variables and headers are values, a body is read by the reader of its format, JSON
// above all, and # and // lines are Comments. Linear in text.
func ReadHTTP(text string, inner piece.Dispatcher) piece.File {
	r := httpReader{writer: writer{text: text, inner: inner}}
	for pos := 0; pos < len(text); {
		pos = r.line(pos)
	}
	return r.out
}

type httpReader struct {
	writer
	request bool   // a request's first line was read
	format  string // of its body, as its headers say
}

// line reads a line, or the body that starts behind it, and returns what follows.
func (r *httpReader) line(pos int) (next int) {
	end, next := source.AnyLineEnd(r.text, pos)
	line := r.text[pos:end]
	switch {
	case strings.HasPrefix(line, "###"):
		r.request, r.format = false, ""
		r.comment(source.Span{Start: pos + len("###"), End: end})
	case strings.HasPrefix(line, "#"):
		r.comment(source.Span{Start: pos + 1, End: end})
	case strings.HasPrefix(line, "//"):
		r.comment(source.Span{Start: pos + len("//"), End: end})
	case strings.TrimSpace(line) == "" && r.request:
		return r.body(next)
	case strings.HasPrefix(line, "@"):
		r.value(source.Span{Start: pos + 1, End: end}, "=")
	case r.request && strings.Contains(line, ":") && indentation(line) == 0:
		r.value(source.Span{Start: pos, End: end}, ":")
	default:
		r.request = r.request || strings.TrimSpace(line) != ""
		r.lines(source.Span{Start: pos, End: end})
	}
	return next
}

// value keeps a header or a variable.
func (r *httpReader) value(span source.Span, separator string) {
	name, value, ok := strings.Cut(span.Slice(r.text), separator)
	if !ok {
		r.lines(span)
		return
	}
	key := (source.Span{Start: span.Start, End: span.Start + len(name)}).Trim(r.text, " \t")
	at := (source.Span{Start: span.End - len(value), End: span.End}).Trim(r.text, " \t")
	p := piece.Verbatim(piece.Value, r.text, at)
	p.Key, p.KeySpan = key.Slice(r.text), key
	p.Escape = func(s string) (string, bool) { return s, !escape.HasControl(s) && s == strings.TrimSpace(s) }
	r.out.Pieces = append(r.out.Pieces, p)
	if strings.EqualFold(p.Key, "Content-Type") {
		for _, format := range []string{"json", "xml"} {
			if strings.Contains(strings.ToLower(value), format) {
				r.format = format
			}
		}
	}
}

// body reads what stands before the next request.
func (r *httpReader) body(start int) (next int) {
	next = len(r.text)
	for pos := start; pos < len(r.text); {
		end, after := source.AnyLineEnd(r.text, pos)
		if strings.HasPrefix(r.text[pos:end], "###") {
			next = pos
			break
		}
		pos = after
	}
	body := source.Span{Start: start, End: next}
	r.request = false
	if strings.TrimSpace(body.Slice(r.text)) == "" {
		return next
	}
	format := r.format
	switch strings.TrimSpace(body.Slice(r.text))[0] {
	case '{', '[':
		format = "json"
	case '<':
		format = "xml"
	}
	if format == "" {
		r.lines(body)
		return next
	}
	r.nested(format, piece.Verbatim(piece.Plain, r.text, body))
	return next
}

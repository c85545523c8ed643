package extract

import (
	"strconv"
	"strings"

	"github.com/tailscale/hujson"

	"kustoconn/source"
)

// ReadJSON reads JSON, also with comments and trailing commas (JSONC). Each
// string, number and boolean that is a value is a piece; only strings can be
// edited. Linear in text.
func ReadJSON(text string) File {
	root, fault, ok := parseJSON(text)
	if !ok {
		return fault
	}
	r := jsonReader{text: text}
	r.value(root)
	return r.out
}

// ReadJSONLines reads a JSON value on each line. A line that is none is plain.
func ReadJSONLines(text string) File {
	var f File
	for start := 0; start < len(text); {
		end, next := lineEnd(text, start)
		line := standing(Plain, text, source.Span{Start: start, End: end})
		f.add(ReadJSON(line.Text).Through(line))
		start = next
	}
	return f
}

// parseJSON returns text's tree, or what to return in its stead.
func parseJSON(text string) (root hujson.Value, fault File, ok bool) {
	if at := tooDeepJSON(text); at >= 0 {
		return root, asPlain(text, at, "JSON nested too deeply: read as plain text"), false
	}
	// hujson wants a line end after a line comment.
	root, err := hujson.Parse([]byte(text + "\n"))
	if err != nil {
		return root, asPlain(text, 0, "not valid JSON: read as plain text"), false
	}
	return root, File{}, true
}

// tooDeepJSON returns where brackets nest deeper than maxDepth, or -1. hujson
// has no bound of its own.
func tooDeepJSON(text string) int {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			for i++; i < len(text) && text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
		case '/':
			if end := commentEnd(text, i); end > i {
				i = end - 1
			}
		case '[', '{':
			if depth++; depth > maxDepth {
				return i
			}
		case ']', '}':
			depth--
		}
	}
	return -1
}

// commentEnd returns the end of the // or /* */ comment at start, or start
// where there is none.
func commentEnd(text string, start int) int {
	switch rest := text[start:]; {
	case strings.HasPrefix(rest, "//"):
		end, _ := lineEnd(text, start)
		return end
	case strings.HasPrefix(rest, "/*"):
		if n := strings.Index(rest[2:], "*/"); n >= 0 {
			return start + 2 + n + 2
		}
		return len(text)
	}
	return start
}

type jsonReader struct {
	text    string
	path    keyPath
	keySpan source.Span
	out     File
}

func (r *jsonReader) value(v hujson.Value) {
	r.comments(v.StartOffset-len(v.BeforeExtra), v.BeforeExtra)
	inner, innerEnd := hujson.Extra(nil), v.EndOffset-1
	switch t := v.Value.(type) {
	case *hujson.Object:
		for _, m := range t.Members {
			r.member(m)
		}
		inner = t.AfterExtra
	case *hujson.Array:
		span := r.keySpan
		for i, e := range t.Elements {
			r.keySpan = span
			r.path = append(r.path, strconv.Itoa(i))
			r.value(e)
			r.path = r.path[:len(r.path)-1]
		}
		inner = t.AfterExtra
	case hujson.Literal:
		r.literal(t.Kind(), source.Span{Start: v.StartOffset, End: v.EndOffset})
	}
	r.comments(innerEnd-len(inner), inner)
	r.comments(v.EndOffset, v.AfterExtra)
}

func (r *jsonReader) member(m hujson.ObjectMember) {
	r.comments(m.Name.StartOffset-len(m.Name.BeforeExtra), m.Name.BeforeExtra)
	r.comments(m.Name.EndOffset, m.Name.AfterExtra)
	inner := source.Span{Start: m.Name.StartOffset + 1, End: m.Name.EndOffset - 1}
	var name Builder
	unescapeJSON(&name, r.text, inner)
	r.path = append(r.path, name.Piece(Value).Text)
	r.keySpan = inner
	r.value(m.Value)
	r.path = r.path[:len(r.path)-1]
}

func (r *jsonReader) literal(kind hujson.Kind, span source.Span) {
	var p Piece
	switch kind {
	case '"':
		var b Builder
		unescapeJSON(&b, r.text, source.Span{Start: span.Start + 1, End: span.End - 1})
		p = b.Piece(Value)
		p.Escape = escapeBackslash
	case 'n':
		return
	default:
		p = standing(Value, r.text, span)
		p.Escape = refuse
	}
	p.Key, p.KeySpan = r.path.String(), r.keySpan
	r.out.Pieces = append(r.out.Pieces, p)
}

// comments adds the comments among the white space that starts at offset.
func (r *jsonReader) comments(offset int, extra hujson.Extra) {
	r.out.Pieces = appendSlashComments(r.out.Pieces, r.text, offset, min(offset+len(extra), len(r.text)))
}

// appendSlashComments adds the // and /* */ comments of text[start:end], which
// holds only those and white space.
func appendSlashComments(pieces []Piece, text string, start, end int) []Piece {
	for i := start; i < end; i++ {
		stop := commentEnd(text, i)
		if stop == i {
			continue
		}
		inner := source.Span{Start: i + 2, End: stop}
		closing := ""
		if text[i+1] == '*' && strings.HasSuffix(inner.Slice(text), "*/") {
			closing = "*/"
		}
		inner.End -= len(closing)
		p := standing(Comment, text, inner)
		p.Escape = escapeInComment(closing)
		pieces = append(pieces, p)
		i = stop - 1
	}
	return pieces
}

// escapeInComment writes text of one line that does not close the comment.
func escapeInComment(closing string) func(string) (string, bool) {
	return func(s string) (string, bool) {
		ok := !hasControl(s)
		for _, c := range closing {
			// One of its characters may meet the others in the text around it.
			ok = ok && !strings.ContainsRune(s, c)
		}
		return s, ok
	}
}

// unescapeJSON appends the inside of the string literal at span.
func unescapeJSON(b *Builder, text string, span source.Span) {
	unescape(b, text, span, `\`, func(rest string) (string, int) {
		if len(rest) < 2 {
			return "", 0
		}
		if rest[1] == 'u' {
			return utf16Escape(rest)
		}
		if i := strings.IndexByte(`"\/bfnrt`, rest[1]); i >= 0 {
			return "\"\\/\b\f\n\r\t"[i : i+1], 2
		}
		return "", 0
	})
}

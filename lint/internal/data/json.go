// Package data reads data formats: JSON, YAML, TOML, XML, INI, properties, dotenv
// and HCL. Each value is a piece under its path of keys, each comment is one too.
//
// How to add a data format is told in ARCHITECTURE.md.
package data

import (
	"strconv"
	"strings"

	"github.com/tailscale/hujson"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/source"
)

// ReadJSON reads JSON, also with comments and trailing commas (JSONC), and JSON5.
// Each string, number and boolean that is a value is a piece, and so is a key that
// may hold a string; only strings can be edited. Linear in text.
func ReadJSON(text string) piece.File {
	j, fault, ok := ParseJSON(text)
	if !ok {
		if f, ok := readJSON5(text); ok {
			decodeSecrets(f.Pieces)
			return f
		}
		return fault
	}
	j.Read(j.Root)
	decodeSecrets(j.File.Pieces)
	return j.File
}

// ReadJSONLines reads a JSON value on each line. A line that is none is plain.
func ReadJSONLines(text string) piece.File {
	var f piece.File
	for start := 0; start < len(text); {
		end, next := source.AnyLineEnd(text, start)
		line := piece.Verbatim(piece.Plain, text, source.Span{Start: start, End: end})
		f.Append(ReadJSON(line.Text).Through(line))
		start = next
	}
	return f
}

// ParseJSON returns text's tree, to be read value by value; where there is none,
// ok is false and fault is what to return in its stead.
func ParseJSON(text string) (j *JSON, fault piece.File, ok bool) {
	if at := tooDeepJSON(text); at >= 0 {
		return nil, plain.Instead(text, at, "JSON nested too deeply: read as plain text"), false
	}
	// hujson wants a line end after a line comment.
	root, err := hujson.Parse([]byte(text + "\n"))
	if err != nil {
		return nil, plain.Instead(text, 0, "not valid JSON: read as plain text"), false
	}
	return &JSON{Root: root, text: text}, piece.File{}, true
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
		end, _ := source.AnyLineEnd(text, start)
		return end
	case strings.HasPrefix(rest, "/*"):
		if n := strings.Index(rest[2:], "*/"); n >= 0 {
			return start + 2 + n + 2
		}
		return len(text)
	}
	return start
}

// JSON is a parsed text, of which a reader of a format written in JSON reads the
// values that it does not know itself.
type JSON struct {
	Root hujson.Value
	File piece.File // what was read so far

	text    string
	path    piece.KeyPath // of the value being read
	keySpan source.Span
}

// Read reads a value of the tree, with the comments around it.
func (j *JSON) Read(v hujson.Value) {
	j.comments(v.StartOffset-len(v.BeforeExtra), v.BeforeExtra)
	inner, innerEnd := hujson.Extra(nil), v.EndOffset-1
	switch t := v.Value.(type) {
	case *hujson.Object:
		for _, m := range t.Members {
			j.ReadMember(m)
		}
		inner = t.AfterExtra
	case *hujson.Array:
		span := j.keySpan
		for i, e := range t.Elements {
			j.keySpan = span
			j.path = append(j.path, strconv.Itoa(i))
			j.Read(e)
			j.path = j.path[:len(j.path)-1]
		}
		inner = t.AfterExtra
	case hujson.Literal:
		j.literal(t.Kind(), source.Span{Start: v.StartOffset, End: v.EndOffset})
	}
	j.comments(innerEnd-len(inner), inner)
	j.comments(v.EndOffset, v.AfterExtra)
}

// ReadMember reads a member of an object.
func (j *JSON) ReadMember(m hujson.ObjectMember) {
	j.comments(m.Name.StartOffset-len(m.Name.BeforeExtra), m.Name.BeforeExtra)
	j.comments(m.Name.EndOffset, m.Name.AfterExtra)
	inner := source.Span{Start: m.Name.StartOffset + 1, End: m.Name.EndOffset - 1}
	var name piece.Builder
	j.appendString(&name, source.Span{Start: m.Name.StartOffset, End: m.Name.EndOffset})
	key := name.Piece(piece.Value)
	key.Escape = escape.Backslash
	j.File.Pieces = appendKey(j.File.Pieces, key)
	j.path = append(j.path, key.Text)
	j.keySpan = inner
	j.Read(m.Value)
	j.path = j.path[:len(j.path)-1]
}

func (j *JSON) literal(kind hujson.Kind, span source.Span) {
	var p piece.Piece
	switch kind {
	case '"':
		var b piece.Builder
		j.appendString(&b, span)
		p = b.Piece(piece.Value)
		p.Escape = escape.Backslash
	case 'n':
		return
	default:
		p = piece.Verbatim(piece.Value, j.text, span)
		p.Escape = escape.Refuse
	}
	p.Key, p.KeySpan = j.path.String(), j.keySpan
	j.File.Pieces = append(j.File.Pieces, p)
}

// comments adds the comments among the white space that starts at offset.
func (j *JSON) comments(offset int, extra hujson.Extra) {
	j.File.Pieces = appendSlashComments(j.File.Pieces, j.text, offset, min(offset+len(extra), len(j.text)))
}

// appendSlashComments adds the // and /* */ comments of text[start:end], which
// holds only those and white space.
func appendSlashComments(pieces []piece.Piece, text string, start, end int) []piece.Piece {
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
		p := piece.Verbatim(piece.Comment, text, inner)
		p.Escape = escape.Without(closing)
		pieces = append(pieces, p)
		i = stop - 1
	}
	return pieces
}

// AppendString appends the text of a string to b.
func (j *JSON) AppendString(b *piece.Builder, v hujson.Value) {
	j.appendString(b, source.Span{Start: v.StartOffset, End: v.EndOffset})
}

// appendString appends the inside of the string literal at span.
func (j *JSON) appendString(b *piece.Builder, span source.Span) {
	inner := source.Span{Start: span.Start + 1, End: span.End - 1}
	escape.Unescape(b, j.text, inner, `\`, escape.JSON.Reader())
}

package data

import (
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/source"
)

// ReadTOML reads TOML: each value is a piece, in any of the four string
// styles; only strings can be edited. A table of an array of tables has its
// index in the path of keys. Linear in text.
func ReadTOML(text string) piece.File {
	r := tomlReader{text: text}
	r.parser.KeepComments = true
	r.parser.Reset([]byte(text))
	for r.parser.NextExpression() && r.fault == "" {
		r.expression(r.parser.Expression())
	}
	if r.parser.Error() != nil {
		r.fault = "not valid TOML: read as plain text"
	}
	if r.fault != "" {
		return plain.Instead(text, r.last, r.fault)
	}
	return r.out
}

type tomlReader struct {
	text   string
	parser unstable.Parser
	root   tomlTable
	header piece.KeyPath // path of the table that is in force
	path   piece.KeyPath // path of the value being read
	last   int           // where the last piece ended
	fault  string
	out    piece.File
}

// tomlTable is what the headers so far say of a table: an array of tables has
// the index of its last one.
type tomlTable struct {
	tables  map[string]*tomlTable
	isArray bool
	index   int
}

func (t *tomlTable) child(name string) *tomlTable {
	if t.tables == nil {
		t.tables = map[string]*tomlTable{}
	}
	if t.tables[name] == nil {
		t.tables[name] = &tomlTable{}
	}
	return t.tables[name]
}

func (r *tomlReader) expression(n *unstable.Node) {
	switch n.Kind {
	case unstable.Table, unstable.ArrayTable:
		r.readHeader(n)
	case unstable.KeyValue:
		r.path = append(r.path[:0], r.header...)
		r.keyValue(n)
	case unstable.Comment:
		r.comment(n)
	}
	if next := n.Next(); next.Valid() && next.Kind == unstable.Comment {
		r.comment(next)
	}
}

// readHeader sets the path of the keys after [table] or [[table]].
func (r *tomlReader) readHeader(n *unstable.Node) {
	r.header = nil
	table := &r.root
	for it := n.Key(); it.Next(); {
		name := string(it.Node().Data)
		r.addKey(r.span(it.Node()))
		r.header = append(r.header, name)
		table = table.child(name)
		if n.Kind == unstable.ArrayTable && it.IsLast() {
			if table.isArray {
				table.index++
			}
			table.isArray, table.tables = true, nil
		}
		if table.isArray {
			r.header = append(r.header, strconv.Itoa(table.index))
		}
	}
	r.checkDepth(r.header)
}

// addKey adds a quoted key, where it may hold a string.
func (r *tomlReader) addKey(span source.Span) {
	if c := r.text[span.Start]; c == '"' || c == '\'' {
		r.out.Pieces = appendKey(r.out.Pieces, tomlString(r.text, span))
	}
}

func (r *tomlReader) checkDepth(path piece.KeyPath) bool {
	if len(path) > maxDepth {
		r.fault = "TOML nested too deeply: read as plain text"
	}
	return r.fault == ""
}

func (r *tomlReader) keyValue(n *unstable.Node) {
	outer := len(r.path)
	var last source.Span
	for it := n.Key(); it.Next(); {
		r.path = append(r.path, string(it.Node().Data))
		last = r.span(it.Node())
		r.addKey(last)
	}
	if c := r.text[last.Start]; c == '"' || c == '\'' {
		last = source.Span{Start: last.Start + 1, End: last.End - 1}
	}
	r.value(n.Value(), last)
	r.path = r.path[:outer]
}

func (r *tomlReader) span(n *unstable.Node) source.Span {
	return source.Span{Start: int(n.Raw.Offset), End: int(n.Raw.Offset + n.Raw.Length)}
}

func (r *tomlReader) value(n *unstable.Node, keySpan source.Span) {
	if !r.checkDepth(r.path) {
		return
	}
	var p piece.Piece
	switch n.Kind {
	case unstable.Array, unstable.InlineTable:
		r.children(n, keySpan)
		return
	case unstable.String:
		p = tomlString(r.text, r.span(n))
	default:
		p = piece.Verbatim(piece.Value, r.text, r.span(n))
		p.Escape = escape.Refuse
	}
	p.Key, p.KeySpan = r.path.String(), keySpan
	r.last = r.span(n).End
	r.out.Pieces = append(r.out.Pieces, p)
}

// children reads what an array or an inline table holds.
func (r *tomlReader) children(n *unstable.Node, keySpan source.Span) {
	index := 0
	for it := n.Children(); it.Next(); {
		switch child := it.Node(); child.Kind {
		case unstable.Comment:
			r.comment(child)
		case unstable.KeyValue:
			r.keyValue(child)
		default:
			r.path = append(r.path, strconv.Itoa(index))
			r.value(child, keySpan)
			r.path = r.path[:len(r.path)-1]
			index++
		}
	}
}

// comment adds a comment and those of the lines after it, which the parser
// makes its children.
func (r *tomlReader) comment(n *unstable.Node) {
	span := r.span(n)
	p := piece.Verbatim(piece.Comment, r.text, source.Span{Start: span.Start + 1, End: span.End})
	p.Escape = escape.Printable
	r.out.Pieces = append(r.out.Pieces, p)
	for it := n.Children(); it.Next(); {
		r.comment(it.Node())
	}
}

// tomlString returns the string literal at span, quotes and all.
func tomlString(text string, span source.Span) piece.Piece {
	literal := span.Slice(text)
	quotes := 1
	if strings.HasPrefix(literal, `"""`) || strings.HasPrefix(literal, `'''`) {
		quotes = 3
	}
	inner := source.Span{Start: span.Start + quotes, End: span.End - quotes}
	if quotes == 3 {
		inner.Start += source.LineBreak(text, inner.Start)
	}
	if literal[0] == '\'' {
		p := piece.Verbatim(piece.Value, text, inner)
		p.Escape = escape.Without("'")
		return p
	}
	var b piece.Builder
	escape.Unescape(&b, text, inner, `\`, tomlEscapes.Reader())
	p := b.Piece(piece.Value)
	p.Escape = escape.Backslash
	return p
}

// tomlEscapes are those of basic strings.
var tomlEscapes = escape.Table{
	Lead: '\\', Simple: "b\bt\tn\nf\fr\re\x1b\"\"\\\\", HexMin: 2, HexMax: 2, U: true, LongU: true,
	Continuation: escape.ContinueBlankLine,
}

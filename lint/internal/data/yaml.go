package data

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/source"
)

// ReadYAML reads YAML 1.2: each scalar that is a value is a piece, whatever
// its style; anchors, tags and aliases are passed over. A scalar that holds a
// script or a file of its own (run: | in a workflow) is read by that one's
// reader, which inner finds. Linear in text: an alias is never followed.
func ReadYAML(text string, inner piece.Dispatcher) piece.File {
	const perPiece = 32 // bytes of text, of few files less: growing the slice takes a tenth of reading
	pieces := make([]piece.Piece, 0, min(strings.Count(text, "\n"), len(text)/perPiece))
	r := yamlReader{text: text, pieces: pieces, tokenLine: -1, tabLine: -1, nodeColumn: -1, valueLine: -1}
	for r.fault == "" && r.next() {
	}
	if r.fault == "" && r.flow > 0 {
		r.fault = "not valid YAML: read as plain text"
	}
	if r.fault != "" {
		return plain.Instead(text, r.pos, r.fault)
	}
	document := 0 // where its pieces start
	for _, start := range append(r.documents, len(r.pieces)) {
		decodeSecrets(r.pieces[document:start])
		document = start
	}
	return withScripts(text, r.pieces, inner)
}

// yamlReader walks over a file once, from token to token. It finds where
// scalars stand and under which keys; it need not tell every file that is not
// valid, but what it cannot place is a fault.
type yamlReader struct {
	text   string
	pos    int
	line   int // where the line of pos starts
	flow   int // how many flow collections are open
	frames []yamlFrame
	pieces []piece.Piece
	fault  string

	documents []int // where in pieces a document after the first one starts

	tokenLine  int  // the line that a token was read on last, or -1
	tabLine    int  // the last line that is indented with a tab, or -1
	nodeColumn int  // column of the tag or anchor before the node, or -1
	valueLine  int  // the line that a key on it waits for its value on, or -1
	rootFull   bool // the document has its value
	explicit   bool // the next node is a key after "?"
}

// yamlFrame is an open collection.
type yamlFrame struct {
	kind    yamlKind
	column  int // of its entries, in block style
	index   int // of the entry, in a sequence
	key     string
	keySpan source.Span
	colon   bool // after "? key", a colon may follow
	full    bool // the entry has its value
}

type yamlKind int

const (
	_ yamlKind = iota
	yamlBlockMapping
	yamlBlockSequence
	yamlFlowMapping
	yamlFlowSequence
)

func (r *yamlReader) fail() { r.fault = "not valid YAML: read as plain text" }

// next reads one token; it returns false at the end.
func (r *yamlReader) next() bool {
	r.skipSpace()
	if r.pos >= len(r.text) {
		return false
	}
	switch {
	case r.flow > 0:
		r.flowToken()
	case r.documentMarker():
	default:
		r.blockToken()
	}
	if r.tokenLine = r.line; r.pos == r.line {
		r.tokenLine = -1 // after a block scalar
	}
	return true
}

// skipSpace passes over white space and comments, which are pieces.
func (r *yamlReader) skipSpace() {
	for r.pos < len(r.text) {
		switch c := r.text[r.pos]; {
		case c == ' ':
			r.pos++
		case c == '\t':
			if r.tokenLine != r.line {
				r.tabLine = r.line
			}
			r.pos++
		case c == '\n' || c == '\r':
			r.pos += source.LineBreak(r.text, r.pos)
			r.line = r.pos
			r.nodeColumn = -1
		case c == '#' && r.afterSpace():
			end, _ := source.AnyLineEnd(r.text, r.pos)
			r.comment(source.Span{Start: r.pos + 1, End: end})
			r.pos = end
		default:
			return
		}
	}
}

func (r *yamlReader) comment(span source.Span) {
	p := piece.Verbatim(piece.Comment, r.text, span)
	p.Escape = escape.Printable
	r.pieces = append(r.pieces, p)
}

func (r *yamlReader) afterSpace() bool {
	return r.pos == r.line || strings.IndexByte(" \t", r.text[r.pos-1]) >= 0
}

// documentMarker passes over "---", "..." and a directive's line.
func (r *yamlReader) documentMarker() bool {
	if r.pos != r.line {
		return false
	}
	switch {
	case isDocumentMarker(r.text, r.pos):
		r.pos += len("---")
	case r.text[r.pos] == '%' && len(r.frames) == 0:
		r.pos, _ = source.AnyLineEnd(r.text, r.pos)
	default:
		return false
	}
	r.frames, r.valueLine, r.explicit, r.rootFull = nil, -1, false, false
	r.documents = append(r.documents, len(r.pieces))
	return true
}

func isDocumentMarker(text string, offset int) bool {
	rest := text[offset:]
	if !strings.HasPrefix(rest, "---") && !strings.HasPrefix(rest, "...") {
		return false
	}
	return len(rest) == 3 || strings.IndexByte(" \t\r\n", rest[3]) >= 0
}

// indicator reports whether the byte at pos is an indicator: white space or
// the end must follow it.
func (r *yamlReader) indicator() bool {
	return r.pos+1 >= len(r.text) || strings.IndexByte(" \t\r\n", r.text[r.pos+1]) >= 0
}

func (r *yamlReader) top() *yamlFrame {
	if len(r.frames) == 0 {
		return nil
	}
	return &r.frames[len(r.frames)-1]
}

func (r *yamlReader) push(f yamlFrame) {
	if len(r.frames) >= maxDepth {
		r.fault = "YAML nested too deeply: read as plain text"
		return
	}
	r.frames = append(r.frames, f)
}

func (r *yamlReader) pop() { r.frames = r.frames[:len(r.frames)-1] }

// blockToken reads the token at pos outside flow collections.
func (r *yamlReader) blockToken() {
	column := r.pos - r.line
	if r.tokenLine != r.line {
		if r.tabLine == r.line {
			r.fail()
			return
		}
		dash := r.text[r.pos] == '-' && r.indicator()
		for t := r.top(); t != nil && (t.column > column || t.column == column && t.kind == yamlBlockSequence && !dash); t = r.top() {
			r.pop()
			r.explicit = false // that key was null
		}
	}
	switch c := r.text[r.pos]; {
	case c == '-' && r.indicator():
		r.entry(column)
	case c == '?' && r.indicator():
		r.openMapping(column)
		r.explicit = true
		r.pos++
	case c == ':' && r.indicator() && r.top() != nil && r.top().colon:
		r.top().colon = false
		r.pos++
	case c == ':' && r.indicator():
		r.key("", source.At(r.pos))
	default:
		r.node()
	}
}

// entry reads the "-" of a block sequence's entry.
func (r *yamlReader) entry(column int) {
	if t := r.top(); t != nil && t.kind == yamlBlockSequence && t.column == column {
		t.index++
		t.full = false
	} else {
		r.fill()
		r.push(yamlFrame{kind: yamlBlockSequence, column: column})
	}
	r.valueLine = -1
	r.pos++
}

// openMapping makes the block mapping with entries at column the innermost.
func (r *yamlReader) openMapping(column int) {
	if t := r.top(); t == nil || t.kind != yamlBlockMapping || t.column != column {
		r.fill()
		r.push(yamlFrame{kind: yamlBlockMapping, column: column})
	}
}

// fill takes the place of the entry's, or the document's, one value.
func (r *yamlReader) fill() {
	if r.flow > 0 {
		return
	}
	full := &r.rootFull
	if t := r.top(); t != nil {
		full = &t.full
	}
	if *full {
		r.fail()
	}
	*full = true
}

// flowToken reads the token at pos inside a flow collection.
func (r *yamlReader) flowToken() {
	switch c := r.text[r.pos]; c {
	case ']', '}':
		open := map[byte]yamlKind{']': yamlFlowSequence, '}': yamlFlowMapping}[c]
		if r.top().kind != open {
			r.fail()
			return
		}
		r.pop()
		r.flow--
		r.pos++
	case ',':
		t := r.top()
		t.index++
		t.key = ""
		r.pos++
	case ':':
		r.pos++
	case '?':
		if r.indicator() {
			r.pos++
			return
		}
		r.node()
	default:
		r.node()
	}
}

// node reads a node's tag, anchor or alias, the start of a flow collection, or
// a scalar.
func (r *yamlReader) node() {
	switch c := r.text[r.pos]; c {
	case '&', '!', '*':
		if r.nodeColumn < 0 {
			r.nodeColumn = r.pos - r.line
		}
		stop := " \t\r\n"
		if r.flow > 0 {
			stop += ",[]{}"
		}
		n := strings.IndexAny(r.text[r.pos:], stop)
		if n < 0 {
			n = len(r.text) - r.pos
		}
		start := r.pos
		r.pos += n
		if c == '*' {
			r.placeScalar(source.Span{Start: start, End: r.pos}, nil)
		}
	case '[', '{':
		kind := yamlFlowSequence
		if c == '{' {
			kind = yamlFlowMapping
		}
		r.fill()
		r.push(yamlFrame{kind: kind})
		r.flow++
		r.pos++
	case ']', '}', ',', '@', '`', '%':
		r.fail()
	case '-':
		if r.flow > 0 && r.indicator() {
			r.fail()
			return
		}
		r.scalar()
	default:
		r.scalar()
	}
}

package data

import (
	"strconv"
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/source"
)

// ReadHCL reads HCL (Terraform, Nomad): each quoted template and heredoc is a
// piece, with ${…} and %{…} as holes; templates inside those are pieces too. The
// path of keys is made of block types, labels, attributes and indexes. Linear
// in text.
func ReadHCL(text string) piece.File {
	tokens, fault := lexHCL(text)
	if fault >= 0 {
		return plain.Instead(text, fault, "not valid HCL: read as plain text")
	}
	r := hclReader{text: text, tokens: tokens, frames: []hclFrame{{open: '{'}}}
	for r.next < len(tokens) && r.fault == "" {
		r.token()
	}
	if r.fault != "" {
		return plain.Instead(text, 0, r.fault)
	}
	return r.out
}

type hclReader struct {
	text   string
	tokens []hclToken
	next   int
	frames []hclFrame // the file's first
	path   piece.KeyPath
	depth  int // of templates inside templates
	lists  int // that were opened
	fault  string
	out    piece.File
}

// hclFrame is an open pair of braces, brackets or parentheses.
type hclFrame struct {
	open     byte
	parts    int // how many parts it adds to the path
	index    int
	head     []hclName // names since the start of the statement
	keyed    bool      // an = or : came after them
	function string    // whose arguments it holds
	list     int       // the number of the list that it is, or 0

	first     int              // the index of its first piece
	format    int              // the index in the file's pieces of the format that the arguments fill, and one
	arguments []piece.Argument // of that, as far as they are read
}

// joining are the functions that make one text of several.
var joining = map[string]bool{"join": true, "format": true, "concat": true, "formatlist": true, "replace": true}

// ends says what stands beside the value at next: something, where it is given to
// a function that joins; nothing, where it is all of a value.
func (r *hclReader) ends() piece.End {
	for k := len(r.frames) - 1; k > 0; k-- {
		switch f := &r.frames[k]; {
		case f.open == '{':
			return piece.Closed
		case f.open == '(' && joining[f.function]:
			return piece.Joined
		case f.open == '(' && f.function != "":
			return piece.Unknown
		}
	}
	return piece.Closed
}

type hclName struct {
	text string
	span source.Span
}

func (r *hclReader) top() *hclFrame { return &r.frames[len(r.frames)-1] }

// token reads the token at next, and what belongs to it.
func (r *hclReader) token() {
	t := r.tokens[r.next]
	top := r.top()
	r.next++
	switch t.kind {
	case hclComment:
		r.comment(t.span)
		if strings.HasSuffix(t.span.Slice(r.text), "\n") {
			r.endStatement()
		}
	case hclNewline:
		r.endStatement()
	case hclComma:
		if top.open != '{' {
			top.index++
			return
		}
		r.endStatement()
	case hclIdent:
		r.name(hclName{t.span.Slice(r.text), t.span})
	case hclEqual, hclColon:
		top.keyed = top.keyed || len(top.head) > 0
	case hclOpen:
		r.open(r.text[t.span.Start])
	case hclClose:
		r.close()
	case hclOpenQuote, hclOpenHeredoc:
		r.next--
		r.template()
	}
}

func (r *hclReader) endStatement() {
	if top := r.top(); top.open == '{' {
		top.head, top.keyed = top.head[:0], false
	}
}

func (r *hclReader) name(n hclName) {
	top := r.top()
	if top.open == '{' && !top.keyed {
		top.head = append(top.head, n)
	}
	if top.format > 0 && top.index > 0 { // local.key
		if a := top.argument(); !a.Literal {
			if a.Text == "" {
				a.Span = n.span
			}
			a.Span.End = n.span.End
			a.Text = a.Span.Slice(r.text)
		}
	}
}

// open adds the keys that lead to a bracket's inside to the path.
func (r *hclReader) open(bracket byte) {
	if len(r.frames) > maxDepth {
		r.fault = "HCL nested too deeply: read as plain text"
		return
	}
	parts := r.keys()
	if bracket == '(' {
		parts = nil
	}
	for _, p := range parts {
		r.path = append(r.path, p.text)
	}
	function := ""
	if bracket == '(' && r.next >= 2 && r.tokens[r.next-2].kind == hclIdent {
		function = r.tokens[r.next-2].span.Slice(r.text)
	}
	list := 0
	if bracket == '[' {
		r.lists++
		list = r.lists
	}
	r.frames = append(r.frames, hclFrame{open: bracket, parts: len(parts), function: function, list: list, first: len(r.out.Pieces)})
}

func (r *hclReader) close() {
	if k := len(r.frames) - 1; k > 0 {
		if f := &r.frames[k]; f.format > 0 {
			r.out.Pieces[f.format-1].Arguments = f.arguments
		}
		if f := &r.frames[k]; f.function == "replace" && f.index == 2 && len(r.out.Pieces) == f.first+2 {
			r.out.Pieces[f.first].AddHoles([]string{r.out.Pieces[f.first+1].Text}) // for which something computed is put
		}
		r.path = r.path[:len(r.path)-r.frames[k].parts]
		r.frames = r.frames[:k]
	}
}

// keys returns what the innermost frame says of the value at next: a list's
// index, an attribute's name, or a block's type and labels.
func (r *hclReader) keys() []hclName {
	switch top := r.top(); {
	case top.open == '[':
		return []hclName{{text: strconv.Itoa(top.index)}}
	case top.open == '(' && len(r.frames) > 1:
		return r.attribute(len(r.frames) - 2)
	case top.keyed:
		return top.head[len(top.head)-1:]
	default:
		return top.head
	}
}

// attribute returns the attribute that a call in frame k is the value of.
func (r *hclReader) attribute(k int) []hclName {
	for k > 0 && r.frames[k].open == '(' {
		k--
	}
	if f := r.frames[k]; f.open == '{' && f.keyed {
		return f.head[len(f.head)-1:]
	}
	return nil
}

// keySpan returns the place of the attribute name next before the value.
func (r *hclReader) keySpan() source.Span {
	for k := len(r.frames) - 1; k >= 0; k-- {
		if f := r.frames[k]; f.open == '{' && len(f.head) > 0 {
			return f.head[len(f.head)-1].span
		}
	}
	return source.Span{}
}

func (r *hclReader) comment(span source.Span) {
	raw := strings.TrimRight(span.Slice(r.text), "\r\n")
	inner := source.Span{Start: span.Start + 1, End: span.Start + len(raw)}
	closing := ""
	switch {
	case strings.HasPrefix(raw, "/*"):
		closing = "*/"
		inner.Start++
		inner.End -= len(closing)
	case strings.HasPrefix(raw, "//"):
		inner.Start++
	}
	p := piece.Verbatim(piece.Comment, r.text, inner)
	p.Escape = escape.Without(closing)
	r.out.Pieces = append(r.out.Pieces, p)
}

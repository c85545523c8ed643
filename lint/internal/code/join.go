package code

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
)

// joined returns the elements that are joined to one text by the call that was
// left, or by the method that is called on the list that was, and what stands
// between them. ok is false where nothing is joined, or a separator is computed.
func (r *reader) joined(left *frame, elements []element) (items []element, separator string, ok bool) {
	items = elements
	switch left.role {
	case pastes:
		return r.pasted(elements)
	case concatenates, joins:
	default:
		return nil, "", false
	}
	if left.list != nil {
		items = left.list
		elements = withoutList(elements)
	}
	switch {
	case left.role == concatenates && left.list == nil:
		return items, "", len(items) > 1
	case left.hasPart:
		return items, left.parted, len(items) > 0
	case left.role == concatenates && len(elements) == 0:
		return items, "", true
	}
	for i := range elements {
		e := &elements[i]
		text, ok := r.constant(e)
		if !ok {
			continue
		}
		if separator = text; left.list != nil || i == 0 {
			if left.list == nil {
				items = append(append([]element{}, elements[:i]...), elements[i+1:]...)
			}
			return items, separator, true
		}
	}
	return nil, "", false
}

// constant returns the text of an element that is a literal without holes.
func (r *reader) constant(e *element) (text string, ok bool) {
	if e.piece < 0 {
		return "", e.empty
	}
	p := &r.File.Pieces[e.piece]
	return p.Text, len(p.Holes) == 0
}

// pasted is joined for a function whose separator is named, and a blank without.
func (r *reader) pasted(elements []element) (items []element, separator string, ok bool) {
	separator = " "
	for i := range elements {
		switch e := &elements[i]; e.key {
		case "":
			items = append(items, *e)
		case "sep":
			if separator, ok = r.constant(e); !ok {
				return nil, "", false
			}
		}
	}
	return items, separator, len(items) > 0
}

// withoutList returns the elements that are literals: the list itself is none.
func withoutList(elements []element) (literals []element) {
	for _, e := range elements {
		if e.piece >= 0 || e.empty {
			literals = append(literals, e)
		}
	}
	return literals
}

// joinMethod returns the literal that is given to a method join called on the
// list that ends at the reader's place, and the length of the call; 0 where there
// is none.
func (r *reader) joinMethod() (separator string, length int) {
	text := r.Text[r.Pos:min(len(r.Text), r.Pos+maxJoinMethod)]
	rest := strings.TrimLeft(text, " \t\r\n")
	if strings.HasPrefix(rest, ".concat()") {
		return "", len(text) - len(rest) + len(".concat()")
	}
	rest = strings.Replace(rest, "| str join", ".join", 1) // Nushell's
	for _, name := range joinMethods {
		call, found := strings.CutPrefix(rest, "."+name)
		if call = strings.TrimLeft(call, " ("); !found || call == "" || strings.IndexByte("\"'`", call[0]) < 0 {
			continue
		}
		n := strings.IndexByte(call[1:], call[0])
		if n < 0 || strings.IndexByte(call[1:1+n], '\\') >= 0 {
			return "", 0
		}
		after := strings.TrimPrefix(call[n+2:], ")")
		return call[1 : 1+n], len(text) - len(after)
	}
	return "", 0
}

// joinMethods are the methods of lists that join their elements.
var joinMethods = []string{"join", "Join", "joinToString", "mkString"}

// maxJoinMethod is how far behind a list a method is looked for, in bytes.
const maxJoinMethod = 64

// merge makes one piece of elements that are joined with the separator: what is
// no literal is a hole. Nothing is done, and false reported, where none is a literal.
// behind is how far behind the reader's place the call ends; receiver says that the
// separator is the literal whose method is called, and joined to nothing.
func (r *reader) merge(items []element, separator string, behind int, receiver bool) bool {
	f := r.top()
	var merged piece.Piece
	literals := 0
	for _, e := range items {
		if e.piece >= 0 {
			literals++
		}
	}
	if literals == 0 || len(items) == 0 {
		return false
	}
	parts := make([]piece.Piece, 0, len(items))
	for _, e := range items {
		if e.piece >= 0 {
			parts = append(parts, r.File.Pieces[e.piece])
			continue
		}
		var b piece.Builder
		if e.span.Empty() || e.empty {
			continue
		}
		b.Hole(literal.HoleText("{", e.span.Slice(r.Text), "}"), e.span)
		parts = append(parts, b.Piece(piece.Literal))
	}
	merged = piece.Join(parts, separator)
	merged.Key, merged.KeySpan = f.key.Name, f.key.Span
	merged.ForKusto, merged.Role = r.isForKusto(f), f.roleWanted()
	r.giveSecret(f, &merged)
	front := max(f.place(), f.front)
	if f.text.Len() > 0 && !receiver {
		front = piece.Joined
	}
	merged.SetEnds(front, max(f.place(), r.behind(r.Pos+behind, piece.Closed)))
	r.drop(items)
	r.Keep(merged)
	return true
}

// drop takes the pieces of elements out of those that were found.
func (r *reader) drop(items []element) {
	at := len(r.File.Pieces)
	for _, e := range items {
		if e.piece >= 0 {
			r.File.Pieces[e.piece].Text = ""
			at = min(at, e.piece)
		}
	}
	kept := r.File.Pieces[:at]
	for _, p := range r.File.Pieces[at:] {
		if p.Text != "" {
			kept = append(kept, p)
		}
	}
	r.File.Pieces = kept
}

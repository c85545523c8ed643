package code

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// appended are the literals that one statement after the other puts behind a text:
// parts of one, as the elements of a list that is joined are.
type appended struct {
	list  int // their number; 0 where there are none
	last  int // the last one's index in the file's pieces
	names []appendedName
}

// putBehind takes note of the literal of a piece that is put behind a text, by += or a
// method; first says that the text starts with it.
func (r *reader) putBehind(index int, first bool) {
	p, a := &r.File.Pieces[index], &r.appended
	if p.List > 0 {
		return
	}
	if first || !r.followsAppended(index) {
		r.lists++
		a.list = r.lists
		if before := r.literalBefore(index); !first && before != nil && before.List == 0 && before.Key != "" && before.Key == p.Key {
			before.List = a.list
		}
	}
	p.List, a.last = a.list, index
}

// putArguments takes note of what the call of left puts behind a text.
func (r *reader) putArguments(left *frame, elements []element) {
	if left.role != appends && left.role != builds {
		return
	}
	if len(elements) == 1 && elements[0].piece < 0 {
		if a, last := &r.appended, len(r.File.Pieces)-1; a.list > 0 && a.last == last && r.File.Pieces[last].List == a.list {
			r.putName(last, elements[0].span)
		}
		r.useText(r.receiverOf(r.top()), textUse{behind: elements[0].span})
	}
	for _, e := range elements {
		if e.piece >= 0 && e.piece < len(r.File.Pieces) {
			r.putBehind(e.piece, left.role == builds)
		}
	}
}

// An appendedName is code that is put behind a literal which ends in an equals sign.
type appendedName struct {
	code   source.Span
	behind int // where the literal starts in the file
}

// putName takes note of code that is put behind the literal of a piece, where that ends in
// an equals sign: sb.append("AppKey=").append(key).
func (r *reader) putName(index int, code source.Span) {
	if p := &r.File.Pieces[index]; strings.HasSuffix(strings.TrimRight(p.Text, " "), "=") {
		r.appended.names = append(r.appended.names, appendedName{code, p.Span().Start})
	}
}

// followsAppended reports whether nothing but comments stands between a piece and the
// last one that was put behind a text.
func (r *reader) followsAppended(index int) bool {
	a := &r.appended
	if a.list == 0 || a.last >= index || r.File.Pieces[a.last].List != a.list {
		return false
	}
	for _, p := range r.File.Pieces[a.last+1 : index] {
		if p.Kind != piece.Comment {
			return false
		}
	}
	return true
}

// literalBefore returns the piece before the one at index, comments aside, or nil.
func (r *reader) literalBefore(index int) *piece.Piece {
	const farthest = 16 // comments
	for i := index - 1; i >= max(0, index-farthest); i-- {
		if p := &r.File.Pieces[i]; p.Kind != piece.Comment {
			return p
		}
	}
	return nil
}

package lint

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/grammar"
	"kustoconn/internal/piece"
	"kustoconn/schema"
)

// continuation is a string that what follows in the file goes on with: later
// statements put pairs behind it.
type continuation struct {
	open bool
	name string // what the string was given; "" where nothing names it
}

// follow takes note of piece i, which is a part of a string before it or not: other
// than comments, nothing stands between the parts of one.
func (f *File) follow(i int, part bool) {
	c, p := f.opened(), &f.pieces()[i]
	if p.Kind != piece.Comment && !p.isDefault && !part && c.last != i {
		c.after = continuation{}
	}
}

// isPart reports whether piece i goes on with a string before it: it is nothing but
// pairs of ours, put behind what the string was given, or written next.
func (f *File) isPart(i int) bool {
	after, p := f.opened().after, &f.pieces()[i]
	if !after.open || p.Kind != piece.Literal && p.Kind != piece.Value || !strings.Contains(p.Text, "=") {
		return false
	}
	if _, last := piece.SplitKey(p.Key); last != "" {
		_, name := piece.SplitKey(after.name)
		if !strings.EqualFold(last, name) {
			return false
		}
	}
	own := f.opened().own
	tree, _ := grammar.Parse(p.filled)
	pairs := 0
	for i := range tree.Segments {
		s := &tree.Segments[i]
		text := strings.TrimSpace(s.Span().Slice(p.filled))
		switch {
		case s.Kind == ast.Empty, i == 0 && own.Whole(text):
			continue
		case s.Kind != ast.Pair:
			return false
		}
		keyword := s.Keyword()
		if rest, filled := own.BehindTemplate(keyword); filled { // by the string so far
			keyword = rest
		}
		if _, known := schema.Lookup(keyword); !known {
			return false
		}
		pairs++
	}
	return pairs > 0
}

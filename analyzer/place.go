package analyzer

import (
	"go/token"
	"strconv"
	"unicode/utf8"

	"golang.org/x/tools/go/analysis"

	"kustoconn/diag"
	"kustoconn/source"
)

// at returns where the program writes a span of the value: in its literals, or the whole
// expression where these are not beside each other.
func (t *text) at(span source.Span) (pos, end token.Pos) {
	first := t.partAt(span.Start)
	last := first
	if !span.Empty() {
		last = t.partAt(span.End - 1)
	}
	if first.root != last.root || first.root == nil {
		return t.expr.Pos(), t.expr.End()
	}
	pos, _ = first.at(span)
	_, end = last.at(span)
	return pos, end
}

// partAt returns the part with the byte at offset, or the last one.
func (t *text) partAt(offset int) *part {
	for i := range t.parts {
		if p := &t.parts[i]; offset < p.span.End {
			return p
		}
	}
	return &t.parts[len(t.parts)-1]
}

// at returns where the part writes what of it is in span.
func (p *part) at(span source.Span) (pos, end token.Pos) {
	if p.lit == nil {
		return p.node.Pos(), p.node.End()
	}
	start := max(span.Start, p.span.Start)
	in := p.to.Span(source.Span{Start: start, End: max(start, min(span.End, p.span.End))}.Shift(-p.span.Start))
	return p.lit.Pos() + token.Pos(in.Start), p.lit.Pos() + token.Pos(in.End)
}

// rewrite returns the edits of the program that make edits of the value. ok is false
// where other code would be changed with it, or a literal cannot hold the new text.
func (t *text) rewrite(edits []diag.Edit) (all []analysis.TextEdit, ok bool) {
	for _, e := range edits {
		newText := e.NewText
		for i := range t.parts {
			p := &t.parts[i]
			touches := e.Span.Start < p.span.End && p.span.Start < e.Span.End
			if e.Span.Empty() {
				touches = p == t.partAt(e.Span.Start)
			}
			if !touches {
				continue
			}
			if p.lit == nil || p.shared {
				return nil, false
			}
			written, ok := escapeIn(p.lit.Value[0], newText)
			if !ok {
				return nil, false
			}
			newText = "" // the first literal holds it
			pos, end := p.at(e.Span)
			all = append(all, analysis.TextEdit{Pos: pos, End: end, NewText: []byte(written)})
		}
	}
	return all, true
}

// escapeIn returns s as it stands inside a literal that opens with quote; ok is false
// where a raw literal cannot hold it.
func escapeIn(quote byte, s string) (written string, ok bool) {
	if quote != '`' {
		quoted := strconv.Quote(s)
		return quoted[1 : len(quoted)-1], true
	}
	for _, r := range s {
		if r == '`' || r == utf8.RuneError || r < ' ' || r == '\uFEFF' {
			return "", false
		}
	}
	return s, true
}

package lint

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// maxSought is how many fixes of a file are looked at for what its program does with what they
// take away; each look is one pass. Further ones are unsafe.
const maxSought = 32

// keepSought marks the fix of the string at span of p as unsafe where it takes something away that
// the program looks for: a verb, whose argument the next one would be given, or a pair whose
// keyword stands elsewhere as what replace, split or an index looks for.
func (f *File) keepSought(p *filePiece, span source.Span, d *diag.Diagnostic, b bound) {
	if _, safe := d.Fixable(); !safe || p.Kind != piece.Literal && !variables[f.opened().format] {
		return
	}
	for _, e := range d.Edits {
		taken := e.Span.Slice(b.Tree.Text())
		keyword, _, pair := strings.Cut(strings.Trim(taken, "; "), "=")
		if e.NewText == "" && (len(piece.Verbs(taken)) > 0 || pair && f.seeks(keyword, p.Map.Span(span))) {
			makeUnsafe(d, "the program may look for what it takes away")
			return
		}
	}
}

// seeks reports whether a program names a keyword outside of the string at span, and of others: in
// quotation marks of its own, or with the equals sign behind it but no semicolon before it.
func (f *File) seeks(keyword string, own source.Span) bool {
	c, text := f.opened(), f.Text()
	if c.sought++; c.sought > maxSought || keyword == "" {
		return true
	}
	for at := 0; ; {
		n := strings.Index(text[at:], keyword)
		if n < 0 {
			return false
		}
		start := at + n
		at = start + len(keyword)
		if own.Start <= start && at <= own.End || at == len(text) || strings.IndexByte("=\"'`", text[at]) < 0 || start == 0 || literal.IsWordByte(text[start-1]) {
			continue
		}
		before := strings.TrimRight(text[max(0, start-maxQualifier):start], " ")
		if outer, behind := strings.CutSuffix(before, ";"); !behind || outer != "" && strings.IndexByte("\"'`/", outer[len(outer)-1]) >= 0 {
			return true
		}
	}
}

package sdk

import (
	"iter"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/internal/typed"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

// candidates yields edits that might help what g reports. Whether they do is
// tried out. They insert names and delete: no piece of the text is moved.
func (t *trials) candidates(g *shared) iter.Seq[[]diag.Edit] {
	f := &g.findings[0]
	i := t.segmentOf(f)
	all := []iter.Seq[[]diag.Edit]{t.plainer(i), t.deletions(i)}
	if f.Rule == rule.RejectedByClient || f.Rule == rule.LeakedByClientError {
		all = append(all, t.respelled(i))
	}
	return func(yield func([]diag.Edit) bool) {
		for _, candidates := range all {
			for edits := range candidates {
				if len(edits) > 0 && !yield(edits) {
					return
				}
			}
		}
	}
}

// plainer yields edits that write the value of segment i in a plainer way.
func (t *trials) plainer(i int) iter.Seq[[]diag.Edit] {
	s := &t.Tree.Segments[i]
	return func(yield func([]diag.Edit) bool) {
		id := t.ID(i)
		if id == schema.DataSource {
			unquote := unquoted(s)
			if moved := t.database(i); !yield(append(unquote, moved...)) {
				return
			}
		}
		if p := schema.Get(id); p != nil && p.Type == schema.TypeBool {
			value, ok := typed.Bool(s.Value())
			if ok && !yield([]diag.Edit{{Span: s.ValueSpan(), NewText: boolName(value)}}) {
				return
			}
		}
		_ = yield(unquoted(s)) && yield(t.tightened(s))
	}
}

func boolName(value bool) string {
	if value {
		return "True"
	}
	return "False"
}

// unquoted deletes the quotation marks around a value; both of what is doubled
// inside would be left, so such a value keeps them.
func unquoted(s *ast.Segment) []diag.Edit {
	if s.Quote == 0 || s.ValueSpan().Len() != len(s.Value())+2 {
		return nil
	}
	return []diag.Edit{
		{Span: source.Span{Start: s.ValueSpan().Start, End: s.ValueSpan().Start + 1}},
		{Span: source.Span{Start: s.ValueSpan().End - 1, End: s.ValueSpan().End}},
	}
}

// tightened deletes the white space around the parts of a pair.
func (t *trials) tightened(s *ast.Segment) (edits []diag.Edit) {
	if s.Kind != ast.Pair && s.Kind != ast.Prefix {
		return nil
	}
	spaces := []source.Span{
		{Start: s.Span().Start, End: pairSpan(s).Start},
		{Start: s.ValueSpan().End, End: s.Span().End},
	}
	if s.Kind == ast.Pair {
		spaces = append(spaces,
			source.Span{Start: s.KeywordSpan().End, End: s.Equals()},
			source.Span{Start: s.Equals() + len("="), End: s.ValueSpan().Start})
	}
	for _, space := range spaces {
		if space.Len() > 0 {
			edits = append(edits, diag.Edit{Span: space})
		}
	}
	return edits
}

// database moves the database in the path of the Data Source to an Initial
// Catalog or, where there is one that counts, takes the path off.
func (t *trials) database(i int) []diag.Edit {
	e := &t.Endpoint
	if i != t.Segment(schema.DataSource) || !e.HasDatabase || e.Text() != t.Tree.Segments[i].Value() {
		return nil
	}
	path := t.LocateEndpoint(e.PathSpan)
	if t.Origin(schema.InitialCatalog) != bind.Path {
		return []diag.Edit{{Span: path}}
	}
	edits := []diag.Edit{{Span: source.Span{Start: path.Start, End: path.Start + len("/")}, NewText: ";Initial Catalog="}}
	if last := path.End - len("/"); last > path.Start && t.Tree.Text()[last] == '/' {
		edits = append(edits, diag.Edit{Span: source.Span{Start: last, End: path.End}})
	}
	return edits
}

// deletions yields edits that take out what has no effect: empty segments, pairs
// that unset what is not set, and pairs that others override.
func (t *trials) deletions(i int) iter.Seq[[]diag.Edit] {
	return func(yield func([]diag.Edit) bool) {
		if t.Tree.Segments[i].Kind == ast.Empty {
			var empty []int
			for j := range t.Tree.Segments {
				if t.Tree.Segments[j].Kind == ast.Empty {
					empty = append(empty, j)
				}
			}
			yield(t.without(empty))
			return
		}
		id := t.ID(i)
		if id == schema.None {
			return
		}
		var idle []int
		for j := range t.Occurrences(id) {
			if j != t.Segment(id) {
				idle = append(idle, j)
			}
		}
		yield(t.without(idle))
	}
}

// without takes segments out, each with the semicolon before it; the first
// ones with the semicolon behind.
func (t *trials) without(segments []int) (edits []diag.Edit) {
	leading := 0
	for _, i := range segments {
		span := t.Tree.Segments[i].Span()
		if i == leading {
			leading++
			span.End = min(span.End+len(";"), len(t.Tree.Text()))
		} else {
			span.Start -= len(";")
		}
		edits = append(edits, diag.Edit{Span: span})
	}
	return edits
}

// respelled yields the other keywords for the property of segment i.
func (t *trials) respelled(i int) iter.Seq[[]diag.Edit] {
	p := schema.Get(t.ID(i))
	return func(yield func([]diag.Edit) bool) {
		if p == nil {
			return
		}
		s := &t.Tree.Segments[i]
		for _, keyword := range p.Keywords() {
			if keyword == s.Keyword() {
				continue
			}
			edit := diag.Edit{Span: s.KeywordSpan(), NewText: keyword}
			if s.Kind == ast.Prefix {
				edit = diag.Edit{Span: source.At(s.ValueSpan().Start), NewText: keyword + "="}
			}
			if !yield([]diag.Edit{edit}) {
				return
			}
		}
	}
}

// Package bind gives a tree its meaning: which property each pair sets, which
// of several occurrences counts, what the Data Source says of the database, and
// which authentication follows.
//
// Every occurrence is kept; nothing is judged or masked. That is the business of
// packages validate and redact.
package bind

import (
	"iter"

	"kustoconn/ast"
	"kustoconn/endpoint"
	"kustoconn/internal/typed"
	"kustoconn/placeholder"
	"kustoconn/schema"
	"kustoconn/source"
)

// Origin says where a property's effective value comes from. The zero Origin
// means that it has none.
type Origin uint8

// The origins.
const (
	None      Origin = iota
	Prefix           // the URI or name in front
	Shorthand        // the @cluster/database shorthand in front
	Path             // the path of the Data Source
	Pair             // a pair
	Default          // the documented default; no part of the text
)

// String returns the origin's name in lower case.
func (o Origin) String() string {
	switch o {
	case Prefix:
		return "prefix"
	case Shorthand:
		return "shorthand"
	case Path:
		return "path"
	case Pair:
		return "pair"
	case Default:
		return "default"
	}
	return "none"
}

// Bound is a tree with its meaning. It does not change after Bind and is safe
// for concurrent use.
type Bound struct {
	Tree *ast.ConnectionString

	// Present holds the properties with an effective value of the text's own:
	// defaults are not in it, the shorthand's and the path's values are.
	Present schema.Set

	// Specified holds the members of Present whose value is not empty: what the
	// documentation's authentication algorithm calls specified.
	Specified schema.Set

	// Endpoint is the analysis of the effective Data Source, with spans in its
	// text; LocateEndpoint turns them into spans of the tree's text. It is the
	// zero Endpoint where there is no Data Source.
	Endpoint endpoint.Endpoint

	// Duplicated holds the properties that more than one segment names.
	Duplicated schema.Set

	// Placeholders says what in the text is to be filled in later; nil for the
	// table of package placeholder.
	Placeholders *placeholder.Set

	auth       schema.ModeID        // what AuthMode returns
	shorthand  bool                 // the prefix is a well-formed shorthand
	unknown    bool                 // a pair's keyword is no property's
	dataSource int32                // segment of the effective Data Source, or -1
	last       [schema.NumIDs]int32 // 1 + the last segment that names the property
	ids        []schema.ID          // the property each segment names
	buffer     [24]schema.ID        // backs ids for a usual string
}

// Bind reads the meaning of tree. It costs one look-up a pair and one
// allocation, and one more where there are over 24 segments.
func Bind(tree *ast.ConnectionString) *Bound {
	b := new(Bound)
	BindInto(b, tree)
	return b
}

// BindInto is Bind into a Bound that is zero but for its Placeholders: own patterns
// of placeholders then count. It is not to be copied afterwards.
func BindInto(b *Bound, tree *ast.ConnectionString) {
	b.Tree, b.dataSource = tree, -1
	b.ids = b.buffer[:]
	if n := len(tree.Segments); n <= len(b.buffer) {
		b.ids = b.ids[:n]
	} else {
		b.ids = make([]schema.ID, n)
	}
	segments := tree.Segments
	for i := range segments {
		s := &segments[i]
		var id schema.ID
		switch s.Kind {
		case ast.Prefix:
			id = schema.DataSource
		case ast.Pair:
			id, _ = schema.Lookup(s.Keyword())
		}
		if id == schema.None {
			b.unknown = b.unknown || s.Kind == ast.Pair
			continue
		}
		b.ids[i] = id
		if b.last[id] != 0 {
			b.Duplicated = b.Duplicated.With(id)
		}
		b.last[id] = int32(i + 1)
		b.set(id, !s.Unset(), s.Value() != "")
	}
	b.bindEndpoint()
	b.auth = b.selects()
}

func (b *Bound) set(id schema.ID, present, specified bool) {
	one := schema.SetOf(id)
	b.Present, b.Specified = b.Present.Minus(one), b.Specified.Minus(one)
	if present {
		b.Present |= one
	}
	if specified {
		b.Specified |= one
	}
}

// bindEndpoint analyses the effective Data Source and adds what it and the
// shorthand imply.
func (b *Bound) bindEndpoint() {
	if p := b.Tree.Prefix(); p != nil && p.Value()[0] == '@' {
		var e endpoint.Endpoint
		b.analyze(&e, p)
		if b.shorthand = e.Form == endpoint.Shorthand; b.shorthand && b.last[schema.FederatedSecurity] == 0 {
			b.set(schema.FederatedSecurity, true, true)
		}
	}
	if !b.Present.Has(schema.DataSource) {
		return
	}
	b.dataSource = b.last[schema.DataSource] - 1
	b.analyze(&b.Endpoint, &b.Tree.Segments[b.dataSource])
	if b.Endpoint.HasDatabase && !b.Present.Has(schema.InitialCatalog) {
		b.set(schema.InitialCatalog, true, b.Endpoint.Database() != "")
	}
}

// analyze judges the Data Source that s gives, as far as its placeholders
// allow, into the zero Endpoint e.
func (b *Bound) analyze(e *endpoint.Endpoint, s *ast.Segment) {
	text := s.Value()
	e.Read(text, s.Kind == ast.Prefix, b.Placeholders.Find(text))
}

// HasShorthand reports whether the string starts with a well-formed shorthand.
func (b *Bound) HasShorthand() bool { return b.shorthand }

// ID returns the property that segment i names: None for a keyword that is
// unknown, an empty or a malformed segment. It panics where there is no segment i.
func (b *Bound) ID(i int) schema.ID { return b.ids[i] }

// Origin says where the effective value of the property comes from; None
// where the text gives none.
func (b *Bound) Origin(id schema.ID) Origin {
	if !b.Present.Has(id) {
		return None
	}
	switch {
	case id == schema.DataSource && b.Tree.Segments[b.dataSource].Kind == ast.Prefix:
		if b.Endpoint.Form == endpoint.Shorthand {
			return Shorthand
		}
		return Prefix
	case id == schema.InitialCatalog && !b.pairSets(id):
		if b.Endpoint.Form == endpoint.Shorthand {
			return Shorthand
		}
		return Path
	case id == schema.FederatedSecurity && b.last[id] == 0:
		return Shorthand
	}
	return Pair
}

// pairSets reports whether the last pair of the property gives it a value.
func (b *Bound) pairSets(id schema.ID) bool {
	return b.last[id] != 0 && !b.Tree.Segments[b.last[id]-1].Unset()
}

// Segment returns the index of the segment that gives the property its
// effective value, or -1 where the text gives none.
func (b *Bound) Segment(id schema.ID) int {
	switch b.Origin(id) {
	case None:
		return -1
	case Prefix, Path:
		return int(b.dataSource)
	case Shorthand:
		return 0
	}
	return int(b.last[id]) - 1
}

// Value returns the property's effective value as text, and whether the text
// gives it one. Data Source comes without the path that names the database.
func (b *Bound) Value(id schema.ID) (string, bool) {
	switch b.Origin(id) {
	case None:
		return "", false
	case Path:
		return b.Endpoint.Database(), true
	case Shorthand:
		switch id {
		case schema.InitialCatalog:
			return b.Endpoint.Database(), true
		case schema.FederatedSecurity:
			return "true", true
		}
		return b.Endpoint.DataSource(), true
	}
	if id == schema.DataSource {
		return b.Endpoint.DataSource(), true
	}
	return b.Tree.Segments[b.last[id]-1].Value(), true
}

// Bool returns the property's effective value as a boolean; ok is false where
// it has none, or one that is neither true nor false in any case.
func (b *Bound) Bool(id schema.ID) (value, ok bool) {
	text, _ := b.Value(id)
	return typed.Bool(text)
}

// Occurrences walks over the segments that name the property, in order, the
// prefix and unsetting pairs included.
func (b *Bound) Occurrences(id schema.ID) iter.Seq[int] {
	return func(yield func(int) bool) {
		if id >= schema.NumIDs || b.last[id] == 0 {
			return
		}
		for i, named := range b.ids[:b.last[id]] {
			if named == id && !yield(i) {
				return
			}
		}
	}
}

// HasUnknown reports whether a pair's keyword is no property's.
func (b *Bound) HasUnknown() bool { return b.unknown }

// Unknown walks over the pairs whose keyword is no property's, in order.
func (b *Bound) Unknown() iter.Seq2[int, *ast.Segment] {
	return func(yield func(int, *ast.Segment) bool) {
		if !b.unknown {
			return
		}
		for i, s := range b.Tree.Pairs() {
			if b.ids[i] == schema.None && !yield(i, s) {
				return
			}
		}
	}
}

// LocateEndpoint turns a span of Endpoint.Text() into one of the tree's text.
func (b *Bound) LocateEndpoint(in source.Span) source.Span {
	if b.dataSource < 0 {
		return source.At(len(b.Tree.Text()))
	}
	return b.Tree.Segments[b.dataSource].Locate(in)
}

package validate

import (
	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/placeholder"
)

// memory is what judging one string needs. It serves one string after another
// and holds nothing of any in between.
type memory struct {
	pass  pass
	tree  ast.ConnectionString
	bound bind.Bound
	found diag.List // the memory of what is found
}

// maxKept bounds the segments and diagnostics whose memory is kept for the next string.
const maxKept = 64

func (v *Validator) acquire() *memory {
	m, ok := v.memory.Get().(*memory)
	if !ok {
		m = new(memory)
	}
	return m
}

// read parses and binds text into m.
func (m *memory) read(text string, placeholders *placeholder.Set) (*bind.Bound, diag.List) {
	syntax := grammar.ParseInto(&m.tree, text)
	m.bound.Placeholders = placeholders
	bind.BindInto(&m.bound, &m.tree)
	return &m.bound, syntax
}

// takeFound returns a list that was made in memory that is kept for the next string: a
// copy, which takes as much as it needs (BenchmarkFaulty), unless it is too long to keep.
func (m *memory) takeFound(found diag.List) diag.List {
	if cap(found) > maxKept {
		return found
	}
	taken := append(diag.List(nil), found...)
	m.keepFound(found)
	return taken
}

// keepFound keeps the memory of a list for the next string.
func (m *memory) keepFound(found diag.List) {
	if cap(found) <= maxKept {
		clear(found)
		m.found = found[:0]
	}
}

func (v *Validator) release(m *memory) {
	pairs := m.pass.unknownPairs
	m.pass = pass{}
	if cap(pairs) <= maxKept {
		clear(pairs)
		m.pass.unknownPairs = pairs[:0]
	}
	if m.bound.Tree != nil {
		m.bound = bind.Bound{}
		m.tree.Reset("")
		if cap(m.tree.Segments) > maxKept {
			m.tree.Segments = nil
		}
	}
	v.memory.Put(m)
}

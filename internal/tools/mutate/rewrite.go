package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"
)

// rewriter writes one file anew with its mutants in it. A site is a node with
// one or more wraps around it: each takes the text of the node so far, with
// the mutants of what is inside it, and gives text that also holds its own.
// Where a mutant of the node is in force those inside it are not, so that it
// repeats the node's original text.
type rewriter struct {
	*pkg
	file     *ast.File
	text     string
	name     string // as mutants say it
	wraps    map[ast.Node][]func(inner string) string
	function string // that the walk is in
	mutants  *[]*mutant
	dropped  map[string]bool // keys of mutants that do not compile
	only     func(site string) bool
	seen     map[string]int // how often a key came
}

// original returns the text of a node as it stands in the file.
func (r *rewriter) original(n ast.Node) string { return r.text[r.at(n.Pos()):r.at(n.End())] }

func (r *rewriter) at(p token.Pos) int { return r.fset.PositionFor(p, false).Offset }

// none is the number of no mutant.
const none = -1

// mutant makes the next mutant, at n, and returns its number. ok is false where
// there is to be none.
func (r *rewriter) mutant(n ast.Node, operator, original, changed string) (id int, ok bool) {
	where := r.fset.PositionFor(n.Pos(), false)
	start := strings.LastIndexByte(r.text[:where.Offset], '\n') + 1
	line, _, _ := strings.Cut(r.text[start:], "\n")
	m := &mutant{
		file: r.name, line: where.Line, function: r.function, operator: operator,
		original: short(original), mutant: short(changed), source: strings.TrimSpace(line), nth: 1,
	}
	key := m.key()
	r.seen[key]++
	m.nth = r.seen[key]
	if r.dropped[m.key()] || !r.only(m.file+":"+m.function) {
		return none, false
	}
	m.id = len(*r.mutants) + 1
	*r.mutants = append(*r.mutants, m)
	return m.id, true
}

func (r *rewriter) wrap(n ast.Node, w func(inner string) string) {
	r.wraps[n] = append(r.wraps[n], w)
}

// render gives the text of n with the mutants inside it and around it.
func (r *rewriter) render(n ast.Node) string {
	inner := r.inside(n)
	for _, w := range r.wraps[n] {
		inner = w(inner)
	}
	return inner
}

// inside gives the text of n with the mutants inside it.
func (r *rewriter) inside(n ast.Node) string {
	var out strings.Builder
	done := n.Pos()
	copyTo := func(p token.Pos) {
		out.WriteString(r.text[r.at(done):r.at(p)])
		done = p
	}
	ast.Inspect(n, func(c ast.Node) bool {
		if c == nil {
			return false
		}
		if c == n || len(r.wraps[c]) == 0 {
			return true
		}
		copyTo(c.Pos())
		out.WriteString(r.render(c))
		done = c.End()
		return false
	})
	copyTo(n.End())
	return out.String()
}

// on is the expression that is true where the mutant is in force.
func on(id int) string { return fmt.Sprintf("mutantOn(%d)", id) }

package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// walker finds the sites of one file.
type walker struct {
	*rewriter
	results []*ast.FieldList         // of the functions around, the innermost last
	decides map[*ast.BinaryExpr]bool // comparisons that are taken as true and as false already
	loops   []bool                   // of the breakable statements around: whether each is a loop
}

// walk finds the sites in n.
func (w *walker) walk(n ast.Node) {
	if n != nil {
		ast.Inspect(n, w.visit)
	}
}

// visit looks at one node and says whether its children are still to be looked
// at.
func (w *walker) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec, *ast.ArrayType, *ast.StructType, *ast.InterfaceType:
		return false
	case *ast.GenDecl:
		return n.Tok == token.VAR
	case *ast.FuncDecl:
		w.function = functionName(n)
		if n.Body != nil {
			w.body(n.Type, n.Body)
		}
		w.function = ""
		return false
	case *ast.FuncLit:
		w.body(n.Type, n.Body)
		return false
	case *ast.BlockStmt:
		w.list(n.List)
		return false
	case ast.Stmt:
		return w.statement(n)
	case ast.Expr:
		return w.expression(n)
	}
	return true
}

// body looks at a function's body. A break that is put in may let the end be
// reached where it was not before, so that a return is put there.
func (w *walker) body(signature *ast.FuncType, body *ast.BlockStmt) {
	loops := w.loops
	w.loops = nil
	w.results = append(w.results, signature.Results)
	w.walk(body)
	w.results = w.results[:len(w.results)-1]
	w.loops = loops
	end, ok := w.zeroes(signature.Results)
	if !ok {
		return
	}
	if end = "return " + end; w.hides(signature, body) {
		end = `panic("no return")`
	}
	w.wrap(body, func(inner string) string { return inner[:len(inner)-1] + "; " + end + " }" })
}

// hides reports whether a function gives the name of one of its results' types
// to something of its own.
func (w *walker) hides(signature *ast.FuncType, body *ast.BlockStmt) (hidden bool) {
	names := map[string]bool{}
	for _, f := range signature.Results.List {
		ast.Inspect(f.Type, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				names[id.Name] = true
			}
			return true
		})
	}
	look := func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && w.info.Defs[id] != nil && names[id.Name] {
			hidden = true
		}
		return true
	}
	ast.Inspect(signature, look)
	ast.Inspect(body, look)
	return hidden
}

// list looks at statements that follow each other, which are where statements
// can be put in and taken away.
func (w *walker) list(list []ast.Stmt) {
	for _, s := range list {
		w.listed(s)
		w.walk(s)
	}
}

// statement looks at what holds other statements.
func (w *walker) statement(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.IfStmt:
		w.condition(s)
	case *ast.ForStmt:
		w.skip(s.Body.List, "loop body removed")
		w.walk(s.Init)
		w.walk(s.Cond)
		w.walk(s.Post)
		w.inLoop(true, s.Body.List)
		return false
	case *ast.RangeStmt:
		w.skip(s.Body.List, "loop body removed")
		w.walk(s.X)
		w.inLoop(true, s.Body.List)
		return false
	case *ast.CaseClause:
		w.skip(s.Body, "case body removed")
		for _, e := range s.List {
			w.negate(e)
			w.walk(e)
		}
		w.inLoop(false, s.Body)
		return false
	case *ast.CommClause:
		w.inLoop(false, s.Body)
		return false
	}
	return true
}

func (w *walker) inLoop(loop bool, list []ast.Stmt) {
	w.loops = append(w.loops, loop)
	w.list(list)
	w.loops = w.loops[:len(w.loops)-1]
}

// skip leaves a body that a break leaves.
func (w *walker) skip(body []ast.Stmt, operator string) {
	if len(body) == 0 || w.returnsZeroes(body[0]) {
		return
	}
	if id, ok := w.mutant(body[0], operator, w.original(body[0])+" …", "nothing"); ok {
		w.wrap(body[0], func(inner string) string { return "if " + on(id) + " { break }; " + inner })
	}
}

// returnsZeroes reports whether s does what the end of a function does where
// no return was: see body.
func (w *walker) returnsZeroes(s ast.Stmt) bool {
	r, ok := s.(*ast.ReturnStmt)
	return ok && !slices.ContainsFunc(r.Results, func(e ast.Expr) bool { return !w.isZero(e) })
}

// zeroes gives the zero values of results as a return statement lists them.
// ok is false where there are none to list.
func (w *walker) zeroes(results *ast.FieldList) (text string, ok bool) {
	if results == nil {
		return "", false
	}
	for _, f := range results.List {
		for range max(1, len(f.Names)) {
			if text != "" {
				text += ", "
			}
			text += zero(w.original(f.Type))
		}
	}
	return text, true
}

func zero(kind string) string { return "*new(" + kind + ")" }

// constant reports whether e has a value that the compiler knows.
func (w *walker) constant(e ast.Expr) bool { return w.info.Types[e].Value != nil }

// boolean reports whether e is of type bool and is computed.
func (w *walker) boolean(e ast.Expr) bool {
	t := w.info.Types[e]
	if t.Value != nil || !t.IsValue() {
		return false
	}
	b, ok := t.Type.(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// comparison reports whether e is negated by an operator of its own.
func comparison(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		return true
	case *ast.UnaryExpr:
		return e.Op == token.NOT
	}
	return false
}

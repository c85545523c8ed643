package main

import (
	"go/ast"
	"go/constant"
	"go/token"
	"strings"
)

// The operators on statements.

// listed puts in the mutants of one statement of a list.
func (w *walker) listed(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.AssignStmt:
		w.assignment(s)
	case *ast.IncDecStmt:
		w.remove(s)
	case *ast.SendStmt, *ast.DeferStmt, *ast.GoStmt:
		w.remove(s)
	case *ast.ExprStmt:
		if call, ok := s.X.(*ast.CallExpr); ok && !isPanic(call) {
			w.remove(s)
		}
	case *ast.BranchStmt:
		w.branch(s)
	case *ast.ReturnStmt:
		w.returned(s)
	}
}

func (w *walker) remove(s ast.Stmt) {
	if id, ok := w.mutant(s, "statement removed", w.original(s), "nothing"); ok {
		w.wrap(s, func(inner string) string { return "if !" + on(id) + " { " + inner + " }" })
	}
}

// swapped are the assignments that are exchanged for others.
var swapped = map[token.Token]string{
	token.ADD_ASSIGN: "-=", token.SUB_ASSIGN: "+=", token.MUL_ASSIGN: "/=", token.QUO_ASSIGN: "*=",
	token.OR_ASSIGN: "&=", token.AND_ASSIGN: "|=", token.AND_NOT_ASSIGN: "|=", token.SHL_ASSIGN: ">>=", token.SHR_ASSIGN: "<<=",
}

func (w *walker) assignment(s *ast.AssignStmt) {
	if s.Tok == token.DEFINE || allBlank(s.Lhs) {
		return
	}
	w.remove(s)
	operator, ok := swapped[s.Tok]
	if !ok || w.isString(s.Lhs[0]) {
		return
	}
	changed := w.original(s.Lhs[0]) + " " + operator + " " + w.original(s.Rhs[0])
	if id, ok := w.mutant(s, "arithmetic", w.original(s), changed); ok {
		w.wrap(s, func(inner string) string { return "if " + on(id) + " { " + changed + " } else { " + inner + " }" })
	}
}

func allBlank(list []ast.Expr) bool {
	for _, e := range list {
		if id, ok := e.(*ast.Ident); !ok || id.Name != "_" {
			return false
		}
	}
	return true
}

func isPanic(call *ast.CallExpr) bool {
	id, ok := call.Fun.(*ast.Ident)
	return ok && id.Name == "panic"
}

// branch exchanges break and continue in a loop.
func (w *walker) branch(s *ast.BranchStmt) {
	changed := ""
	switch {
	case s.Tok == token.BREAK && w.aroundLoop():
		changed = strings.Replace(w.original(s), "break", "continue", 1)
	case s.Tok == token.CONTINUE:
		changed = strings.Replace(w.original(s), "continue", "break", 1)
	default:
		return
	}
	if id, ok := w.mutant(s, "branch", w.original(s), changed); ok {
		w.wrap(s, func(inner string) string { return "if " + on(id) + " { " + changed + " }; " + inner })
	}
}

func (w *walker) aroundLoop() bool {
	for _, loop := range w.loops {
		if loop {
			return true
		}
	}
	return false
}

// returned makes a returned value zero, one at a time. Constants and conditions
// have operators of their own.
func (w *walker) returned(s *ast.ReturnStmt) {
	results := w.results[len(w.results)-1]
	if len(s.Results) == 0 {
		return
	}
	var kinds []string
	for _, f := range results.List {
		for range max(1, len(f.Names)) {
			kinds = append(kinds, w.original(f.Type))
		}
	}
	if len(kinds) != len(s.Results) { // a call that gives them all
		zeroes, _ := w.zeroes(results)
		w.returns(s, s.Results[0], "zero", zeroes)
		return
	}
	for i, e := range s.Results {
		values := make([]string, len(kinds))
		for j, other := range s.Results {
			values[j] = w.original(other)
		}
		switch {
		case w.isZero(e) || w.constant(e) && w.worth(e, w.info.Types[e]) || w.boolean(e) && comparison(e):
		case w.boolean(e) && kinds[i] == "bool":
			w.negate(e)
		default:
			values[i] = zero(kinds[i])
			w.returns(s, e, "zero", strings.Join(values, ", "))
		}
	}
}

func (w *walker) returns(s *ast.ReturnStmt, e ast.Expr, what, values string) {
	if id, ok := w.mutant(e, "returned value", w.original(e), what); ok {
		w.wrap(s, func(inner string) string { return "if " + on(id) + " { return " + values + " }; " + inner })
	}
}

// isZero reports whether e is written as its type's zero value.
func (w *walker) isZero(e ast.Expr) bool {
	if literal, ok := e.(*ast.CompositeLit); ok {
		return len(literal.Elts) == 0
	}
	switch t := w.info.Types[e]; {
	case t.IsNil():
		return true
	case t.Value == nil:
		return false
	case t.Value.Kind() == constant.Bool:
		return !constant.BoolVal(t.Value)
	case t.Value.Kind() == constant.String:
		return constant.StringVal(t.Value) == ""
	default:
		return constant.Sign(t.Value) == 0
	}
}

// condition takes a branch always, and never.
func (w *walker) condition(s *ast.IfStmt) {
	if !w.boolean(s.Cond) {
		return
	}
	text := w.original(s.Cond)
	if c, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr); ok {
		w.decides[c] = true
	}
	if id, ok := w.mutant(s.Cond, "condition", text, "true"); ok {
		w.wrap(s.Cond, func(inner string) string { return on(id) + " || " + inner })
	}
	if id, ok := w.mutant(s.Cond, "condition", text, "false"); ok {
		w.wrap(s.Cond, func(inner string) string { return "!" + on(id) + " && (" + inner + ")" })
	}
}

package main

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// The operators on expressions.

// expression puts in the mutants of e and says whether its parts are still to
// be looked at.
func (w *walker) expression(e ast.Expr) bool {
	t := w.info.Types[e]
	if t.IsType() {
		return false
	}
	if t.Value != nil {
		w.literal(e, t)
		return false
	}
	switch e := e.(type) {
	case *ast.BinaryExpr:
		w.binary(e)
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			w.choose(e, "condition", w.original(e.X))
		}
	case *ast.CallExpr:
		return w.call(e)
	case *ast.CompositeLit:
		for _, element := range e.Elts {
			w.element(e, element)
		}
		return false
	}
	return true
}

// call looks at the arguments of a call that are worth it: the capacity of a
// make is not, nor what a panic says.
func (w *walker) call(e *ast.CallExpr) bool {
	id, ok := e.Fun.(*ast.Ident)
	if !ok {
		return true
	}
	if _, ok := w.info.Uses[id].(*types.Builtin); !ok {
		return true
	}
	switch id.Name {
	case "panic":
		return false
	case "make":
		if _, slice := w.info.Types[e].Type.Underlying().(*types.Slice); slice && len(e.Args) > 1 {
			w.walk(e.Args[1])
		}
		return false
	}
	return true
}

// element looks at an element of a composite literal; the keys of arrays and
// slices must be constants.
func (w *walker) element(literal *ast.CompositeLit, e ast.Expr) {
	pair, ok := e.(*ast.KeyValueExpr)
	if !ok {
		w.walk(e)
		return
	}
	if _, ok := w.info.Types[literal].Type.Underlying().(*types.Map); ok {
		w.walk(pair.Key)
	}
	w.walk(pair.Value)
}

// literal changes a constant: a number by one, a character to the next, a
// string to the empty one, a truth value to the other.
func (w *walker) literal(e ast.Expr, t types.TypeAndValue) {
	kind, ok := w.typeText(t.Type)
	if !ok || !w.worth(e, t) {
		return
	}
	text := w.original(e)
	call := func(helper, changed string) {
		if id, ok := w.mutant(e, "constant", text, changed); ok {
			w.wrap(e, func(inner string) string { return fmt.Sprintf("mutant%s[%s](%d, %s)", helper, kind, id, inner) })
		}
	}
	switch basic := t.Type.Underlying().(*types.Basic); {
	case basic.Info()&types.IsInteger != 0:
		call("Plus", text+" + 1")
		if literal, ok := e.(*ast.BasicLit); !ok || literal.Kind != token.CHAR {
			call("Minus", text+" - 1")
		}
	case basic.Info()&types.IsString != 0 && constant.StringVal(t.Value) != "":
		call("Empty", `""`)
	case basic.Info()&types.IsBoolean != 0 && basic == t.Type:
		if id, ok := w.mutant(e, "constant", text, "!"+text); ok {
			w.wrap(e, func(inner string) string { return "(" + inner + " != " + on(id) + ")" })
		}
	}
}

// worth reports whether a constant expression is a number, a text or a truth
// value rather than the name of one of a list.
func (w *walker) worth(e ast.Expr, t types.TypeAndValue) bool {
	basic, ok := t.Type.Underlying().(*types.Basic)
	if !ok || basic.Info()&types.IsUntyped != 0 {
		return false
	}
	if basic.Info()&types.IsInteger == 0 || basic == t.Type {
		return true
	}
	written := false
	ast.Inspect(e, func(n ast.Node) bool {
		_, literal := n.(*ast.BasicLit)
		written = written || literal
		return true
	})
	return written
}

// typeText writes a type as this file can; ok is false where it can't.
func (w *walker) typeText(t types.Type) (text string, ok bool) {
	ok = true
	text = types.TypeString(t, func(p *types.Package) string {
		if p == w.types {
			return ""
		}
		for _, spec := range w.file.Imports {
			if spec.Path.Value == `"`+p.Path()+`"` {
				if spec.Name != nil {
					return spec.Name.Name
				}
				return p.Name()
			}
		}
		ok = false
		return p.Name()
	})
	return text, ok
}

func (w *walker) isString(e ast.Expr) bool {
	basic, ok := w.info.Types[e].Type.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

// choose puts another condition in the place of e.
func (w *walker) choose(e ast.Expr, operator, changed string) {
	if !w.boolean(e) {
		return
	}
	if id, ok := w.mutant(e, operator, w.original(e), changed); ok {
		w.wrap(e, func(inner string) string {
			return fmt.Sprintf("(%s && (%s) || !%s && (%s))", on(id), changed, on(id), inner)
		})
	}
}

// negate turns a condition round that has no operator of its own to do it.
func (w *walker) negate(e ast.Expr) {
	if !comparison(e) && w.boolean(e) {
		w.choose(e, "condition", "!("+w.original(e)+")")
	}
}

// boundary and opposite are the comparisons to exchange one for.
var (
	boundary = map[token.Token]string{token.LSS: "<=", token.LEQ: "<", token.GTR: ">=", token.GEQ: ">"}
	opposite = map[token.Token]string{
		token.LSS: ">=", token.LEQ: ">", token.GTR: "<=", token.GEQ: "<", token.EQL: "!=", token.NEQ: "==",
		token.LAND: "||", token.LOR: "&&",
	}
)

// arithmetic are the operations to exchange, each with its helper.
var arithmetic = map[token.Token][2]string{
	token.ADD: {"Add", "-"}, token.SUB: {"Sub", "+"}, token.MUL: {"Mul", "/"}, token.QUO: {"Quo", "*"}, token.REM: {"Rem", "*"},
	token.AND: {"And", "|"}, token.OR: {"Or", "&"},
}

func isComparison(op token.Token) bool { return op != token.LAND && op != token.LOR }

func (w *walker) binary(e *ast.BinaryExpr) {
	x, y := w.original(e.X), w.original(e.Y)
	if other := boundary[e.Op]; other != "" {
		w.choose(e, "boundary", x+" "+other+" "+y)
	}
	if other := opposite[e.Op]; other != "" && !(w.decides[e] && isComparison(e.Op)) {
		w.choose(e, "condition", x+" "+other+" "+y)
	}
	switch {
	case e.Op == token.LAND || e.Op == token.LOR:
		for _, operand := range []struct {
			gone ast.Expr
			left string
		}{{e.X, y}, {e.Y, x}} {
			if b, ok := ast.Unparen(operand.gone).(*ast.BinaryExpr); !ok || b.Op != e.Op {
				w.choose(e, "condition", operand.left)
			}
		}
	case e.Op == token.ADD && w.isString(e):
		w.concatenation(e, x, y)
	case arithmetic[e.Op][0] != "":
		a := arithmetic[e.Op]
		if id, ok := w.mutant(e, "arithmetic", w.original(e), x+" "+a[1]+" "+y); ok {
			w.wrap(e, func(string) string { return w.compute(e, a[0], id) })
		}
	}
}

// concatenation leaves out one of two texts; a constant one has an operator of
// its own.
func (w *walker) concatenation(e *ast.BinaryExpr, x, y string) {
	left, right := none, none
	if !w.constant(e.Y) {
		left, _ = w.mutant(e, "concatenation", w.original(e), x)
	}
	if !w.constant(e.X) {
		right, _ = w.mutant(e, "concatenation", w.original(e), y)
	}
	w.wrap(e, func(string) string { return w.compute(e, "Concat", left, right) })
}

// compute hands both operands to a helper.
func (w *walker) compute(e *ast.BinaryExpr, helper string, ids ...int) string {
	call := "mutant" + helper + "("
	for _, id := range ids {
		call += fmt.Sprint(id) + ", "
	}
	return call + w.render(e.X) + ", " + w.render(e.Y) + ")"
}

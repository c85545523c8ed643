package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// given knows what the constants of a package are declared as, and which expression a
// variable is given where that is one for all of its life.
type given struct {
	info      *types.Info
	constants map[*types.Const]ast.Expr
	variables map[*types.Var]ast.Expr // nil for one that is given several, or who knows what
	uses      map[types.Object]int    // of the constants and variables; nil until it is asked for
}

func newGiven(pass *analysis.Pass, in *inspector.Inspector) *given {
	g := &given{info: pass.TypesInfo, constants: map[*types.Const]ast.Expr{}, variables: map[*types.Var]ast.Expr{}}
	nodes := []ast.Node{(*ast.ValueSpec)(nil), (*ast.AssignStmt)(nil), (*ast.RangeStmt)(nil), (*ast.UnaryExpr)(nil), (*ast.IncDecStmt)(nil)}
	in.Preorder(nodes, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.ValueSpec:
			g.declare(n)
		case *ast.AssignStmt:
			for i, to := range n.Lhs {
				if len(n.Lhs) == len(n.Rhs) && (n.Tok == token.ASSIGN || n.Tok == token.DEFINE) {
					g.give(to, n.Rhs[i])
				} else {
					g.give(to, nil)
				}
			}
		case *ast.RangeStmt:
			g.give(n.Key, nil)
			g.give(n.Value, nil)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				g.give(n.X, nil)
			}
		case *ast.IncDecStmt:
			g.give(n.X, nil)
		}
	})
	return g
}

// declare notes what a declaration gives its names.
func (g *given) declare(n *ast.ValueSpec) {
	for i, name := range n.Names {
		var value ast.Expr
		if len(n.Values) == len(n.Names) {
			value = n.Values[i]
		}
		if c, ok := g.info.Defs[name].(*types.Const); ok && value != nil {
			g.constants[c] = value
		} else if ok := g.info.Defs[name] != nil; ok {
			g.give(name, value)
		}
	}
}

// give notes that a variable is given a value; nil stands for one that is not known.
func (g *given) give(to, value ast.Expr) {
	if to == nil {
		return
	}
	name, ok := ast.Unparen(to).(*ast.Ident)
	if !ok {
		return
	}
	v, ok := g.info.ObjectOf(name).(*types.Var)
	if !ok {
		return
	}
	if g.isChain(value, v) {
		return // kcsb = kcsb.WithDefaultAzureCredential(), which returns what it is called on
	}
	if _, again := g.variables[v]; again || v.Exported() && v.Parent() == v.Pkg().Scope() {
		value = nil // other packages may give it another one
	}
	g.variables[v] = value
}

// isChain reports whether expr calls methods of a builder on v.
func (g *given) isChain(expr ast.Expr, v *types.Var) bool {
	for calls := 0; ; calls++ {
		switch e := expr.(type) {
		case *ast.Ident:
			return calls > 0 && g.info.ObjectOf(e) == v
		case *ast.CallExpr:
			if expr = g.calledOn(e); expr == nil {
				return false
			}
		default:
			return false
		}
	}
}

// calledOn returns the builder that a call of one of its methods is on, which returns it;
// nil for another call.
func (g *given) calledOn(e *ast.CallExpr) ast.Expr {
	fn := g.callee(e)
	method, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
	if fn == nil || !ok || receiver(fn) != builderType || clientPackage(fn) != "azkustodata" {
		return nil
	}
	return ast.Unparen(method.X)
}

// of returns what expr stands for: the expression that a constant of the package or a
// variable is given, without brackets; nil where that is not known.
func (g *given) of(name *ast.Ident) ast.Expr {
	switch o := g.info.ObjectOf(name).(type) {
	case *types.Const:
		return g.constants[o]
	case *types.Var:
		return g.variables[o]
	}
	return nil
}

// isShared reports whether what a name stands for is used in another place too, in this
// package or by those that import it.
func (g *given) isShared(name *ast.Ident) bool {
	if g.uses == nil {
		g.uses = map[types.Object]int{}
		for _, o := range g.info.Uses {
			g.uses[o]++
		}
	}
	o := g.info.ObjectOf(name)
	return g.uses[o] > 1 || o.Exported() && o.Parent() == o.Pkg().Scope() && o.Pkg().Name() != "main"
}

// callee returns the function or method that a call calls, where the program says which.
func (g *given) callee(c *ast.CallExpr) *types.Func { return typeutil.StaticCallee(g.info, c) }

// conversion returns what a call converts, or nil where it calls a function.
func (g *given) conversion(c *ast.CallExpr) ast.Expr {
	if tv, ok := g.info.Types[c.Fun]; ok && tv.IsType() && len(c.Args) == 1 {
		return c.Args[0]
	}
	return nil
}

// maxSteps bounds how far an expression is followed through variables and calls.
const maxSteps = 64

// builderOf returns the call that made the builder which expr is, through variables and
// the builder's own methods, which return it; nil where that is not known.
func (g *given) builderOf(expr ast.Expr) *ast.CallExpr {
	for range maxSteps {
		switch e := ast.Unparen(expr).(type) {
		case *ast.Ident:
			expr = g.of(e)
		case *ast.CallExpr:
			if fn := g.callee(e); fn != nil && makesBuilder(fn) {
				return e
			}
			expr = g.calledOn(e)
		default:
			return nil
		}
	}
	return nil
}

package analyzer

import (
	"go/ast"
	"slices"
	"strings"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/grammar"
	"kustoconn/lint"
	"kustoconn/placeholder"
	"kustoconn/schema"
	"kustoconn/source"
)

// noteRole notes what a client that a call makes wants the endpoint for of whose builder
// it is made.
func (r *runner) noteRole(c call) {
	kind := roleOf(c.fn)
	if kind == "" || len(c.Args) == 0 {
		return
	}
	if made := r.given.builderOf(c.Args[0]); made != nil {
		r.roles[made] = append(r.roles[made], role{kind, c.Args[0]})
	}
}

// checkStrings judges the connection string that a call is given.
func (r *runner) checkStrings(c call) {
	if !readsString(c.fn) || len(c.Args) == 0 {
		return
	}
	t, ok := r.textOf(c.Args[0])
	if !ok || t.value == "" && makesBuilder(c.fn) { // filled in later, or meant to fail
		return
	}
	tree, syntax := grammar.Parse(t.value)
	b := bind.Bind(tree)
	roles := r.roles[c.CallExpr]
	if len(roles) == 0 || b.Endpoint.Form != endpoint.URI { // a name alone may stand for an endpoint
		roles = []role{{}}
	}
	var found diag.List
	for _, as := range roles {
		for _, d := range r.judge.validator.CheckFor(b, syntax, as.kind) {
			r.report(&t, d, as)
			found = append(found, d)
		}
	}
	if makesBuilder(c.fn) && c.fn.Pkg().Name() == "azkustodata" {
		for _, d := range r.judge.goClientFindings(b) {
			if !slices.ContainsFunc(found, func(o diag.Diagnostic) bool { return o.Span.Overlaps(d.Span) }) {
				r.report(&t, d, role{}) // else it is what the client makes of a fault
			}
		}
	}
}

// checkSecretArguments reports constants that a call is given for a secret.
func (r *runner) checkSecretArguments(c call) {
	for position, property := range secretArguments(c.fn) {
		if position < len(c.Args) {
			r.checkSecret(c.Args[position], property)
		}
	}
	if receiver(c.fn) == "Builder" && c.fn.Pkg().Path() == builder && c.fn.Name() == "Set" && len(c.Args) == 2 {
		if keyword, ok := r.textOf(c.Args[0]); ok {
			r.checkSecret(c.Args[1], secretOf(keyword.value))
		}
	}
}

// secretOf returns the secret property of a keyword, or None.
func secretOf(keyword string) schema.ID {
	if id, ok := schema.Lookup(keyword); ok && schema.Secrets().Has(id) {
		return id
	}
	return schema.None
}

// checkSecretFields reports constants that fields of a builder are given for a secret.
func (r *runner) checkSecretFields(n ast.Node) {
	info := r.pass.TypesInfo
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, to := range n.Lhs {
			if s, ok := ast.Unparen(to).(*ast.SelectorExpr); ok && len(n.Lhs) == len(n.Rhs) {
				r.checkSecret(n.Rhs[i], secretField(info.ObjectOf(s.Sel), info.TypeOf(s.X)))
			}
		}
	case *ast.CompositeLit:
		for _, element := range n.Elts {
			if kv, ok := element.(*ast.KeyValueExpr); ok {
				if field, ok := kv.Key.(*ast.Ident); ok {
					r.checkSecret(kv.Value, secretField(info.ObjectOf(field), info.TypeOf(n)))
				}
			}
		}
	}
}

// checkSecret reports expr, which is given for a secret property, where it is a constant
// and none that stands for another text.
func (r *runner) checkSecret(expr ast.Expr, property schema.ID) {
	if property == schema.None {
		return
	}
	t, ok := r.textOf(expr)
	if !ok || strings.TrimSpace(t.value) == "" || placeholder.StandsForSecret(t.value) {
		return
	}
	d := lint.SecretInCode(property, source.Span{End: len(t.value)})
	for _, d := range r.judge.validator.Configure(diag.List{d}) {
		r.report(&t, d, role{})
	}
}

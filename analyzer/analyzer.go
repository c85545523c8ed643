// Package analyzer is a pass of go/analysis over Go programs that use Kusto: it judges
// the constant connection strings that they give the Go client and kustoconn, by the
// rules of package rule, and finds secrets that are written in the code.
//
// It runs as go vet -vettool (cmd/kustoconn-vet), in golangci-lint (package golangci)
// and wherever else an analysis.Analyzer does. Unlike kustoconn lint, which reads a
// file by itself, it has the types: what a constant is, which package a function is
// of, and which string a client's builder was made of. What is no constant, such as a
// format with verbs, is lint's.
package analyzer

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
)

const doc = `judge the connection strings that are given to Kusto's Go client

Constant strings given to azkustodata.NewConnectionStringBuilder, kustoconn.Parse and
kustoconn.Validate are judged by the rules of kustoconn (KCS001 to KCS606), also by
what the endpoint is for where a client is made of them (KCS410); constants in the
place of a secret are reported (KCS504). No message holds a secret. The comment
"kustoconn:ignore KCS410 -- reason" suppresses, on the line or above it.`

// Analyzer is the pass with the zero Settings, which its flags change.
var Analyzer = withFlags(new(Settings))

// New returns a pass with the settings, or an error for a mistake in them. The pass has
// no flags and is safe for concurrent use.
func New(settings Settings) (*analysis.Analyzer, error) {
	if _, err := settings.judge(); err != nil {
		return nil, err
	}
	return newAnalyzer(&settings), nil
}

func newAnalyzer(settings *Settings) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     "kustoconn",
		Doc:      doc,
		Requires: []*analysis.Analyzer{inspect.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			j, err := settings.judge()
			if err != nil {
				return nil, err
			}
			run(pass, j)
			return nil, nil
		},
	}
}

// run judges one package.
func run(pass *analysis.Pass, j *judge) {
	if !usesKusto(pass.Pkg) {
		return
	}
	in := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	r := &runner{pass: pass, judge: j, given: newGiven(pass, in), roles: map[*ast.CallExpr][]role{}}
	calls := r.calls(in)
	for _, call := range calls {
		r.noteRole(call)
	}
	for _, call := range calls {
		r.checkStrings(call)
		r.checkSecretArguments(call)
	}
	in.Preorder([]ast.Node{(*ast.AssignStmt)(nil), (*ast.CompositeLit)(nil)}, func(n ast.Node) {
		if !r.isLeftOut(n) {
			r.checkSecretFields(n)
		}
	})
}

// runner is one run over one package.
type runner struct {
	pass     *analysis.Pass
	judge    *judge
	given    *given
	roles    map[*ast.CallExpr][]role // what the endpoint of a builder's string is for
	comments map[string][]suppression // by file; nil until they are asked for
	seen     map[reported]bool
}

// calls returns the calls of functions that the table of calls may know.
func (r *runner) calls(in *inspector.Inspector) (all []call) {
	in.Preorder([]ast.Node{(*ast.CallExpr)(nil)}, func(n ast.Node) {
		expr := n.(*ast.CallExpr)
		if fn := r.given.callee(expr); fn != nil && !r.isLeftOut(n) {
			all = append(all, call{expr, fn})
		}
	})
	return all
}

// isLeftOut reports whether a node is in a test, where faulty strings are given on
// purpose, unless the settings ask for those too.
func (r *runner) isLeftOut(n ast.Node) bool {
	return !r.judge.tests && strings.HasSuffix(r.pass.Fset.Position(n.Pos()).Filename, "_test.go")
}

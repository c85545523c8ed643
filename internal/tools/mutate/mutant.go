package main

import (
	"fmt"
	"go/ast"
	"strings"
)

// mutant is one change of the code.
type mutant struct {
	id               int    // from 1
	file             string // the package's last element and the file's name
	line             int
	function         string // "" in a declaration of the package
	operator         string
	original, mutant string
	source           string // the line that it is in, trimmed
	nth              int    // among mutants that read the same, from 1
}

// key names the mutant in equivalent.txt: by what it says and not by its line
// number, so that it outlives other changes of the file.
func (m *mutant) key() string {
	key := fmt.Sprintf("%s %s: %s: %s → %s in `%s`", m.file, m.function, m.operator, m.original, m.mutant, m.source)
	if m.nth > 1 {
		key += fmt.Sprintf(" #%d", m.nth)
	}
	return key
}

// short puts text on one line of at most sixty characters.
func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return text
}

// functionName names a function as it is spoken of: "Parse", "(*Builder).Set".
func functionName(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	kind := f.Recv.List[0].Type
	pointer := false
	if star, ok := kind.(*ast.StarExpr); ok {
		kind, pointer = star.X, true
	}
	switch generic := kind.(type) {
	case *ast.IndexExpr:
		kind = generic.X
	case *ast.IndexListExpr:
		kind = generic.X
	}
	name := kind.(*ast.Ident).Name
	if pointer {
		return "(*" + name + ")." + f.Name.Name
	}
	return name + "." + f.Name.Name
}

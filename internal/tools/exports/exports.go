package main

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// modules are the nested modules that use the exports.
var modules = []string{"analyzer", "bench", "adapters/azkustodata", "collector", "examples", "internal/oracles", "internal/tools"}

// house is the module with all that uses it.
type house struct {
	public   []*packages.Package
	used     map[string]bool // the names that another package or an Example uses
	examples map[string]bool // the paths of packages that have an Example with output
}

// loadHouse reads the module at root and the modules nested in it.
func loadHouse(root string) (*house, error) {
	dirs := []string{root}
	for _, nested := range modules {
		dirs = append(dirs, filepath.Join(root, filepath.FromSlash(nested)))
	}
	return load(dirs...)
}

// load reads the packages of the modules in dirs; the first is the module whose
// exports are asked for.
func load(dirs ...string) (*house, error) {
	h := &house{used: map[string]bool{}, examples: map[string]bool{}}
	for i, dir := range dirs {
		config := &packages.Config{Dir: dir, Tests: true, Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports |
			packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedFiles}
		all, err := packages.Load(config, "./...")
		if err != nil {
			return nil, err
		}
		for _, p := range all {
			if len(p.Errors) > 0 {
				return nil, fmt.Errorf("%s: %v", p.ID, p.Errors[0])
			}
			h.use(p)
			h.noteExamples(p)
			if i == 0 && p.ID == p.PkgPath && p.Name != "main" && !strings.Contains(p.PkgPath, "/internal/") {
				h.public = append(h.public, p)
			}
		}
	}
	return h, nil
}

// noteExamples notes whether p, the tests of a package, has an Example whose
// output is compared.
func (h *house) noteExamples(p *packages.Package) {
	var tests []*ast.File
	for _, file := range p.Syntax {
		if strings.HasSuffix(p.Fset.Position(file.Pos()).Filename, "_test.go") {
			tests = append(tests, file)
		}
	}
	for _, e := range doc.Examples(tests...) {
		if e.Output != "" {
			h.examples[strings.TrimSuffix(p.PkgPath, "_test")] = true
		}
	}
}

// use notes what p uses of other packages and, in Examples, of its own.
func (h *house) use(p *packages.Package) {
	for _, file := range p.Syntax {
		test := strings.HasSuffix(p.Fset.Position(file.Pos()).Filename, "_test.go")
		ast.Inspect(file, func(n ast.Node) bool {
			if f, ok := n.(*ast.FuncDecl); ok && test && !strings.HasPrefix(f.Name.Name, "Example") {
				return false // what tests alone use is not needed outside
			}
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			o := p.TypesInfo.Uses[id]
			if o == nil || o.Pkg() == nil || !o.Exported() {
				return true
			}
			if v, ok := o.(*types.Var); ok && v.IsField() {
				return true
			}
			if o.Pkg().Path() != strings.TrimSuffix(p.PkgPath, "_test") || test {
				h.used[nameOf(o)] = true
			}
			return true
		})
	}
}

// nameOf names an object across loads: package, type of a method, name.
func nameOf(o types.Object) string {
	path := o.Pkg().Path()
	if f, ok := o.(*types.Func); ok {
		if recv := f.Signature().Recv(); recv != nil {
			t := recv.Type()
			if p, ok := t.(*types.Pointer); ok {
				t = p.Elem()
			}
			if named, ok := t.(*types.Named); ok {
				return path + "." + named.Obj().Name() + "." + o.Name()
			}
		}
	}
	return path + "." + o.Name()
}

// exported returns the names that p exports: constants, variables, functions,
// types, and the methods of these.
func (h *house) exported(p *packages.Package) []string {
	var names []string
	scope := p.Types.Scope()
	for _, name := range scope.Names() {
		if !token.IsExported(name) {
			continue
		}
		o := scope.Lookup(name)
		names = append(names, nameOf(o))
		tn, ok := o.(*types.TypeName)
		if !ok || tn.IsAlias() {
			continue
		}
		if named, ok := tn.Type().(*types.Named); ok {
			for m := range named.Methods() {
				if m.Exported() {
					names = append(names, nameOf(m))
				}
			}
		}
	}
	slices.Sort(names)
	return names
}

// byInterface are methods that the standard library or a flag package calls.
var byInterface = map[string]bool{
	"String": true, "Format": true, "GoString": true, "Error": true, "Unwrap": true, "Is": true, "As": true, "LogValue": true,
	"MarshalText": true, "UnmarshalText": true, "MarshalJSON": true, "UnmarshalJSON": true, "MarshalXML": true, "GobEncode": true, "GobDecode": true,
	"MarshalBinary": true, "Set": true, "Type": true, "Len": true, "Less": true, "Swap": true, "Write": true, "Close": true,
}

// unused returns the exported names that nobody needs.
func (h *house) unused() []string {
	h.spread()
	var list []string
	for _, p := range h.public {
		for _, name := range h.exported(p) {
			last := name[strings.LastIndexByte(name, '.')+1:]
			if !h.used[name] && !byInterface[last] {
				list = append(list, name)
			}
		}
	}
	return list
}

// spread calls used, too, what comes with a used name: the types in its
// signature and in the exported fields of a type, and the other constants of an
// enumeration of which one is used.
func (h *house) spread() {
	for before := -1; before != len(h.used); {
		before = len(h.used)
		for _, p := range h.public {
			scope := p.Types.Scope()
			for _, name := range scope.Names() {
				if o := scope.Lookup(name); o.Exported() && h.used[nameOf(o)] {
					h.spreadFrom(o)
				}
			}
		}
	}
}

func (h *house) spreadFrom(o types.Object) {
	switch o := o.(type) {
	case *types.Const:
		h.useType(o.Type())
		scope := o.Pkg().Scope()
		for _, name := range scope.Names() {
			if c, ok := scope.Lookup(name).(*types.Const); ok && c.Exported() && types.Identical(c.Type(), o.Type()) && isNamed(c.Type()) {
				h.used[nameOf(c)] = true
			}
		}
	case *types.Func, *types.Var:
		h.useType(o.Type())
	case *types.TypeName:
		h.useType(o.Type().Underlying())
		if named, ok := o.Type().(*types.Named); ok {
			for m := range named.Methods() {
				if m.Exported() && (h.used[nameOf(m)] || byInterface[m.Name()]) {
					h.useType(m.Type())
				}
			}
		}
	}
}

func isNamed(t types.Type) bool { _, ok := t.(*types.Named); return ok }

// useType calls used the exported types that t is made of.
func (h *house) useType(t types.Type) {
	switch t := t.(type) {
	case *types.Alias:
		h.useName(t.Obj())
		h.useType(types.Unalias(t))
	case *types.Named:
		h.useName(t.Obj())
		for arg := range t.TypeArgs().Types() {
			h.useType(arg)
		}
	case *types.Pointer:
		h.useType(t.Elem())
	case *types.Slice:
		h.useType(t.Elem())
	case *types.Array:
		h.useType(t.Elem())
	case *types.Map:
		h.useType(t.Key())
		h.useType(t.Elem())
	case *types.Signature:
		for v := range t.Params().Variables() {
			h.useType(v.Type())
		}
		for v := range t.Results().Variables() {
			h.useType(v.Type())
		}
	case *types.Struct:
		for v := range t.Fields() {
			if v.Exported() {
				h.useType(v.Type())
			}
		}
	}
}

func (h *house) useName(o types.Object) {
	if o.Pkg() != nil && o.Exported() {
		h.used[nameOf(o)] = true
	}
}

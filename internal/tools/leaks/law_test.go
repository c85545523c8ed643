// Package leaks holds that no exported type of any public package prints a
// secret: every type that can hold text is either filled with marked secrets
// and printed in every way (registry_test.go, printing_test.go), or listed with
// the reason why it holds none. A type that is in neither list fails the test.
//
// It is a package of tests alone, here because the dumpers that it tries are
// dependencies that the module itself does not have.
package leaks

import (
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

const root = "../../.."

// publicTypes returns the exported types of the module's public packages that
// can hold text, by package and name ("bind.Property").
func publicTypes(t *testing.T) map[string]bool {
	t.Helper()
	config := &packages.Config{Dir: root, Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps | packages.NeedModule}
	all, err := packages.Load(config, "./...")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, p := range all {
		if len(p.Errors) > 0 {
			t.Fatalf("%s: %v", p.PkgPath, p.Errors[0])
		}
		path := strings.TrimPrefix(strings.TrimPrefix(p.PkgPath, p.Module.Path), "/")
		if p.Name == "main" || strings.HasPrefix(path, "internal/") || strings.Contains(path, "/internal/") {
			continue
		}
		if path == "" {
			path = p.Name
		}
		for _, name := range p.Types.Scope().Names() {
			if o, ok := p.Types.Scope().Lookup(name).(*types.TypeName); ok && o.Exported() && holdsText(o.Type(), nil) {
				found[path+"."+name] = true
			}
		}
	}
	return found
}

// holdsText reports whether a value of type t can hold text: a string or bytes
// anywhere in it, or what may have some in it, a function or an interface.
func holdsText(t types.Type, within []types.Type) bool {
	for _, outer := range within {
		if types.Identical(outer, t) {
			return false // seen already, further out
		}
	}
	within = append(within, t)
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Kind() == types.String || u.Kind() == types.UnsafePointer
	case *types.Pointer:
		return isByte(u.Elem()) || holdsText(u.Elem(), within)
	case *types.Slice:
		return isByte(u.Elem()) || holdsText(u.Elem(), within)
	case *types.Array:
		return isByte(u.Elem()) || holdsText(u.Elem(), within)
	case *types.Map:
		return holdsText(u.Key(), within) || holdsText(u.Elem(), within)
	case *types.Chan:
		return holdsText(u.Elem(), within)
	case *types.Struct:
		for f := range u.Fields() {
			if f.Name() != "_" && holdsText(f.Type(), within) {
				return true
			}
		}
		return false
	}
	return true // functions, interfaces, type parameters
}

func isByte(t types.Type) bool {
	return types.Identical(t, types.Typ[types.Byte])
}

// Every exported type that can hold text is printed by TestNothingPrintsASecret
// or exempt, and both lists name none that is gone.
func TestRegistryIsComplete(t *testing.T) {
	found := publicTypes(t)
	if len(found) < 50 {
		t.Fatalf("only %d types found", len(found))
	}
	for name := range found {
		_, filled := registry[name]
		_, exempt := exemption(name)
		switch {
		case !filled && !exempt:
			t.Errorf("%s can hold text: fill it from marked strings in the registry, or say in exempt why it holds no secret", name)
		case filled && exempt:
			t.Errorf("%s is in the registry and exempt", name)
		}
	}
	for name := range registry {
		if !found[name] {
			t.Errorf("the registry has %s, which is no public type that can hold text", name)
		}
	}
	used := map[string]bool{}
	for name := range found {
		if key, ok := exemption(name); ok {
			used[key] = true
		}
	}
	for key := range exempt {
		if !used[key] {
			t.Errorf("%s is exempt, and there is no such type that can hold text", key)
		}
	}
}

// exemption returns the entry of exempt that name falls under: its own, or that
// of its package.
func exemption(name string) (key string, ok bool) {
	pkg := name[:strings.LastIndexByte(name, '.')]
	for _, key := range []string{name, pkg} {
		if _, ok := exempt[key]; ok {
			return key, true
		}
	}
	return "", false
}

// A type is found to hold text however deep that lies.
func TestHoldsText(t *testing.T) {
	field := func(t types.Type) types.Type {
		return types.NewStruct([]*types.Var{types.NewField(0, nil, "x", t, false)}, nil)
	}
	str, number := types.Typ[types.String], types.Typ[types.Int]
	for _, row := range []struct {
		t    types.Type
		want bool
	}{
		{str, true}, {number, false}, {types.NewSlice(types.Typ[types.Byte]), true}, {types.NewSlice(number), false},
		{types.NewPointer(types.Typ[types.Byte]), true}, {types.Typ[types.Byte], false},
		{field(types.NewPointer(field(str))), true}, {field(types.NewPointer(field(number))), false},
		{types.NewMap(number, str), true}, {types.NewMap(str, number), true}, {types.NewMap(number, number), false},
		{types.NewSignatureType(nil, nil, nil, nil, nil, false), true}, {types.NewInterfaceType(nil, nil), true},
		{types.NewArray(field(str), 2), true}, {types.NewChan(types.SendRecv, str), true},
	} {
		if got := holdsText(row.t, nil); got != row.want {
			t.Errorf("%s: %t", row.t, got)
		}
	}
}

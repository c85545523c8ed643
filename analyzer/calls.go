package analyzer

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"kustoconn"
	"kustoconn/endpoint"
	"kustoconn/internal/methods"
	"kustoconn/normalize"
	"kustoconn/schema"
)

// The packages that the calls are of. The names of the Go client's functions are data of
// package methods; before its version 1 it was one package, kusto.
const (
	goClient       = "github.com/Azure/azure-kusto-go/"
	newBuilderName = "NewConnectionStringBuilder"
	builderType    = "ConnectionStringBuilder"
)

var (
	facade  = reflect.TypeFor[kustoconn.ConnectionString]().PkgPath()
	builder = reflect.TypeFor[normalize.Builder]().PkgPath()
)

// call is a call of a function that is known by name.
type call struct {
	*ast.CallExpr
	fn *types.Func
}

// usesKusto reports whether a package imports any whose calls are known.
func usesKusto(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool {
		return strings.HasPrefix(p.Path(), goClient) || p.Path() == facade || p.Path() == builder
	})
}

// clientPackage returns the name of the Go client's package that fn is of, as package
// methods names it; empty for another one's.
func clientPackage(fn types.Object) string {
	if fn.Pkg() == nil {
		return ""
	}
	name, ok := strings.CutPrefix(fn.Pkg().Path(), goClient)
	switch {
	case !ok:
		return ""
	case name == "kusto":
		return "azkustodata"
	}
	return name
}

// receiver returns the name of the type that fn is a method of, or "".
func receiver(fn *types.Func) string {
	recv := fn.Signature().Recv()
	if recv == nil {
		return ""
	}
	return typeName(recv.Type())
}

// typeName returns the name of a type, or of what it points to; "" for one without.
func typeName(t types.Type) string {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return named.Obj().Name()
	}
	return ""
}

// makesBuilder reports whether fn makes the Go client's builder of its argument.
func makesBuilder(fn *types.Func) bool {
	return fn.Name() == newBuilderName && receiver(fn) == "" && clientPackage(fn) == "azkustodata"
}

// readsString reports whether fn's first argument is a connection string.
func readsString(fn *types.Func) bool {
	if makesBuilder(fn) {
		return true
	}
	return fn.Pkg() != nil && fn.Pkg().Path() == facade && (fn.Name() == "Parse" || fn.Name() == "Validate") &&
		(receiver(fn) == "" || receiver(fn) == "Validator")
}

// role is what an endpoint is for, and the argument that says so.
type role struct {
	kind endpoint.Kind
	by   ast.Expr
}

// roleOf returns what fn wants the endpoint in its first argument for; "" where that is
// not known.
func roleOf(fn *types.Func) endpoint.Kind {
	name := clientPackage(fn) + "." + fn.Name()
	if receiver(fn) != "" {
		return ""
	}
	all := methods.Consumers()
	i := slices.IndexFunc(all, func(c methods.Consumer) bool { return c.Client == schema.Go && c.Name == name })
	if i < 0 {
		return ""
	}
	switch all[i].RoleOf(0, "") {
	case methods.Query:
		return endpoint.KindQuery
	case methods.Ingest:
		return endpoint.KindIngest
	}
	return ""
}

// secretArguments returns the arguments of fn that hold a secret, by position.
func secretArguments(fn *types.Func) map[int]schema.ID {
	client := schema.Client(0)
	switch {
	case receiver(fn) == builderType && clientPackage(fn) == "azkustodata":
		client = schema.Go
	case receiver(fn) == "Builder" && fn.Pkg().Path() == builder:
		client = schema.DotNet // whose names it has
	default:
		return nil
	}
	all := map[int]schema.ID{}
	for _, c := range methods.SecretCalls() {
		if c.Client == client && c.Name == fn.Name() {
			for _, a := range c.Secrets {
				all[a.Position] = a.Property
			}
		}
	}
	return all
}

// secretField returns the secret that a field of the Go client's builder holds, or None.
func secretField(field types.Object, of types.Type) schema.ID {
	if v, ok := field.(*types.Var); !ok || !v.IsField() || clientPackage(field) != "azkustodata" || typeName(of) != builderType {
		return schema.None
	}
	return secretMembers[field.Name()]
}

var secretMembers = methods.SecretMembers()

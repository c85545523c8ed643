package vocabulary

import (
	"sync"

	"kustoconn/internal/fold"
	"kustoconn/schema"
)

// BuilderProperty is a property that only code can set.
type BuilderProperty struct {
	Name     string    // on the .NET builder
	Property schema.ID // None where it is a switch of the builder alone
	Help     string    // what to do instead; lower case, no full stop
}

// builderProperties are those that rule 104 names. Their keywords are the name
// and, where there is a property, its keywords and programmatic names.
var builderProperties = []BuilderProperty{
	{
		Name: "EmbeddedManagedIdentity", Property: schema.ManagedServiceIdentity,
		Help: "choose a managed identity in code, with WithAadSystemManagedIdentity or WithAadUserManagedIdentity",
	},
	{
		Name: "PreventAccessToLocalSecretsViaKeywords",
		Help: "set it on the builder before the connection string is assigned",
	},
}

// ProgrammaticOnly reports whether keyword, compared as Lookup compares, names
// something that only code can set. It does not allocate.
func ProgrammaticOnly(keyword string) (BuilderProperty, bool) {
	v, ok := builderNames().Find(keyword)
	if !ok {
		return BuilderProperty{}, false
	}
	return builderProperties[v], true
}

var builderNames = sync.OnceValue(func() *fold.Index {
	var entries []fold.Entry
	for i, b := range builderProperties {
		entries = append(entries, fold.Entry{Name: b.Name, Value: uint16(i)})
		if p := schema.Get(b.Property); p != nil {
			for _, name := range p.Keywords() {
				entries = append(entries, fold.Entry{Name: name, Value: uint16(i)})
			}
			for _, s := range p.Programmatic {
				entries = append(entries, fold.Entry{Name: s.Name, Value: uint16(i)})
			}
		}
	}
	return fold.NewIndex(entries)
})

// IsKnownElsewhere reports whether an unknown keyword is one all the same: of
// another product's connection strings, or of a client's builder.
func IsKnownElsewhere(keyword string) bool {
	if _, foreign := LookupForeign(keyword); foreign {
		return true
	}
	_, programmatic := ProgrammaticOnly(keyword)
	return programmatic
}

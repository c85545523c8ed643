package schema

// Lookup returns the property whose canonical name or alias keyword is,
// whatever the case of its ASCII letters and its U+0020. A keyword of any
// length is fine: it costs one pass over at most the first 64 bytes that are
// not spaces, and does not allocate.
//
// A keyword spelt as the tables spell it costs one map look-up.
//
// Programmatic names are no keywords. A property that strings cannot set is
// found too: its Settable reports false.
func Lookup(keyword string) (ID, bool) {
	v, ok := keywords.find(keyword)
	return ID(v), ok
}

// lookupProgrammatic returns the property that the .NET builder calls name,
// compared as keywords are. It does not allocate.
func lookupProgrammatic(name string) (ID, bool) {
	v, ok := programmatic.find(name)
	return ID(v), ok
}

// BuilderProperty is a property that only code can set.
type BuilderProperty struct {
	Name     string // on the .NET builder
	Property ID     // None where it is a switch of the builder alone
	Help     string // what to do instead; lower case, no full stop
}

// builderProperties are those that rule 104 names. Their keywords are the name
// and, where there is a property, its keywords and programmatic names.
var builderProperties = []BuilderProperty{
	{
		Name: "EmbeddedManagedIdentity", Property: ManagedServiceIdentity,
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
	v, ok := builderNames.find(keyword)
	if !ok {
		return BuilderProperty{}, false
	}
	return builderProperties[v], true
}

var keywords = newIndex(func() (entries []entry) {
	for _, p := range Properties() {
		for _, name := range p.Keywords() {
			entries = append(entries, entry{name, uint16(p.ID)})
		}
	}
	return entries
}())

var programmatic = newIndex(func() (entries []entry) {
	for _, p := range Properties() {
		for _, s := range p.Programmatic {
			entries = append(entries, entry{s.Name, uint16(p.ID)})
		}
	}
	return entries
}())

var builderNames = newIndex(func() (entries []entry) {
	for i, b := range builderProperties {
		entries = append(entries, entry{b.Name, uint16(i)})
		if p := Get(b.Property); p != nil {
			for _, name := range p.Keywords() {
				entries = append(entries, entry{name, uint16(i)})
			}
			for _, s := range p.Programmatic {
				entries = append(entries, entry{s.Name, uint16(i)})
			}
		}
	}
	return entries
}())

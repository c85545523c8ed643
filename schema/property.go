package schema

// Property is what is known of one property. Properties are shared and must
// not be modified.
type Property struct {
	ID   ID
	Name string // canonical name, the documentation's where it has one

	// Aliases are the further keywords for the property. One that folds to
	// Name, such as "QueryConsistency", is listed where a source prints it.
	Aliases []Spelling
	// Programmatic are the names of the property on the .NET builder. They are
	// no keywords, save where they fold to Name or an alias.
	Programmatic []Spelling
	// Synonyms are what other Kusto tools call the property. No connection
	// string accepts them: they are only suggested from.
	Synonyms []string

	Type    Type
	Secrecy Secrecy
	Group   Group
	Status  Status

	Default     string // the documented default; empty for none
	DefaultNote string // where clients or versions differ from Default
	Values      []EnumValue
	Doc         string // one line: what the property does

	// Clients accept the property under one of its keywords at least; Refused
	// know the keyword and refuse it as unsupported. To the others it is
	// unknown. From the recorded clients; .NET from its public names.
	Clients, Refused ClientSet
}

// Spelling is a name and where it comes from.
type Spelling struct {
	Name   string
	Source Source
}

// Documented reports whether the documentation's tables have the name.
func (s Spelling) Documented() bool { return s.Source == documentation }

// EnumValue is a value of a property of type TypeEnum.
type EnumValue struct {
	Name       string
	Documented bool // as a value of connection strings; else known to the service alone
	OfRequests bool // documented as an option of requests
}

// Keywords returns the canonical name and then every alias. It allocates.
func (p *Property) Keywords() []string {
	names := []string{p.Name}
	for _, a := range p.Aliases {
		names = append(names, a.Name)
	}
	return names
}

// Settable reports whether a connection string can set the property.
func (p *Property) Settable() bool { return p.Status != notSettable }

// Source says where a name comes from, as tables print it. The zero Source is
// invalid.
type Source string

// The sources of names.
const (
	documentation Source = "documentation" // the property tables of the product documentation
	page2018      Source = "2018 page"     // those tables as they stood in October 2018
	sharedFile    Source = "kcsb.json"     // kcsb.json (2025-01-15), shared by the Go, Python and Java clients
	nodeTable     Source = "Node"          // the Node client's own table
	rustTable     Source = "Rust"          // the Rust client's own table
	dotNetNames   Source = ".NET"          // public names of the .NET builder
)

// Type is the kind of value a property takes, as tables print it. The zero Type
// is invalid.
type Type string

// The types of values.
const (
	typeString            Type = "string"             // any text
	TypeBool              Type = "boolean"            // true or false, in any case
	TypeEnum              Type = "enum"               // one of Property.Values
	TypeURI               Type = "URI"                // a service endpoint, or a bare cluster name
	TypeAuthority         Type = "authority"          // a tenant's GUID or domain, or a login URL
	TypeGUID              Type = "GUID"               // an application's id
	TypeThumbprint        Type = "thumbprint"         // 40 hexadecimal digits
	TypeDistinguishedName Type = "distinguished name" // an X.500 name, such as CN=example
	typeToken             Type = "token"              // a bearer token
	typePEM               Type = "PEM"                // a certificate or private key, PEM or base64
	typePath              Type = "path"               // the path of a file
	typeIdentity          Type = "managed identity"   // "system", or a managed identity's client id
)

// Secrecy says how a property's value may be shown, as tables print it. The zero
// Secrecy is invalid.
type Secrecy string

// The kinds of secrecy.
const (
	public     Secrecy = "public"     // may be shown
	identifier Secrecy = "identifier" // names a principal or a certificate: no secret, but not for everyone
	secret     Secrecy = "secret"     // never shown
	userinfo   Secrecy = "userinfo"   // a URI: a password in its userinfo is never shown
)

// Group is the section of the documentation that lists a property; where two
// do, the first; as tables print it. The zero Group is invalid.
type Group string

// The groups.
const (
	groupGeneral             Group = "general"                     // "General properties"
	groupUserAuth            Group = "user authentication"         // "User authentication properties"
	groupApplicationAuth     Group = "application authentication"  // "Application authentication properties"
	groupCommunication       Group = "client communication"        // "Client communication properties"
	groupUndocumentedGeneral Group = "undocumented"                // in no table: endpoint and service
	groupUndocumentedAuth    Group = "undocumented authentication" // in no table: authentication
)

// IsAuthentication reports whether the group's properties say who signs in.
func (g Group) IsAuthentication() bool {
	return g == groupUserAuth || g == groupApplicationAuth || g == groupUndocumentedAuth
}

// Status says whether the documentation and the clients let a connection
// string set a property, as tables print it. The zero Status is invalid.
type Status string

// The statuses.
const (
	Documented   Status = "documented"        // in the documentation's tables
	Undocumented Status = "undocumented"      // in none, but known to several clients
	OneClient    Status = "one client"        // known to one client alone
	notSettable  Status = "programmatic only" // documented as not settable in a connection string
)

// Properties returns every property in canonical order. The slice is the
// caller's own, the properties are shared.
func Properties() []*Property {
	all := make([]*Property, 0, NumIDs-1)
	for id := None + 1; id < NumIDs; id++ {
		all = append(all, &properties[id])
	}
	return all
}

// Get returns the property that id names, nil for None and for what is no ID.
func Get(id ID) *Property {
	if id == None || id >= NumIDs {
		return nil
	}
	return &properties[id]
}

// from returns names as spellings of one source.
func from(source Source, names ...string) []Spelling {
	spellings := make([]Spelling, len(names))
	for i, name := range names {
		spellings[i] = Spelling{name, source}
	}
	return spellings
}

// numbered sets each property's ID to its place in the table.
func numbered(table [NumIDs]Property) [NumIDs]Property {
	for i := range table {
		table[i].ID = ID(i)
	}
	return table
}

// secretProperties are the properties whose values are never shown.
var secretProperties = func() (s Set) {
	for i := range properties {
		if properties[i].Secrecy == secret {
			s = s.With(ID(i))
		}
	}
	return s
}()

// Secrets returns the properties whose values are never shown.
func Secrets() Set { return secretProperties }

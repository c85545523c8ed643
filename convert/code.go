package convert

import (
	"embed"
	"slices"
	"strings"

	"kustoconn/schema"
)

//go:embed templates
var files embed.FS

// language is a programming language with a Kusto client.
type language struct {
	name   string // of its template
	title  string // for people
	client schema.Client

	quote    func(string) string // a value as a string literal
	env      string              // a look-up in the environment, %s is the name
	booleans [2]string           // false and true
	comment  string              // what starts one that ends with the line

	// parsesEndpoint is set where the client reads the endpoint as a whole
	// connection string, by its own rules.
	parsesEndpoint bool
	// instead says what to use instead of an authentication that the client
	// lacks; there is a template for each of the others.
	instead map[schema.ModeID]string
	// elsewhere says where a property goes that the builder does not take.
	elsewhere map[schema.ID]string
	// trims are the properties whose values the builder trims, and space what it takes
	// off at their ends.
	trims schema.Set
	space func(rune) bool
}

// page is what templates see. Its methods record what was used.
type page struct {
	*language
	c    *Connection
	used schema.Set
	envs []string // what is looked up in the environment

	Body, Settings, Imports, Helpers string
}

// write renders the code for c. Each mode is a template of its own name; the
// template "file" puts it in its place.
func (l *language) write(c *Connection) (string, error) {
	if instead, lacks := l.instead[c.mode]; lacks {
		return "", &modeError{l.title, c.mode, instead}
	}
	if err := l.checkEndpoint(c); err != nil {
		return "", err
	}
	byResource := l.client == schema.Go && c.mode == schema.UserManagedIdentity
	if err := c.checkIdentity(l.title, byResource); err != nil {
		return "", err
	}
	p := &page{language: l, c: c}
	set, err := parseTemplates(l.name)
	if err != nil {
		return "", err
	}
	mode := string(c.mode)
	if set[mode] == nil { // a tool's own way to sign in
		return "", &modeError{l.title, c.mode, string(schema.TokenCredential)}
	}
	for _, part := range []struct {
		name string
		into *string
	}{
		{mode, &p.Body}, {mode + " helpers", &p.Helpers}, {mode + " imports", &p.Imports}, {"settings", &p.Settings},
	} {
		if set[part.name] != nil {
			*part.into = strings.TrimSpace(set.execute(part.name, p))
		}
	}
	var remarks string
	for id := range c.given.Minus(p.used).All() {
		remark, harmless := c.remark(id)
		if !harmless {
			return "", &valueError{l.title, id, l.reason(id)}
		}
		remarks += l.comment + " " + remark + "\n"
	}
	for id := range (p.used & c.given & l.trims).All() {
		if schema.GetMode(c.mode) == nil {
			break // the values go to a credential, and not to the builder
		}
		if value := c.values[id]; strings.TrimFunc(value, l.space) != value {
			remarks += l.comment + " The builder takes the white space off the ends of " + schema.Get(id).Name + ".\n"
		}
	}
	return remarks + tidy(set.execute("file", p)), nil
}

// value gives the property of a canonical name as an expression.
func (p *page) value(name string) string {
	id := p.use(name)
	text, known := p.c.values[id]
	switch {
	case !known:
		return p.lookUp(environment(id))
	case schema.Get(id).Type != schema.TypeBool:
		return p.quote(text)
	case text == "true":
		return p.booleans[1]
	}
	return p.booleans[0]
}

// use records that the template takes the property of a canonical name.
func (p *page) use(name string) schema.ID {
	id, ok := schema.Lookup(name)
	if !ok {
		panic("no property " + name)
	}
	p.used = p.used.With(id)
	return id
}

func (p *page) lookUp(name string) string {
	if !slices.Contains(p.envs, name) {
		p.envs = append(p.envs, name)
	}
	return strings.ReplaceAll(p.language.env, "%s", name)
}

// required lists, as Go literals, the variables that the code cannot do
// without. A file's password may be empty.
func (p *page) required() string {
	var names []string
	for _, name := range p.envs {
		if name != certificatePassword {
			names = append(names, p.quote(name))
		}
	}
	return strings.Join(names, ", ")
}

const certificatePassword = "KUSTO_CERTIFICATE_PASSWORD"

// std returns the imports of Go's standard library, which must all be used.
func (p *page) std() string {
	var imports []string
	if p.c.mode == federatedManagedIdentity {
		imports = append(imports, "\t\"context\"")
	}
	if p.required() != "" {
		imports = append(imports, "\t\"errors\"")
	}
	if len(p.envs) > 0 {
		imports = append(imports, "\t\"os\"")
	}
	return strings.Join(imports, "\n")
}

// checkEndpoint refuses an endpoint that the client would read as more than an
// endpoint.
func (l *language) checkEndpoint(c *Connection) error {
	uri := c.values[schema.DataSource]
	if l.parsesEndpoint && strings.ContainsAny(uri, ";=") {
		return &valueError{l.title, schema.DataSource,
			"its builder reads the endpoint as a connection string, so it can hold neither ';' nor '='; take the query off"}
	}
	return nil
}

func (l *language) reason(id schema.ID) string {
	if where, ok := l.elsewhere[id]; ok {
		return where
	}
	if schema.Get(id).Clients.Has(schema.DotNet) && l.client != schema.DotNet {
		return "its builder has nothing like it for this authentication; remove it"
	}
	return "it has no meaning with this authentication; remove it"
}

// tidy leaves one empty line where there are more, none in front, and one line
// end behind.
func tidy(code string) string {
	for strings.Contains(code, "\n\n\n") {
		code = strings.ReplaceAll(code, "\n\n\n", "\n\n")
	}
	return strings.Trim(code, "\n") + "\n"
}

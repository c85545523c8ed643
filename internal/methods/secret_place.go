package methods

import (
	"slices"
	"strings"

	"kustoconn/schema"
)

// unlisted are calls that take a secret and are of no row of the table of methods:
// the documentation has no such method. Source: public names of the clients (.NET
// 14, Python 6, Node 7, Go 1.2, Rust 0.21), createWithAadUserCredentials of the
// Java client before version 3, and what the Go client called WithAadUserToken before
// version 1.
var unlisted = []Call{
	Call{Client: schema.DotNet, Name: "WithAadUserPasswordAuthentication"}.takes(1, "password", schema.Password),
	Call{Client: schema.DotNet, Name: "WithKustoBasicAuthentication"}.takes(1, "password", schema.Password),
	Call{Client: schema.DotNet, Name: "WithDstsUserTokenAuthentication"}.takes(0, "userToken", schema.UserToken),
	Call{Client: schema.DotNet, Name: "WithDstsApplicationTokenAuthentication"}.takes(0, "applicationToken", schema.ApplicationToken),
	// AzureDataExplorerSinkOptions of Serilog's sink, version 2.
	Call{Client: schema.DotNet, Name: "WithAadApplicationKey"}.takes(1, "applicationKey", schema.ApplicationKey),
	Call{Client: schema.DotNet, Name: "WithAadApplicationToken"}.takes(0, "applicationToken", schema.ApplicationToken),
	Call{Client: schema.DotNet, Name: "WithAadUserToken"}.takes(0, "userToken", schema.UserToken),
	Call{Client: schema.Go, Name: "WitAadUserToken"}.takes(0, "usertoken", schema.UserToken),
	Call{Client: schema.Go, Name: "WithAadUserPassAuth"}.takes(1, "pswrd", schema.Password),
	Call{Client: schema.Python, Name: "with_aad_user_password_authentication"}.takes(2, "password", schema.Password),
	Call{Client: schema.Node, Name: "withAadUserPasswordAuthentication"}.takes(2, "password", schema.Password),
	Call{Client: schema.Java, Name: "createWithAadUserCredentials"}.takes(2, "password", schema.Password),
	Call{Client: schema.Rust, Name: "with_user_password_auth"}.takes(2, "password", schema.Password),
}

// TakesCluster reports whether the first argument of the call says where the cluster is:
// the builder is made by it, and not a receiver that has the cluster already.
func (c *Call) TakesCluster() bool {
	switch c.Client {
	case schema.Python, schema.Node, schema.Java, schema.Rust:
		return true
	}
	return false
}

// SecretCalls returns the clients' functions and methods that take a secret, each
// once: those of Methods, and of password and dSTS sign-in. It allocates.
func SecretCalls() []*Call {
	var all []*Call
	add := func(calls []Call) {
		for i := range calls {
			if c := &calls[i]; len(c.Secrets) > 0 && !slices.ContainsFunc(all, func(o *Call) bool { return o.Name == c.Name }) {
				all = append(all, c)
			}
		}
	}
	for i := range methods {
		add(methods[i].Calls)
	}
	add(unlisted)
	return all
}

// ownMembers are members of the clients' builders that hold a secret under a name
// of their own: Node's access token, and the fields of Rust's authentications.
var ownMembers = map[string]schema.ID{
	"accessToken": schema.UserToken, "token": schema.UserToken, "client_secret": schema.ApplicationKey,
}

// SecretMembers returns the names of the builders' properties and fields that hold
// a secret, as the languages write them (ApplicationKey, applicationKey,
// application_key), with what they hold. It allocates.
func SecretMembers() map[string]schema.ID {
	members := map[string]schema.ID{}
	for name, id := range ownMembers {
		members[name] = id
	}
	for id := range schema.Secrets().All() {
		p := schema.Get(id)
		names := []string{p.Name}
		for _, s := range p.Programmatic {
			names = append(names, s.Name)
		}
		for _, name := range names {
			pascal := strings.ReplaceAll(name, " ", "")
			members[pascal] = id
			members[strings.ToLower(pascal[:1])+pascal[1:]] = id
			members[snakeCase(pascal)] = id
		}
	}
	return members
}

// snakeCase writes a name whose words begin with capitals in lower case, with a _
// between two words.
func snakeCase(name string) string {
	var b strings.Builder
	for i := range len(name) {
		c := name[i]
		if c >= 'A' && c <= 'Z' {
			if i > 0 {
				b.WriteByte('_')
			}
			c += 'a' - 'A'
		}
		b.WriteByte(c)
	}
	return b.String()
}

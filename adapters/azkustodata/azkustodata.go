// Package azkustodata hands a parsed connection string to the Go client,
// github.com/Azure/azure-kusto-go/azkustodata.
//
// That client's own parser splits at every semicolon and at every '=': it keeps
// the quotes of a quoted value, cuts a key at a second '=', and panics at what
// it does not know. Here the string is read by the documented grammar, and its
// values go through the builder's With methods.
//
// It is a module of its own, so that nobody else's build needs the client.
package azkustodata

import (
	"errors"
	"fmt"
	"strings"

	client "github.com/Azure/azure-kusto-go/azkustodata"

	"kustoconn"
	"kustoconn/endpoint"
	"kustoconn/schema"
)

// UnsupportedError says that the Go client cannot do what the string asks for.
// It never holds a value.
type UnsupportedError struct {
	What   string // a property or an authentication, by name
	Reason string // why, and what to use instead
}

func (e *UnsupportedError) Error() string {
	return fmt.Sprintf("the Go client cannot take %s: %s", e.What, e.Reason)
}

// taken are the properties that the builder holds whatever the authentication.
var taken = schema.SetOf(
	schema.DataSource, schema.InitialCatalog, schema.FederatedSecurity,
	schema.ApplicationNameForTracing, schema.UserNameForTracing,
)

// ignorable are the properties whose one value is what the client does anyway:
// it asks for progressive, compressed answers and detailed errors.
var ignorable = map[schema.ID]bool{schema.Accept: true, schema.Streaming: true, schema.Uncompressed: false}

// Builder returns a builder of the Go client that signs in as conn says, to
// its endpoint. A bare cluster name is completed to a URI. The error is an
// *UnsupportedError where the client cannot do what the string asks for, and
// kustoconn's own error where the string is faulty.
//
// A User ID beside the prompt is refused, for the client takes no hint. What
// the authentication ignores by the documentation is left out. The options are
// those of ConnectionString.Diagnostics, for example to trust an endpoint.
func Builder(conn *kustoconn.ConnectionString, options ...kustoconn.Option) (*client.ConnectionStringBuilder, error) {
	if err := check(conn, options); err != nil {
		return nil, err
	}
	uri, err := endpointURI(conn)
	if err != nil {
		return nil, err
	}
	if err := checkProperties(conn); err != nil {
		return nil, err
	}
	// Not NewConnectionStringBuilder: it would parse the URI as a string.
	b := &client.ConnectionStringBuilder{DataSource: uri}
	if err := signIn(b, conn); err != nil {
		return nil, err
	}
	b.InitialCatalog = conn.Database() // the With methods take it off
	b.ApplicationForTracing = reveal(conn, schema.ApplicationNameForTracing)
	b.UserForTracing = reveal(conn, schema.UserNameForTracing)
	return b, nil
}

// check returns the errors of the string, without warnings, and refuses one
// whose credentials would not be used.
func check(conn *kustoconn.ConnectionString, options []kustoconn.Option) error {
	found, err := conn.Diagnostics(options...)
	if err != nil {
		return err
	}
	if err := found.Err(); err != nil {
		return err
	}
	if conn.Auth() == schema.NoAuth && len(conn.Explain().Ignored) > 0 {
		return &UnsupportedError{"a credential without AAD Federated Security", "the string selects no authentication; set it to true"}
	}
	return nil
}

// signIn calls the With method of the authentication that conn selects.
func signIn(b *client.ConnectionStringBuilder, conn *kustoconn.ConnectionString) error {
	value := func(id schema.ID) string { return reveal(conn, id) }
	switch mode := conn.Auth(); mode {
	case schema.NoAuth:
	case schema.UserPrompt:
		b.WithInteractiveLogin(value(schema.AuthorityID))
	case schema.UserTokenAuth:
		b.WithAadUserToken(value(schema.UserToken))
	case schema.AppTokenAuth:
		b.WithApplicationToken(value(schema.ApplicationClientID), value(schema.ApplicationToken))
	case schema.AppKey:
		b.WithAadAppKey(value(schema.ApplicationClientID), value(schema.ApplicationKey), value(schema.AuthorityID))
	case schema.PasswordAuth:
		b.WithAadUserPassAuth(value(schema.UserID), value(schema.Password), value(schema.AuthorityID))
	case schema.AppThumbprint, schema.AppSubject, schema.AppSubjectIssuer:
		return &UnsupportedError{"the " + string(mode) + " authentication",
			"it reads no certificate store; load the certificate and call WithAppCertificateBytes"}
	default:
		return &UnsupportedError{"the " + string(mode) + " authentication", "use another one, such as app-key"}
	}
	return nil
}

// endpointURI returns the Data Source as a URI.
func endpointURI(conn *kustoconn.ConnectionString) (string, error) {
	e := conn.Endpoint().Analysis()
	uri := e.DataSource()
	switch {
	case uri == "":
		return "", errors.New("the string has no Data Source")
	case e.Form == endpoint.BareName:
		end := e.HostSpan.End // Data Source starts as the text does
		uri = "https://" + uri[:end] + e.Completion() + uri[end:]
	}
	if _, found := e.CredentialsSpan(); found {
		return "", &UnsupportedError{"user or password in the Data Source", "it prints and sends it; sign in by Microsoft Entra ID"}
	}
	if conn.Auth() != schema.NoAuth && !strings.HasPrefix(strings.ToLower(uri), "https://") {
		return "", &UnsupportedError{"a Data Source without https", "it sends no token over it; use https, or no authentication"}
	}
	return uri, nil
}

// checkProperties refuses the properties that no field or method holds.
func checkProperties(conn *kustoconn.ConnectionString) error {
	bound, mode := conn.Bound(), conn.Auth()
	for range bound.Unknown() {
		return &UnsupportedError{"an unknown keyword", "remove it"}
	}
	used := taken
	if m := schema.GetMode(mode); m != nil {
		used |= schema.SetOf(m.Mandatory...) | schema.SetOf(m.Optional...)
	}
	if mode == schema.UserPrompt {
		used = used.Without(schema.UserID)
	}
	for _, unused := range conn.Explain().Ignored {
		used = used.With(unused.ID)
	}
	for id := range bound.Specified.Minus(used).All() {
		if want, ok := ignorable[id]; ok {
			if got, valid := bound.Bool(id); valid && got == want {
				continue
			}
		}
		return &UnsupportedError{schema.Get(id).Name, reason(id, mode)}
	}
	return nil
}

func reason(id schema.ID, mode schema.ModeID) string {
	switch {
	case id == schema.QueryConsistency:
		return "set it with each request, by a QueryOption"
	case id == schema.UserID:
		return "its prompt takes no hint"
	case id == schema.AuthorityID:
		return "the " + string(mode) + " authentication has no tenant"
	}
	return "it has nothing like it"
}

// reveal returns the value of a property; empty where it has none.
func reveal(conn *kustoconn.ConnectionString, id schema.ID) string {
	value, _ := conn.Property(id)
	return value.Reveal()
}

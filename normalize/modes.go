package normalize

import (
	"slices"

	"kustoconn/schema"
)

// The methods below stand for the seven combinations of properties that the
// documentation lists for connection strings, under the names of the C#
// builder's methods. Each sets AAD Federated Security and takes what the
// documentation calls mandatory; an empty optional argument is left out. Like
// the C# builder, they make the string name the default database,
// NetDefaultDB, unless one is set or the Data Source has one. Whatever earlier
// calls set of the authentication is replaced.

func (b *Builder) withMode() *Builder {
	s := b.get()
	s.mode = true
	s.parts = slices.DeleteFunc(s.parts, func(p part) bool { return signsIn.Has(p.id) })
	return b.FederatedSecurity(true)
}

// signsIn are the properties that a With method replaces: those that the
// documentation lists under authentication but for the names of tracing, and
// the undocumented ones of their kind.
var signsIn = func() (set schema.Set) {
	for _, p := range schema.Properties() {
		if p.Group.IsAuthentication() {
			set = set.With(p.ID)
		}
	}
	return set.Minus(schema.SetOf(schema.UserNameForTracing, schema.ApplicationNameForTracing))
}()

// WithAadUserPromptAuthentication signs the current user in, prompted if need
// be. Both arguments may be empty: the tenant, and a user to suggest.
func (b *Builder) WithAadUserPromptAuthentication(authorityID, userID string) *Builder {
	return b.withMode().optional(schema.AuthorityID, authorityID).optional(schema.UserID, userID)
}

// WithAadUserTokenAuthentication signs in with a user's bearer token.
func (b *Builder) WithAadUserTokenAuthentication(userToken string) *Builder {
	return b.withMode().set(schema.UserToken, userToken)
}

// WithAadApplicationTokenAuthentication signs in with an application's bearer
// token.
func (b *Builder) WithAadApplicationTokenAuthentication(applicationToken string) *Builder {
	return b.withMode().set(schema.ApplicationToken, applicationToken)
}

// WithAadApplicationKeyAuthentication signs an application in with its secret.
func (b *Builder) WithAadApplicationKeyAuthentication(clientID, key, authorityID string) *Builder {
	return b.withMode().set(schema.ApplicationClientID, clientID).set(schema.ApplicationKey, key).AuthorityID(authorityID)
}

// WithAadApplicationThumbprintAuthentication signs an application in with a
// certificate of the local store, by its thumbprint.
func (b *Builder) WithAadApplicationThumbprintAuthentication(clientID, thumbprint, authorityID string) *Builder {
	return b.withMode().set(schema.ApplicationClientID, clientID).
		set(schema.ApplicationCertificateThumbprint, thumbprint).AuthorityID(authorityID)
}

// WithAadApplicationSubjectAndIssuerAuthentication signs an application in
// with a certificate of the local store, by its subject and issuer.
func (b *Builder) WithAadApplicationSubjectAndIssuerAuthentication(clientID, subject, issuer, authorityID string) *Builder {
	return b.WithAadApplicationSubjectNameAuthentication(clientID, subject, authorityID).
		set(schema.ApplicationCertificateIssuer, issuer)
}

// WithAadApplicationSubjectNameAuthentication signs an application in with a
// certificate of the local store, by its subject.
func (b *Builder) WithAadApplicationSubjectNameAuthentication(clientID, subject, authorityID string) *Builder {
	return b.withMode().set(schema.ApplicationClientID, clientID).
		set(schema.ApplicationCertificateSubject, subject).AuthorityID(authorityID)
}

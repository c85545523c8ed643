package bind

import (
	"kustoconn/schema"
)

// The authentications that a string can select, as the batch protocol names
// them. Those that package schema describes as modes have the same names
// there.
const (
	AuthNone             = "none"
	AuthUserPrompt       = "user-prompt"
	AuthUserToken        = "user-token"
	AuthAppToken         = "app-token"
	AuthAppKey           = "app-key"
	AuthAppThumbprint    = "app-thumbprint"
	AuthAppSubjectIssuer = "app-subject-issuer"
	AuthAppSubject       = "app-subject"
	AuthPassword         = "password"
	AuthDSTS             = "dsts"
)

// candidate is an authentication and the properties that select it.
type candidate struct {
	auth  string
	needs schema.Set
	// step is the number in the documentation's "Authentication properties
	// (details)", empty for what only other parts of it tell.
	step string
}

// candidates are the authentications that AAD Federated Security = true
// chooses from, in order: the first whose properties are all specified.
//
// Source: the documentation, "Authentication properties (details)"; for the
// subject modes its list of combinations; password is undocumented and comes
// last.
var candidates = []candidate{
	{AuthUserToken, schema.SetOf(schema.UserToken), "1.1"},
	{AuthAppToken, schema.SetOf(schema.ApplicationToken), "1.2"},
	{AuthAppKey, schema.SetOf(schema.ApplicationClientID, schema.ApplicationKey), "1.3"},
	{AuthAppThumbprint, schema.SetOf(schema.ApplicationClientID, schema.ApplicationCertificateThumbprint), "1.4"},
	{AuthAppSubjectIssuer, schema.SetOf(schema.ApplicationClientID, schema.ApplicationCertificateSubject, schema.ApplicationCertificateIssuer), ""},
	{AuthAppSubject, schema.SetOf(schema.ApplicationClientID, schema.ApplicationCertificateSubject), ""},
	{AuthPassword, schema.SetOf(schema.UserID, schema.Password), ""},
	{AuthUserPrompt, 0, "1.5"},
}

// authorityModes are those whose combination in the documentation makes the
// Authority Id mandatory.
var authorityModes = map[string]bool{
	AuthAppKey: true, AuthAppThumbprint: true, AuthAppSubjectIssuer: true, AuthAppSubject: true,
}

// Credentials are the properties that a sign-in without a person is made of.
// User ID is none: alone it is a hint for the prompt.
var Credentials = schema.SetOf(
	schema.UserToken, schema.ApplicationToken, schema.ApplicationClientID, schema.ApplicationKey,
	schema.ApplicationCertificateThumbprint, schema.ApplicationCertificateSubject,
	schema.ApplicationCertificateIssuer, schema.Password,
)

// AuthMode returns the authentication that the string selects. It allocates
// nothing.
func (b *Bound) AuthMode() string {
	if fed, _ := b.Bool(schema.FederatedSecurity); fed {
		return b.wouldSelect()
	}
	if dsts, _ := b.Bool(schema.DSTSFederatedSecurity); dsts {
		return AuthDSTS
	}
	return AuthNone
}

// wouldSelect returns what is selected where AAD Federated Security is true.
func (b *Bound) wouldSelect() string {
	for i := range candidates {
		if b.Specified.Contains(candidates[i].needs) {
			return candidates[i].auth
		}
	}
	return AuthUserPrompt
}

// Uses returns the properties that select auth; the empty set for those that
// no property but a boolean selects.
func Uses(auth string) schema.Set {
	for i := range candidates {
		if candidates[i].auth == auth {
			return candidates[i].needs
		}
	}
	return 0
}

// Incomplete returns the authentication that the given credentials point at
// without being enough for it, and what is missing. auth is empty where none
// is begun, or where one is complete. AAD Federated Security is not asked.
func (b *Bound) Incomplete() (auth string, missing schema.Set) {
	if b.wouldSelect() != AuthUserPrompt {
		return "", 0
	}
	given := b.Specified & Credentials
	for _, begun := range []struct {
		by   schema.ID
		auth string
	}{
		{schema.ApplicationKey, AuthAppKey},
		{schema.ApplicationCertificateThumbprint, AuthAppThumbprint},
		{schema.ApplicationCertificateIssuer, AuthAppSubjectIssuer},
		{schema.ApplicationCertificateSubject, AuthAppSubject},
		{schema.Password, AuthPassword},
		{schema.ApplicationClientID, AuthAppKey},
	} {
		if given.Has(begun.by) {
			return begun.auth, b.MissingFor(begun.auth)
		}
	}
	return "", 0
}

// MissingFor returns what the string lacks of the properties that the
// documentation makes mandatory for auth, the Authority Id among them.
func (b *Bound) MissingFor(auth string) schema.Set {
	needs := Uses(auth)
	if authorityModes[auth] {
		needs = needs.With(schema.AuthorityID)
	}
	return needs.Minus(b.Specified)
}

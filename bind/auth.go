package bind

import (
	"kustoconn/schema"
)

// candidates are the modes that AAD Federated Security = true chooses from, in
// order: the first whose properties are all specified. The last, the prompt,
// needs none.
//
// Source: the documentation, "Authentication properties (details)", and its
// list of combinations; package schema holds them as data.
var candidates = func() (list []*schema.Mode) {
	for _, m := range schema.ModesByRank() {
		if m.Federated {
			list = append(list, m)
		}
	}
	return list
}()

// Credentials are the properties that a sign-in without a person is made of.
// User ID is none: alone it is a hint for the prompt.
var Credentials = schema.SetOf(
	schema.UserToken, schema.ApplicationToken, schema.ApplicationClientID, schema.ApplicationKey,
	schema.ApplicationCertificateThumbprint, schema.ApplicationCertificateSubject,
	schema.ApplicationCertificateIssuer, schema.Password,
)

// AuthMode returns the authentication that the string selects.
func (b *Bound) AuthMode() schema.ModeID { return b.auth }

// selects finds out what AuthMode returns.
func (b *Bound) selects() schema.ModeID {
	if fed, _ := b.Bool(schema.FederatedSecurity); fed {
		return b.wouldSelect()
	}
	if dsts, _ := b.Bool(schema.DSTSFederatedSecurity); dsts {
		return schema.DSTS
	}
	return schema.NoAuth
}

// wouldSelect returns what is selected where AAD Federated Security is true.
func (b *Bound) wouldSelect() schema.ModeID {
	for _, m := range candidates {
		if b.Specified.Contains(m.SelectedBy) {
			return m.ID
		}
	}
	return schema.UserPrompt
}

// Intended returns the authentication that the string is made for: what it
// selects or, where it selects none, what it would with AAD Federated Security
// set to true. It allocates nothing.
func (b *Bound) Intended() schema.ModeID {
	if auth := b.AuthMode(); auth != schema.NoAuth {
		return auth
	}
	return b.wouldSelect()
}

// Unused returns the given credentials that the mode is not selected by.
func (b *Bound) Unused(auth schema.ModeID) schema.Set {
	return (b.Specified & Credentials).Minus(selectedBy(auth))
}

// Incomplete returns the authentication that the given credentials point at
// without being enough for it, and what is missing. auth is empty where none
// is begun, or where one is complete. AAD Federated Security is not asked.
func (b *Bound) Incomplete() (auth schema.ModeID, missing schema.Set) {
	if b.wouldSelect() != schema.UserPrompt {
		return "", 0
	}
	given := b.Specified & Credentials
	for _, begun := range []struct {
		by   schema.ID
		auth schema.ModeID
	}{
		{schema.ApplicationKey, schema.AppKey},
		{schema.ApplicationCertificateThumbprint, schema.AppThumbprint},
		{schema.ApplicationCertificateIssuer, schema.AppSubjectIssuer},
		{schema.ApplicationCertificateSubject, schema.AppSubject},
		{schema.Password, schema.PasswordAuth},
		{schema.ApplicationClientID, schema.AppKey},
	} {
		if given.Has(begun.by) {
			return begun.auth, b.MissingFor(begun.auth)
		}
	}
	return "", 0
}

// MissingFor returns what the string lacks of the properties that the mode
// makes mandatory.
func (b *Bound) MissingFor(auth schema.ModeID) (missing schema.Set) {
	m := schema.GetMode(auth)
	if m == nil {
		return 0
	}
	for _, id := range m.Mandatory {
		if !b.Specified.Has(id) {
			missing = missing.With(id)
		}
	}
	return missing
}

// selectedBy returns the properties that select the mode; none for those that
// a boolean alone selects.
func selectedBy(auth schema.ModeID) schema.Set {
	if m := schema.GetMode(auth); m != nil {
		return m.SelectedBy
	}
	return 0
}

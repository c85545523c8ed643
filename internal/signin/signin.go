// Package signin says which authentication a set of properties amounts to, by
// the documentation's algorithm, and what it lacks or leaves unused.
//
// It stands after package schema in the flow. The sets are of properties that a
// string gives a value that is not empty (bind.Bound.Specified); nothing here
// looks at a value, allocates, or asks AAD Federated Security.
package signin

import (
	"slices"

	"kustoconn/schema"
)

// Candidates are the modes that AAD Federated Security = true chooses from, in
// order: the first whose properties are all specified. The last, the prompt,
// needs none. They are not to be changed.
//
// Source: the documentation, "Authentication properties (details)", and its
// list of combinations; package schema holds them as data.
var Candidates = func() []*schema.Mode {
	list := slices.DeleteFunc(schema.Modes(), func(m *schema.Mode) bool { return !m.InString() || !m.Federated })
	slices.SortFunc(list, func(a, b *schema.Mode) int { return a.Rank - b.Rank })
	return list
}()

// Credentials are the properties that a sign-in without a person is made of.
// User ID is none: alone it is a hint for the prompt.
var Credentials = schema.SetOf(
	schema.UserToken, schema.ApplicationToken, schema.ApplicationClientID, schema.ApplicationKey,
	schema.ApplicationCertificateThumbprint, schema.ApplicationCertificateSubject,
	schema.ApplicationCertificateIssuer, schema.Password,
)

// Select returns the mode that is selected where AAD Federated Security is
// true.
func Select(specified schema.Set) schema.ModeID {
	for _, m := range Candidates {
		if specified.Contains(m.SelectedBy) {
			return m.ID
		}
	}
	return schema.UserPrompt
}

// Intended returns the mode that a string is made for: the one that it selects
// or, where it selects none, what it would with AAD Federated Security set to
// true.
func Intended(selected schema.ModeID, specified schema.Set) schema.ModeID {
	if selected != schema.NoAuth {
		return selected
	}
	return Select(specified)
}

// Unused returns the specified credentials that the mode is not selected by.
func Unused(specified schema.Set, mode schema.ModeID) schema.Set {
	return (specified & Credentials).Minus(SelectedBy(mode))
}

// certificates are the properties that hold a certificate for the clients that sign in
// with its thumbprint besides.
var certificates = schema.SetOf(schema.ApplicationCertificateBlob, schema.ApplicationCertificate)

// beginnings are the modes that a credential points at where no mode is complete,
// the most specific credential first.
var beginnings = [...]struct {
	by   schema.ID
	mode schema.ModeID
}{
	{schema.ApplicationKey, schema.AppKey},
	{schema.ApplicationCertificateThumbprint, schema.AppThumbprint},
	{schema.ApplicationCertificateIssuer, schema.AppSubjectIssuer},
	{schema.ApplicationCertificateSubject, schema.AppSubject},
	{schema.Password, schema.PasswordAuth},
	{schema.ApplicationClientID, schema.AppKey},
}

// Incomplete returns the mode that the specified credentials point at without
// being enough for it, and what is missing. mode is empty where none is begun,
// or where one is complete.
func Incomplete(specified schema.Set) (mode schema.ModeID, missing schema.Set) {
	if Select(specified) != schema.UserPrompt {
		return "", 0
	}
	for i := range beginnings {
		if begun := beginnings[i]; specified.Has(begun.by) {
			if begun.by == schema.ApplicationClientID && specified&certificates != 0 {
				begun.mode = schema.AppThumbprint
			}
			return begun.mode, Missing(specified, begun.mode)
		}
	}
	return "", 0
}

// Missing returns what specified lacks of the properties that the mode makes
// mandatory.
func Missing(specified schema.Set, mode schema.ModeID) (missing schema.Set) {
	m := schema.GetMode(mode)
	if m == nil {
		return 0
	}
	for _, id := range m.Mandatory {
		if !specified.Has(id) {
			missing = missing.With(id)
		}
	}
	return missing
}

// SelectedBy returns the properties that select the mode; none for those that
// a boolean alone selects.
func SelectedBy(mode schema.ModeID) schema.Set {
	if m := schema.GetMode(mode); m != nil {
		return m.SelectedBy
	}
	return 0
}

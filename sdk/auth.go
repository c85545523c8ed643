package sdk

import (
	"slices"
	"strings"

	"kustoconn/bind"
	"kustoconn/internal/signin"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// authModes says which of our modes the clients' words for what they choose
// amount to. A word that amounts to none is a method that no documented string
// selects.
var authModes = map[string][]schema.ModeID{
	"none": {schema.NoAuth},

	"user-prompt":        {schema.UserPrompt},
	"authorization_code": {schema.UserPrompt},

	"user-token":   {schema.UserTokenAuth},
	"usertoken":    {schema.UserTokenAuth},
	"app-token":    {schema.AppTokenAuth},
	"apptoken":     {schema.AppTokenAuth},
	"access-token": {schema.UserTokenAuth, schema.AppTokenAuth},
	"Token":        {schema.UserTokenAuth, schema.AppTokenAuth},

	"app-key":            {schema.AppKey},
	"Application":        {schema.AppKey},
	"client_credentials": {schema.AppKey},

	// The certificate itself stands in the string, or in a file.
	"app-cert":               {schema.AppThumbprint, schema.AppCertificate},
	"ApplicationCertificate": {schema.AppThumbprint, schema.AppCertificate},

	"user-password":   {schema.PasswordAuth},
	"UserAndPassword": {schema.PasswordAuth},
	"resource_owner":  {schema.PasswordAuth},

	"ManagedIdentity": {schema.SystemManagedIdentity, schema.UserManagedIdentity},
	"AzureCli":        {schema.AzCli},
	"Default":         {},
}

// authDiffers compares what the client would authenticate by with what the
// documentation selects, and says how they differ.
func authDiffers(b *bind.Bound, a *dialect.Answer) (how string, differs bool) {
	if a.Auth == "" {
		return "", false // not verified
	}
	if strings.HasPrefix(a.Auth, "error:") {
		return "authentication fails", true
	}
	ours := b.AuthMode()
	if slices.Contains(authModes[a.Auth], ours) {
		return "", false
	}
	return "authentication is " + a.Auth + ", not " + string(ours), true
}

// authSpan is where the choice of the authentication is made: at the first
// credential of what is selected or, where there is none, at AAD Federated
// Security, at what is ignored, at the Data Source, or at the end.
func authSpan(b *bind.Bound) source.Span {
	var deciding schema.Set
	if mode := schema.GetMode(b.AuthMode()); mode != nil {
		deciding = mode.SelectedBy
	}
	for _, set := range []schema.Set{
		deciding, schema.SetOf(schema.FederatedSecurity), signin.Credentials, schema.SetOf(schema.DataSource),
	} {
		for id := range set.All() {
			if i := b.Segment(id); i >= 0 {
				return pairSpan(&b.Tree.Segments[i])
			}
		}
	}
	return source.At(len(b.Tree.Text()))
}

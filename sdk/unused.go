package sdk

import "kustoconn/schema"

// unused lists what a client holds and never acts on, unless it authenticates
// in the way named last. What a client does not even hold, its answers tell.
//
// Source: reading the clients beside their recordings.
var unused = []struct {
	client   schema.Client
	property schema.ID
	unless   string
}{
	{schema.Go, schema.InitialCatalog, ""},
	{schema.Go, schema.ApplicationCertificateSendX5c, ""},
	{schema.Go, schema.UserID, "user-password"},
	{schema.Python, schema.ApplicationCertificateSendX5c, ""},
	{schema.Java, schema.ApplicationCertificateSendX5c, ""},
	{schema.R, schema.UserNameForTracing, ""},
	{schema.R, schema.ApplicationNameForTracing, ""},
}

// isUnused reports whether the client has no use for the property when it
// authenticates by auth.
func isUnused(client schema.Client, property schema.ID, auth string) bool {
	for _, u := range unused {
		if u.client == client && u.property == property && (u.unless == "" || u.unless != auth) {
			return true
		}
	}
	return false
}

// neverUsed reports whether the client has no use for the property at all.
func neverUsed(client schema.Client, property schema.ID) bool {
	for _, u := range unused {
		if u.client == client && u.property == property && u.unless == "" {
			return true
		}
	}
	return false
}

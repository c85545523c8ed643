package sdk

import "kustoconn/schema"

// unused lists what a client holds and never acts on, unless it authenticates
// in the way named last. What a client does not even hold, its answers tell.
//
// Source: reading the clients beside their recordings.
var unused = []struct {
	client   string
	property schema.ID
	unless   string
}{
	{"go", schema.InitialCatalog, ""},
	{"go", schema.ApplicationCertificateSendX5c, ""},
	{"go", schema.UserID, "user-password"},
	{"python", schema.ApplicationCertificateSendX5c, ""},
	{"java", schema.ApplicationCertificateSendX5c, ""},
	{"r", schema.UserNameForTracing, ""},
	{"r", schema.ApplicationNameForTracing, ""},
}

// isUnused reports whether the client has no use for the property when it
// authenticates by auth.
func isUnused(client string, property schema.ID, auth string) bool {
	for _, u := range unused {
		if u.client == client && u.property == property && (u.unless == "" || u.unless != auth) {
			return true
		}
	}
	return false
}

// neverUsed reports whether the client has no use for the property at all.
func neverUsed(client string, property schema.ID) bool {
	for _, u := range unused {
		if u.client == client && u.property == property && u.unless == "" {
			return true
		}
	}
	return false
}

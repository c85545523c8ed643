package sdk

import (
	"kustoconn/bind"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
)

// recordedNames are what the recordings, and with them the dialects, call our
// properties. The clients know none of those left out.
var recordedNames = map[schema.ID]string{
	schema.DataSource:                       "DataSource",
	schema.InitialCatalog:                   "InitialCatalog",
	schema.QueryConsistency:                 "QueryConsistency",
	schema.ClientVersionForTracing:          "ClientVersionForTracing",
	schema.FederatedSecurity:                "FederatedSecurity",
	schema.AuthorityID:                      "AuthorityId",
	schema.EnforceMFA:                       "EnforceMfa",
	schema.UserID:                           "UserId",
	schema.UserNameForTracing:               "UserNameForTracing",
	schema.UserToken:                        "UserToken",
	schema.Password:                         "Password",
	schema.ApplicationCertificateSendX5c:    "ApplicationCertificateSendX5c",
	schema.ApplicationCertificateThumbprint: "ApplicationCertificateThumbprint",
	schema.ApplicationCertificateSubject:    "ApplicationCertificateSubjectDistinguishedName",
	schema.ApplicationCertificateIssuer:     "ApplicationCertificateIssuerDistinguishedName",
	schema.ApplicationClientID:              "ApplicationClientId",
	schema.ApplicationKey:                   "ApplicationKey",
	schema.ApplicationNameForTracing:        "ApplicationNameForTracing",
	schema.ApplicationToken:                 "ApplicationToken",
	schema.AzureRegion:                      "AzureRegion",
	schema.Accept:                           "Accept",
	schema.Streaming:                        "Streaming",
	schema.Uncompressed:                     "Uncompressed",
	schema.Namespace:                        "Namespace",
	schema.ApplicationCertificateBlob:       "ApplicationCertificateBlob",
	schema.ApplicationCertificatePrivateKey: "ApplicationCertificatePrivateKey",
	schema.ApplicationCertificate:           "PrivateCertificatePath",
	schema.MSIAuth:                          "ManagedServiceIdentity",
	schema.MSIParams:                        "MsiParams",
	schema.AZCLI:                            "AzCli",
}

// clientNames are the names in which a client departs from recordedNames: Java
// and Rust keep either token in one field.
var clientNames = map[schema.Client]map[schema.ID]string{
	schema.Java: {schema.ApplicationToken: "UserToken"},
	schema.Rust: {schema.ApplicationToken: "Token", schema.UserToken: "Token"},
}

// nameTables holds what each client's answers call our properties.
var nameTables = func() map[schema.Client]*[schema.NumIDs]string {
	tables := map[schema.Client]*[schema.NumIDs]string{}
	for _, c := range clients {
		tables[c.ID] = new([schema.NumIDs]string)
		for id, name := range recordedNames {
			if c.ID == schema.R && id != schema.DataSource {
				continue // its recordings list the server alone
			}
			if own, ok := clientNames[c.ID][id]; ok {
				name = own
			}
			tables[c.ID][id] = name
		}
	}
	return tables
}()

// recordedName returns what the client's answers call the property; empty
// where they do not tell of it.
func recordedName(client dialect.Client, id schema.ID) string {
	if table := nameTables[client.ID]; table != nil {
		return table[id]
	}
	return ""
}

// PropertyNamed returns the property that the client's answers about the string
// call name, None for what is a client's alone. Of two that share a name it is
// the one that the string gives a value, or else the first.
func PropertyNamed(b *bind.Bound, client dialect.Client, name string) schema.ID {
	table := nameTables[client.ID]
	if table == nil || name == "" {
		return schema.None
	}
	found := schema.None
	for i, recorded := range table {
		id := schema.ID(i)
		switch {
		case recorded != name:
		case b.Present.Has(id):
			return id
		case found == schema.None:
			found = id
		}
	}
	return found
}

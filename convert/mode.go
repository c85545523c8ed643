package convert

import (
	"fmt"
	"strings"

	"kustoconn/schema"
)

// federatedManagedIdentity is the documentation's "Custom token provider for
// federated Managed Identity credential authentication": an application that
// proves itself with the token of a managed identity.
const federatedManagedIdentity schema.ModeID = "federated-managed-identity"

// Modes returns the names that FromEndpoint takes, in the documentation's order.
func Modes() []string {
	var names []string
	for _, m := range schema.Modes() {
		names = append(names, string(m.ID))
	}
	return append(names, string(federatedManagedIdentity), string(schema.NoAuth))
}

// modeOf returns the authentication mode of a name: one of Modes, or
// managed-identity for that of the system.
func modeOf(name string) (schema.ModeID, error) {
	if name == "managed-identity" {
		return schema.SystemManagedIdentity, nil
	}
	for _, known := range Modes() {
		if name == known {
			return schema.ModeID(name), nil
		}
	}
	if near, ok := schema.SuggestFrom(name, Modes()); ok {
		return "", fmt.Errorf("no such authentication; did you mean %q?", near)
	}
	return "", fmt.Errorf("no such authentication; there are managed-identity and %s", strings.Join(Modes(), ", "))
}

// inCode are the properties that a mode needs which no string selects. The
// schema describes them in words, as arguments of a builder.
var inCode = map[schema.ModeID][]schema.ID{
	schema.UserManagedIdentity: {schema.ManagedServiceIdentity},
	schema.AppCertificate:      {schema.ApplicationClientID, schema.AuthorityID},
	federatedManagedIdentity:   {schema.ApplicationClientID, schema.AuthorityID, schema.ManagedServiceIdentity},
}

// mandatory returns the properties that the mode needs.
func mandatory(mode schema.ModeID) schema.Set {
	needs := schema.SetOf(inCode[mode]...)
	if m := schema.GetMode(mode); m != nil {
		for _, id := range m.Mandatory {
			needs = needs.With(id)
		}
	}
	return needs
}

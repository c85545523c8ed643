package convert

import (
	"fmt"
	"strings"

	"kustoconn/internal/data/tools"
	"kustoconn/internal/vocabulary"
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
	return append(names, string(tools.WorkloadIdentity), string(federatedManagedIdentity), string(schema.NoAuth))
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
	if near, ok := vocabulary.SuggestFrom(name, Modes()); ok {
		return "", fmt.Errorf("no such authentication; did you mean %q?", near)
	}
	return "", fmt.Errorf("no such authentication; there are managed-identity and %s", strings.Join(Modes(), ", "))
}

// mandatory returns the properties that the mode needs or takes up, in a string or as
// arguments of a builder.
func mandatory(mode schema.ModeID) schema.Set {
	if mode == federatedManagedIdentity {
		return schema.SetOf(schema.ApplicationClientID, schema.AuthorityID, schema.ManagedServiceIdentity)
	}
	if mode == tools.WorkloadIdentity { // a pod's environment has what is not given
		return schema.SetOf(schema.ApplicationClientID, schema.AuthorityID)
	}
	m := schema.GetMode(mode)
	if m == nil {
		return 0
	}
	return schema.SetOf(m.Mandatory...) | schema.SetOf(m.CodeProperties...)
}

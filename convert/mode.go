package convert

import (
	"fmt"
	"slices"
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

// Notes returns what the documentation asks for or warns of where a program
// authenticates by the mode of that name, one of Modes or managed-identity; nothing
// for another name. The slice is the caller's own.
func Notes(name string) []string {
	switch mode, _ := modeOf(name); mode {
	case schema.NoAuth:
		return []string{"where AAD Federated Security is not true, nobody authenticates"}
	case tools.WorkloadIdentity:
		return []string{"the documentation does not name it: Go and Rust have a method, other clients take a credential of Azure's identity library"}
	case federatedManagedIdentity:
		return []string{
			"the identity's token for api://AzureADTokenExchange is the assertion with which the application signs in",
			"which resource a token is for says the cluster's metadata; where that cannot be had, it is https://kusto.kusto.windows.net",
		}
	default:
		if m := schema.GetMode(mode); m != nil {
			return slices.Clone(m.Notes)
		}
		return nil
	}
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

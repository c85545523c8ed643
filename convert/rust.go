package convert

import (
	"fmt"
	"slices"

	"kustoconn/internal/data/tools"
	"kustoconn/internal/methods"
	"kustoconn/schema"
)

// rustPanics says what the client does where a user is prompted, as the table of
// methods has it.
var rustPanics = ": the client " + note(schema.Rust, schema.UserPrompt)

// note returns what the table of methods notes of the client's call for a mode.
func note(client schema.Client, mode schema.ModeID) string {
	for _, m := range methods.All() {
		if !slices.Contains(m.Modes, mode) {
			continue
		}
		for _, call := range m.By(client) {
			return call.Note
		}
	}
	return ""
}

var rust = &language{
	name: "rust", title: "the Rust client", client: schema.Rust,
	quote:    escapes{cLike, func(r rune) string { return fmt.Sprintf(`\u{%x}`, r) }}.literal,
	env:      `std::env::var("%s").expect("%s is not set")`,
	booleans: [2]string{"false", "true"},
	comment:  "//",
	instead: map[schema.ModeID]string{
		schema.NoAuth:              "token-credential: the client always signs in",
		schema.UserPrompt:          "az-cli or token-credential" + rustPanics,
		schema.DeviceCode:          "az-cli or token-credential" + rustPanics,
		schema.PasswordAuth:        "az-cli or app-key" + rustPanics,
		schema.AppCertificate:      "app-key or token-credential" + rustPanics,
		schema.AppThumbprint:       "app-key: only .NET reads the local store",
		schema.AppSubject:          "app-key: only .NET reads the local store",
		schema.AppSubjectIssuer:    "app-key: only .NET reads the local store",
		schema.UserManagedIdentity: "token-credential: the client sends the client id as an object id",
		tools.WorkloadIdentity:     "token-credential with the WorkloadIdentityCredential of azure_identity",
		federatedManagedIdentity:   "token-provider with a callback of your own",
		schema.DSTS:                internalOnly,
	},
	elsewhere: map[schema.ID]string{
		schema.QueryConsistency:          "set it with each request, in Options, and remove it",
		schema.ApplicationNameForTracing: "use set_connector_details, and remove it",
		schema.UserNameForTracing:        "use set_connector_details, and remove it",
	},
}

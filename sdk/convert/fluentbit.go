package convert

import (
	"fmt"
	"strings"

	"kustoconn/schema"
)

// fluentbit is the azure_kusto output of Fluent Bit in its classic format
// (fluent-bit-docs, azure_kusto.md).
var fluentbit = &tool{
	name: "fluent-bit", title: "Fluent Bit", ingests: true,
	always: []setting{of("ingestion_endpoint", schema.DataSource), of("database_name", schema.InitialCatalog)},
	modes: map[schema.ModeID][]setting{
		schema.AppKey: {
			of("tenant_id", schema.AuthorityID),
			of("client_id", schema.ApplicationClientID),
			of("client_secret", schema.ApplicationKey),
		},
		schema.SystemManagedIdentity: {fixed("auth_type", "managed_identity"), fixed("client_id", "system")},
		schema.UserManagedIdentity:   {fixed("auth_type", "managed_identity"), of("client_id", schema.ManagedServiceIdentity)},
	},
	literal: func(text string) (string, string) {
		switch {
		case strings.TrimSpace(text) != text:
			return "", "its format drops the white space around it"
		case hasControl(text):
			return "", "its format holds no line end or control character"
		case strings.Contains(text, "${"):
			return "", "it would look \"${\" up in the environment"
		}
		return text, ""
	},
	env: "${%s}",
	layout: func(entries []entry) string {
		var out strings.Builder
		out.WriteString("[OUTPUT]\n    name               azure_kusto\n")
		for _, e := range entries {
			fmt.Fprintf(&out, "    %-18s %s\n", e.key, e.value)
		}
		return out.String()
	},
	parse: func(text string) (entries []entry, err error) {
		for line := range strings.Lines(text) {
			key, value, found := strings.Cut(strings.TrimSpace(line), " ")
			if found && !strings.HasPrefix(key, "#") {
				entries = append(entries, entry{strings.ToLower(key), strings.TrimSpace(value)})
			}
		}
		return entries, nil
	},
	instead: "app-key or a managed identity",
}

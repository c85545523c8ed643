package convert

import (
	"fmt"
	"strings"

	"kustoconn/schema"
)

// fluentbit is the azure_kusto output of Fluent Bit in its classic format
// (fluent-bit-docs, azure_kusto.md).
var fluentbit = &tool{
	name: "fluent-bit", title: "Fluent Bit",
	always: []setting{ingests("ingestion_endpoint"), of("database_name", schema.InitialCatalog)},
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
	parse: parseFluentBit,

	instead: "app-key or a managed identity",
}

// parseFluentBit returns the settings of the first section whose name is
// azure_kusto. Keys ignore case.
func parseFluentBit(text string) ([]entry, error) {
	var entries []entry
	named := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			if named {
				break
			}
			entries = nil
			continue
		}
		at := strings.IndexAny(line, " \t")
		if at < 0 || line[0] == '#' {
			continue
		}
		e := entry{strings.ToLower(line[:at]), strings.TrimSpace(line[at:])}
		named = named || e.key == "name" && strings.EqualFold(e.value, "azure_kusto")
		entries = append(entries, e)
	}
	if !named {
		return nil, errFormat
	}
	return entries, nil
}

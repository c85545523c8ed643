package convert

import (
	"strings"

	"kustoconn/schema"
)

// telegraf is the azure_data_explorer output of Telegraf. It signs in by the
// variables of its environment, so that its file holds no full connection.
var telegraf = &tool{
	name: "telegraf", title: "Telegraf",
	always: []setting{of("endpoint_url", schema.DataSource), of("database", schema.InitialCatalog)},
	modes: map[schema.ModeID][]setting{
		schema.AppKey: {
			of("AZURE_TENANT_ID", schema.AuthorityID),
			of("AZURE_CLIENT_ID", schema.ApplicationClientID),
			of("AZURE_CLIENT_SECRET", schema.ApplicationKey),
		},
		schema.SystemManagedIdentity: {},
	},
	literal: func(text string) (string, string) {
		if strings.Contains(text, "$") {
			return "", "it would expand the dollar in it"
		}
		return escapes{cLike, utf32Escapes}.literal(text), ""
	},
	env: `"${%s}"`,
	layout: func(entries []entry) string {
		var comments, lines strings.Builder
		for _, e := range entries {
			if strings.HasPrefix(e.key, "AZURE_") {
				comments.WriteString("# " + e.key + "=" + e.value + "\n")
			} else {
				lines.WriteString("  " + e.key + " = " + e.value + "\n")
			}
		}
		head := ""
		if comments.Len() > 0 {
			head = "# Telegraf signs in by its environment, to be set to:\n" + comments.String()
		}
		return head + "[[outputs.azure_data_explorer]]\n" + lines.String()
	},
	instead: "app-key or system-managed-identity",
}

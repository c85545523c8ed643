package convert

import "kustoconn/schema"

// otel is the azuredataexplorer exporter of the OpenTelemetry Collector
// (opentelemetry-collector-contrib, exporter/azuredataexplorerexporter/config.go).
var otel = &tool{
	name: "opentelemetry", title: "the OpenTelemetry Collector",
	always: []setting{of("cluster_uri", schema.DataSource), optional("db_name", schema.InitialCatalog)},
	modes: map[schema.ModeID][]setting{
		schema.AppKey: {
			of("application_id", schema.ApplicationClientID),
			of("application_key", schema.ApplicationKey),
			of("tenant_id", schema.AuthorityID),
		},
		schema.SystemManagedIdentity: {fixed("managed_identity_id", "system")},
		schema.UserManagedIdentity:   {of("managed_identity_id", schema.ManagedServiceIdentity)},
	},
	literal: yamlLiteral,
	env:     `"${env:%s}"`,
	layout: func(entries []entry) string {
		return "exporters:\n  azuredataexplorer:\n" + yamlLines("    ", entries)
	},
	parse: func(text string) ([]entry, error) {
		document, err := yamlDocument(text)
		exporters, _ := document["exporters"].(map[string]any)
		return yamlStrings(exporters["azuredataexplorer"], "${env:"), err
	},
	instead: "app-key or a managed identity",
}

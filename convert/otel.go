package convert

import "kustoconn/internal/data/tools"

// otel writes an exporter of the OpenTelemetry Collector.
var otel = &format{
	Tool:    tools.Get("opentelemetry"),
	literal: yamlLiteral,
	env:     `"${env:%s}"`,
	layout: func(tool *tools.Tool, lines []line) string {
		return "exporters:\n  " + tool.Signs[0].Within + ":\n" + yamlLines("    ", lines)
	},
	parse: func(tool *tools.Tool, text string) ([]entry, error) {
		document, err := yamlDocument(text)
		exporters, _ := document["exporters"].(map[string]any)
		return yamlEntries(tool, exporters[tool.Signs[0].Within], "${env:"), err
	},
	instead: "app-key or a managed identity",
}

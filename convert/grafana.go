package convert

import (
	"kustoconn/internal/data/tools"
)

// grafana writes a provisioning file for the data source.
var grafana = &format{
	Tool:    tools.Get("grafana"),
	literal: yamlLiteral,
	env:     `"${%s}"`,
	layout: func(tool *tools.Tool, lines []line) string {
		sign := tool.Signs[0]
		return "apiVersion: 1\n\ndatasources:\n  - name: Azure Data Explorer\n" +
			"    " + sign.Beside + ": " + sign.Value + "\n    access: proxy\n" + yamlLines("    ", lines)
	},
	parse: func(tool *tools.Tool, text string) ([]entry, error) {
		sign := tool.Signs[0]
		document, err := yamlDocument(text)
		sources, _ := document["datasources"].([]any)
		for _, source := range sources {
			if s, _ := source.(map[string]any); s[sign.Beside] == sign.Value {
				return yamlEntries(tool, s, "${"), nil
			}
		}
		return nil, err
	},
	instead: "app-key or system-managed-identity",
}

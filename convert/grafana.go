package convert

import (
	"strings"

	"kustoconn/schema"
)

const (
	grafanaSecret = "clientSecret" // under secureJsonData
	grafanaAuth   = "authType"     // under azureCredentials
)

// grafana is a provisioning file for the Azure Data Explorer data source
// (grafana/azure-data-explorer-datasource, docs/sources/configure.md).
var grafana = &tool{
	name: "grafana", title: "Grafana",
	always: []setting{of("clusterUrl", schema.DataSource), optional("defaultDatabase", schema.InitialCatalog)},
	modes: map[schema.ModeID][]setting{
		schema.AppKey: {
			of("tenantId", schema.AuthorityID),
			of("clientId", schema.ApplicationClientID),
			of(grafanaSecret, schema.ApplicationKey),
		},
		schema.SystemManagedIdentity: {fixed(grafanaAuth, "msi")},
	},
	literal: yamlLiteral,
	env:     `"${%s}"`,
	layout: func(entries []entry) string {
		var public, credentials, secret []entry
		for _, e := range entries {
			switch e.key {
			case grafanaSecret:
				secret = append(secret, e)
			case grafanaAuth:
				credentials = append(credentials, e)
			default:
				public = append(public, e)
			}
		}
		var out strings.Builder
		out.WriteString("apiVersion: 1\n\ndatasources:\n  - name: Azure Data Explorer\n" +
			"    type: grafana-azure-data-explorer-datasource\n    access: proxy\n    jsonData:\n")
		out.WriteString(yamlLines("      ", public))
		if credentials != nil {
			out.WriteString("      azureCredentials:\n" + yamlLines("        ", credentials))
		}
		if secret != nil {
			out.WriteString("    secureJsonData:\n" + yamlLines("      ", secret))
		}
		return out.String()
	},
	parse: func(text string) ([]entry, error) {
		document, err := yamlDocument(text)
		sources, _ := document["datasources"].([]any)
		for _, source := range sources {
			s, _ := source.(map[string]any)
			if s["type"] != "grafana-azure-data-explorer-datasource" {
				continue
			}
			public, _ := s["jsonData"].(map[string]any)
			entries := append(yamlStrings(public, "${"), yamlStrings(s["secureJsonData"], "${")...)
			return append(entries, yamlStrings(public["azureCredentials"], "${")...), nil
		}
		return nil, err
	},
	instead: "app-key or system-managed-identity",
}

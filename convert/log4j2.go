package convert

import (
	"encoding/xml"
	"strings"

	"kustoconn/schema"
)

// log4j2 is the KustoStrategy of the Log4j2 appender (azure-kusto-log4j,
// KustoStrategy.java).
var log4j2 = &tool{
	name: "log4j2", title: "the Log4j2 appender",
	always: []setting{ingests("clusterIngestUrl"), of("dbName", schema.InitialCatalog)},
	modes: map[schema.ModeID][]setting{
		schema.AppKey: {
			of("appId", schema.ApplicationClientID),
			of("appKey", schema.ApplicationKey),
			of("appTenant", schema.AuthorityID),
		},
		schema.UserPrompt:            {fixed("useInteractiveAuth", "true")},
		schema.AzCli:                 {fixed("useAzCliAuth", "true")},
		schema.SystemManagedIdentity: {fixed("managedIdentityId", "system")},
		schema.UserManagedIdentity:   {of("managedIdentityId", schema.ManagedServiceIdentity)},
	},
	literal: func(text string) (string, string) {
		if hasControl(text) {
			return "", "an attribute holds no line end or control character"
		}
		var out strings.Builder
		if err := xml.EscapeText(&out, []byte(strings.ReplaceAll(text, "${", "$${"))); err != nil {
			return "", "an attribute cannot hold it"
		}
		return out.String(), ""
	},
	env: "${env:%s}",
	layout: func(entries []entry) string {
		out := "<KustoStrategy"
		for _, e := range entries {
			out += "\n        " + e.key + "=\"" + e.value + "\""
		}
		return out + "/>\n"
	},
	parse: func(text string) (entries []entry, err error) {
		for decoder := xml.NewDecoder(strings.NewReader(text)); ; {
			token, err := decoder.Token()
			if err != nil {
				return nil, errFormat
			}
			start, ok := token.(xml.StartElement)
			if !ok || start.Name.Local != "KustoStrategy" {
				continue
			}
			for _, a := range start.Attr {
				value := strings.ReplaceAll(lookUps(a.Value, "${env:", "}"), "$${", "${")
				entries = append(entries, entry{a.Name.Local, value})
			}
			return entries, nil
		}
	},
	instead: "app-key, user-prompt, az-cli or a managed identity",
}

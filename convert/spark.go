package convert

import (
	"regexp"
	"strconv"
	"strings"

	"kustoconn/schema"
)

// spark is the options of the Spark connector (azure-kusto-spark,
// KustoOptions.scala) as a Python dictionary.
var spark = &tool{
	name: "spark", title: "the Spark connector",
	always: []setting{of("kustoCluster", schema.DataSource), of("kustoDatabase", schema.InitialCatalog)},
	modes: map[schema.ModeID][]setting{
		schema.AppKey: {
			of("kustoAadAppId", schema.ApplicationClientID),
			of("kustoAadAppSecret", schema.ApplicationKey),
			of("kustoAadAuthorityID", schema.AuthorityID),
		},
		schema.UserTokenAuth:         {of("accessToken", schema.UserToken)},
		schema.AppTokenAuth:          {of("accessToken", schema.ApplicationToken)},
		schema.UserPrompt:            {fixed("userPrompt", "true"), optional("kustoAadAuthorityID", schema.AuthorityID)},
		schema.SystemManagedIdentity: {fixed("managedIdentityAuth", "true")},
		schema.UserManagedIdentity: {
			fixed("managedIdentityAuth", "true"),
			of("managedIdentityClientId", schema.ManagedServiceIdentity),
		},
		schema.DeviceCode: {},
	},
	literal: func(text string) (string, string) { return python.quote(text), "" },
	env:     python.env,
	layout: func(entries []entry) string {
		var out strings.Builder
		for _, e := range entries {
			if strings.HasPrefix(e.value, "os.") {
				out.WriteString("import os\n\n")
				break
			}
		}
		out.WriteString("options = {\n")
		for _, e := range entries {
			out.WriteString("    \"" + e.key + "\": " + e.value + ",\n")
		}
		out.WriteString("}\n")
		return out.String()
	},
	parse: func(text string) (entries []entry, err error) {
		for _, m := range sparkOption.FindAllStringSubmatch(text, -1) {
			value := "${" + m[3] + "}"
			if m[3] == "" {
				if value, err = strconv.Unquote(m[2]); err != nil {
					return nil, errFormat
				}
			}
			entries = append(entries, entry{m[1], value})
		}
		return entries, nil
	},
	instead: "app-key, a token or a managed identity",
}

// sparkOption is one option: of a dictionary, or a call of option.
var sparkOption = regexp.MustCompile(`"(\w+)"\s*[:,]\s*(?:("(?:[^"\\\n]|\\.)*")|os\.environ\["(\w+)"\])`)

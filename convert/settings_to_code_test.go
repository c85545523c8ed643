package convert_test

import (
	"strings"
	"testing"

	"kustoconn/convert"
)

// Settings that sign in as no string can are written for a target all the same.
func TestFromSettings(t *testing.T) {
	const otel = "exporters:\n  azuredataexplorer:\n    cluster_uri: \"https://c.eastus.kusto.windows.net\"\n    managed_identity_id: \"%\"\n    db_name: \"oteldb\"\n"
	user, system := strings.Replace(otel, "%", "8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11", 1), strings.Replace(otel, "%", "system", 1)
	for _, tt := range []struct{ from, settings, to, want string }{
		{"opentelemetry", user, "go", `WithUserAssignedIdentityClientId("8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11")`},
		{"opentelemetry", system, "dotnet", "WithAadSystemManagedIdentity"},
		{"opentelemetry", system, "fluent-bit", "managed_identity"},
		{"kqlmagic", "azuredataexplorer://code;cluster='c';database='Db'", "python", "with_aad_device_authentication"},
	} {
		c, err := convert.FromSettings(tt.from, tt.settings)
		if err != nil {
			t.Errorf("%s: %v", tt.from, err)
			continue
		}
		if out, err := convert.To(tt.to, c); err != nil || !strings.Contains(out, tt.want) {
			t.Errorf("%s to %s: %v\n%s", tt.from, tt.to, err, out)
		}
		if _, err := convert.From(tt.from, tt.settings); err == nil {
			t.Errorf("%s: a connection string selects what none can", tt.from)
		}
	}
	for _, tool := range []string{"go", "nothing"} {
		if _, err := convert.FromSettings(tool, user); err == nil {
			t.Errorf("%s has settings", tool)
		}
	}
}

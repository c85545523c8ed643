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
		{"kqlmagic", "azuredataexplorer://code;cluster='c';database='Db' -try_azcli_login", "python", "with_az_cli_authentication"},
		{"kqlmagic", "azuredataexplorer://tenant='t';cluster='c';database='Db';code -try_azcli_login=True\n", "typescript", "withAzLoginIdentity"},
		{"kqlmagic", "kusto://code;cluster='c';database='Db' -try_msi={}", "python", "with_aad_managed_service_identity_authentication"},
		{"kqlmagic", "kusto://code;cluster='c';database='Db' -try-msi={\"client_id\": \"8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11\"}", "python", `client_id="8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11"`},
		{"opentelemetry", user, "kqlmagic", `;code -try_msi={"client_id":"8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11"}`},
		{"opentelemetry", system, "kqlmagic", ";code -try_msi={}\n"},
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
	for _, option := range []string{
		"-try_token={\"accessToken\":\"S3CR3T1\"}", "-try_azcli_login=S3CR3T1", "-try_msi={\"object_id\":\"S3CR3T1\"}",
		"-try_msi=S3CR3T1", "-try_msi=null", "-try_azcli_login -try_msi={}", "S3CR3T1", "- S3CR3T1=",
	} {
		if _, err := convert.FromSettings("kqlmagic", "kusto://code;cluster='c';database='d' "+option); err == nil || strings.Contains(err.Error(), "S3CR3T1") {
			t.Errorf("%s: %v", option, err)
		}
	}
	for _, tool := range []string{"go", "nothing"} {
		if _, err := convert.FromSettings(tool, user); err == nil {
			t.Errorf("%s has settings", tool)
		}
	}
}

// TestOwnAuthentication holds that a way to sign in that only tools name is written as code
// where the client has something like it, and refused by its name where there is nothing.
func TestOwnAuthentication(t *testing.T) {
	const settings = "[OUTPUT]\n    name azure_kusto\n    auth_type workload_identity\n    tenant_id contoso.com\n" +
		"    client_id 6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40\n    ingestion_endpoint https://ingest-c.westus.kusto.windows.net\n    database_name d\n"
	c, err := convert.FromSettings("fluent-bit", settings)
	if err != nil {
		t.Fatal(err)
	}
	for target, want := range map[string]string{
		"go": "WithKubernetesWorkloadIdentity(", "python": "WorkloadIdentityCredential(", "java": "WorkloadIdentityCredentialBuilder()",
		"csharp": "new WorkloadIdentityCredential(", "typescript": "new WorkloadIdentityCredential(",
		"fluent-bit": "workload_identity", "grafana": "", "kafka-connect": "",
	} {
		out, err := convert.To(target, c)
		if want == "" { // it can sign in so, and has no place for the application
			if err == nil {
				t.Errorf("%s: the application is lost\n%s", target, out)
			}
			continue
		}
		if err != nil || !strings.Contains(out, want) ||
			!strings.Contains(out, "contoso.com") || !strings.Contains(out, "6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40") {
			t.Errorf("%s: %v\n%s", target, err, out)
		}
	}
	for _, target := range []string{"rust", "opentelemetry"} {
		if out, err := convert.To(target, c); err == nil || !strings.Contains(err.Error(), "workload-identity") {
			t.Errorf("%s: %v\n%s", target, err, out)
		}
	}
}

// TestSpellingsOfKqlmagic holds that a scheme and a key are read in each spelling that
// Kqlmagic takes.
func TestSpellingsOfKqlmagic(t *testing.T) {
	const rest = "tenant='contoso.com';%='6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40';client_secret='${KEY}';cluster='https://c.kusto.windows.net';database='d'"
	for _, scheme := range []string{"azureDataExplorer", "azure_data_explorer", "azure-data-explorer", "kusto", "adx", "ADE", "A-D-X"} {
		for _, key := range []string{"clientid", "client-id", "Client_Id", "CLIENT ID"} {
			b, err := convert.From("kqlmagic", scheme+"://"+strings.Replace(rest, "%", key, 1))
			if err != nil || !strings.Contains(b.String(), "Application Client Id=6f3c1c60") {
				t.Errorf("%s, %s: %v", scheme, key, err)
			}
		}
	}
	if _, err := convert.From("kqlmagic", "loganalytics://"+strings.Replace(rest, "%", "clientid", 1)); err == nil {
		t.Error("another scheme is read")
	}
}

package convert_test

import (
	"slices"
	"strings"
	"testing"

	"kustoconn/convert"
)

// TestDocumentedSnippets holds that code for each snippet of "App authentication
// methods" makes the documented call with the documented arguments in their order.
// Where the client's own method differs from the page, the client's counts.
func TestDocumentedSnippets(t *testing.T) {
	const (
		uri      = endpoint
		id       = "11111111-1111-1111-1111-111111111111"
		identity = "22222222-2222-2222-2222-222222222222"
		tenantID = "contoso.com"
		key      = "KUSTO_APPLICATION_KEY"
	)
	for _, tt := range []struct {
		snippet, target, mode string
		want                  []string // in this order in the code
	}{
		{
			"managed identity, system: C#", "csharp", "system-managed-identity",
			[]string{uri, ".WithAadSystemManagedIdentity()"},
		},
		{
			"managed identity, system: Python", "python", "system-managed-identity",
			[]string{"with_aad_managed_service_identity_authentication(", uri},
		},
		{
			"managed identity, system: TypeScript", "typescript", "system-managed-identity",
			[]string{"withSystemManagedIdentity(", uri},
		},
		{"managed identity, system: Java", "java", "system-managed-identity", []string{"createWithAadManagedIdentity(", uri}},
		{
			"managed identity, user: C#", "csharp", "user-managed-identity",
			[]string{uri, ".WithAadUserManagedIdentity(", identity},
		},
		{
			"managed identity, user: Python", "python", "user-managed-identity",
			[]string{"with_aad_managed_service_identity_authentication(", uri, "client_id=", identity},
		},
		{
			"managed identity, user: TypeScript", "typescript", "user-managed-identity",
			[]string{"withUserManagedIdentity(", uri, identity},
		},
		{
			"managed identity, user: Java", "java", "user-managed-identity",
			[]string{"createWithAadManagedIdentity(", uri, identity},
		},
		{
			"certificate, local store: C#", "csharp", "app-subject-issuer",
			[]string{uri, ".WithAadApplicationSubjectAndIssuerAuthentication(", id, "CN=app", "CN=ca", tenantID},
		},
		{
			"certificate, thumbprint: C#", "csharp", "app-thumbprint",
			[]string{
				uri, ".WithAadApplicationThumbprintAuthentication(", id, "00112233445566778899AABBCCDDEEFF00112233",
				tenantID,
			},
		},
		{
			"certificate, in memory: C#", "csharp", "app-certificate",
			[]string{uri, ".WithAadApplicationCertificateAuthentication(", id, "certificate", tenantID},
		},
		{
			"certificate, in memory: Python", "python", "app-certificate",
			[]string{"with_aad_application_certificate_authentication(", uri, id, "key", "THUMBPRINT", tenantID},
		},
		{
			"certificate, subject name and issuer: Python", "python", "app-certificate+sni",
			[]string{
				"with_aad_application_certificate_sni_authentication(", uri, id, "key", "certificate", "THUMBPRINT",
				tenantID,
			},
		},
		{
			"certificate, file: TypeScript", "typescript", "app-certificate",
			[]string{"withAadApplicationCertificateAuthentication(", uri, id, tenantID},
		},
		{
			"certificate, in memory: Java", "java", "app-certificate",
			[]string{"createWithAadApplicationCertificate(", uri, id, tenantID},
		},
		{
			"certificate, subject name and issuer: Java", "java", "app-certificate+sni",
			[]string{"createWithAadApplicationCertificateSubjectNameIssuer(", uri, id, tenantID},
		},
		{
			"application key: C#", "csharp", "app-key",
			[]string{uri, ".WithAadApplicationKeyAuthentication(", id, key, tenantID},
		},
		{
			"application key: Python", "python", "app-key",
			[]string{"with_aad_application_key_authentication(", uri, id, key, tenantID},
		},
		{
			"application key: TypeScript", "typescript", "app-key",
			[]string{"withAadApplicationKeyAuthentication(", uri, id, key, tenantID},
		},
		{
			"application key: Java", "java", "app-key",
			[]string{"createWithAadApplicationCredentials(", uri, id, key, tenantID},
		},
		{"user prompt: C#", "csharp", "user-prompt", []string{uri, ".WithAadUserPromptAuthentication("}},
		{"user prompt: Python", "python", "user-prompt", []string{"with_interactive_login(", uri}},
		{"user prompt: TypeScript", "typescript", "user-prompt", []string{"withUserPrompt(", uri, "tenantId", tenantID}},
		{"user prompt: Java", "java", "user-prompt", []string{"createWithUserPrompt(", uri, tenantID}},
		{"az cli: C#", "csharp", "az-cli", []string{uri, ".WithAadAzCliAuthentication(interactive: true)"}},
		{"az cli: Python", "python", "az-cli", []string{"with_az_cli_authentication(", uri}},
		{"az cli: TypeScript", "typescript", "az-cli", []string{"withAzLoginIdentity(", uri}},
		{"az cli: Java", "java", "az-cli", []string{"createWithAzureCli(", uri}},
		{
			"device code: C#", "csharp", "device-code",
			[]string{uri, ".WithAadDeviceCodeAuthentication((message, uri, code) =>", "Console.WriteLine(message)"},
		},
		{"device code: Python", "python", "device-code", []string{"with_aad_device_authentication(", uri}},
		{"device code: TypeScript", "typescript", "device-code", []string{"withAadDeviceAuthentication(", uri}},
		{"device code: Java", "java", "device-code", []string{"createWithDeviceCode(", uri}},
		{
			"federated managed identity: C#", "csharp", "federated-managed-identity",
			[]string{
				uri, "ManagedIdentityCredential(", identity, "ClientAssertionCredential(", tenantID, id,
				"api://AzureADTokenExchange/.default", "/v1/rest/auth/metadata", ".WithAadTokenProviderAuthentication(",
			},
		},
		{
			"federated managed identity: Python", "python", "federated-managed-identity",
			[]string{"ManagedIdentityCredential(", "ClientAssertionCredential(", "with_token_provider("},
		},
		{
			"federated managed identity: TypeScript", "typescript", "federated-managed-identity",
			[]string{"ManagedIdentityCredential(", "ClientAssertionCredential(", "withTokenProvider("},
		},
		{
			"federated managed identity: Java", "java", "federated-managed-identity",
			[]string{
				"api://AzureADTokenExchange/.default", "/v1/rest/auth/metadata",
				"createWithAadTokenProviderAuthentication(",
			},
		},
		{"token provider: C#", "csharp", "token-provider", []string{uri, ".WithAadTokenProviderAuthentication("}},
		{"user token: C#", "csharp", "user-token", []string{uri, ".WithAadUserTokenAuthentication("}},
		{"application token: C#", "csharp", "app-token", []string{uri, ".WithAadApplicationTokenAuthentication("}},
		{
			"token credential: C#", "csharp", "token-credential",
			[]string{"DefaultAzureCredential(", uri, ".WithAadAzureTokenCredentialsAuthentication("},
		},
		{
			"token credential, managed identity: C#", "csharp", "token-credential+identity",
			[]string{
				"DefaultAzureCredential(", "ManagedIdentityClientId", identity,
				".WithAadAzureTokenCredentialsAuthentication(",
			},
		},
		{
			"token credential: Python", "python", "token-credential",
			[]string{"with_azure_token_credential(", uri, "DefaultAzureCredential("},
		},
		{
			"token credential: TypeScript", "typescript", "token-credential",
			[]string{"withTokenCredential(", uri, "DefaultAzureCredential("},
		},
	} {
		t.Run(tt.snippet, func(t *testing.T) {
			i := slices.IndexFunc(modes, func(e example) bool { return e.name == tt.mode })
			code, err := convert.To(tt.target, connection(t, i))
			if err != nil {
				t.Fatal(err)
			}
			rest := code
			for _, want := range tt.want {
				_, after, found := strings.Cut(rest, want)
				if !found {
					t.Fatalf("no %q behind what comes before it in\n%s", want, code)
				}
				rest = after
			}
		})
	}
	// The local store is .NET's alone.
	for _, target := range []string{"python", "typescript", "java", "go", "rust"} {
		t.Run("certificate, local store: C# alone", func(t *testing.T) {
			for _, mode := range []string{"app-thumbprint", "app-subject", "app-subject-issuer"} {
				i := slices.IndexFunc(modes, func(e example) bool { return e.name == mode })
				if _, err := convert.To(target, connection(t, i)); err == nil {
					t.Errorf("%s, %s: no error", target, mode)
				}
			}
		})
	}
}

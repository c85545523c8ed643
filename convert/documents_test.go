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
			"certificate, in memory: TypeScript", "typescript", "app-certificate+pem",
			[]string{"withAadApplicationCertificateAuthentication(", uri, id, "KUSTO_APPLICATION_CERTIFICATE_PRIVATEKEY", tenantID},
		},
		{
			"certificate, file, sendX5c: TypeScript", "typescript", "app-certificate+sni",
			[]string{"withAadApplicationCertificateAuthentication(", uri, id, "undefined", tenantID, "true", "KUSTO_CERTIFICATE_PATH"},
		},
		{
			"certificate, sendX5c: C#", "csharp", "app-certificate+sni",
			[]string{uri, ".WithAadApplicationCertificateAuthentication(", id, "certificate", tenantID, "true"},
		},
		{"the class in Java", "java", "app-key", []string{"import com.microsoft.azure.kusto.data.auth.ConnectionStringBuilder;", " ConnectionStringBuilder.create"}},
		{
			"federated managed identity, fallback: C#", "csharp", "federated-managed-identity",
			[]string{"api://AzureADTokenExchange/.default", `"https://kusto.kusto.windows.net"`, "KustoServiceResourceId", "catch", "/.default"},
		},
		{
			"federated managed identity, fallback: Python", "python", "federated-managed-identity",
			[]string{"api://AzureADTokenExchange/.default", "KustoServiceResourceId", "except", `"https://kusto.kusto.windows.net"`, "/.default"},
		},
		{
			"federated managed identity, fallback: TypeScript", "typescript", "federated-managed-identity",
			[]string{"api://AzureADTokenExchange/.default", `"https://kusto.kusto.windows.net"`, "KustoServiceResourceId", "catch", "/.default"},
		},
		{
			"federated managed identity, fallback: Java", "java", "federated-managed-identity",
			[]string{"api://AzureADTokenExchange/.default", `"https://kusto.kusto.windows.net"`, "KustoServiceResourceId", "catch", "/.default"},
		},
		{
			"federated managed identity, arguments: Python", "python", "federated-managed-identity",
			[]string{"    tenant_id=\"contoso.com\",\n    client_id=", "\ndef get_token()"},
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

// TestDocumentedNotes holds what the documentation says of each mode beside its
// code, as explain shows it.
func TestDocumentedNotes(t *testing.T) {
	for _, tt := range []struct {
		statement string
		modes     []string
		note      string // part of one
	}{
		{"managed identities are recommended", []string{"system-managed-identity", "user-managed-identity", "managed-identity"}, "recommended, where it is possible"},
		{"managed identities in place of passwords", []string{"password"}, "managed identities are recommended"},
		{"a system-assigned identity is of one resource", []string{"system-managed-identity"}, "of one resource alone"},
		{"a user-assigned identity is of several resources", []string{"user-managed-identity"}, "several resources can use it"},
		{"a user-assigned identity by client id or object id", []string{"user-managed-identity"}, "its client id names it, or its object id"},
		{"managed identity: a role on the cluster", []string{"system-managed-identity", "user-managed-identity"}, "has a role on the cluster"},
		{"managed identity: not attached to the cluster", []string{"system-managed-identity", "user-managed-identity"}, "not attached to the cluster"},
		{"managed identity: not on a developer's machine", []string{"system-managed-identity", "user-managed-identity"}, "does not work on a developer's machine"},
		{"certificate 1: web applications", []string{"app-thumbprint", "app-subject", "app-subject-issuer"}, "for web applications only"},
		{"certificate 2: accepted by the application", []string{"app-thumbprint", "app-subject", "app-subject-issuer"}, "set up to accept the certificate"},
		{"certificate 3: a principal", []string{"app-thumbprint", "app-subject", "app-subject-issuer"}, "a principal of the cluster"},
		{"certificate 4: in the store", []string{"app-thumbprint", "app-subject", "app-subject-issuer"}, "in the store of the machine or of the user"},
		{"certificate 5: 2,048 bits", []string{"app-thumbprint", "app-subject", "app-subject-issuer"}, "at least 2,048 bits"},
		{"certificate object: the private key", []string{"app-certificate"}, "holds the private key"},
		{"certificate of a vault", []string{"app-certificate"}, "Azure.Security.KeyVault.Certificates"},
		{"key: a vault", []string{"app-key"}, "in a vault"},
		{"prompt: a web browser", []string{"user-prompt"}, "in a web browser"},
		{"prompt: the first sign-in of the session", []string{"user-prompt"}, "the first sign-in of the session"},
		{"az cli: az login", []string{"az-cli"}, "run az login beforehand"},
		{"az cli: interactive", []string{"az-cli"}, "interactive is true"},
		{"az cli: .NET Framework", []string{"az-cli"}, "only .NET Framework apps support it"},
		{"device code: devices without a screen", []string{"device-code"}, "for devices on which nobody can sign in"},
		{"device code: another device", []string{"device-code"}, "in a browser on another device"},
		{"device code: Conditional Access", []string{"device-code"}, "may block it: sign in otherwise"},
		{"federated managed identity: the assertion", []string{"federated-managed-identity"}, "the assertion with which the application signs in"},
		{"federated managed identity: the resource", []string{"federated-managed-identity"}, "https://kusto.kusto.windows.net"},
		{"token provider: asked each time", []string{"token-provider"}, "asked each time a token is needed"},
		{"TokenCredential: a class of one's own", []string{"token-credential"}, "implements GetToken"},
		{"DefaultAzureCredential: several ways", []string{"token-credential"}, "tries several ways (managed identity, Visual Studio, Azure CLI and more)"},
		{"DefaultAzureCredential: tests and production", []string{"token-credential"}, "suits tests and production"},
		{"a user token skips signing in", []string{"user-token"}, "sent instead of signing in"},
		{"an application token skips signing in", []string{"app-token"}, "sent instead of signing in"},
		{"without federated security", []string{"none"}, "nobody authenticates"},
	} {
		t.Run(tt.statement, func(t *testing.T) {
			for _, mode := range tt.modes {
				if notes := convert.Notes(mode); !slices.ContainsFunc(notes, func(n string) bool { return strings.Contains(n, tt.note) }) {
					t.Errorf("%s: %q", mode, notes)
				}
			}
		})
	}
	for _, mode := range convert.Modes() {
		if len(convert.Notes(mode)) == 0 {
			t.Errorf("nothing of %s", mode)
		}
	}
	if notes := convert.Notes("no mode"); notes != nil {
		t.Errorf("of no mode: %q", notes)
	}
}

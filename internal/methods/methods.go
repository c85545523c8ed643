// Package methods is the table of authentication methods by client: what each
// client's builder calls them, as data.
//
// It stands after package schema in the flow.
package methods

import "kustoconn/schema"

// Method is a row of the table of authentication methods by client. Methods
// are shared and must not be modified.
type Method struct {
	Name     string          // for people; lower case
	Modes    []schema.ModeID // the modes it amounts to; none for one that .NET lacks
	InString bool            // the row is about a connection string, not about code
	Calls    []Call          // in table order; a client that has none is left out
}

// Call is how one client offers a method.
type Call struct {
	Client schema.Client
	// Name is the client's function or method, from its public names; empty
	// for a row about a connection string.
	Name string
	// Documented is set where the documentation says so too, by that name.
	Documented bool
	// Misprint is a name that the documentation prints for it and that the
	// client does not have or has for something else.
	Misprint string
	Note     string // what to know; lower case, no full stop
	// Secrets are the arguments that hold a secret.
	Secrets []argument
}

// argument is an argument of a call that holds a secret.
type argument struct {
	Position int // from 0; the receiver of a method is none
	Name     string
	Property schema.ID // what it holds
}

func documented(c schema.Client, name string) Call {
	return Call{Client: c, Name: name, Documented: true}
}

// undocumented is for a call that the documentation leaves out, misprints or
// says is not supported.
func undocumented(c schema.Client, name string) Call { return Call{Client: c, Name: name} }

// misprinted returns call with the name that the documentation prints.
func (c Call) misprinted(name string) Call {
	c.Misprint = name
	return c
}

// noting returns call with a note.
func (c Call) noting(note string) Call {
	c.Note = note
	return c
}

// takes returns call with one more argument that holds a secret.
func (c Call) takes(position int, name string, property schema.ID) Call {
	c.Secrets = append(c.Secrets[:len(c.Secrets):len(c.Secrets)], argument{position, name, property})
	return c
}

const (
	rustPanics   = "panics at the first query"
	loadYourself = "load the certificate in code"
	federated    = "with a ClientAssertionCredential of your own"
	windowsStore = "only Windows has the store"
	ofIdentity   = "with a credential of Azure's identity library"

	keyInString    = "the page of 2024-09 says not supported, that of 2026-08 documents it; recorded"
	promptInString = "the page says not supported; recorded"
)

// methods merge the documentation's "App authentication methods" with the
// public names of the clients. The documentation has no Go, Rust or R; R has
// no such functions.
var methods = []Method{
	{Name: "managed identity, system", Modes: []schema.ModeID{schema.SystemManagedIdentity}, Calls: []Call{
		documented(schema.DotNet, "WithAadSystemManagedIdentity"),
		documented(schema.Python, "with_aad_managed_service_identity_authentication"),
		documented(schema.Node, "withSystemManagedIdentity"),
		documented(schema.Java, "createWithAadManagedIdentity"),
		undocumented(schema.Go, "WithSystemManagedIdentity"),
		undocumented(schema.Rust, "with_managed_identity_auth"),
	}},
	{Name: "managed identity, user", Modes: []schema.ModeID{schema.UserManagedIdentity}, Calls: []Call{
		documented(schema.DotNet, "WithAadUserManagedIdentity"),
		documented(schema.Python, "with_aad_managed_service_identity_authentication").
			noting("client_id; the documented object_id raises"),
		documented(schema.Node, "withUserManagedIdentity"),
		documented(schema.Java, "createWithAadManagedIdentity"),
		undocumented(schema.Go, "WithUserAssignedIdentityClientId"),
		undocumented(schema.Go, "WithUserAssignedIdentityResourceId"),
		undocumented(schema.Rust, "with_managed_identity_auth").noting("the id is sent as an object id"),
	}},
	{Name: "certificate, local store", Modes: []schema.ModeID{schema.AppSubjectIssuer, schema.AppSubject, schema.AppThumbprint}, Calls: []Call{
		documented(schema.DotNet, "WithAadApplicationSubjectAndIssuerAuthentication").noting(windowsStore),
		documented(schema.DotNet, "WithAadApplicationSubjectNameAuthentication").noting(windowsStore),
		documented(schema.DotNet, "WithAadApplicationThumbprintAuthentication").noting(windowsStore),
	}},
	{Name: "certificate, in memory", Modes: []schema.ModeID{schema.AppCertificate}, Calls: []Call{
		documented(schema.DotNet, "WithAadApplicationCertificateAuthentication"),
		documented(schema.Python, "with_aad_application_certificate_authentication").takes(2, "certificate", schema.ApplicationCertificatePrivateKey),
		documented(schema.Node, "withAadApplicationCertificateAuthentication").takes(2, "applicationCertificatePrivateKey", schema.ApplicationCertificatePrivateKey),
		documented(schema.Java, "createWithAadApplicationCertificate"),
		undocumented(schema.Go, "WithAppCertificateBytes").
			takes(1, "certificateBytes", schema.ApplicationCertificatePrivateKey).takes(2, "password", schema.Password),
	}},
	{Name: "certificate, file", Modes: []schema.ModeID{schema.AppCertificate}, Calls: []Call{
		documented(schema.DotNet, "WithAadApplicationCertificateAuthentication").noting(loadYourself),
		undocumented(schema.Python, "with_aad_application_certificate_authentication").takes(2, "certificate", schema.ApplicationCertificatePrivateKey).noting(loadYourself),
		documented(schema.Node, "withAadApplicationCertificateAuthentication").takes(2, "applicationCertificatePrivateKey", schema.ApplicationCertificatePrivateKey).noting("the path is the last argument"),
		undocumented(schema.Java, "createWithAadApplicationCertificate").noting(loadYourself),
		undocumented(schema.Go, "WithAppCertificatePath").takes(2, "password", schema.Password),
		undocumented(schema.Rust, "with_application_certificate_auth").noting(rustPanics),
	}},
	{Name: "certificate, subject name and issuer", Modes: []schema.ModeID{schema.AppCertificate}, Calls: []Call{
		documented(schema.DotNet, "WithAadApplicationCertificateAuthentication").noting("sendX5c"),
		documented(schema.Python, "with_aad_application_certificate_sni_authentication").takes(2, "private_certificate", schema.ApplicationCertificatePrivateKey),
		documented(schema.Node, "withAadApplicationCertificateAuthentication").takes(2, "applicationCertificatePrivateKey", schema.ApplicationCertificatePrivateKey).noting("sendX5c"),
		documented(schema.Java, "createWithAadApplicationCertificateSubjectNameIssuer"),
		undocumented(schema.Go, "WithAppCertificateBytes").
			takes(1, "certificateBytes", schema.ApplicationCertificatePrivateKey).takes(2, "password", schema.Password).noting("SendX5c"),
		undocumented(schema.Go, "WithAppCertificatePath").takes(2, "password", schema.Password).noting("SendX5c"),
	}},
	{Name: "application key", Modes: []schema.ModeID{schema.AppKey}, Calls: []Call{
		documented(schema.DotNet, "WithAadApplicationKeyAuthentication").takes(1, "applicationKey", schema.ApplicationKey),
		documented(schema.Python, "with_aad_application_key_authentication").takes(2, "app_key", schema.ApplicationKey),
		documented(schema.Node, "withAadApplicationKeyAuthentication").takes(2, "appKey", schema.ApplicationKey),
		documented(schema.Java, "createWithAadApplicationCredentials").takes(2, "applicationKey", schema.ApplicationKey),
		undocumented(schema.Go, "WithAadAppKey").takes(1, "appKey", schema.ApplicationKey),
		undocumented(schema.Rust, "with_application_auth").takes(2, "client_secret", schema.ApplicationKey),
	}},
	{Name: "application key in a connection string", Modes: []schema.ModeID{schema.AppKey}, InString: true, Calls: []Call{
		documented(schema.DotNet, ""),
		undocumented(schema.Python, "").noting(keyInString),
		undocumented(schema.Node, "").noting(keyInString),
		undocumented(schema.Java, "").noting(keyInString),
		undocumented(schema.Go, ""),
		undocumented(schema.Rust, ""),
		undocumented(schema.R, ""),
	}},
	{Name: "certificate in a connection string", Modes: []schema.ModeID{schema.AppThumbprint, schema.AppSubject, schema.AppSubjectIssuer}, InString: true, Calls: []Call{
		documented(schema.DotNet, "").noting("from version 12 on where the program allows it"),
		undocumented(schema.Python, "").noting("with the private key in Application Certificate Blob"),
		undocumented(schema.Node, "").noting("with Application Certificate PrivateKey"),
		undocumented(schema.Rust, "").noting("with Application Certificate, the path of a file"),
	}},
	{Name: "user prompt in a connection string", Modes: []schema.ModeID{schema.UserPrompt}, InString: true, Calls: []Call{
		documented(schema.DotNet, ""),
		undocumented(schema.Python, "").noting(promptInString),
		undocumented(schema.Java, "").noting(promptInString + "; the User ID asks for it"),
		undocumented(schema.Go, ""),
		undocumented(schema.R, "").noting("whatever the string says"),
	}},
	{Name: "user prompt", Modes: []schema.ModeID{schema.UserPrompt}, Calls: []Call{
		documented(schema.DotNet, "WithAadUserPromptAuthentication"),
		documented(schema.Python, "with_interactive_login"),
		undocumented(schema.Node, "withUserPrompt").misprinted("createWithUserPrompt"),
		undocumented(schema.Java, "createWithUserPrompt").misprinted("createWithAadApplicationCredentials"),
		undocumented(schema.Go, "WithInteractiveLogin"),
		undocumented(schema.Rust, "with_interactive_login_auth").noting(rustPanics),
	}},
	{Name: "az cli", Modes: []schema.ModeID{schema.AzCli}, Calls: []Call{
		documented(schema.DotNet, "WithAadAzCliAuthentication"),
		documented(schema.Python, "with_az_cli_authentication"),
		documented(schema.Node, "withAzLoginIdentity"),
		documented(schema.Java, "createWithAzureCli"),
		undocumented(schema.Go, "WithAzCli"),
		undocumented(schema.Rust, "with_azure_cli_auth"),
	}},
	{Name: "device code", Modes: []schema.ModeID{schema.DeviceCode}, Calls: []Call{
		documented(schema.DotNet, "WithAadDeviceCodeAuthentication"),
		documented(schema.Python, "with_aad_device_authentication"),
		documented(schema.Node, "withAadDeviceAuthentication"),
		documented(schema.Java, "createWithDeviceCode"),
		undocumented(schema.Rust, "with_device_code_auth").noting(rustPanics),
	}},
	{Name: "token provider", Modes: []schema.ModeID{schema.TokenProvider}, Calls: []Call{
		documented(schema.DotNet, "WithAadTokenProviderAuthentication"),
		documented(schema.Python, "with_token_provider"),
		undocumented(schema.Node, "withTokenProvider").misprinted("withAadTokenProviderAuthentication"),
		documented(schema.Java, "createWithAadTokenProviderAuthentication"),
		undocumented(schema.Rust, "with_token_callback_auth"),
	}},
	{Name: "asynchronous token provider", Calls: []Call{
		undocumented(schema.DotNet, "WithAadTokenProviderAuthentication").noting("whether its callback may be asynchronous is not verified"),
		undocumented(schema.Python, "with_async_token_provider"),
		undocumented(schema.Java, "createWithAadAsyncTokenProviderAuthentication"),
	}},
	{Name: "managed identity as the assertion of an application", Calls: []Call{
		documented(schema.DotNet, "WithAadTokenProviderAuthentication").noting(federated),
		documented(schema.Python, "with_token_provider").noting(federated),
		undocumented(schema.Node, "withTokenProvider").noting(federated),
		documented(schema.Java, "createWithAadTokenProviderAuthentication").noting(federated),
		undocumented(schema.Go, "WithTokenCredential").noting(federated),
		undocumented(schema.Rust, "with_token_callback_auth").noting(federated),
	}},
	{Name: "token credential", Modes: []schema.ModeID{schema.TokenCredential}, Calls: []Call{
		documented(schema.DotNet, "WithAadAzureTokenCredentialsAuthentication"),
		documented(schema.Python, "with_azure_token_credential"),
		documented(schema.Node, "withTokenCredential"),
		undocumented(schema.Java, "createWithTokenCredential").noting("the documentation says not supported"),
		undocumented(schema.Go, "WithTokenCredential"),
		undocumented(schema.Rust, "with_token_credential"),
	}},
	{Name: "user token", Modes: []schema.ModeID{schema.UserTokenAuth}, Calls: []Call{
		documented(schema.DotNet, "WithAadUserTokenAuthentication").takes(0, "userToken", schema.UserToken),
		undocumented(schema.Python, "with_aad_user_token_authentication").takes(1, "user_token", schema.UserToken),
		undocumented(schema.Node, "withAccessToken").takes(1, "accessToken", schema.UserToken),
		undocumented(schema.Java, "createWithAadAccessTokenAuthentication").takes(1, "token", schema.UserToken),
		undocumented(schema.Go, "WithAadUserToken").takes(0, "usertoken", schema.UserToken),
		undocumented(schema.Rust, "with_token_auth").takes(1, "token", schema.UserToken),
	}},
	{Name: "application token", Modes: []schema.ModeID{schema.AppTokenAuth}, Calls: []Call{
		documented(schema.DotNet, "WithAadApplicationTokenAuthentication").takes(0, "applicationToken", schema.ApplicationToken),
		undocumented(schema.Python, "with_aad_application_token_authentication").takes(1, "application_token", schema.ApplicationToken),
		undocumented(schema.Node, "withAccessToken").takes(1, "accessToken", schema.UserToken),
		undocumented(schema.Java, "createWithAadAccessTokenAuthentication").takes(1, "token", schema.UserToken),
		undocumented(schema.Go, "WithApplicationToken").takes(1, "appToken", schema.ApplicationToken),
		undocumented(schema.Rust, "with_token_auth").takes(1, "token", schema.UserToken),
	}},
	{Name: "user name and password", Modes: []schema.ModeID{schema.PasswordAuth}, Calls: []Call{
		undocumented(schema.Python, "with_aad_user_password_authentication"),
		undocumented(schema.Node, "withAadUserPasswordAuthentication"),
		undocumented(schema.Go, "WithAadUserPassAuth"),
		undocumented(schema.Rust, "with_user_password_auth").noting(rustPanics),
	}},
	{Name: "none, by a connection string", InString: true, Calls: []Call{
		documented(schema.DotNet, ""),
		undocumented(schema.Python, "").noting("with_no_authentication takes http alone"),
		undocumented(schema.Node, ""),
		undocumented(schema.Java, ""),
		undocumented(schema.Go, ""),
	}},
	{Name: "workload identity or default credential", Calls: []Call{
		undocumented(schema.DotNet, "WithAadAzureTokenCredentialsAuthentication").noting(ofIdentity),
		undocumented(schema.Python, "with_azure_token_credential").noting(ofIdentity),
		undocumented(schema.Node, "withTokenCredential").noting(ofIdentity),
		undocumented(schema.Java, "createWithTokenCredential").noting(ofIdentity),
		undocumented(schema.Go, "WithKubernetesWorkloadIdentity"),
		undocumented(schema.Go, "WithDefaultAzureCredential"),
		undocumented(schema.Rust, "with_default_auth"),
	}},
}

// All returns the table of authentication methods by client, in the
// order of the documentation. The slice is the caller's own.
func All() []*Method {
	all := make([]*Method, len(methods))
	for i := range methods {
		all[i] = &methods[i]
	}
	return all
}

// By returns how client offers the method; nothing where it does not.
func (m *Method) By(client schema.Client) []Call {
	var calls []Call
	for _, c := range m.Calls {
		if c.Client == client {
			calls = append(calls, c)
		}
	}
	return calls
}

package schema

// Method is a row of the table of authentication methods by client. Methods
// are shared and must not be modified.
type Method struct {
	Name     string   // for people; lower case
	Modes    []ModeID // the modes it amounts to; none for one that .NET lacks
	InString bool     // the row is about a connection string, not about code
	Calls    []Call   // in table order; a client that has none is left out
}

// Call is how one client offers a method.
type Call struct {
	Client Client
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
	Property ID // what it holds
}

func documented(c Client, name string) Call { return Call{Client: c, Name: name, Documented: true} }

// undocumented is for a call that the documentation leaves out, misprints or
// says is not supported.
func undocumented(c Client, name string) Call { return Call{Client: c, Name: name} }

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
func (c Call) takes(position int, name string, property ID) Call {
	c.Secrets = append(c.Secrets[:len(c.Secrets):len(c.Secrets)], argument{position, name, property})
	return c
}

const (
	rustPanics   = "panics at the first query"
	loadYourself = "load the certificate in code"
)

// methods merge the documentation's "App authentication methods" with the
// public names of the clients. The documentation has no Go, Rust or R; R has
// no such functions.
var methods = []Method{
	{Name: "managed identity, system", Modes: []ModeID{SystemManagedIdentity}, Calls: []Call{
		documented(DotNet, "WithAadSystemManagedIdentity"),
		documented(Python, "with_aad_managed_service_identity_authentication"),
		documented(Node, "withSystemManagedIdentity"),
		documented(Java, "createWithAadManagedIdentity"),
		undocumented(Go, "WithSystemManagedIdentity"),
		undocumented(Rust, "with_managed_identity_auth"),
	}},
	{Name: "managed identity, user", Modes: []ModeID{UserManagedIdentity}, Calls: []Call{
		documented(DotNet, "WithAadUserManagedIdentity"),
		documented(Python, "with_aad_managed_service_identity_authentication").
			noting("client_id; the documented object_id raises"),
		documented(Node, "withUserManagedIdentity"),
		documented(Java, "createWithAadManagedIdentity"),
		undocumented(Go, "WithUserAssignedIdentityClientId"),
		undocumented(Go, "WithUserAssignedIdentityResourceId"),
		undocumented(Rust, "with_managed_identity_auth").noting("the id is sent as an object id"),
	}},
	{Name: "certificate, local store", Modes: []ModeID{AppSubjectIssuer, AppSubject, AppThumbprint}, Calls: []Call{
		documented(DotNet, "WithAadApplicationSubjectAndIssuerAuthentication"),
		documented(DotNet, "WithAadApplicationSubjectNameAuthentication"),
		documented(DotNet, "WithAadApplicationThumbprintAuthentication"),
	}},
	{Name: "certificate, in memory", Modes: []ModeID{AppCertificate}, Calls: []Call{
		documented(DotNet, "WithAadApplicationCertificateAuthentication"),
		documented(Python, "with_aad_application_certificate_authentication").takes(2, "certificate", ApplicationCertificatePrivateKey),
		documented(Node, "withAadApplicationCertificateAuthentication").takes(2, "applicationCertificatePrivateKey", ApplicationCertificatePrivateKey),
		documented(Java, "createWithAadApplicationCertificate"),
		undocumented(Go, "WithAppCertificateBytes").
			takes(1, "certificateBytes", ApplicationCertificatePrivateKey).takes(2, "password", Password),
	}},
	{Name: "certificate, file", Modes: []ModeID{AppCertificate}, Calls: []Call{
		documented(DotNet, "WithAadApplicationCertificateAuthentication").noting(loadYourself),
		undocumented(Python, "with_aad_application_certificate_authentication").takes(2, "certificate", ApplicationCertificatePrivateKey).noting(loadYourself),
		documented(Node, "withAadApplicationCertificateAuthentication").takes(2, "applicationCertificatePrivateKey", ApplicationCertificatePrivateKey).noting("the path is the last argument"),
		undocumented(Java, "createWithAadApplicationCertificate").noting(loadYourself),
		undocumented(Go, "WithAppCertificatePath").takes(2, "password", Password),
		undocumented(Rust, "with_application_certificate_auth").noting(rustPanics),
	}},
	{Name: "certificate, subject name and issuer", Modes: []ModeID{AppCertificate}, Calls: []Call{
		documented(DotNet, "WithAadApplicationCertificateAuthentication").noting("sendX5c"),
		documented(Python, "with_aad_application_certificate_sni_authentication").takes(2, "private_certificate", ApplicationCertificatePrivateKey),
		documented(Node, "withAadApplicationCertificateAuthentication").takes(2, "applicationCertificatePrivateKey", ApplicationCertificatePrivateKey).noting("sendX5c"),
		documented(Java, "createWithAadApplicationCertificateSubjectNameIssuer"),
		undocumented(Go, "WithAppCertificateBytes").
			takes(1, "certificateBytes", ApplicationCertificatePrivateKey).takes(2, "password", Password).noting("SendX5c"),
		undocumented(Go, "WithAppCertificatePath").takes(2, "password", Password).noting("SendX5c"),
	}},
	{Name: "application key", Modes: []ModeID{AppKey}, Calls: []Call{
		documented(DotNet, "WithAadApplicationKeyAuthentication").takes(1, "applicationKey", ApplicationKey),
		documented(Python, "with_aad_application_key_authentication").takes(2, "app_key", ApplicationKey),
		documented(Node, "withAadApplicationKeyAuthentication").takes(2, "appKey", ApplicationKey),
		documented(Java, "createWithAadApplicationCredentials").takes(2, "applicationKey", ApplicationKey),
		undocumented(Go, "WithAadAppKey").takes(1, "appKey", ApplicationKey),
		undocumented(Rust, "with_application_auth").takes(2, "client_secret", ApplicationKey),
	}},
	{Name: "application key in a connection string", Modes: []ModeID{AppKey}, InString: true, Calls: []Call{
		documented(DotNet, ""),
		undocumented(Python, ""), // the documentation says "Not supported"
		undocumented(Node, ""),
		undocumented(Java, ""),
		undocumented(Go, ""),
		undocumented(Rust, ""),
		undocumented(R, ""),
	}},
	{Name: "user prompt", Modes: []ModeID{UserPrompt}, Calls: []Call{
		documented(DotNet, "WithAadUserPromptAuthentication"),
		documented(Python, "with_interactive_login"),
		undocumented(Node, "withUserPrompt").misprinted("createWithUserPrompt"),
		undocumented(Java, "createWithUserPrompt").misprinted("createWithAadApplicationCredentials"),
		undocumented(Go, "WithInteractiveLogin"),
		undocumented(Rust, "with_interactive_login_auth").noting(rustPanics),
	}},
	{Name: "az cli", Modes: []ModeID{AzCli}, Calls: []Call{
		documented(DotNet, "WithAadAzCliAuthentication"),
		documented(Python, "with_az_cli_authentication"),
		documented(Node, "withAzLoginIdentity"),
		documented(Java, "createWithAzureCli"),
		undocumented(Go, "WithAzCli"),
		undocumented(Rust, "with_azure_cli_auth"),
	}},
	{Name: "device code", Modes: []ModeID{DeviceCode}, Calls: []Call{
		documented(DotNet, "WithAadDeviceCodeAuthentication"),
		documented(Python, "with_aad_device_authentication"),
		documented(Node, "withAadDeviceAuthentication"),
		documented(Java, "createWithDeviceCode"),
		undocumented(Rust, "with_device_code_auth").noting(rustPanics),
	}},
	{Name: "token provider", Modes: []ModeID{TokenProvider}, Calls: []Call{
		documented(DotNet, "WithAadTokenProviderAuthentication"),
		documented(Python, "with_token_provider"),
		undocumented(Node, "withTokenProvider").misprinted("withAadTokenProviderAuthentication"),
		documented(Java, "createWithAadTokenProviderAuthentication"),
		undocumented(Rust, "with_token_callback_auth"),
	}},
	{Name: "token credential", Modes: []ModeID{TokenCredential}, Calls: []Call{
		documented(DotNet, "WithAadAzureTokenCredentialsAuthentication"),
		documented(Python, "with_azure_token_credential"),
		documented(Node, "withTokenCredential"),
		undocumented(Java, "createWithTokenCredential").noting("the documentation says not supported"),
		undocumented(Go, "WithTokenCredential"),
		undocumented(Rust, "with_token_credential"),
	}},
	{Name: "user token", Modes: []ModeID{UserTokenAuth}, Calls: []Call{
		documented(DotNet, "WithAadUserTokenAuthentication").takes(0, "userToken", UserToken),
		undocumented(Python, "with_aad_user_token_authentication").takes(1, "user_token", UserToken),
		undocumented(Node, "withAccessToken").takes(1, "accessToken", UserToken),
		undocumented(Java, "createWithAadAccessTokenAuthentication").takes(1, "token", UserToken),
		undocumented(Go, "WithAadUserToken").takes(0, "usertoken", UserToken),
		undocumented(Rust, "with_token_auth").takes(1, "token", UserToken),
	}},
	{Name: "application token", Modes: []ModeID{AppTokenAuth}, Calls: []Call{
		documented(DotNet, "WithAadApplicationTokenAuthentication").takes(0, "applicationToken", ApplicationToken),
		undocumented(Python, "with_aad_application_token_authentication").takes(1, "application_token", ApplicationToken),
		undocumented(Node, "withAccessToken").takes(1, "accessToken", UserToken),
		undocumented(Java, "createWithAadAccessTokenAuthentication").takes(1, "token", UserToken),
		undocumented(Go, "WithApplicationToken").takes(1, "appToken", ApplicationToken),
		undocumented(Rust, "with_token_auth").takes(1, "token", UserToken),
	}},
	{Name: "workload identity or default credential", Calls: []Call{
		undocumented(Go, "WithKubernetesWorkloadIdentity"),
		undocumented(Go, "WithDefaultAzureCredential"),
		undocumented(Rust, "with_default_auth"),
	}},
}

// Methods returns the table of authentication methods by client, in the
// order of the documentation. The slice is the caller's own.
func Methods() []*Method {
	all := make([]*Method, len(methods))
	for i := range methods {
		all[i] = &methods[i]
	}
	return all
}

// By returns how client offers the method; nothing where it does not.
func (m *Method) By(client Client) []Call {
	var calls []Call
	for _, c := range m.Calls {
		if c.Client == client {
			calls = append(calls, c)
		}
	}
	return calls
}

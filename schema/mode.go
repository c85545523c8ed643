package schema

// ModeID names an authentication mode, as reports print it. The zero ModeID
// is invalid.
type ModeID string

// The authentication modes. NoAuth is what a string selects that asks for no
// authentication; it is no row of Modes.
const (
	NoAuth                ModeID = "none"
	UserPrompt            ModeID = "user-prompt"
	UserTokenAuth         ModeID = "user-token"
	AppKey                ModeID = "app-key"
	AppThumbprint         ModeID = "app-thumbprint"
	AppSubjectIssuer      ModeID = "app-subject-issuer"
	AppSubject            ModeID = "app-subject"
	AppTokenAuth          ModeID = "app-token"
	SystemManagedIdentity ModeID = "system-managed-identity"
	UserManagedIdentity   ModeID = "user-managed-identity"
	AppCertificate        ModeID = "app-certificate"
	TokenProvider         ModeID = "token-provider"
	TokenCredential       ModeID = "token-credential"
	AzCli                 ModeID = "az-cli"
	DeviceCode            ModeID = "device-code"
	PasswordAuth          ModeID = "password"
	DSTS                  ModeID = "dsts"
)

// Mode is a way to authenticate. Modes are shared and must not be modified.
type Mode struct {
	ID      ModeID
	Builder string // method of the .NET builder; empty for an undocumented mode
	Doc     string // one line

	// Mandatory and Optional are properties of the documentation's list, in
	// its order. Every mode also takes Application Name for Tracing.
	Mandatory, Optional []ID
	// Unlisted are the properties that have a meaning with other modes and that
	// the documentation's list of combinations lacks with this one.
	Unlisted Set
	// SelectedBy are the properties whose values together select the mode. It
	// can be less than Mandatory, so that a missing property can be named.
	SelectedBy Set
	// Rank orders selection: of the modes whose properties are all there, the
	// lowest rank is selected. 0 for a mode that no string selects.
	Rank int
	// Federated modes need AAD Federated Security to be true.
	Federated  bool
	Documented bool // in the documentation's list of combinations
	// CodeArguments are what the builder takes and no property holds, or what
	// its property cannot be set to in a string.
	CodeArguments []string
	// CodeProperties are the properties among CodeArguments that the mode needs.
	CodeProperties []ID
	// Notes are what the documentation asks for or warns of, in our words.
	Notes []string
}

// InString reports whether a connection string can select the mode.
func (m *Mode) InString() bool { return m.Rank > 0 }

// ofUsers are of no use to what signs in without a person.
var ofUsers = SetOf(UserID, EnforceMFA)

// ofStores and ofIdentities are what the documentation says of certificates in
// the local store and of managed identities.
var (
	ofStores = []string{
		"for web applications only, and not for native clients",
		"the application is set up to accept the certificate",
		"the application is a principal of the cluster or of the database",
		"the certificate is in the store of the machine or of the user, which C# alone reads",
		"its public key has at least 2,048 bits",
	}
	ofIdentities = []string{
		"recommended, where it is possible, in place of passwords and of secrets in strings",
		"the object id of the identity has a role on the cluster; the identity is not attached to the cluster",
		"it does not work on a developer's machine: deploy, or sign in otherwise there",
	}
)

// modes are in the order of the documentation, undocumented ones last. Ranks
// follow "Authentication properties (details)"; the modes by subject, which
// that algorithm leaves out, come after the thumbprint's, and the password's
// before the prompt's.
var modes = []Mode{
	{
		ID: UserPrompt, Builder: "WithAadUserPromptAuthentication",
		Doc:      "the user signs in through a browser, if need be",
		Optional: []ID{UserID, AuthorityID},
		Rank:     8, Federated: true, Documented: true,
		Unlisted: SetOf(AzureRegion),
		Notes: []string{
			"the user signs in in a web browser",
			"the user is prompted where this is the first sign-in of the session",
		},
	},
	{
		ID: UserTokenAuth, Builder: "WithAadUserTokenAuthentication",
		Doc:        "a user's bearer token is sent as it is",
		Mandatory:  []ID{UserToken},
		SelectedBy: SetOf(UserToken),
		Rank:       1, Federated: true, Documented: true,
		Unlisted: ofUsers.With(AzureRegion),
		Notes:    []string{"the token is sent instead of signing in, and overrides an application's id, key and token"},
	},
	{
		ID: AppKey, Builder: "WithAadApplicationKeyAuthentication",
		Doc:        "an application signs in with its key",
		Mandatory:  []ID{ApplicationClientID, ApplicationKey, AuthorityID},
		SelectedBy: SetOf(ApplicationClientID, ApplicationKey),
		Rank:       3, Federated: true, Documented: true,
		Unlisted: ofUsers.With(AzureRegion),
		Notes:    []string{"a key in code or in plain text leaks: keep it encrypted or in a vault"},
	},
	{
		ID: AppThumbprint, Builder: "WithAadApplicationThumbprintAuthentication",
		Doc:        "an application signs in with the certificate of a thumbprint, from the local store",
		Mandatory:  []ID{ApplicationClientID, ApplicationCertificateThumbprint, AuthorityID},
		SelectedBy: SetOf(ApplicationClientID, ApplicationCertificateThumbprint),
		Rank:       4, Federated: true, Documented: true,
		Unlisted: ofUsers | SetOf(AzureRegion, ApplicationCertificateSendX5c),
		Notes:    ofStores,
	},
	{
		ID: AppSubjectIssuer, Builder: "WithAadApplicationSubjectAndIssuerAuthentication",
		Doc: "an application signs in with the certificate of a subject and issuer, from the local store",
		Mandatory: []ID{ApplicationClientID, ApplicationCertificateSubject,
			ApplicationCertificateIssuer, AuthorityID},
		Optional: []ID{AzureRegion, ApplicationCertificateSendX5c},
		SelectedBy: SetOf(ApplicationClientID, ApplicationCertificateSubject,
			ApplicationCertificateIssuer),
		Rank: 5, Federated: true, Documented: true,
		Unlisted: ofUsers,
		Notes:    ofStores,
	},
	{
		ID: AppSubject, Builder: "WithAadApplicationSubjectNameAuthentication",
		Doc:        "an application signs in with the certificate of a subject, from the local store",
		Mandatory:  []ID{ApplicationClientID, ApplicationCertificateSubject, AuthorityID},
		Optional:   []ID{AzureRegion},
		SelectedBy: SetOf(ApplicationClientID, ApplicationCertificateSubject),
		Rank:       6, Federated: true, Documented: true,
		Unlisted: ofUsers.With(ApplicationCertificateSendX5c),
		Notes:    ofStores,
	},
	{
		ID: AppTokenAuth, Builder: "WithAadApplicationTokenAuthentication",
		Doc:        "an application's bearer token is sent as it is",
		Mandatory:  []ID{ApplicationToken},
		SelectedBy: SetOf(ApplicationToken),
		Rank:       2, Federated: true, Documented: true,
		Unlisted: ofUsers.With(AzureRegion),
		Notes:    []string{"the token is sent instead of signing in"},
	},
	{
		ID: SystemManagedIdentity, Builder: "WithAadSystemManagedIdentity",
		Doc:           "the identity of the Azure resource that the program runs on",
		Federated:     true,
		Documented:    true,
		CodeArguments: []string{"ManagedServiceIdentity=system"},
		Unlisted:      ofUsers.With(AzureRegion),
		Notes:         append([]string{"it is of one resource alone, and lives as long as that"}, ofIdentities...),
	},
	{
		ID: UserManagedIdentity, Builder: "WithAadUserManagedIdentity",
		Doc:           "a managed identity of its own, assigned to the resource",
		Federated:     true,
		Documented:    true,
		CodeArguments: []string{"ManagedServiceIdentity=client id"}, CodeProperties: []ID{ManagedServiceIdentity},
		Unlisted: ofUsers.With(AzureRegion),
		Notes:    append([]string{"several resources can use it; its client id names it, or its object id"}, ofIdentities...),
	},
	{
		ID: AppCertificate, Builder: "WithAadApplicationCertificateAuthentication",
		Doc:           "an application signs in with a certificate that the program has loaded",
		Federated:     true,
		Documented:    true,
		CodeArguments: []string{"client id", "certificate", "authority", "sendX5c"}, CodeProperties: []ID{ApplicationClientID, AuthorityID},
		Unlisted: ofUsers,
		Notes: []string{
			"the certificate object holds the private key",
			"what is in Azure Key Vault is loaded with Azure.Security.KeyVault.Certificates",
		},
	},
	{
		ID: TokenProvider, Builder: "WithAadTokenProviderAuthentication",
		Doc:           "a callback returns a token each time one is needed",
		Federated:     true,
		Documented:    true,
		CodeArguments: []string{"callback"},
		Unlisted:      ofUsers.With(AzureRegion),
		Notes:         []string{"the callback is asked each time a token is needed"},
	},
	{
		ID: TokenCredential, Builder: "WithAadAzureTokenCredentialsAuthentication",
		Doc:           "a TokenCredential of the Azure Identity library",
		Federated:     true,
		Documented:    true,
		CodeArguments: []string{"TokenCredential"},
		Unlisted:      SetOf(AzureRegion),
		Notes: []string{
			"a class of your own inherits from TokenCredential and implements GetToken",
			"DefaultAzureCredential tries several ways (managed identity, Visual Studio, Azure CLI and more) and suits tests and production",
		},
	},
	{
		ID: AzCli, Builder: "WithAadAzCliAuthentication",
		Doc:           "the user who is signed in to the Azure command line",
		Federated:     true,
		Documented:    true,
		CodeArguments: []string{"interactive"},
		Unlisted:      ofUsers.With(AzureRegion),
		Notes: []string{
			"run az login beforehand",
			"the user may be asked to sign in where its cache has no token and interactive is true",
			"the page says that only .NET Framework apps support it; the other clients but R have it, too",
		},
	},
	{
		ID: DeviceCode, Builder: "WithAadDeviceCodeAuthentication",
		Doc:           "the user signs in on another device, with a code",
		Federated:     true,
		Documented:    true,
		CodeArguments: []string{"callback"},
		Unlisted:      SetOf(AzureRegion),
		Notes: []string{
			"for devices on which nobody can sign in, such as terminals of servers",
			"the code is entered in a browser on another device",
			"a tenant's Conditional Access may block it: sign in otherwise there",
		},
	},
	{
		ID:         PasswordAuth,
		Doc:        "the user's name and password",
		Mandatory:  []ID{UserID, Password},
		Optional:   []ID{AuthorityID},
		SelectedBy: SetOf(UserID, Password),
		Rank:       7, Federated: true,
		Unlisted: SetOf(AzureRegion),
		Notes:    []string{"managed identities are recommended in its place"},
	},
	{
		ID:         DSTS,
		Doc:        "dSTS, a token service inside Microsoft",
		Mandatory:  []ID{DSTSFederatedSecurity},
		Optional:   []ID{DSTSTokenType},
		SelectedBy: SetOf(DSTSFederatedSecurity),
		Rank:       9,
		Unlisted:   SetOf(AzureRegion),
		Notes:      []string{"the documentation does not name it"},
	},
}

// Modes returns every mode in the documentation's order, the undocumented
// ones (password, dsts) last. The slice is the caller's own.
func Modes() []*Mode {
	all := make([]*Mode, len(modes))
	for i := range modes {
		all[i] = &modes[i]
	}
	return all
}

// GetMode returns the mode that id names, nil for NoAuth and what is no mode.
func GetMode(id ModeID) *Mode {
	for i := range modes {
		if modes[i].ID == id {
			return &modes[i]
		}
	}
	return nil
}

package dotnet

import "slices"

// chooseAuth follows the documentation's "Authentication properties
// (details)" and the changelog of 12.0.0, which infers AAD Federated Security
// for https. It returns nothing where it depends on what is not verified.
func (b *builder) chooseAuth(scheme string) string {
	open := b.verdictOpen()
	for _, name := range []string{
		"DataSource", "FederatedSecurity", "AuthorityId", "UserToken",
		"ApplicationToken", "ApplicationClientId", "ApplicationKey",
	} {
		open = open || slices.Contains(b.doubts, severalSpellings(name))
	}
	if open {
		b.doubt(doubtfulInput)
		return ""
	}
	switch federated, given := b.held["FederatedSecurity"]; {
	case federated.Bool:
	case scheme == "http":
		return "none"
	case given:
		b.doubt(unfederated)
		return ""
	case scheme == "https":
		b.doubt(inferredFederation)
	default:
		b.doubt(schemelessAuth)
		return ""
	}
	return b.federatedAuth()
}

func (b *builder) federatedAuth() string {
	switch {
	case b.held.Has("UserToken"):
		return "user-token"
	case b.held.Has("ApplicationToken"):
		return "app-token"
	case b.held.Has("ApplicationClientId", "ApplicationKey", "AuthorityId"):
		return "app-key"
	case b.held.Has("ApplicationClientId"): // tested: the others are missing
		b.doubt(incompleteApp)
		return "error: KustoClientInvalidConnectionStringException"
	case b.held.Has("ApplicationKey"):
		b.doubt(loneKey)
		return ""
	}
	return "user-prompt"
}

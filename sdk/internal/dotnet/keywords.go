package dotnet

import (
	"strings"

	"kustoconn/sdk/internal/dialect"
)

// keywords are what the documentation has listed from 2018 to 2025, in its
// spellings: nothing says that spaces may be left out of others. Names are the
// recordings', or else those of the builder's public properties.
var keywords = dialect.NewTable(foldKeyword, "True", "False",
	dialect.Keyword{Name: "Data Source", Property: "DataSource", Aliases: []string{"Addr", "Address", "Network Address", "Server"}},
	dialect.Keyword{Name: "Initial Catalog", Property: "InitialCatalog", Aliases: []string{"Database"}},
	dialect.Keyword{Name: "AAD Federated Security", Property: "FederatedSecurity", Aliases: []string{"Federated Security", "Federated", "Fed", "AADFed"}, Bool: true},
	dialect.Keyword{Name: "Authority Id", Property: "AuthorityId", Aliases: []string{"TenantId"}},
	dialect.Keyword{Name: "User ID", Property: "UserId", Aliases: []string{"UID", "User"}},
	dialect.Keyword{Name: "User Token", Property: "UserToken", Aliases: []string{"UsrToken", "UserToken"}, Secret: true},
	dialect.Keyword{Name: "User Name for Tracing", Property: "UserNameForTracing"},
	dialect.Keyword{Name: "Application Name for Tracing", Property: "ApplicationNameForTracing", Aliases: []string{"TraceAppName"}},
	dialect.Keyword{Name: "Client Version for Tracing", Property: "ClientVersionForTracing"},
	dialect.Keyword{Name: "Application Client Id", Property: "ApplicationClientId", Aliases: []string{"AppClientId"}},
	dialect.Keyword{Name: "Application Key", Property: "ApplicationKey", Aliases: []string{"AppKey"}, Secret: true},
	// ApplicationToken stands in the page's sample text only.
	dialect.Keyword{Name: "Application Token", Property: "ApplicationToken", Aliases: []string{"AppToken", "ApplicationToken"}, Secret: true},
	dialect.Keyword{Name: "Application Certificate Thumbprint", Property: "ApplicationCertificateThumbprint", Aliases: []string{"AppCert"}},
	dialect.Keyword{Name: "Application Certificate Subject Distinguished Name", Property: "ApplicationCertificateSubjectDistinguishedName", Aliases: []string{"Application Certificate Subject"}},
	dialect.Keyword{Name: "Application Certificate Issuer Distinguished Name", Property: "ApplicationCertificateIssuerDistinguishedName", Aliases: []string{"Application Certificate Issuer"}},
	dialect.Keyword{Name: "Application Certificate SendX5c", Property: "ApplicationCertificateSendX5c", Aliases: []string{"Application Certificate Send Public Certificate", "SendX5c"}, Bool: true},
	dialect.Keyword{Name: "Azure Region", Property: "AzureRegion", Aliases: []string{"AzureRegion", "Region"}},
	dialect.Keyword{Name: "Query Consistency", Property: "QueryConsistency", Aliases: []string{"QueryConsistency"}},
	dialect.Keyword{Name: "Accept", Property: "Accept", Bool: true},
	dialect.Keyword{Name: "Streaming", Property: "Streaming", Bool: true},
	dialect.Keyword{Name: "Uncompressed", Property: "Uncompressed", Bool: true},
	dialect.Keyword{Name: "Enforce MFA", Property: "EnforceMfa", Aliases: []string{"MFA", "EnforceMFA"}, Bool: true},
	dialect.Keyword{Name: "Namespace", Property: "Namespace", Aliases: []string{"NS"}},
)

// guardedKeywords are those that the changelog of 12.0.0 names.
var guardedKeywords = map[string]bool{
	"application certificate thumbprint":                 true,
	"application certificate subject distinguished name": true,
}

func foldKeyword(s string) string { return strings.Map(toLowerInvariant, s) }

package node

import (
	"strings"

	"kustoconn/sdk/internal/dialect"
)

// fold is trim().toLowerCase(): white space inside a keyword counts.
func fold(spelling string) string {
	return dialect.FullLower(strings.TrimFunc(spelling, dialect.ECMAScriptSpace))
}

// keywords is KeywordMapping of connectionBuilderBase.js, in its order. Every
// name it writes is one that it reads.
var keywords = dialect.NewTable(fold, "true", "false",
	dialect.Keyword{Name: "Data Source", Property: "DataSource", Aliases: []string{"addr", "address", "network address", "server"}},
	dialect.Keyword{Name: "AAD Federated Security", Property: "FederatedSecurity", Bool: true,
		Aliases: []string{"federated security", "federated", "fed", "aadfed"}},
	dialect.Keyword{Name: "Initial Catalog", Property: "InitialCatalog", Aliases: []string{"database"}},
	dialect.Keyword{Name: "AAD User ID", Property: "UserId"},
	dialect.Keyword{Name: "Password", Property: "Password", Aliases: []string{"pwd"}, Secret: true},
	dialect.Keyword{Name: "Application Client Id", Property: "ApplicationClientId", Aliases: []string{"appclientid"}},
	dialect.Keyword{Name: "Application Key", Property: "ApplicationKey", Aliases: []string{"appkey"}, Secret: true},
	dialect.Keyword{Name: "Application Certificate PrivateKey", Property: "ApplicationCertificatePrivateKey", Secret: true},
	dialect.Keyword{Name: "Application Certificate x5c", Property: "ApplicationCertificateSendX5c", Bool: true,
		Aliases: []string{"application certificate send public certificate", "application certificate sendx5c", "sendx5c"}},
	dialect.Keyword{Name: "Authority Id", Property: "AuthorityId", Aliases: []string{"authorityid", "authority", "tenantid", "tenant", "tid"}},
)

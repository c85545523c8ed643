package java

import (
	"strings"

	"kustoconn/sdk/internal/dialect"
)

// keywords are the rows of kcsb.json (2025-01-15) that the client supports,
// in the order in which toString(boolean) writes them.
var keywords = dialect.NewTable(fold, "true", "false",
	dialect.Keyword{Name: "Data Source", Property: "DataSource", Aliases: []string{"server", "addr", "address", "networkaddress"}},
	dialect.Keyword{Name: "User ID", Property: "UserId", Aliases: []string{"user", "uid", "loginhint", "aaduserid"}},
	dialect.Keyword{Name: "Application Client Id", Property: "ApplicationClientId", Aliases: []string{"appclientid"}},
	dialect.Keyword{Name: "Application Key", Property: "ApplicationKey", Aliases: []string{"appkey"}, Secret: true},
	dialect.Keyword{Name: "Authority Id", Property: "AuthorityId", Aliases: []string{"tenantid", "tid", "tenant", "authority", "domainhint"}},
	dialect.Keyword{Name: "User Token", Property: "UserToken", Aliases: []string{"usrtoken"}, Secret: true},
	dialect.Keyword{Name: "Application Name for Tracing", Property: "ApplicationNameForTracing", Aliases: []string{"traceappname"}},
	dialect.Keyword{Name: "User Name for Tracing", Property: "UserNameForTracing", Aliases: []string{"traceusername"}},

	// The client has one field for both tokens and writes it as the other.
	dialect.Keyword{Name: "Application Token", Property: "UserToken", Aliases: []string{"apptoken"}, Unwritten: true},
	dialect.Keyword{Name: "Initial Catalog", Property: "InitialCatalog", Aliases: []string{"database"}, Unwritten: true},
	dialect.Keyword{Name: "AAD Federated Security", Property: "FederatedSecurity", Aliases: []string{"federatedsecurity", "aadfed", "fed", "federated"}, Bool: true, Unwritten: true},
	dialect.Keyword{Name: "Application Certificate SendX5c", Property: "ApplicationCertificateSendX5c", Aliases: []string{"applicationcertificatex5c", "sendx5c", "applicationcertificatesendpubliccertificate", "sendcertificatechain"}, Bool: true, Unwritten: true},
)

// dataSource is the keyword of a first piece without one.
var dataSource, _ = keywords.Find("Data Source")

// unsupported are the spellings, folded, of the rows of kcsb.json that the
// client knows and refuses.
var unsupported = map[string]bool{
	"password":                     true,
	"pwd":                          true,
	"applicationcertificateblob":   true,
	"applicationcertificateissuer": true,
	"applicationcertificateissuerdistinguishedname":  true,
	"applicationcertificatesubject":                  true,
	"applicationcertificatesubjectdistinguishedname": true,
	"applicationcertificatethumbprint":               true,
	"appcert":                                        true,
	"dstsfederatedsecurity":                          true,
	"dstsfed":                                        true,
	"dststokentype":                                  true,
	"streaming":                                      true,
	"uncompressed":                                   true,
	"enforcemfa":                                     true,
	"accept":                                         true,
	"queryconsistency":                               true,
	"datasourceuri":                                  true,
	"serveruri":                                      true,
	"clusteruri":                                     true,
	"azureregion":                                    true,
	"region":                                         true,
	"namespace":                                      true,
	"ns":                                             true,
}

// fold is KcsbKeywords.normalize: lower case, without U+0020.
func fold(keyword string) string {
	return strings.ReplaceAll(dialect.FullLower(keyword), " ", "")
}

package golang

import (
	"strings"

	"kustoconn/sdk/internal/dialect"
)

// fold is normalizeKeyword (keywords.go): Go's simple lower-casing, which
// turns U+0130 into i and U+212A into k; of all white space only U+0020 goes.
func fold(spelling string) string {
	return strings.ReplaceAll(strings.ToLower(spelling), " ", "")
}

// keywords is the supported part of kcsb.json, in the order in which
// ConnectionString writes it.
var keywords = dialect.NewTable(fold, "true", "false",
	dialect.Keyword{Name: "Data Source", Property: "DataSource", Aliases: []string{"server", "addr", "address", "networkaddress"}},
	dialect.Keyword{Name: "Initial Catalog", Property: "InitialCatalog", Aliases: []string{"database"}},
	dialect.Keyword{Name: "AAD Federated Security", Property: "FederatedSecurity", Bool: true,
		Aliases: []string{"federatedsecurity", "aadfed", "fed", "federated"}},
	dialect.Keyword{Name: "Application Client Id", Property: "ApplicationClientId", Aliases: []string{"appclientid"}},
	dialect.Keyword{Name: "User ID", Property: "UserId", Aliases: []string{"user", "uid", "loginhint", "aaduserid"}},
	dialect.Keyword{Name: "Authority Id", Property: "AuthorityId",
		Aliases: []string{"tenantid", "tid", "tenant", "authority", "domainhint"}},
	dialect.Keyword{Name: "Application Token", Property: "ApplicationToken", Aliases: []string{"apptoken"}, Secret: true},
	dialect.Keyword{Name: "User Token", Property: "UserToken", Aliases: []string{"usrtoken"}, Secret: true},
	dialect.Keyword{Name: "Application Key", Property: "ApplicationKey", Aliases: []string{"appkey"}, Secret: true},
	dialect.Keyword{Name: "Application Certificate SendX5c", Property: "ApplicationCertificateSendX5c", Bool: true,
		Aliases: []string{"applicationcertificatex5c", "sendx5c", "applicationcertificatesendpubliccertificate", "sendcertificatechain"}},
	dialect.Keyword{Name: "Password", Property: "Password", Aliases: []string{"pwd"}, Secret: true, Unwritten: true},
	dialect.Keyword{Name: "Application Name for Tracing", Property: "ApplicationNameForTracing", Aliases: []string{"traceappname"}, Unwritten: true},
	dialect.Keyword{Name: "User Name for Tracing", Property: "UserNameForTracing", Aliases: []string{"traceusername"}, Unwritten: true},
)

// unsupported is the rest of kcsb.json, folded: keywords that the client
// knows and refuses.
var unsupported = map[string]bool{
	"datasourceuri": true, "serveruri": true, "clusteruri": true,
	"applicationcertificateblob":       true,
	"applicationcertificatethumbprint": true, "appcert": true,
	"applicationcertificateissuerdistinguishedname": true, "applicationcertificateissuer": true,
	"applicationcertificatesubjectdistinguishedname": true, "applicationcertificatesubject": true,
	"dstsfederatedsecurity": true, "dstsfed": true, "dststokentype": true,
	"azureregion": true, "region": true,
	"namespace": true, "ns": true,
	"accept": true, "streaming": true, "uncompressed": true, "enforcemfa": true, "queryconsistency": true,
}

package rust

import "strings"

// keyword is a ConnectionStringKey of the client, by its name there.
type keyword string

const (
	dataSource             keyword = "DataSource"
	federatedSecurity      keyword = "FederatedSecurity"
	userID                 keyword = "UserId"
	password               keyword = "Password"
	applicationClientID    keyword = "ApplicationClientId"
	applicationKey         keyword = "ApplicationKey"
	applicationCertificate keyword = "ApplicationCertificate"
	certificateThumbprint  keyword = "ApplicationCertificateThumbprint"
	authorityID            keyword = "AuthorityId"
	applicationToken       keyword = "ApplicationToken"
	userToken              keyword = "UserToken"
	msiAuth                keyword = "MsiAuth"
	msiParams              keyword = "MsiParams"
	azCLI                  keyword = "AzCli"
)

// spellings is the client's ALIAS_MAP: every spelling that it reads. None of
// them is for its InteractiveLogin.
var spellings = map[string]keyword{
	"data source": dataSource, "addr": dataSource, "address": dataSource, "network address": dataSource, "server": dataSource,

	"aad federated security": federatedSecurity, "federated security": federatedSecurity, "federated": federatedSecurity,
	"fed": federatedSecurity, "aadfed": federatedSecurity,

	"aad user id": userID, "user id": userID, "uid": userID, "user": userID,
	"password": password, "pwd": password,

	"application client id": applicationClientID, "appclientid": applicationClientID,
	"application key": applicationKey, "appkey": applicationKey,
	"application certificate":            applicationCertificate,
	"application certificate thumbprint": certificateThumbprint, "appcert": certificateThumbprint,
	"authority id": authorityID, "authorityid": authorityID, "authority": authorityID,
	"tenantid": authorityID, "tenant": authorityID, "tid": authorityID,

	"application token": applicationToken, "apptoken": applicationToken,
	"user token": userToken, "usertoken": userToken,

	"msi auth": msiAuth, "msi_auth": msiAuth, "msi": msiAuth,
	"msi params": msiParams, "msi_params": msiParams, "msi_type": msiParams,
	"az cli": azCLI,
}

// find returns the keyword that the client takes spelling for: of what
// varies, only the case of ASCII letters and white space around it do not
// matter.
func find(spelling string) (keyword, bool) {
	k, known := spellings[strings.TrimSpace(lowerASCII(spelling))]
	return k, known
}

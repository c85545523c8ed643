package convert

import "kustoconn/schema"

// perRequest is where most clients take what .NET has in the string.
const perRequest = "set it with each request, in ClientRequestProperties, and remove it"

// ofRequests are the properties that other clients than .NET take with each
// request.
var ofRequests = map[schema.ID]string{schema.QueryConsistency: perRequest}

const (
	loadCertificate = "app-certificate, which loads the certificate in code: only .NET reads the local store"
	internalOnly    = "another authentication, such as app-key: dSTS is for Microsoft's own services"
)

var python = &language{
	name: "python", title: "the Python client", client: schema.Python,
	quote:          escapes{cLike, utf32Escapes}.literal,
	env:            `os.environ["%s"]`,
	booleans:       [2]string{"False", "True"},
	parsesEndpoint: true,
	instead: map[schema.ModeID]string{
		schema.AppThumbprint:    loadCertificate,
		schema.AppSubject:       loadCertificate,
		schema.AppSubjectIssuer: loadCertificate,
		schema.DSTS:             internalOnly,
	},
	elsewhere: ofRequests,
}

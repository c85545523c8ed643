package convert

import (
	"maps"

	"kustoconn/schema"
)

const (
	loadCertificate = "app-certificate, which loads the certificate in code: only .NET reads the local store"
	internalOnly    = "another authentication, such as app-key: dSTS is for Microsoft's own services"

	// perRequest is where most clients take what .NET has in the string.
	perRequest = "set it with each request, in ClientRequestProperties, and remove it"
)

// onlyDotNet says what to use instead of the authentications that no client but
// .NET has.
var onlyDotNet = map[schema.ModeID]string{
	schema.AppThumbprint:    loadCertificate,
	schema.AppSubject:       loadCertificate,
	schema.AppSubjectIssuer: loadCertificate,
	schema.DSTS:             internalOnly,
}

// onlyDotNetAnd returns onlyDotNet with what else a client lacks.
func onlyDotNetAnd(more map[schema.ModeID]string) map[schema.ModeID]string {
	all := maps.Clone(onlyDotNet)
	maps.Copy(all, more)
	return all
}

// ofRequests are the properties that other clients than .NET take with each
// request.
var ofRequests = map[schema.ID]string{schema.QueryConsistency: perRequest}

package validate

import (
	"kustoconn/diag"
	"kustoconn/schema"
)

var certificateOptionWithoutCertificate = Rule{
	ID:    diag.ID{Code: 305, Name: "certificate-option-without-certificate", Severity: diag.Warning},
	Since: "0.1.0",
	Doc: `Application Certificate SendX5c is given, but no certificate is.

The option makes the client send the certificate's public part, so that the tenant can
trust its issuer. Without a certificate (by thumbprint, subject, issuer, blob or file)
it says nothing, and one was probably forgotten.

Name the certificate, or remove the option. Source: the documentation, "Application
authentication properties".`,
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;SendX5c=true",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true",
	Needs: schema.SetOf(schema.ApplicationCertificateSendX5c),
	Check: checkCertificateOption,
}

// certificates are the properties that name a certificate or hold one.
var certificates = schema.SetOf(
	schema.ApplicationCertificateThumbprint, schema.ApplicationCertificateSubject,
	schema.ApplicationCertificateIssuer, schema.ApplicationCertificateBlob,
	schema.ApplicationCertificatePrivateKey, schema.ApplicationCertificate,
)

func checkCertificateOption(p *Pass) {
	if p.Specified.Intersects(certificates) {
		return
	}
	d := p.Report(p.KeywordSpan(schema.ApplicationCertificateSendX5c), "Application Certificate SendX5c is given without a certificate")
	d.Help = "name the certificate, or remove the option"
}

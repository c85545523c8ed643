package validate

import (
	"kustoconn/rule"
	"kustoconn/schema"
)

var certificateOptionWithoutCertificate = check{
	rule:  rule.CertificateOptionWithoutCertificate,
	needs: schema.SetOf(schema.ApplicationCertificateSendX5c),
	look:  checkCertificateOption,
}

// certificates are the properties that name a certificate or hold one.
var certificates = schema.SetOf(
	schema.ApplicationCertificateThumbprint, schema.ApplicationCertificateSubject,
	schema.ApplicationCertificateIssuer, schema.ApplicationCertificateBlob,
	schema.ApplicationCertificatePrivateKey, schema.ApplicationCertificate,
)

func checkCertificateOption(p *pass) {
	if p.Specified.Intersects(certificates) {
		return
	}
	d := p.report(p.keywordSpan(schema.ApplicationCertificateSendX5c), "Application Certificate SendX5c is given without a certificate")
	d.Help = "name the certificate, or remove the option"
}

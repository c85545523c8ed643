package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/diag"
	"kustoconn/schema"
	"kustoconn/source"
)

var thumbprintNotHex = Rule{
	ID:    diag.ID{Code: 204, Name: "thumbprint-not-hex", Severity: diag.Warning},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: "A certificate's thumbprint is its SHA-1 hash: 40 hexadecimal digits. The value is something else, so\n" +
		"no certificate will be found. Windows' certificate dialog puts blanks between the digits and an\n" +
		"invisible mark before them, and other tools print colons: the fix removes such separators. A hash of\n" +
		"64 digits is SHA-256, which the certificate store is not searched by.\n\n" +
		"Source: the documentation (\"Application authentication properties\"); .NET's\n" +
		"`X509Certificate2.Thumbprint`.",
	Bad:   "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppCert=01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67;Authority Id=contoso.com",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true;AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40;AppCert=0123456789ABCDEF0123456789ABCDEF01234567;Authority Id=contoso.com",
	Needs: schema.SetOf(schema.ApplicationCertificateThumbprint),
	Check: checkThumbprint,
}

const sha1Digits, sha256Digits = 40, 64

func checkThumbprint(p *Pass) {
	const id = schema.ApplicationCertificateThumbprint
	value, _ := p.Value(id)
	if value == "" || isHex(value, sha1Digits) || p.Wild(id) {
		return
	}
	d := p.Report(p.ValueSpan(id), "Application Certificate Thumbprint is not 40 hexadecimal digits")
	d.Help = "write the certificate's SHA-1 thumbprint"
	digits := strings.Map(func(r rune) rune {
		if isThumbprintSeparator(r) {
			return -1
		}
		return r
	}, value)
	switch {
	case isHex(digits, sha256Digits):
		d.Help = "this is a SHA-256 thumbprint; write the SHA-1 one"
	case isHex(digits, sha1Digits):
		d.Help = "remove everything between the digits"
		s := &p.Tree.Segments[p.Segment(id)]
		for i, r := range value {
			if isThumbprintSeparator(r) {
				at := source.Span{Start: i, End: i + utf8.RuneLen(r)}
				d.Edits = append(d.Edits, diag.Edit{Span: s.Locate(at)})
			}
		}
	}
}

// isThumbprintSeparator reports whether r stands between or before the digits
// of printed thumbprints. Format characters (category Cf) cannot be seen.
func isThumbprintSeparator(r rune) bool {
	return r == ':' || r == '-' || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
}

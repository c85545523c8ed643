package validate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

var thumbprintNotHex = check{
	rule:  rule.ThumbprintNotHex,
	needs: schema.SetOf(schema.ApplicationCertificateThumbprint),
	look:  checkThumbprint,
}

const sha1Digits, sha256Digits = 40, 64

func checkThumbprint(p *pass) {
	const id = schema.ApplicationCertificateThumbprint
	value, _ := p.Value(id)
	if value == "" || isHex(value, sha1Digits) || p.hasPlaceholder(id) {
		return
	}
	d := p.report(p.valueSpan(id), "Application Certificate Thumbprint is not 40 hexadecimal digits")
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

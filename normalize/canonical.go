// Package normalize writes connection strings: canonical text, redacted text,
// and the builder. What it writes, package grammar reads back with the same
// meaning.
package normalize

import (
	"kustoconn/bind"
	"kustoconn/internal/effective"
	"kustoconn/internal/quote"
	"kustoconn/redact"
	"kustoconn/schema"
)

// Canonical returns the canonical text, secrets included: the effective
// properties in schema order under their canonical names, then the unknown
// keywords in the order of their last occurrence. Reading it back gives the
// same effective properties, and writing that again the same text.
//
// ok is false, and the text empty, where the string has a syntax error.
func Canonical(b *bind.Bound) (text string, ok bool) { return CanonicalView(redact.Revealed(b)) }

// CanonicalView is Canonical as the view shows it: a masking view gives masked
// text.
func CanonicalView(v redact.View) (text string, ok bool) {
	if v.Tree.HasSyntaxErrors() {
		return "", false
	}
	var few [512]byte // most strings take no memory but for the result
	out := few[:0]
	for id := range v.Present.All() {
		p := schema.Get(id)
		out = appendPair(out, p.Name, canonicalValue(v, p))
	}
	if v.HasUnknown() {
		for _, i := range effective.Unknown(v.Bound) {
			out = appendPair(out, quote.Keyword(v.Keyword(i)), quote.Value(v.SegmentValue(i)))
		}
	}
	return string(out), true
}

func appendPair(out []byte, keyword, value string) []byte {
	if len(out) > 0 {
		out = append(out, ';')
	}
	out = append(out, keyword...)
	out = append(out, '=')
	return append(out, value...)
}

func canonicalValue(v redact.View, p *schema.Property) string {
	if p.Type == schema.TypeBool {
		if value, ok := v.Bool(p.ID); ok {
			if value {
				return "True"
			}
			return "False"
		}
	}
	return quote.Value(v.PropertyValue(p.ID))
}

package fuzz

import (
	"pgregory.net/rapid"

	"kustoconn/schema"
)

// trickyValues are values that a parser may get wrong: each holds what ends,
// opens or trims a value somewhere.
var trickyValues = []string{
	"a", "x y", "a=b", "=", "=a", "==", "a'b", `a"b`, `"`, "'", `''`, `""`, "a;b", ";", " ", " a", "a ", "a\nb", "\t", "a\x01b", "\x7f",
	"a\u0085b", "\u00a0a", "é", "\U0001f600", "\ufeffa", "{a}", "{", "a\\", `a\"b`, "a%20b", "@a/b", "https://a?b=c", "a,b", "true", "",
}

// values draws a value of any text, without NUL, which no connection string
// can hold.
func values() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom(trickyValues),
		rapid.StringOf(rapid.RuneFrom([]rune("ab =;'\"\t\n\u00a0é\U0001f600\x01{}@/:%\\"))),
	)
}

// valuesOf draws a value that suits the property.
func valuesOf(p *schema.Property) *rapid.Generator[string] {
	switch p.Type {
	case schema.TypeBool:
		return rapid.SampledFrom([]string{"true", "false", "True", "False", "TRUE", "fALSE"})
	case schema.TypeEnum:
		return rapid.SampledFrom([]string{"strongconsistency", "weakconsistency"})
	case schema.TypeGUID:
		return rapid.OneOf(rapid.Just("6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40"), values())
	case schema.TypeThumbprint:
		return rapid.OneOf(rapid.Just("00112233445566778899aabbccddeeff00112233"), values())
	case schema.TypeAuthority:
		return rapid.OneOf(rapid.SampledFrom([]string{"contoso.com", "https://login.microsoftonline.com/contoso.com"}), values())
	case schema.TypeDistinguishedName:
		return rapid.OneOf(rapid.SampledFrom([]string{"CN=a", `CN=a, O="b; c"`}), values())
	}
	return values()
}

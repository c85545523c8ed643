package fuzz

import (
	"kustoconn/fuzz/draw"
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
func values() draw.Generator[string] {
	return draw.OneOf(
		draw.SampledFrom(trickyValues),
		draw.StringOfN("ab =;'\"\t\n\u00a0é\U0001f600\x01{}@/:%\\", 0, 32),
	)
}

// valuesOf draws a value that suits the property.
func valuesOf(p *schema.Property) draw.Generator[string] {
	switch p.Type {
	case schema.TypeBool:
		return draw.SampledFrom([]string{"true", "false", "True", "False", "TRUE", "fALSE"})
	case schema.TypeEnum:
		return draw.SampledFrom([]string{"strongconsistency", "weakconsistency"})
	case schema.TypeGUID:
		return draw.OneOf(draw.Just("6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40"), values())
	case schema.TypeThumbprint:
		return draw.OneOf(draw.Just("00112233445566778899aabbccddeeff00112233"), values())
	case schema.TypeAuthority:
		return draw.OneOf(draw.SampledFrom([]string{"contoso.com", "https://login.microsoftonline.com/contoso.com"}), values())
	case schema.TypeDistinguishedName:
		return draw.OneOf(draw.SampledFrom([]string{"CN=a", `CN=a, O="b; c"`}), values())
	}
	return values()
}

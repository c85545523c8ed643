package fuzz

import (
	"strings"

	"kustoconn/fuzz/draw"
)

// alphabet holds what the language treats apart from other characters, and a
// few that only look as if it did.
var alphabet = []string{
	"a", ";", "=", "==", `"`, "'", `""`, "''", "@", "://", "/", "?", "#", "%", "\\", "{", "}", "<", ">", "$", "*", ":", ",", "&",
	" ", "\t", "\r\n", "\u0085", "\u00a0", "\u3000", "\x00", "\x01", "\x7f", "\u009f", "\u200b", "\ufeff", "\ue000", "é", "а", "\U0001f600",
	"\x80", "\xff", "\xc3", "\xed\xa0\x80",
}

// phrases are parts of connection strings, so that whole ones turn up often.
var phrases = []string{
	"https://help.kusto.windows.net/Samples", "https://c?x=y", "@help/Samples", "help", "{{placeholder}}", "http://localhost:8080",
	"Data Source=", "Database=", "Fed=true", "AppClientId=", "AppKey=", "UserToken=", "Authority Id=", "Foo=", "a==b=", "AppKye=", "Fed=", "Password=a",
	`"a;b"`, `'a"b'`, `"say ""x"""`, `""`, "'it''s'", `"open`, "true", "yes", ";", "; ", ";;", "=", "https://evilkusto.windows.net", "https://u:p@c/",
}

// Texts draws texts of any sort: connection strings, what is nearly one, and
// noise, which need not be UTF-8. Nothing is known of them but the laws that
// hold for every text.
func Texts() draw.Generator[string] {
	valid := draw.Map(Valid(), func(c Case) string { return c.Text })
	return draw.OneOf(
		joined(draw.SampledFrom(phrases), ""),
		joined(draw.SampledFrom(phrases), ";"),
		joined(draw.SampledFrom(alphabet), ""),
		joined(draw.OneOf(draw.SampledFrom(alphabet), draw.SampledFrom(phrases)), ""),
		valid,
		faultyTexts(),
		damaged(valid),
		joined(anyByte, ""),
	)
}

func joined(part draw.Generator[string], separator string) draw.Generator[string] {
	return draw.Map(draw.SliceOfN(part, 0, 16), func(parts []string) string { return strings.Join(parts, separator) })
}

// anyByte draws a byte.
var anyByte = draw.Map(draw.IntRange(0, 255), func(b int) string { return string([]byte{byte(b)}) })

// faultyTexts draws the text of any kind of fault.
func faultyTexts() draw.Generator[string] {
	return draw.Custom(func(t draw.T) string {
		f := draw.SampledFrom(faults).Draw(t)
		return faulty(&f).Draw(t).Text
	})
}

// damaged draws a text with a piece of the alphabet put into it or a byte
// taken out.
func damaged(texts draw.Generator[string]) draw.Generator[string] {
	return draw.Custom(func(t draw.T) string {
		text := texts.Draw(t)
		at := draw.IntRange(0, len(text)).Draw(t)
		if at < len(text) && draw.Bool().Draw(t) {
			return text[:at] + text[at+1:]
		}
		return text[:at] + draw.SampledFrom(alphabet).Draw(t) + text[at:]
	})
}

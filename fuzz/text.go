package fuzz

import (
	"strings"

	"pgregory.net/rapid"
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
func Texts() *rapid.Generator[string] {
	valid := rapid.Map(Valid(), func(c Case) string { return c.Text })
	return rapid.OneOf(
		joined(rapid.SampledFrom(phrases), ""),
		joined(rapid.SampledFrom(phrases), ";"),
		joined(rapid.SampledFrom(alphabet), ""),
		joined(rapid.OneOf(rapid.SampledFrom(alphabet), rapid.SampledFrom(phrases)), ""),
		valid,
		faultyTexts(),
		damaged(valid),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
	)
}

func joined(part *rapid.Generator[string], separator string) *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfN(part, 0, 16), func(parts []string) string { return strings.Join(parts, separator) })
}

// faultyTexts draws the text of any kind of fault.
func faultyTexts() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		f := rapid.SampledFrom(faults).Draw(t, "kind")
		return faulty(&f).Draw(t, "case").Text
	})
}

// damaged draws a text with a piece of the alphabet put into it or a byte
// taken out.
func damaged(texts *rapid.Generator[string]) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		text := texts.Draw(t, "text")
		at := rapid.IntRange(0, len(text)).Draw(t, "place")
		if at < len(text) && rapid.Bool().Draw(t, "take out") {
			return text[:at] + text[at+1:]
		}
		return text[:at] + rapid.SampledFrom(alphabet).Draw(t, "put in") + text[at:]
	})
}

package grammar_test

import (
	"math/rand/v2"
	"strings"

	"pgregory.net/rapid"
)

// alphabet holds what the language treats apart from other characters, and a
// few that only look as if it did.
var alphabet = []string{
	";", "=", "==", "'", `"`, `""`, "''",
	" ", "\t", "\r\n", "\u0085", "\u00a0", "\u2028", "\u3000", // white space
	"\x00", "\x01", "\x1f", "\x7f", "\u009f", // control characters
	"\u180e", "\u200b", "\ufeff", "\ufffd", // neither
	"@", "://", "http", "a", "A", "é", "\U0001f600",
	"\x80", "\xff", "\xc3", "\xed\xa0\x80", // not UTF-8
}

// pieces are parts of connection strings, so that whole ones turn up often.
var pieces = []string{
	"https://help.kusto.windows.net/Samples", "https://c?x=y", "@help/Samples", "name", "{{placeholder}}",
	"Data Source=", "AppKey=", "a = ", "a==b=", "a b =", "Fed=true", "x", `"a;b"`, `'a"b'`, `"say ""x"""`, `""`, "''",
	"'it''s'", `open"`, ";", "; ", ";;", " ; ", "=", " ",
}

// texts draws connection strings and what is nearly one.
func texts() *rapid.Generator[string] {
	return rapid.OneOf(
		joined(rapid.SampledFrom(alphabet)),
		joined(rapid.SampledFrom(pieces)),
		joined(rapid.OneOf(rapid.SampledFrom(alphabet), rapid.SampledFrom(pieces))),
		segments(),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
		rapid.String(),
	)
}

// segments draws a list of pairs, each drawn part by part.
func segments() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		space := rapid.SampledFrom([]string{"", "", "", " ", "\t", "\u0085", "\u3000 "})
		keyword := rapid.SampledFrom([]string{"a", "A b", "==", "a==b", "'a\"", "\ufeffa", "é", "a\tb", "a\x01", "@a"})
		quoted := rapid.SampledFrom([]string{`""`, "''", `"a;b=c"`, `'a"b'`, `"a""b"`, "'a''b'", "\"\x01\n\"", "\"\x00\"", `"a"b`, `"a`})
		bare := rapid.SampledFrom([]string{"", "a", "a b", "=", "a==b", "a'b", "a\nb", "é", "\x01", "a\"", "http://c?x=y"})
		var b strings.Builder
		b.WriteString(rapid.SampledFrom([]string{"", "", "https://c?x=y;", "@c/d;", "name ;", ";", "c\t;", "=;"}).Draw(t, "prefix"))
		for range rapid.IntRange(0, 6).Draw(t, "pairs") {
			b.WriteString(space.Draw(t, "space") + keyword.Draw(t, "keyword") + space.Draw(t, "space") + "=")
			b.WriteString(space.Draw(t, "space") + rapid.OneOf(quoted, bare).Draw(t, "value") + space.Draw(t, "space") + ";")
		}
		return b.String()
	})
}

func joined(part *rapid.Generator[string]) *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfN(part, 0, 24), func(parts []string) string { return strings.Join(parts, "") })
}

// seeds are the starting points of the native fuzz targets.
func seeds() []string {
	out := append([]string{"", documented}, alphabet...)
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			from := alphabet
			if r.IntN(2) == 0 {
				from = pieces
			}
			b.WriteString(from[r.IntN(len(from))])
		}
		out = append(out, b.String())
	}
	return out
}

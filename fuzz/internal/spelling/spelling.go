// Package spelling draws keywords as people spell them: in every way that names
// the property, and in ways that just miss it.
package spelling

import (
	"strings"
	"unicode/utf8"

	"kustoconn/fuzz/draw"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// Keyword is a keyword and the property it names.
type Keyword struct {
	Text     string
	Property schema.ID // schema.None for a near miss
}

// Keywords draws every keyword in any spelling: any case, U+0020 anywhere.
func Keywords() draw.Generator[Keyword] {
	return draw.Custom(func(t draw.T) Keyword {
		p := draw.SampledFrom(schema.Properties()).Draw(t)
		keyword := draw.SampledFrom(p.Keywords()).Draw(t)
		return Keyword{Of(keyword).Draw(t), p.ID}
	})
}

// NearMisses draws what is one slip away from a documented keyword and names
// no property: a letter lost, swapped or doubled, a wrong separator, a
// character that only looks like a letter or a blank.
func NearMisses() draw.Generator[Keyword] {
	return draw.Custom(func(t draw.T) Keyword {
		keyword := draw.SampledFrom(longKeywords).Draw(t)
		at := draw.IntRange(1, len(keyword)-2).Draw(t)
		letter, next := keyword[at:at+1], keyword[at+1:at+2]
		var slip string
		switch draw.SampledFrom([]string{"lost", "doubled", "swapped", "separator", "look-alike", "mark"}).Draw(t) {
		case "lost":
			slip = keyword[:at] + keyword[at+1:]
		case "doubled":
			slip = keyword[:at] + letter + keyword[at:]
		case "swapped":
			slip = keyword[:at] + next + letter + keyword[at+2:]
		case "separator":
			slip = strings.ReplaceAll(keyword, " ", draw.SampledFrom([]string{"_", "-", ".", "\u00a0"}).Draw(t))
		case "look-alike":
			slip = strings.NewReplacer("a", "а", "e", "е", "K", "\u212a", "i", "ı").Replace(keyword)
		case "mark":
			slip = "\ufeff" + keyword
		}
		return Keyword{Text: slip}
	}).Filter(func(k Keyword) bool { return isUnknown(k.Text) })
}

// longKeywords are the documented keywords that one slip leaves unlike any
// other word.
var longKeywords = func() (list []string) {
	for _, p := range schema.Properties() {
		for _, keyword := range p.Keywords() {
			if p.Status == schema.Documented && !schema.Secrets().Has(p.ID) && len(keyword) > 7 {
				list = append(list, keyword)
			}
		}
	}
	return list
}()

// isUnknown reports whether keyword is nobody's: no property's, no other
// product's, no name of the .NET builder.
func isUnknown(keyword string) bool {
	_, ours := schema.Lookup(keyword)
	_, foreign := vocabulary.LookupForeign(keyword)
	_, code := vocabulary.ProgrammaticOnly(keyword)
	return !ours && !foreign && !code && utf8.ValidString(keyword)
}

// Of draws a way to write keyword: any case of its ASCII letters, and
// U+0020 anywhere inside it, those of its own included.
func Of(keyword string) draw.Generator[string] {
	return draw.Custom(func(t draw.T) string {
		switch draw.SampledFrom([]string{"as it is", "lower", "upper", "closed", "letter by letter"}).Draw(t) {
		case "lower":
			return asciiCase(keyword, false)
		case "upper":
			return asciiCase(keyword, true)
		case "closed":
			return strings.ReplaceAll(keyword, " ", "")
		case "letter by letter":
			var b strings.Builder
			for i, r := range strings.ReplaceAll(keyword, " ", "") {
				if i > 0 {
					b.WriteString(draw.SampledFrom([]string{"", "", "", "", " ", "  "}).Draw(t))
				}
				b.WriteString(asciiCase(string(r), draw.Bool().Draw(t)))
			}
			return b.String()
		}
		return keyword
	})
}

// asciiCase changes the case of ASCII letters and of nothing else: U+212A, the
// Kelvin sign, is no K.
func asciiCase(s string, upper bool) string {
	return strings.Map(func(r rune) rune {
		switch {
		case upper && 'a' <= r && r <= 'z':
			return r - 'a' + 'A'
		case !upper && 'A' <= r && r <= 'Z':
			return r - 'A' + 'a'
		}
		return r
	}, s)
}

package fuzz

import (
	"strings"

	"kustoconn/fuzz/draw"
	"kustoconn/fuzz/internal/spelling"
	"kustoconn/schema"
)

// Valid draws strings without syntax errors, with the prefix, the pairs, the
// effective properties, the authentication and the canonical text that a
// parser must answer: every form of prefix, every keyword in any spelling,
// both kinds of quotation marks, duplicates, unset and unknown keywords, and
// empty segments. Such a string may still break rules of other stages: it may
// lack a Data Source, or hold an unknown keyword.
func Valid() draw.Generator[Case] {
	return draw.Custom(func(t draw.T) Case {
		var means meaning
		var texts []string
		c := Case{Kind: KindValid, Expect: Answer{Syntax: true, Pairs: []Pair{}}}
		if p := prefixes().Draw(t); p.text != "" {
			c.Expect.Prefix = &p.text
			means.shorthand = p.text[0] == '@'
			means.give(schema.DataSource, Pair{Value: p.value}, p.database)
			texts = append(texts, gaps.Draw(t)+p.text+gaps.Draw(t))
		}
		for _, s := range draw.SliceOfN(segments(), 0, 8).Draw(t) {
			texts = append(texts, s.text)
			if s.pair == nil {
				continue
			}
			c.Expect.Pairs = append(c.Expect.Pairs, *s.pair)
			if s.names == schema.None {
				means.giveUnknown(*s.pair)
			} else {
				means.give(s.names, s.effect, s.database)
			}
		}
		canonical := means.canonical()
		c.Text = strings.Join(texts, ";")
		c.Expect.Properties, c.Expect.Auth, c.Expect.Canonical = means.properties(), means.auth(), &canonical
		return c
	})
}

// prefixes draws what stands in front of the first semicolon, or nothing.
func prefixes() draw.Generator[dataSource] {
	return draw.OneOf(draw.Just(dataSource{}), uris(), shorthands(), bareNames())
}

// segment is what stands between two semicolons.
type segment struct {
	text     string
	pair     *Pair     // nil for nothing but white space
	names    schema.ID // None for an unknown keyword
	effect   Pair      // the pair as it counts: a Data Source less its database
	database *string   // that of a Data Source
}

// segments draws a pair of a known or an unknown keyword, or white space.
func segments() draw.Generator[segment] {
	return draw.Custom(func(t draw.T) segment {
		switch draw.SampledFrom([]string{"empty", "known", "known", "known", "known", "Data Source", "unknown"}).Draw(t) {
		case "known":
			p := draw.SampledFrom(settable).Draw(t)
			if p.ID == schema.DataSource {
				return dataSourcePair(t)
			}
			return pairOf(t, p.ID, p.Keywords(), valuesOf(p))
		case "Data Source":
			return dataSourcePair(t)
		case "unknown":
			return pairOf(t, schema.None, unknownKeywords, values())
		}
		return segment{text: gaps.Draw(t)}
	})
}

func dataSourcePair(t draw.T) segment {
	ds := draw.OneOf(bareNames(), uris()).Draw(t)
	s := pairOf(t, schema.DataSource, schema.Get(schema.DataSource).Keywords(), draw.Just(ds.text))
	s.effect.Value = ds.value
	if !s.pair.Unset {
		s.database = ds.database
	}
	return s
}

// pairOf draws a pair with one of the keywords.
func pairOf(t draw.T, names schema.ID, keywords []string, value draw.Generator[string]) segment {
	p := Pair{Keyword: spelling.Of(draw.SampledFrom(keywords).Draw(t)).Draw(t)}
	if p.Unset = draw.IntRange(0, 7).Draw(t) == 7; !p.Unset {
		p.Value = value.Draw(t)
	}
	text := gaps.Draw(t) + written(p).Draw(t) + gaps.Draw(t)
	return segment{text: text, pair: &p, names: names, effect: p}
}

// settable are the properties that a connection string can set.
var settable = func() (list []*schema.Property) {
	for _, p := range schema.Properties() {
		if p.Settable() {
			list = append(list, p)
		}
	}
	return list
}()

// unknownKeywords name no property. Each tries what a scanner or a look-up may
// take for something else.
var unknownKeywords = []string{
	"Foo", "x", "a=b", "=", "a=", "==", "it's", `"q`, "'q'", "{x}", "Fed_", "Fed\u00a0erated", "\ufeffFed", "\u212aey", "é", "App.Key", "a:b", "//", "#", "C:\\x",
}

// Package fuzz generates Kusto connection strings together with the answers
// that a parser must give: valid strings, strings with one known fault,
// endpoints, secrets planted where a parser may leak them, and
// configuration files that hold strings.
//
// Every answer is known by construction: a generator first chooses what a
// string is to mean, then writes it in one of the ways the language allows.
// Nothing here asks the parser of this module, so that whoever tests a parser
// of their own against it tests against the language. Of this module it needs
// package schema, the table of properties.
//
// The generators are those of package draw, below, which need no other module.
// Package rapidgen gives them to tests that use pgregory.net/rapid:
//
//	rapid.Check(t, func(t *rapid.T) {
//		c := rapidgen.Of(fuzz.Valid()).Draw(t, "case")
//		got, err := yourparser.Parse(c.Text)
//		// compare got with c.Expect
//	})
//
// They shrink there: each alternative is listed from the plainest to the oddest,
// so that the smallest failing string is short. Generate gives cases by seed.
//
// Below this package are laws (what must hold for every text, and the fuzz
// targets), suite (cases as JSON files, for any language) and conform (runs
// both against another program).
package fuzz

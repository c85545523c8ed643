// Package recognize says which stretches of a text are Kusto connection
// strings. It stands behind the grammar and the meaning of endpoints, and
// before masking and the linter, which look for strings in files and streams.
//
// A connection string is
//
//   - a URI of a Kusto host, or a Data Source pair that holds one, with any
//     further pair of ours
//   - any other URI, placeholder, bare name or Data Source pair, with at least
//     one pair whose keyword only Kusto has
//
// A fragment has no endpoint, and two pairs that only Kusto has or one whose
// keyword nobody would write by chance. Strings of other products are neither,
// though they share keywords: see verdict.go.
//
// Running text is read in four steps, a file or two each: the scanner looks for
// a keyword before an equals sign (scan, keyword, suggestion), goes back to
// where its string starts (start), reads on to where it ends (segments, value,
// next_pair), and judges what lies between (evidence, place, verdict). A
// whole literal is judged at once, where all of it can be a string (uniform).
package recognize

import (
	"strings"

	"kustoconn/source"
)

// Kind says what was found. The zero Kind is invalid.
type Kind uint8

// The kinds.
const (
	_                Kind = iota
	ConnectionString      // a string with an endpoint
	Fragment              // pairs without an endpoint, worth a look for secrets
)

// String returns the kind's name as reports print it.
func (k Kind) String() string {
	switch k {
	case ConnectionString:
		return "connection-string"
	case Fragment:
		return "fragment"
	}
	return "unknown"
}

// Found is one string in a text.
type Found struct {
	Span source.Span // bytes; never empty
	Kind Kind
}

// Context is what is known of a text besides its bytes.
type Context struct {
	// Whole says that the text is all of a literal or value, so that white
	// space in it may belong to a string. Other text is running text, in which
	// a string ends with its line.
	Whole bool
	// ForKusto says that the text is given to a client of Kusto, whatever Key is.
	ForKusto bool
	// Key is what holds the text: a setting, a variable, a parameter, or the
	// program that it is an argument of. Empty where unknown.
	Key string
}

// Find returns the strings in text, in order and not overlapping. A span goes
// from the first character of the endpoint or keyword to the last one of the
// pairs, a semicolon at their end included; quotes, labels and sentence marks
// around are outside. What is no string costs no more than a pass; Find is
// linear in text.
func Find(text string, in Context) []Found {
	var f Finder
	return f.Find(text, in)
}

// Finder finds strings in one text after the other. It keeps what unknown keywords were
// meant to be, and memory, but for what it finds it does not matter. It is not safe for
// concurrent use; the zero Finder is ready.
type Finder struct{ suggestions suggestions }

// Find is the function Find.
func (f *Finder) Find(text string, in Context) []Found {
	meant := &f.suggestions
	meant.next()
	if in.Whole {
		if f, ok := findWhole(text, in, meant); ok {
			return []Found{f}
		}
	}
	if !MayHold(text) {
		return nil
	}
	s := scanner{text: text, suggestions: meant}
	s.scan(0, len(text))
	s.addMalformed()
	s.addShorthands()
	sortFound(s.found)
	return s.found
}

// findWhole judges all of text, but for the white space around it.
func findWhole(text string, in Context, meant *suggestions) (Found, bool) {
	trimmed := strings.TrimSpace(firstParameter(text, in.Key))
	span := source.Span{Start: strings.Index(text, trimmed)}
	span.End = span.Start + len(trimmed)
	if argument, ok := cutFold(trimmed, "uri="); ok && firstParameter(argument, "uri") != argument {
		return Found{}, false // a tool's argument, of which the string is one parameter
	}
	if isShorthandFor(trimmed, in.Key) {
		return Found{span, ConnectionString}, true
	}
	forKusto := in.ForKusto || isKustoSetting(in.Key)
	if !forKusto && !MayHold(trimmed) {
		return Found{}, false
	}
	if prefix, _, _ := strings.Cut(trimmed, ";"); innerURI(prefix) != strings.Index(prefix, "://") {
		return Found{}, false
	}
	e := gather(trimmed, true, meant)
	if !e.uniform {
		return Found{}, false
	}
	e.decisive = e.decisive || in.ForKusto
	kind := e.verdict(forKusto)
	return Found{span, kind}, kind != none
}

// cutFold returns text without a prefix, in whatever case that is written.
func cutFold(text, prefix string) (rest string, ok bool) {
	if len(text) < len(prefix) || !strings.EqualFold(text[:len(prefix)], prefix) {
		return text, false
	}
	return text[len(prefix):], true
}

package recognize

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/grammar"
	"kustoconn/internal/fold"
	"kustoconn/internal/separator"
	"kustoconn/internal/vocabulary"
	"kustoconn/placeholder"
	"kustoconn/schema"
	"kustoconn/source"
)

// evidence is what a text, read as a connection string, says of whose it is.
type evidence struct {
	place          place // what the prefix and the Data Sources say together
	documentedName bool  // "Data Source" is spelt as the documentation does

	ours            int  // pairs of ours besides the endpoint
	kustoOnly       int  // of those, the ones that only Kusto has
	decisive        bool // one of those is no credential: other products have no such keyword under any name
	sufficient      bool // one of those is enough without another, for nobody would write it by chance
	assigned        bool // one of those is written as programs set a variable
	defaultDatabase bool // the database is the one that only Kusto has
	malformedSecret bool // a secret property's keyword without its equals sign
	adjacent        bool // an unknown keyword follows a semicolon directly, as in no sentence

	pairs  int  // all there are, those before the string on its line too
	others int  // of those, the ones whose keyword is nobody's
	near   int  // the ones whose keyword is close to one of ours
	logfmt bool // one pair with others in its value, and its keyword is not ours: cluster=x user=y

	foreignProduct bool // a keyword says that all of it is another product's
	foreignPair    bool // a keyword of another product
	sqlClient      bool // a keyword of SQL clients, which Kusto hosts serve too

	// uniform says that every part of the text looks like one of a string, so
	// that the text as a whole can be one.
	uniform bool

	suggestions *suggestions
}

// gather reads text as a connection string, which takes the memory of suggestions. Where
// only a uniform text can be one, it stops as soon as it is seen not to be.
func gather(text string, uniformOnly bool, suggestions *suggestions) evidence {
	tree := &suggestions.tree
	grammar.ParseInto(tree, text)
	e := evidence{suggestions: suggestions, uniform: text != "", logfmt: len(tree.Segments) == 1}
	for i := 0; i < len(tree.Segments) && (e.uniform || !uniformOnly); i++ {
		s, first := &tree.Segments[i], i == 0
		switch {
		case s.Kind == ast.Empty:
		case s.MeantAsPrefix() && first:
			e.addPrefix(s.Value(), s.Span().Slice(text))
		case s.MeantAsPrefix():
			if uniformOnly && hasSpaceOutsidePlaceholders(s.Value()) {
				e.uniform = false
				break
			}
			e.addMisplacedPrefix(s.Value())
		case s.Equals() >= 0 && s.Keyword() != "":
			e.addPair(s, first)
		default:
			e.addMalformed(s.Span().Slice(text), first)
		}
	}
	return e
}

// addPrefix notes the first segment, where it is no pair: segment is its text,
// value that without white space around.
func (e *evidence) addPrefix(value, segment string) {
	e.logfmt = false
	if startsWithSecretKeyword(segment) {
		e.malformedSecret = true
		return
	}
	value, inside := splitInside(value, schema.DataSource)
	e.addPlace(value)
	e.uniform = e.uniform && e.place.endpoint && !hasSpaceOutsidePlaceholders(value)
	e.addInside(inside)
}

// insidePair is a pair in a value before which a semicolon is missing.
type insidePair struct {
	keyword, value string
	id             schema.ID
}

// splitInside returns the value up to the first missing semicolon, and the pairs
// behind it.
func splitInside(value string, id schema.ID) (first string, pairs []insidePair) {
	first = value
	for i, m := range separator.Find(value, source.Span{End: len(value)}, id) {
		if i == 0 {
			first = value[:m.At.Start]
		}
		pairs = append(pairs, insidePair{m.Keyword.Slice(value), m.Value.Slice(value), m.Property})
	}
	return first, pairs
}

// addInside notes pairs before which a semicolon is missing. Credentials with commas
// between them are everybody's, and say something only at an endpoint or with a
// keyword that is no credential's.
func (e *evidence) addInside(pairs []insidePair) {
	for _, p := range pairs {
		e.uniform = e.uniform && looksLikeBareValue(p.value, p.id)
		if p.id == schema.DataSource || p.id == schema.DataSourceURI {
			e.addPlace(p.value)
			continue
		}
		e.ours++
		if vocabulary.IsKustoOnly(p.keyword) && (e.place.endpoint || e.decisive || !isCredential(p.id)) {
			e.addKustoOnly(p.keyword, p.value, p.id)
		}
	}
}

// addMisplacedPrefix notes a URI where a pair should stand. Only one of Kusto's
// is taken for a part of the string.
func (e *evidence) addMisplacedPrefix(value string) {
	p := locate(value)
	e.uniform = e.uniform && p.kusto && !hasSpaceOutsidePlaceholders(value)
	if p.kusto {
		e.place = e.place.or(p)
	}
}

// addPlace notes the value of a prefix or a Data Source.
func (e *evidence) addPlace(value string) {
	e.place = e.place.or(locate(value))
}

// addMalformed notes a segment that has no equals sign or nothing before it.
func (e *evidence) addMalformed(segment string, first bool) {
	if startsWithSecretKeyword(segment) {
		e.ours++
		e.malformedSecret = true
	}
	e.uniform = e.uniform && !first && !strings.ContainsAny(segment, "\n\r")
}

// startsWithSecretKeyword reports whether a segment without an equals sign
// starts with the keyword of a secret property.
func startsWithSecretKeyword(segment string) bool {
	return !strings.Contains(segment, "://") && vocabulary.HoldsSecretKeyword(strings.TrimSpace(segment))
}

// addPair notes a pair: its keyword by whose it is.
func (e *evidence) addPair(s *ast.Segment, first bool) {
	keyword := afterPlaceholders(s.Keyword())
	id, known := lookup(keyword)
	e.pairs++
	value := s.Value()
	var inside []insidePair
	if s.Quote == 0 {
		value, inside = splitInside(value, id)
	}
	e.uniform = e.uniform && e.looksLikePair(s, value, id, first) && !(first && id == schema.None && beginsAtPlace(keyword, inside))
	switch {
	case id == schema.DataSource || id == schema.DataSourceURI:
		e.addPlace(value)
		e.place.endpoint = true
		e.documentedName = e.documentedName || strings.EqualFold(keyword, schema.Get(id).Name)
		e.logfmt = false
	case known:
		e.logfmt = false
		e.addKnown(s, keyword, id)
	default:
		e.addUnknown(keyword, value)
		e.adjacent = e.adjacent || !first && s.KeywordSpan().Start == s.Span().Start && isPhrase(s.Keyword())
	}
	e.addInside(inside)
}

// addKnown notes a pair of ours that is no endpoint. White space before the
// equals sign, behind a keyword of one word, is how programs assign.
func (e *evidence) addKnown(s *ast.Segment, keyword string, id schema.ID) {
	e.ours++
	e.defaultDatabase = e.defaultDatabase || id == schema.InitialCatalog && namesDefaultDatabase(s.Value())
	if !vocabulary.IsKustoOnly(keyword) {
		return
	}
	e.addKustoOnly(keyword, s.Value(), id)
	e.assigned = e.assigned || s.Equals() > s.KeywordSpan().End && !strings.ContainsRune(keyword, ' ')
}

// addUnknown notes a pair whose keyword is not ours as it is spelt.
func (e *evidence) addUnknown(keyword, value string) {
	if f, foreign := vocabulary.LookupForeign(keyword); foreign {
		e.addForeign(f)
		if vocabulary.LooksLikeCredential(keyword) {
			e.ours++
		}
		return
	}
	if e.suggestions.of(keyword).property == schema.DataSource {
		if locate(value).kusto {
			e.addPlace(value)
		}
		return
	}
	if e.suggestions.isOurs(keyword) {
		e.ours++
		e.near++
	} else {
		e.others++
	}
	if e.suggestions.isMisspelt(keyword) {
		e.addKustoOnly(keyword, value, schema.None)
	}
}

// addKustoOnly notes a pair whose keyword only Kusto has; id is None where it
// is misspelt. Credentials of applications and users have the same names
// elsewhere; sign-in does not.
func (e *evidence) addKustoOnly(keyword, value string, id schema.ID) {
	e.kustoOnly++
	e.decisive = e.decisive || !isCredential(id)
	// "application key" and "user token" are everybody's, and a principal (aaduser=…,
	// aadapp=…) is no misspelt keyword.
	spelt := fold.Contains(keyword, "aad", 0) && (id != schema.None || strings.ContainsRune(keyword, ' '))
	if spelt && value != "" && !placeholder.Whole(value) {
		e.sufficient = true
	}
}

// isCredential reports whether a property is a credential of applications or users, or
// goes with one, that other products have under the same name.
func isCredential(id schema.ID) bool {
	switch id {
	case schema.ApplicationClientID, schema.ApplicationKey, schema.ApplicationToken, schema.UserToken,
		schema.AuthorityID, schema.AzureRegion, schema.ApplicationCertificateThumbprint:
		return true
	}
	return false
}

// addForeign notes a keyword of another product.
func (e *evidence) addForeign(f vocabulary.Foreign) {
	e.foreignPair = true
	switch f.Product {
	case "ODBC", "OLE DB":
		if f.Instead == schema.DataSource || f.Keyword == "Driver" || f.Keyword == "Provider" {
			e.foreignProduct = true
		}
	case "SQL Server":
		switch fold.Keyword(f.Keyword) {
		case "encrypt", "trustservercertificate", "hostnameincertificate", "servercertificate", "authentication",
			"integratedsecurity", "trusted_connection", "trustedconnection", "multipleactiveresultsets":
			e.sqlClient = true
		}
	}
}

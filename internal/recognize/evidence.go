package recognize

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/grammar"
	"kustoconn/placeholder"
	"kustoconn/schema"
)

// evidence is what a text, read as a connection string, says of whose it is.
type evidence struct {
	endpoint  bool // a prefix or a Data Source
	kustoHost bool
	uri       bool // the endpoint has a scheme
	named     bool // "Data Source" spelt as the documentation does

	ours      int  // pairs of ours beside the endpoint
	kustoOnly int  // of those, the ones that only Kusto has
	decisive  bool // one of those is nobody else's under any name
	assigned  bool // one of those is written as programs set a variable
	telling   bool // a lone pair that nobody would write by chance
	spoilt    bool // a secret property's keyword without its equals sign
	defaultDB bool // the database is one that only Kusto has
	glued     bool // an unknown keyword follows a semicolon directly, as in no sentence

	foreignPlace bool // the endpoint is another product's
	foreignKind  bool // a keyword says that all of it is another product's
	foreignPair  bool // a keyword of another product
	foreignTDS   bool // a keyword of SQL clients, which Kusto hosts serve too

	guesser *guesser

	// uniform says that every part of the text looks like one of a string, so
	// that the text as a whole can be one.
	uniform bool
}

// gather reads text as a connection string.
func gather(text string, g *guesser) evidence {
	tree, _ := grammar.Parse(text)
	e := evidence{guesser: g, uniform: text != ""}
	for i := range tree.Segments {
		s := &tree.Segments[i]
		switch {
		case s.Kind == ast.Empty:
		case s.MeantAsPrefix():
			e.addPrefix(s, i == 0, holdsSecret(s, text))
		case s.Equals() >= 0 && s.Keyword() != "":
			e.addPair(s, i == 0)
		default:
			if holdsSecret(s, text) {
				e.ours++
				e.spoilt = true
			}
			e.uniform = e.uniform && i > 0 && !strings.ContainsAny(s.Span().Slice(text), "\n\r")
		}
	}
	return e
}

// holdsSecret reports whether a segment without an equals sign starts with the
// keyword of a secret property.
func holdsSecret(s *ast.Segment, text string) bool {
	segment := strings.TrimSpace(s.Span().Slice(text))
	return !strings.Contains(segment, "://") && schema.HoldsSecretKeyword(segment)
}

func (e *evidence) addPrefix(s *ast.Segment, first, secret bool) {
	if first && secret {
		e.spoilt = true
		return
	}
	if !first {
		// a misplaced prefix
		if e.uniform = e.uniform && locate(s.Value()).kusto && !hasOuterSpace(s.Value()); e.uniform {
			e.addPlace(s.Value())
		}
		return
	}
	e.addPlace(s.Value())
	if !e.endpoint || hasOuterSpace(s.Value()) {
		e.uniform = false
	}
}

func (e *evidence) addPlace(value string) {
	p := locate(value)
	e.endpoint = e.endpoint || p.endpoint
	e.kustoHost = e.kustoHost || p.kusto
	e.uri = e.uri || p.uri
	e.foreignPlace = e.foreignPlace || p.foreign
}

func (e *evidence) addPair(s *ast.Segment, first bool) {
	keyword := afterHoles(s.Keyword())
	id, known := lookup(keyword)
	e.uniform = e.uniform && e.looksLikePair(s, id, first)
	switch {
	case id == schema.DataSource || id == schema.DataSourceURI:
		e.addPlace(s.Value())
		e.endpoint = true
		e.named = e.named || strings.EqualFold(keyword, schema.Get(id).Name)
	case known:
		e.ours++
		e.defaultDB = e.defaultDB || id == schema.InitialCatalog && namesDefaultDatabase(s.Value())
		if !shared[schema.Fold(keyword)] {
			e.addKustoOnly(keyword, s.Value(), id)
			e.assigned = e.assigned || s.Equals() > s.KeywordSpan().End && !strings.ContainsRune(keyword, ' ')
		}
	default:
		e.addUnknown(keyword, s.Value())
		e.glued = e.glued || !first && s.KeywordSpan().Start == s.Span().Start && isPhrase(s.Keyword())
	}
}

// addUnknown notes a pair whose keyword is not ours as it is spelt.
func (e *evidence) addUnknown(keyword, value string) {
	if f, foreign := schema.LookupForeign(keyword); foreign {
		e.addForeign(f)
		if schema.LooksLikeCredential(keyword) {
			e.ours++
		}
		return
	}
	if e.guesser.guess(keyword).property == schema.DataSource {
		if locate(value).kusto {
			e.addPlace(value)
		}
		return
	}
	if e.guesser.isOurs(keyword) {
		e.ours++
	}
	if e.guesser.isMisspelt(keyword) {
		e.addKustoOnly(keyword, value, schema.None)
	}
}

// addKustoOnly notes a pair whose keyword only Kusto has. Credentials of
// applications and users have the same names elsewhere; sign-in does not.
func (e *evidence) addKustoOnly(keyword, value string, id schema.ID) {
	e.kustoOnly++
	switch id {
	case schema.ApplicationClientID, schema.ApplicationKey, schema.ApplicationToken, schema.UserToken,
		schema.AuthorityID, schema.AzureRegion, schema.ApplicationCertificateThumbprint:
	default:
		e.decisive = true
	}
	// A principal (aaduser=…, aadapp=…) is no misspelt keyword.
	spelt := strings.ContainsRune(keyword, ' ') || id != schema.None && containsFold(keyword, "aad")
	if spelt && value != "" && !placeholder.Whole(value) {
		e.telling = true
	}
}

// addForeign notes a keyword of another product.
func (e *evidence) addForeign(f schema.Foreign) {
	e.foreignPair = true
	switch f.Product {
	case "ODBC", "OLE DB":
		e.foreignKind = e.foreignKind || f.Instead == schema.DataSource || f.Keyword == "Driver" || f.Keyword == "Provider"
	case "SQL Server":
		switch schema.Fold(f.Keyword) {
		case "encrypt", "trustservercertificate", "hostnameincertificate", "servercertificate", "authentication",
			"integratedsecurity", "trusted_connection", "trustedconnection", "multipleactiveresultsets":
			e.foreignTDS = true
		}
	}
}

// verdict decides whose string it is. forKusto says that the holder of the
// string speaks of Kusto.
func (e *evidence) verdict(forKusto bool) (Kind, bool) {
	foreign := e.foreignPair && !e.decisive
	switch {
	case e.foreignPlace || e.foreignKind:
		return 0, false
	case e.kustoHost && (e.ours > 0 || e.uri && (e.named || forKusto && e.glued)):
		// Kusto also speaks the protocol of SQL Server, whose clients take a host
		// without a scheme.
		return ConnectionString, e.kustoOnly > 0 || e.uri || !e.foreignTDS
	case e.endpoint && (e.kustoOnly > 0 || e.defaultDB || forKusto && e.ours > 0):
		return ConnectionString, !foreign
	case !e.endpoint && (e.kustoOnly > 1 || e.telling || e.spoilt && e.kustoOnly > 0):
		return Fragment, !foreign && !e.assigned
	}
	return 0, false
}

// looksLikePair reports whether a pair may be one of a text that is a string as
// a whole, and not a sentence or a program that a string stands in.
func (e *evidence) looksLikePair(s *ast.Segment, id schema.ID, first bool) bool {
	if strings.ContainsAny(s.Keyword(), "\n\r") {
		return false
	}
	if id == schema.None && first {
		if strings.ContainsAny(s.Value(), "=\n\r") || strings.Contains(s.Value(), "://") && !e.guesser.isOurs(s.Keyword()) || !isPhrase(s.Keyword()) {
			return false
		}
	}
	if s.Quote != 0 {
		return true
	}
	if strings.ContainsAny(s.Value(), "\n\r") {
		return false
	}
	word, rest, more := strings.Cut(s.Value(), " ")
	if !more {
		return true
	}
	switch {
	case strings.Contains(rest, "://"):
		return false
	case id != schema.None && schema.Get(id).Type == schema.TypeBool:
		return !strings.EqualFold(word, "true") && !strings.EqualFold(word, "false")
	case id == schema.DataSource:
		return !hasOuterSpace(s.Value())
	}
	return true
}

// isPhrase reports whether an unknown keyword is words and nothing else.
func isPhrase(keyword string) bool {
	for i := 0; i < len(keyword); i++ {
		if c := keyword[i]; !isWordByte(c) && c != ' ' && c != '-' && c != '.' {
			return false
		}
	}
	return keyword != ""
}

// hasOuterSpace reports whether white space stands in value outside
// placeholders.
func hasOuterSpace(value string) bool {
	if !strings.ContainsAny(value, " \t\n\r") {
		return false
	}
	at := 0
	for _, hole := range placeholder.Find(value) {
		if strings.ContainsAny(value[at:hole.Start], " \t\n\r") {
			return true
		}
		at = hole.End
	}
	return strings.ContainsAny(value[at:], " \t\n\r")
}

package dotnet

import (
	"strings"
	"unicode"

	"kustoconn/internal/sealed"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

const (
	letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	digits  = "0123456789"
)

func madeOf(s, chars string) bool { return strings.Trim(s, chars) == "" }

// endpoint is a Data Source of a form that documents and tests show.
type endpoint struct {
	scheme string // http, https, net.tcp, or none
	host   string
	port   string // with its colon
	path   string // with its first slash
}

func parseEndpoint(uri string) (e endpoint, ok bool) {
	rest := uri
	if scheme, after, schemed := cutScheme(uri); schemed {
		e.scheme, rest = strings.ToLower(scheme), after
	}
	if i := strings.IndexByte(rest, '/'); i >= 0 {
		rest, e.path = rest[:i], rest[i:]
	}
	if i := strings.IndexByte(rest, ':'); i >= 0 {
		rest, e.port = rest[:i], rest[i:]
	}
	e.host = rest
	switch e.scheme {
	case "", "http", "https", "net.tcp":
	default:
		return e, false
	}
	port, colon := strings.CutPrefix(e.port, ":")
	return e, e.host != "" && madeOf(e.host, letters+digits+"-.") &&
		colon == (port != "") && madeOf(port, digits) && !strings.ContainsAny(e.path, "?#")
}

// cutScheme divides a URI around "://".
func cutScheme(uri string) (scheme, rest string, ok bool) {
	scheme, rest, ok = strings.Cut(uri, "://")
	return scheme, rest, ok && scheme != "" && madeOf(scheme, letters+digits+"+-.")
}

// cutPrefix finds the URI that the pairs may be prefixed by: the first part,
// where it starts with @ or a scheme, or holds no equals sign. The pairs start
// at the byte pairsAt.
func cutPrefix(text string) (prefix source.Span, pairsAt int) {
	part, rest, _ := dialect.Cut(text, source.Span{End: len(text)}, ';')
	part = dialect.Trim(text, part, unicode.IsSpace)
	s := part.Slice(text)
	_, _, schemed := cutScheme(s)
	if s == "" || !schemed && s[0] != '@' && strings.Contains(s, "=") {
		return source.At(0), 0
	}
	return part, rest.Start
}

// prefix sets the Data Source, and the Initial Catalog if there is a path:
// "This URI is assigned to the Data Source property. Next, /Samples [...] is
// assigned to the Initial Catalog property" (documentation).
func (b *builder) prefix(at source.Span) {
	e, ok := parseEndpoint(at.Slice(b.text))
	database := strings.TrimPrefix(e.path, "/")
	if ok && e.scheme != "" && !isProxy(e.host) && database != "" && madeOf(database, letters+digits+"_-.") {
		start := at.End - len(database)
		b.set("", dialect.Property{Name: "InitialCatalog", Value: sealed.NewText(database), Source: source.Span{Start: start, End: at.End}})
		at.End = start - len("/")
	}
	b.set("", dialect.Property{Name: "DataSource", Value: sealed.NewText(at.Slice(b.text)), Source: at})
}

// judgeDataSource notes what is open about the Data Source that is held in
// the end, and returns its scheme.
func (b *builder) judgeDataSource() (scheme string) {
	p, ok := b.held["DataSource"]
	if !ok {
		return ""
	}
	e, ok := parseEndpoint(p.Value.Open())
	rooted := e.path == "" || e.path == "/"
	switch {
	case !ok, !rooted && !isProxy(e.host):
		b.doubt(otherEndpoint)
	case e.scheme == "", e.port != "", e.path != "":
		b.doubt(otherDataSource)
	}
	return e.scheme
}

// isProxy reports whether host is one of Azure Data Explorer's proxies to
// Azure Monitor, which the documentation gives paths to.
func isProxy(host string) bool {
	return strings.EqualFold(host, "ade.applicationinsights.io") || strings.EqualFold(host, "ade.loganalytics.io")
}

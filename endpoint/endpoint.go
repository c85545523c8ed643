// Package endpoint says what a Data Source means: the parts of its URI, the
// host that a client would speak to, the database in its path, the cloud and
// service behind the host, and whether a policy trusts that host.
//
// It stands after package rule in the flow, by whose codes it names faults, opens
// no connection, and needs the standard library only. The URI is split by RFC 3986 once, here; every
// other judgement rests on the Host that this split yields. Where a client's
// URI library could see another host (a backslash, a second "@", white space,
// percent-encoding) there is no host, and what has no host is not trusted.
package endpoint

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/internal/sealed"
	"kustoconn/source"
)

// Form is how a Data Source is written. The zero Form is that of a text in
// which none of the forms can be seen: the empty text and faulty shorthand.
type Form uint8

// The forms.
const (
	_           Form = iota
	URI              // scheme://authority/path
	BareName         // mycluster, mycluster.westeurope/Db, localhost:8080
	Shorthand        // @mycluster/Db, in a prefix only
	Placeholder      // what starts with a placeholder, such as {uri}: see Read
)

// String returns "uri", "bare name", "shorthand", "placeholder" or "invalid".
func (f Form) String() string {
	switch f {
	case URI:
		return "uri"
	case BareName:
		return "bare name"
	case Shorthand:
		return "shorthand"
	case Placeholder:
		return "placeholder"
	}
	return "invalid"
}

// Part is the place of an optional part of a URI, without its delimiter. An
// empty part ("https://c?") is Present, an absent one is the zero Part.
type Part struct {
	source.Span
	Present bool
}

// Endpoint is what a Data Source means. All spans are byte offsets in Text.
type Endpoint struct {
	text   sealed.Text // as given to Analyze or AnalyzePrefix
	scheme int         // its length
	Form   Form

	Userinfo Part        // before the last "@" of the authority; to mask, ask CredentialsSpan
	HostSpan source.Span // as written, with the brackets of an IPv6 literal
	Port     Part
	PathSpan source.Span // with its first "/"; empty where there is no path
	Query    Part
	Fragment Part

	HasDatabase bool // the path names a database

	host, dataSource, database sealed.Text

	Faults []Fault // in the order found; nil for a usual Data Source

	broken        bool // the authority has a fault, so there is no host
	international bool // what International returns
	authority     int  // where it starts
	placeholders  []source.Span
}

// Text returns the text as given to Analyze or AnalyzePrefix. It is not masked,
// and neither are DataSource and Database.
func (e *Endpoint) Text() string { return e.text.Open() }

// Scheme returns the scheme as written; empty where none is.
func (e *Endpoint) Scheme() string { return e.text.Open()[:e.scheme] }

// Host returns the host that a client speaks to: lower-cased, completed for a
// bare name and for shorthand, and without the brackets of an IPv6 literal. It
// is empty where the text yields no host, for which there is a fault (rule.BadURI), or
// where a placeholder holds it.
func (e *Endpoint) Host() string { return e.host.Open() }

// DataSource returns Text less the database path; for shorthand it is the URI
// that the name stands for.
func (e *Endpoint) DataSource() string { return e.dataSource.Open() }

// Database returns the percent-decoded path, where that names a database.
func (e *Endpoint) Database() string { return e.database.Open() }

// Analyze judges the value of Data Source: a URI or a bare name. The caller
// trims white space. A text that starts with "@" is none (rule.BadURI).
//
// It is linear in the text and allocates nothing for a lower-case URI without
// fault; a bare name costs the completed host.
func Analyze(text string) (e Endpoint) {
	e.read(text, false)
	return e
}

// AnalyzePrefix judges the prefix of a connection string: all that Analyze
// takes, and the shorthand "@cluster" or "@cluster/database".
func AnalyzePrefix(text string) (e Endpoint) {
	e.read(text, true)
	return e
}

// Read judges a text with placeholders, into the zero Endpoint e: a prefix, as
// AnalyzePrefix does, or a value, as Analyze does. placeholders are their spans
// in text, in bytes, in order, none of them empty or overlapping another: those
// that placeholder.Find finds, and others that the caller knows of; there may be
// none.
//
// A placeholder may stand for any text without "/", but one at the start may
// stand for a whole URI: then the Form is Placeholder, and the Host is empty
// where that placeholder ends it. No fault is reported of what a placeholder
// may be. Host, DataSource and Database hold the placeholders as written.
func (e *Endpoint) Read(text string, prefix bool, placeholders []source.Span) {
	if len(placeholders) > 0 {
		e.readTemplate(text, prefix, placeholders)
		return
	}
	e.read(text, prefix)
}

// read judges a text without placeholders into the zero Endpoint e.
func (e *Endpoint) read(text string, prefix bool) {
	e.text, e.dataSource = sealed.NewText(text), sealed.NewText(text)
	switch {
	case !strings.HasPrefix(text, "@"):
		e.parse()
	case prefix:
		e.authority = 1
		e.parseShorthand()
	default:
		e.broken, e.authority = true, 1
		e.bad(atSign, source.Span{Start: 0, End: 1})
	}
}

// CredentialsSpan returns the bytes of Text to mask, and whether there are any: the
// userinfo, for a token can stand there as the name of a user without a password,
// or, where the authority is faulty and it can't be told what is the userinfo, all
// from the authority's start to the last "@" of the text.
func (e *Endpoint) CredentialsSpan() (source.Span, bool) {
	if !e.broken {
		return e.Userinfo.Span, !e.Userinfo.Empty()
	}
	start, at := e.authority, strings.LastIndexByte(e.Text(), '@')
	if at < start {
		start = 0 // the "@" stands in what should be a scheme
	}
	if at <= start {
		return source.Span{}, false
	}
	return source.Span{Start: start, End: at}, true
}

// Has reports whether e has a fault by which it breaks the rule.
func (e *Endpoint) Has(code diag.Code) bool {
	for i := range e.Faults {
		if e.Faults[i].Code == code {
			return true
		}
	}
	return false
}

package lint

import (
	"strings"

	"kustoconn/endpoint"
	"kustoconn/internal/methods"
	"kustoconn/source"
)

// roleOfArgument returns what the call that a piece is an argument of wants the endpoint
// in the string at span for; empty where none is known, or the program fills in how the
// host begins.
func (l *linter) roleOfArgument(p *filePiece, span source.Span) endpoint.Kind {
	role := endpoint.KindQuery
	switch p.Role {
	case methods.Query:
	case methods.Ingest:
		role = endpoint.KindIngest
	default:
		return ""
	}
	host := span.Slice(p.filled)
	if i := strings.Index(host, "://"); i >= 0 {
		host = host[i+len("://"):]
	}
	host = strings.TrimSpace(host[:min(len(host), maxHost)])
	if found := l.Placeholders.Find(host); len(found) > 0 && found[0].Start == 0 {
		return ""
	}
	return role
}

// maxHost is the longest name of a host, in bytes.
const maxHost = 253

// isEndpoint reports whether a piece in which no string was found is the service's
// endpoint alone, given to a call that wants one for queries or for ingestion.
func isEndpoint(p *filePiece) bool {
	if p.Role == 0 || strings.ContainsAny(p.Text, ";= ") {
		return false
	}
	e := bindText(p.filled).Endpoint
	v := endpoint.Policy{}.Judge(&e, "")
	return e.Form == endpoint.URI && v.Trusted && (v.Kind == endpoint.KindQuery || v.Kind == endpoint.KindIngest)
}

package endpoint

import (
	"strings"
	"unicode/utf8"

	"kustoconn/internal/sealed"
	"kustoconn/rule"
	"kustoconn/source"
)

// takeDatabase moves a path of one segment from DataSource to Database. The
// path of no host belongs to nothing.
func (e *Endpoint) takeDatabase() {
	path := e.PathSpan.Slice(e.Text())
	if len(path) <= 1 || e.HostSpan.Empty() || keepsPath(e.HostSpan.Slice(e.Text()), path) {
		return
	}
	segment := strings.TrimSuffix(path[1:], "/")
	if segment == "" || strings.IndexByte(segment, '/') >= 0 {
		e.add(Fault{Code: rule.PathTooDeep, Span: e.PathSpan})
		return
	}
	if e.Query.Present || e.Fragment.Present || e.badWithin(e.PathSpan) {
		return
	}
	database, reason := unescape(segment)
	if reason != 0 {
		e.bad(reason, source.Span{Start: e.PathSpan.Start + 1, End: e.PathSpan.Start + 1 + len(segment)})
		return
	}
	e.database, e.HasDatabase = sealed.NewText(database), true
	e.dataSource = sealed.NewText(e.Text()[:e.PathSpan.Start])
}

// proxyPrefix begins the names of the proxies. Most hosts are seen by it to be none
// (BenchmarkValidate).
const proxyPrefix = "ad"

// keepsPath reports whether the host is a proxy whose path names a resource, of
// any depth, and not a database. (The hosts that begin with adx take both.) The
// host is as written.
func keepsPath(host, path string) bool {
	const resources = "/subscriptions/"
	if !strings.EqualFold(host[:min(len(proxyPrefix), len(host))], proxyPrefix) {
		return false
	}
	host = strings.ToLower(host)
	switch {
	case host == "ade.applicationinsights.io" || host == "ade.loganalytics.io":
		return true
	case len(path) <= len(resources) || !strings.EqualFold(path[:len(resources)], resources):
		return false
	}
	known := builtin.match(host)
	return known != nil && known.service == monitor
}

// badWithin reports whether a BadURI fault lies in span.
func (e *Endpoint) badWithin(span source.Span) bool {
	for i := range e.Faults {
		if e.Faults[i].Code == rule.BadURI && span.Overlaps(e.Faults[i].Span) {
			return true
		}
	}
	return false
}

// unescape percent-decodes the name of a database.
func unescape(s string) (database string, reason Reason) {
	if strings.IndexByte(s, '%') < 0 {
		return s, 0
	}
	decoded := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			decoded = append(decoded, s[i])
			continue
		}
		if i+2 >= len(s) {
			return "", badPercent
		}
		high, low := hexDigit(s[i+1]), hexDigit(s[i+2])
		if high < 0 || low < 0 {
			return "", badPercent
		}
		decoded = append(decoded, byte(high<<4|low))
		i += 2
	}
	switch database = string(decoded); {
	case !utf8.ValidString(database):
		return "", databaseNotUTF8
	case strings.IndexByte(database, 0) >= 0:
		return "", databaseNUL
	}
	return database, 0
}

func hexDigit(c byte) int { return strings.IndexByte("0123456789abcdef", lowerHex(c)) }

func lowerHex(c byte) byte {
	if 'A' <= c && c <= 'F' {
		return c + 'a' - 'A'
	}
	return c
}

// queryFault returns the fault of having a query. A query that only names the
// database, can become the path.
func (e *Endpoint) queryFault() Fault {
	f := Fault{Code: rule.QueryOrFragment, Span: source.Span{Start: e.Query.Start - 1, End: e.Query.End}}
	key, value, _ := strings.Cut(e.Query.Slice(e.Text()), "=")
	if !strings.EqualFold(key, "DatabaseName") && !strings.EqualFold(key, "Database") ||
		value == "" || strings.ContainsAny(value, "&/?+") || e.Fragment.Present ||
		e.PathSpan.Len() > 1 || e.badWithin(f.Span) {
		return f
	}
	if _, reason := unescape(value); reason != 0 {
		return f
	}
	if e.PathSpan.Empty() {
		value = "/" + value
	}
	f.Fix, f.Fixable = sealed.NewText(value), true
	return f
}

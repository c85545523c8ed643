package endpoint

import (
	"strings"

	"kustoconn/internal/sealed"
	"kustoconn/rule"
	"kustoconn/source"
)

// parse splits Text by RFC 3986, section 3, and fills in the rest of e. A bare
// name is split as if "https://" stood before it.
func (e *Endpoint) parse() {
	start := e.parseScheme()
	e.authority = start
	end, ok := e.parsePlainHost(start)
	if !ok {
		end = e.parseAuthority(start)
	}
	e.parseTail(end)
	e.takeDatabase()
}

// parseAuthority reads the authority that starts at start and returns where it
// ends.
func (e *Endpoint) parseAuthority(start int) int {
	end, at := scanAuthority(e.Text(), start)
	if at >= 0 {
		e.parseUserinfo(start, at)
		start = at + 1
	}
	e.parseHostPort(start, end)
	return end
}

// parseScheme finds the form and returns where the authority starts.
func (e *Endpoint) parseScheme() int {
	text := e.Text()
	if strings.HasPrefix(text, "https://") {
		e.Form, e.scheme = URI, len("https")
		return len("https://")
	}
	n := schemeLen(text)
	rest := text[n:]
	switch {
	case n > 0 && strings.HasPrefix(rest, "://"):
		e.Form, e.scheme = URI, n
		if !isHTTP(e.Scheme()) {
			e.add(Fault{Code: rule.UnsupportedScheme, Span: source.Span{Start: 0, End: n}})
		}
		return n + len("://")
	case strings.HasPrefix(rest, ":") && isHTTP(text[:n]):
		e.Form, e.scheme, e.broken = URI, n, true
		end := n + len(":")
		for end < len(text) && end < n+len("://") && (text[end] == '/' || text[end] == '\\') {
			end++
		}
		e.badReplace(missingSlashes, source.Span{Start: n, End: end}, "://")
		return end
	}
	delimiter := strings.IndexAny(text, "/?#")
	if delimiter > 0 && strings.HasPrefix(text[delimiter-1:], "://") {
		e.Form, e.broken = URI, true
		before := len(e.Faults)
		e.checkChars(0, delimiter-1, inScheme)
		if len(e.Faults) == before {
			e.bad(badScheme, source.Span{Start: 0, End: delimiter - 1})
		}
		return delimiter + len("//")
	}
	if text != "" {
		e.Form = BareName
	}
	return 0
}

// schemeLen returns the length of the longest scheme that text could start
// with, 0 where it starts with none.
func schemeLen(text string) int {
	for i := 0; i < len(text); i++ {
		switch c := text[i] | 0x20; {
		case 'a' <= c && c <= 'z':
		case i > 0 && ('0' <= text[i] && text[i] <= '9' || text[i] == '+' || text[i] == '-' || text[i] == '.'):
		default:
			return i
		}
	}
	return len(text)
}

func isHTTP(scheme string) bool {
	return strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http")
}

// scanAuthority returns where the authority that starts at start ends, and its
// last "@" or -1.
func scanAuthority(text string, start int) (end, at int) {
	authority := text[start:]
	for _, delimiter := range [...]byte{'/', '?', '#'} {
		if i := strings.IndexByte(authority, delimiter); i >= 0 {
			authority = authority[:i]
		}
	}
	end = start + len(authority)
	if strings.IndexByte(authority, '@') < 0 { // much faster than LastIndexByte
		return end, -1
	}
	return end, start + strings.LastIndexByte(authority, '@')
}

func (e *Endpoint) parseUserinfo(start, at int) {
	e.Userinfo = Part{source.Span{Start: start, End: at}, true}
	fault := Fault{Code: rule.CredentialsInURI, Span: source.Span{Start: start, End: at + 1}}
	before := len(e.Faults)
	e.checkChars(start, at, inUserinfo)
	if len(e.Faults) > before {
		e.broken = true
	}
	fault.Fixable = !e.broken
	e.add(fault)
}

func (e *Endpoint) parseHostPort(start, end int) {
	text := e.Text()[start:end]
	hostLen := strings.IndexByte(text, ':')
	switch {
	case strings.HasPrefix(text, "["):
		hostLen = e.parseIPLiteral(start, end)
	case hostLen >= 0 && strings.Count(text, ":") > 1 && isIPv6(text):
		e.HostSpan = source.Span{Start: start, End: end}
		e.broken = true
		e.badReplace(BadIPLiteral, e.HostSpan, "["+text+"]")
		return
	case hostLen < 0:
		hostLen = len(text)
		fallthrough
	default:
		e.parseName(start, start+hostLen)
	}
	if hostLen == len(text) {
		return
	}
	e.Port = Part{source.Span{Start: start + hostLen + 1, End: end}, true}
	if !isPort(e.Port.Slice(e.Text())) {
		e.broken, e.host = true, sealed.Text{}
		e.bad(badPort, e.Port.Span)
	}
}

// isPort reports whether s is a port: RFC 3986 lets it be empty, which means
// the scheme's own.
func isPort(s string) bool {
	port := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		if port = port*10 + int(s[i]-'0'); port > 65535 {
			return false
		}
	}
	return true
}

// parseTail finds path, query and fragment in what follows the authority.
func (e *Endpoint) parseTail(start int) {
	if start == len(e.Text()) {
		e.PathSpan = source.At(start)
		return
	}
	end := len(e.Text())
	if i := strings.IndexByte(e.Text()[start:], '#'); i >= 0 {
		e.Fragment = Part{source.Span{Start: start + i + 1, End: end}, true}
		end = start + i
	}
	if i := strings.IndexByte(e.Text()[start:end], '?'); i >= 0 {
		e.Query = Part{source.Span{Start: start + i + 1, End: end}, true}
		end = start + i
	}
	e.PathSpan = source.Span{Start: start, End: end}
	e.checkChars(start, len(e.Text()), inTail)
	if e.Query.Present {
		e.add(e.queryFault())
	}
	if e.Fragment.Present {
		e.add(Fault{Code: rule.QueryOrFragment, Span: source.Span{Start: e.Fragment.Start - 1, End: e.Fragment.End}})
	}
}

package java

import "strings"

// exception is the class of what java.net.URI throws; the empty one is none.
type exception string

const (
	uriSyntax exception = "URISyntaxException"
	// numberFormat escapes where a number of an IPv4 address inside an IPv6
	// address does not fit in an int.
	numberFormat exception = "NumberFormatException"
)

// checkURI says what UriUtils.setPathForUri(uri, "") throws. It parses uri,
// and then a second URI that is made of the first one's parts with "/" for a
// path.
func checkURI(uri string) exception {
	// A Java string holds no invalid bytes: decoding has replaced each.
	uri = strings.ToValidUTF8(uri, "\uFFFD")
	authority, ex := parseURI(uri)
	// Without an escape the second authority is the first, and scheme, query
	// and fragment can't fail the second time.
	if ex != "" || !strings.Contains(authority, "%") {
		return ex
	}
	_, ex = parseURI("//" + quoteAuthority(decodeAuthority(authority)) + "/")
	return ex
}

// parseURI checks uri by the grammar of java.net.URI, which is that of RFC
// 2396 with IPv6 addresses (RFC 2732), non-ASCII characters wherever an
// escape may be, and empty authorities and paths. It returns the authority
// as written, empty where there is none.
func parseURI(uri string) (authority string, ex exception) {
	rest := uri
	if i := strings.IndexAny(uri, ":/?#"); i >= 0 && uri[i] == ':' {
		scheme := uri[:i]
		rest = uri[i+1:]
		if scheme == "" || !letters.has(scheme[0]) || !schemeChars.holds(scheme) {
			return "", uriSyntax
		}
		if !strings.HasPrefix(rest, "/") {
			opaque, fragment, _ := strings.Cut(rest, "#")
			if opaque == "" || !uricChars.holds(opaque) || !uricChars.holds(fragment) {
				return "", uriSyntax
			}
			return "", ""
		}
	}
	if after, ok := strings.CutPrefix(rest, "//"); ok {
		if after == "" {
			return "", uriSyntax
		}
		authority, rest = cutBefore(after, "/?#")
		if ex := checkAuthority(authority); ex != "" {
			return "", ex
		}
	}
	rest, fragment, _ := strings.Cut(rest, "#")
	path, query, _ := strings.Cut(rest, "?")
	if !pathChars.holds(path) || !uricChars.holds(query) || !uricChars.holds(fragment) {
		return "", uriSyntax
	}
	return authority, ""
}

// cutBefore divides s before the first of the ASCII characters stops.
func cutBefore(s, stops string) (before, from string) {
	if i := strings.IndexAny(s, stops); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

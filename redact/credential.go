package redact

import (
	"strings"

	"kustoconn/placeholder"
	"kustoconn/source"
)

// findUserinfo returns the userinfo of the URIs of text that holds a password, or
// that may be a token at a host of Kusto.
func findUserinfo(text string, placeholders *placeholder.Set) (found []region) {
	for at := 0; ; {
		n := strings.Index(text[at:], "://")
		if n < 0 {
			return found
		}
		at += n + len("://")
		in, ok := userinfo(text[at:])
		if !ok {
			continue
		}
		_, password, hasPassword := strings.Cut(in.Slice(text[at:]), ":")
		switch {
		case hasPassword && placeholders.StandsForSecret(password):
		case hasPassword && password != "" || namesKusto(firstWord(text[at+in.End:min(len(text), at+in.End+256)])):
			if !placeholders.StandsForSecret(in.Slice(text[at:])) {
				span := in.Shift(at)
				found = append(found, region{span: span, secrets: []source.Span{span}})
			}
		}
		at += in.End
	}
}

// userinfo returns the userinfo that authority starts with. A password may hold a
// slash; then what stands before the slash is no host with a port.
func userinfo(authority string) (in source.Span, ok bool) {
	const longest = 4 << 10
	limit := strings.IndexAny(authority[:min(len(authority), longest)], " \t\r\n\"'<>`")
	if limit < 0 {
		limit = min(len(authority), longest)
	}
	host := authority[:limit]
	end := strings.IndexAny(host, "/?#;")
	if end < 0 {
		end = limit
	}
	at := strings.LastIndexByte(host[:end], '@')
	if at < 0 && end < limit {
		name, port, found := strings.Cut(host[:end], ":")
		if !found || name == "" || strings.Trim(port, "0123456789") == "" {
			return in, false
		}
		at = strings.IndexByte(host, '@')
	}
	return source.Span{End: at}, at > 0
}

// namesKusto reports whether text holds the name of a host of Kusto.
func namesKusto(text string) bool {
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '.')
		if n < 0 {
			return false
		}
		at += n + 1
		if hasWord(text[at:], "kusto") || hasWord(text[at:], "kustomfa") || hasWord(text[at:], "ingest-kusto") {
			return true
		}
	}
}

// findAuthorization returns the credentials of a request to Kusto in text: tokens
// behind their scheme, a user with a password as an option, tokens known by their
// form.
func findAuthorization(text string, placeholders *placeholder.Set) (found []region) {
	add := func(start, end int) {
		if value := text[start:end]; value != "" && !placeholders.StandsForSecret(value) {
			span := source.Span{Start: start, End: end}
			found = append(found, region{span: span, secrets: []source.Span{span}})
		}
	}
	for at := 0; at < len(text); {
		start := at
		for at < len(text) && !endsToken(text[at]) {
			at++
		}
		word := text[start:at]
		switch {
		case strings.EqualFold(word, "bearer"), strings.EqualFold(word, "basic"):
			from := skipBlanks(text, at)
			for at = from; at < len(text) && !endsToken(text[at]); {
				at++
			}
			if token := text[from:at]; len(token) > 3 && (isDubious(token) || len(token) > 24) {
				add(from, at)
			}
		case word == "-u", word == "--user", strings.HasPrefix(word, "-u") && strings.Contains(word, ":"), strings.HasPrefix(word, "--user="):
			from := skipBlanks(text, at)
			if option := strings.TrimPrefix(strings.TrimPrefix(word, "--user="), "-u"); option != "" && word != "--user" {
				from = at - len(option)
			}
			if at = from; at < len(text) && (text[at] == '"' || text[at] == '\'') {
				from, at = from+1, at+1
			}
			for at < len(text) && !endsToken(text[at]) {
				at++
			}
			if strings.IndexByte(text[from:at], ':') > 0 {
				add(from, at)
			}
		case strings.HasPrefix(word, "eyJ") && strings.Count(word, ".") == 2:
			add(start, at)
		}
		at++
	}
	return found
}

// endsToken reports whether c is no part of a word of a header or command.
func endsToken(c byte) bool { return c <= ' ' || strings.IndexByte("\"'`,;<>(){}[]", c) >= 0 }

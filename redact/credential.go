package redact

import (
	"strings"

	"kustoconn/placeholder"
	"kustoconn/source"
)

// findUserinfo returns the userinfo of the URIs of text that holds a password, or
// that may be a token at a host of Kusto.
func findUserinfo(text string, placeholders *placeholder.Set) (found []region) {
	sign, wordEnd := -1, -1 // the next ones, each looked for once
	for at := 0; ; {
		n := strings.Index(text[at:], "://")
		if n < 0 {
			return found
		}
		at += n + len("://")
		if sign < at {
			if sign = indexFrom(text, at, "@"); sign == len(text) {
				return found
			}
		}
		if wordEnd < at {
			wordEnd = indexFrom(text, at, " \t\r\n\"'<>`")
		}
		limit := min(wordEnd, at+longestUserinfo)
		if sign >= limit {
			continue
		}
		in, ok := userinfo(text[at:limit])
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

// longestUserinfo bounds what stands between a scheme and the sign behind the userinfo.
const longestUserinfo = 4 << 10

// indexFrom returns the offset of the first of chars in text from offset on, or the
// length of the text.
func indexFrom(text string, offset int, chars string) int {
	if n := strings.IndexAny(text[offset:], chars); n >= 0 {
		return offset + n
	}
	return len(text)
}

// userinfo returns the userinfo that host, a word behind a scheme, starts with. A password
// may hold a slash; then what stands before the slash is no host with a port.
func userinfo(host string) (in source.Span, ok bool) {
	end := indexFrom(host, 0, "/?#;")
	at := strings.LastIndexByte(host[:end], '@')
	if at < 0 && end < len(host) {
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
// behind their scheme or name, a user with a password as an option or before a host
// without a scheme, tokens known by their form.
func findAuthorization(text string, placeholders *placeholder.Set) (found []region) {
	add := func(start, end int) {
		if value := text[start:end]; value != "" && !placeholders.StandsForSecret(value) {
			span := source.Span{Start: start, End: end}
			found = append(found, region{span: span, secrets: []source.Span{span}})
		}
	}
	for at := 0; at < len(text); {
		start := at
		at = tokenEnd(text, at)
		word := text[start:at]
		switch {
		case word == "":
		case endsInScheme(word):
			from := skipBlanks(text, at)
			at = tokenEnd(text, from)
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
			at = literalOrToken(text, at)
			if strings.IndexByte(text[from:at], ':') >= 0 {
				add(from, at)
			}
		case strings.HasPrefix(word, "eyJ") && strings.Count(word, ".") == 2:
			add(start, at)
		case strings.EqualFold(word, identified):
			if from := identifiedBy(text, at); from > 0 {
				at = literalOrToken(text, from)
				add(from, at)
			}
		default:
			if from, ok := signInValue(text, start, at); ok {
				at = literalOrToken(text, from)
				add(from, at)
			} else if in := bareUserinfo(word); in > 0 {
				add(start, start+in)
			}
		}
		at++
	}
	return found
}

// identified is the word of SQL that a user's password follows.
const identified = "identified"

// identifiedBy returns where the literal starts by which a statement of SQL says that a user is identified, IDENTIFIED
// WITH plugin BY '…', behind that word; 0 for none.
func identifiedBy(text string, offset int) (from int) {
	const mostWords = 3
	for range mostWords {
		offset = skipBlanks(text, offset)
		end := tokenEnd(text, offset)
		if strings.EqualFold(text[offset:end], "by") {
			from, _, _ = openingQuote(text, skipBlanks(text, end))
			return from
		}
		offset = end
	}
	return 0
}

// headerName returns the name of a line in the header of a request, as curl shows it too, or nothing:
// > Host: …, * [HTTP/2] [1] [:authority: …].
func headerName(line string) string {
	line = line[strings.LastIndexByte(line[:min(len(line), longestSegment)], '[')+1:]
	name, _, found := strings.Cut(strings.TrimPrefix(line[:min(len(line), longestSegment)], "> "), ": ")
	if name = strings.TrimPrefix(name, ":"); !found || !isName(name) {
		return ""
	}
	return strings.ToLower(name)
}

// isRequest reports whether a line goes on with the header of a request to Kusto, or says that it is
// one, where that isn't known.
func isRequest(line string, known bool) bool {
	name := headerName(line)
	return name != "" && known || (name == "host" || name == "authority") && namesKusto(line)
}

// mayAuthorize reports whether a word between two of tokenEnds, one with userinfo aside, may be
// a credential of findAuthorization, or one may follow it.
func mayAuthorize(word string) bool {
	switch {
	case word == "":
		return false
	case word[0] == '-' && (strings.HasPrefix(word, "-u") || strings.HasPrefix(word, "--user")):
		return true
	case len(word) < len("basic"):
		return false
	case strings.IndexByte("rc", word[len(word)-1]|0x20) >= 0 && endsInScheme(word), strings.HasPrefix(word, "eyJ"):
		return true
	case len(word) < len("id_token"):
		return false
	case len(word) == len(identified) && strings.EqualFold(word, identified):
		return true
	}
	from := 0
	for at := range len(word) {
		if word[at] == '=' || word[at] == ':' {
			if endsInSignInName(word[from:at]) {
				return true
			}
			from = at + 1
		}
	}
	return endsInSignInName(word[from:])
}

// tokenEnd returns the end of the word of a header or command at offset.
func tokenEnd(text string, at int) int {
	for at < len(text) && !tokenEnds[text[at]] {
		at++
	}
	return at
}

// literalOrToken returns the end of the value at offset: of its literal, where a quotation
// mark stands before it and another closes it, else of its word.
func literalOrToken(text string, at int) int {
	before := at - 1
	if before < 0 || strings.IndexByte("\"'", text[before]) < 0 {
		return tokenEnd(text, at)
	}
	for before > 0 && text[before-1] == '\\' {
		before--
	}
	if end, closed := closingQuote(text, at, min(endOfLine(text, at), at+longestArgument), text[before:at]); closed {
		return end
	}
	return tokenEnd(text, at)
}

// endsInScheme reports whether a word ends in a scheme of HTTP's authorization.
func endsInScheme(word string) bool {
	const longest = len("bearer")
	if n := len(word) - longest; n >= 0 && strings.EqualFold(word[n:], "bearer") {
		return n == 0 || !isWordByte(word, n-1)
	}
	return strings.EqualFold(word, "basic")
}

// signInNames are what OAuth calls the secrets of a sign-in.
var signInNames = []string{"access_token", "accesstoken", "id_token", "refresh_token", "client_secret", "clientsecret", "client_assertion"}

// endsInSignInName reports whether a word ends in one of signInNames, as the names of
// variables (AZURE_CLIENT_SECRET, azureClientSecret) and of a URI's parameters do.
func endsInSignInName(word string) bool {
	if word == "" || strings.IndexByte("nt", word[len(word)-1]|0x20) < 0 { // the last letters of all
		return false
	}
	for _, known := range signInNames {
		n := len(word) - len(known)
		if n >= 0 && strings.EqualFold(word[n:], known) && (n == 0 || word[n-1] == '_' || !isWordByte(word, n-1) || word[n] < 'a' && word[n-1] >= 'a') {
			return true
		}
	}
	return false
}

// signInValue returns where the value starts of the first name in the word from start to
// end that ends in one of signInNames.
func signInValue(text string, start, end int) (from int, ok bool) {
	const mostSigns = 6
	for at := start; at < end; {
		sign := at
		for sign < end && text[sign] != '=' && text[sign] != ':' {
			sign++
		}
		if endsInSignInName(strings.TrimRight(text[at:sign], `\`)) {
			for from = sign; from < len(text) && from-sign < mostSigns && strings.IndexByte("\"'=: \\", text[from]) >= 0; from++ {
				ok = ok || text[from] == '=' || text[from] == ':'
			}
			return from, ok
		}
		at = sign + 1
	}
	return 0, false
}

// bareUserinfo returns the length of the userinfo with a password that word, which has no
// scheme, starts with, before a host of Kusto; 0 for none.
func bareUserinfo(word string) int {
	at := strings.LastIndexByte(word, '@')
	if at < 0 || strings.IndexByte(word[:at], ':') < 0 || strings.Contains(word[:at], "://") || !namesKusto(word[at:]) {
		return 0
	}
	return at
}

// tokenEnds holds the bytes that are no part of a word of a header or command.
var tokenEnds = func() (set [256]bool) {
	for c := range byte(' ' + 1) {
		set[c] = true
	}
	for _, c := range []byte("\"'`,;<>(){}[]") {
		set[c] = true
	}
	return set
}()

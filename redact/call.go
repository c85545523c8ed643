package redact

import (
	"strings"

	"kustoconn/placeholder"
	"kustoconn/source"
)

// secretArguments says which argument of the functions that make a credential is the
// secret, from 0, the connection string or host of the cluster not counted. Names are
// in lower case, without underscores; they are those of the clients of Kusto and of
// the identity libraries of Azure.
var secretArguments = map[string]int{
	"withaadapplicationkeyauthentication":            1,
	"withaadapplicationtokenauthentication":          0,
	"withaadusertokenauthentication":                 0,
	"withaaduserpasswordauthentication":              1,
	"withaadapplicationcertificateauthentication":    1,
	"withaadapplicationcertificatesniauthentication": 1,
	"withaadappkey":                               1,
	"withapplicationkey":                          1,
	"withaadapplicationkeyauth":                   1,
	"withaaduserpassauth":                         1,
	"withapptoken":                                0,
	"withapplicationtoken":                        0,
	"withapplicationtokenauthentication":          0,
	"withusertoken":                               0,
	"withaadusertoken":                            0,
	"withaccesstoken":                             0,
	"withaccesstokenauthentication":               0,
	"withappcertificate":                          1,
	"withappcertificatebytes":                     1,
	"createwithaadapplicationcredentials":         1,
	"createwithaadaccesstokenauthentication":      0,
	"createwithaadusertokenauthentication":        0,
	"createwithaadapplicationtokenauthentication": 0,
	"clientsecretcredential":                      2,
	"newclientsecretcredential":                   2,
	"usernamepasswordcredential":                  2,
	"networkcredential":                           1,
	"azurekeycredential":                          0,
}

// findArguments returns the literals of text that stand in the secret's place of a
// call that makes a credential.
func findArguments(text string, placeholders *placeholder.Set) (found []region) {
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '(')
		if n < 0 {
			return found
		}
		at += n + 1
		place, ok := secretArguments[calleeBefore(text, at-1)]
		if !ok {
			continue
		}
		for _, place := range []int{place, place + 1} {
			start, end, next := argument(text, at, place)
			if value := text[start:end]; value != "" && !placeholders.StandsForSecret(value) {
				span := source.Span{Start: start, End: end}
				found = append(found, region{span: span, secrets: []source.Span{span}})
			}
			if startsLiteral(text, at) || next == len(text) {
				at = next
				break
			}
		} // the first argument may be that of the cluster
	}
}

func startsLiteral(text string, offset int) bool {
	_, _, ok := openingQuote(text, skipBlanks(text, offset))
	return ok
}

// calleeBefore returns the name before the bracket at offset, folded.
func calleeBefore(text string, offset int) string {
	const longest = 64
	start := offset
	for start > 0 && offset-start < longest && text[start-1] < 0x80 && isWordByte(text, start-1) {
		start--
	}
	if offset-start < len("withapptoken") {
		return ""
	}
	return strings.ReplaceAll(strings.ToLower(text[start:offset]), "_", "")
}

// longestArgument bounds an argument that is no literal.
const longestArgument = 256

// argument returns the literal that is the nth argument from offset on, one with a
// URI or host first not counted, and where to go on. The span is empty where the argument
// is no literal.
func argument(text string, offset, n int) (start, end, next int) {
	at := offset
	for number := 0; at < len(text); number++ {
		at = skipBlanks(text, at)
		from, mark, ok := openingQuote(text, at)
		if !ok {
			stop := strings.IndexAny(text[at:min(len(text), at+longestArgument)], ",)")
			if stop < 0 || text[at+stop] == ')' {
				return at, at, at
			}
			at += stop + 1
			continue
		}
		closing, closed := closingQuote(text, from, len(text), mark)
		if number == 0 && isPlaceOf(text[from:closing]) {
			n++
		}
		if number == n {
			return from, closing, closing
		}
		if !closed {
			return closing, closing, closing
		}
		at = skipBlanks(text, closing+len(mark))
		if at == len(text) || text[at] != ',' {
			return at, at, at
		}
		at++
	}
	return at, at, at
}

// isPlaceOf reports whether a first argument says where the cluster is.
func isPlaceOf(literal string) bool {
	return strings.Contains(literal, "://") || strings.ContainsAny(literal, "=;") || namesKusto(literal)
}

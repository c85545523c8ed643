package redact

import (
	"slices"
	"strings"

	"kustoconn/internal/methods"
	"kustoconn/placeholder"
	"kustoconn/source"
)

// secretArguments says which arguments of the functions that make a credential may be
// the secret, from 0, the connection string or host of the cluster not counted. Names
// are in lower case, without underscores, so that one may be that of several clients.
var secretArguments = func() map[string][]int {
	all := map[string][]int{}
	add := func(name string, place int) {
		name = strings.ReplaceAll(strings.ToLower(name), "_", "")
		if !slices.Contains(all[name], place) {
			all[name] = append(all[name], place)
			slices.Sort(all[name])
		}
	}
	for _, call := range methods.SecretCalls() {
		for _, argument := range call.Secrets {
			place := argument.Position
			if call.TakesCluster() {
				place--
			}
			add(call.Name, place)
		}
	}
	for name, place := range otherArguments {
		add(name, place)
	}
	return all
}()

// otherArguments are those of the identity libraries of Azure, of .NET's credentials,
// and of names that programs give to what they wrap around a client's builder.
var otherArguments = map[string]int{
	"ClientSecretCredential": 2, "NewClientSecretCredential": 2, "UsernamePasswordCredential": 2,
	"NetworkCredential": 1, "AzureKeyCredential": 0,
	"WithApplicationKey": 1, "WithAadApplicationKeyAuth": 1, "WithAppCertificate": 1,
	"WithAppToken": 0, "WithApplicationTokenAuthentication": 0, "WithUserToken": 0, "WithAccessTokenAuthentication": 0,
	"CreateWithAadUserTokenAuthentication": 0, "CreateWithAadApplicationTokenAuthentication": 0,
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
		callee := calleeBefore(text, at-1)
		places := secretPlaces(callee)
		if places == nil {
			continue
		}
		first, last := places[0], places[len(places)-1]
		literal, doubt := firstArgument(text, at)
		if !literal || doubt && !isUpper(callee[0]) { // it may be that of the cluster, of a client that takes it
			last++
		}
		from := at
		for place := first; place <= last; place++ {
			start, end, next := argument(text, from, place)
			if value := strings.TrimRight(text[start:end], "\r\n"); value != "" && !placeholders.StandsForSecret(value) {
				span := source.Span{Start: start, End: start + len(value)}
				found = append(found, region{span: span, secrets: []source.Span{span}})
			}
			if literal || next == len(text) {
				at = max(at, next)
			}
		}
	}
}

// firstArgument reports whether the first argument, at offset, is a literal, and
// whether it is one that may be the cluster and does not look like it.
func firstArgument(text string, offset int) (literal, doubt bool) {
	start, mark, ok := openingQuote(text, skipBlanks(text, offset))
	if !ok {
		return false, false
	}
	end, _ := closingQuote(text, start, len(text), mark)
	return true, !isPlaceOf(text[start:end])
}

// secretPlaces returns which arguments of the function of a name may be the secret, as
// secretArguments has them; nil for none.
func secretPlaces(name string) []int {
	if len(name) < len("withapptoken") {
		return nil
	}
	return secretArguments[strings.ReplaceAll(strings.ToLower(name), "_", "")]
}

// calleeBefore returns the name before the bracket at offset.
func calleeBefore(text string, offset int) string {
	const longest = 64
	start := offset
	for start > 0 && offset-start < longest && text[start-1] < 0x80 && isWordByte(text, start-1) {
		start--
	}
	return text[start:offset]
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

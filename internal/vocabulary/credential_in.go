package vocabulary

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/placeholder"
)

// CredentialIn returns the offset behind the first of the signs, which are some of
// =:>"' and the blank, before which words of value name a credential, or nearly so, or
// -1: a missing semicolon, or a query that carries a key. A colon is none in a URI, an
// angle bracket only in an arrow, a quotation mark only behind a blank, a blank only
// before what IsMixed. A value with very many names fails closed: the next one counts as
// a credential's. Placeholders in a secret's place are none. The cost is linear.
func CredentialIn(value, signs string, placeholders *placeholder.Set) int {
	const mostNames = 256
	var isSign uint64 // a bit for each: strings.IndexAny would make its set again at every sign
	for i := range len(signs) {
		isSign |= 1 << (signs[i] & 0x3f)
	}
	names := 0
	for at := 0; ; {
		for at < len(value) && (value[at] >= 64 || isSign>>value[at]&1 == 0) {
			at++
		}
		if at == len(value) {
			return -1
		}
		at++
		before, ok := beforeSign(value, at-1)
		if !ok {
			continue
		}
		phrase := strings.TrimRightFunc(before, unicode.IsSpace)
		phrase = phrase[strings.LastIndexAny(phrase, ";,&?/\n\r\t|=")+1:]
		for name := range lastWords(phrase) {
			if names++; names > mostNames || LooksLikeCredential(name) {
				if placeholders.StandsForSecret(value[at:]) {
					break
				}
				return at
			}
		}
	}
}

// beforeSign returns what stands before the sign at offset at; ok is false where it
// joins nothing there.
func beforeSign(value string, at int) (before string, ok bool) {
	before, rest := value[:at], value[at+1:]
	switch value[at] {
	case ' ':
		if n := strings.IndexAny(rest, " \t\r\n"); n >= 0 {
			rest = rest[:n]
		}
		return before, IsMixed(rest)
	case '"', '\'':
		return before, strings.HasSuffix(before, " ")
	case ':':
		inURI := strings.HasPrefix(rest, "//") || rest != "" && '0' <= rest[0] && rest[0] <= '9'
		return before, before != "" && strings.IndexByte("\"'`]", before[len(before)-1]) < 0 && !inURI
	case '>':
		return strings.CutSuffix(before, "-")
	}
	return before, true
}

// IsMixed reports whether a word is one of letters and digits that nobody writes in a
// sentence.
func IsMixed(word string) bool {
	const shortest = 8
	return len(word) >= shortest && strings.ContainsAny(word, "0123456789") && strings.IndexFunc(word, unicode.IsLetter) >= 0
}

// lastWords walks over what can be a keyword at the end of a phrase: its last
// word, the last two and so on.
func lastWords(phrase string) iter.Seq[string] {
	const longest, most = 64, 6
	return func(yield func(string) bool) {
		limit := max(0, len(phrase)-longest)
		end := len(phrase)
		for range most {
			at := limit + strings.LastIndexAny(phrase[limit:end], " :\u00a0\u3000")
			if at < limit {
				if len(phrase) < longest {
					yield(phrase)
				}
				return
			}
			_, size := utf8.DecodeRuneInString(phrase[at:])
			if at+size < len(phrase) && !yield(phrase[at+size:]) {
				return
			}
			end = at
		}
	}
}

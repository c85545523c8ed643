package vocabulary

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/placeholder"
)

// CredentialIn returns the offset behind the first "=" of value before which
// words name a credential, or nearly so, or -1: a missing semicolon, or a query
// that carries a key. A value with very many names fails closed: the next one
// counts as a credential's. Placeholders in a secret's place are none. The cost is linear.
func CredentialIn(value string, placeholders *placeholder.Set) int {
	const mostNames = 256
	names := 0
	for at := 0; ; {
		n := strings.IndexByte(value[at:], '=')
		if n < 0 {
			return -1
		}
		at += n + 1
		phrase := strings.TrimRightFunc(value[:at-1], unicode.IsSpace)
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

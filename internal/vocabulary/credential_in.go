package vocabulary

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/internal/ascii"
	"kustoconn/placeholder"
	"kustoconn/schema"
)

// CredentialIn returns the offset behind the first of the signs, which are some of
// =:>"' and the blank, before which words of value name a credential, or nearly so, or
// -1: a missing semicolon, or a query that carries a key. A colon is none in a URI, an
// angle bracket only in an arrow, a quotation mark only behind a blank, a blank only
// before what IsMixed, be it that signs stand before that. A value with very many names fails closed: the next one counts as
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
		for name := range lastWords(lastPhrase(before)) {
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
		return before, startsMixed(rest)
	case '"', '\'':
		return before, strings.HasSuffix(before, " ")
	case ':':
		port := rest != "" && '0' <= rest[0] && rest[0] <= '9'
		return before, before != "" && strings.IndexByte("\"'`]", before[len(before)-1]) < 0 && !port
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

func isWordByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c >= 0x80
}

// lastPhrase returns what stands behind the last sign in text that parts phrases, such as
// a semicolon or an escaped line end.
func lastPhrase(text string) string {
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	at := strings.LastIndexAny(text, ";,&?/\n\r\t|=\\") + 1
	if at > 0 && text[at-1] == '\\' && at < len(text) && strings.IndexByte("nrt", text[at]) >= 0 {
		at++
	}
	return text[at:]
}

// startsMixed reports whether one of the first words of text is mixed, be it that signs
// stand before it.
func startsMixed(text string) bool {
	const longest, most = 64, 3
	text = text[:min(len(text), longest)]
	for range most {
		text = strings.TrimLeftFunc(text, isSign)
		n := strings.IndexAny(text, " \t\r\n")
		if n < 0 {
			return IsMixed(text)
		}
		if IsMixed(text[:n]) {
			return true
		}
		text = text[n:]
	}
	return false
}

// isSign reports whether r is a blank or sign of ASCII.
func isSign(r rune) bool { return r < utf8.RuneSelf && !isWordByte(byte(r)) }

// EndsInCredential reports whether the last words of a text, behind which signs may stand,
// name a credential, or nearly so. The cost is that of a few Suggests.
func EndsInCredential(text string) bool {
	const mostSigns = 8
	for n := 0; n < mostSigns && text != "" && !isWordByte(text[len(text)-1]); n++ {
		text = text[:len(text)-1]
	}
	last := true
	for name := range lastWords(lastPhrase(text)) {
		if last && LooksLikeCredential(name) || isSecretsKeyword(name) {
			return true
		}
		last = false
	}
	return false
}

// NamesSecret reports whether one of the last words of text, or two of them, are a
// secret's keyword or close to one. The cost is that of a few Suggests.
func NamesSecret(text string) bool {
	const most = 6
	for range most {
		for text != "" && wordEnds[text[len(text)-1]] {
			text = text[:len(text)-1]
		}
		at := lastWordStart(text)
		two := lastWordStart(strings.TrimRight(text[:at], " "))
		if isSecretsKeyword(text[at:]) || two < at && isSecretsKeyword(text[two:]) {
			return true
		}
		text = text[:at]
	}
	return false
}

func isSecretsKeyword(word string) bool {
	if !mayBeSecrets(word) {
		return false
	}
	if id, ok := schema.Lookup(word); ok {
		return schema.Secrets().Has(id)
	}
	return closeToSecret(word)
}

// wordEnds holds the bytes that are in no keyword of a sentence.
var wordEnds = ascii.Set(" \t\r\n\"'`=:;,()[]<>")

// lastWordStart returns the offset behind the last byte of wordEnds in text.
func lastWordStart(text string) int {
	at := len(text)
	for at > 0 && !wordEnds[text[at-1]] {
		at--
	}
	return at
}

// lastWordEnd returns the offset of the last blank or colon in phrase[limit:end], or -1.
func lastWordEnd(phrase string, limit, end int) int {
	for at := end - 1; at >= limit; at-- {
		switch c := phrase[at]; {
		case c == ' ' || c == ':':
			return at
		case c == 0xa0 && strings.HasPrefix(phrase[max(limit, at-1):end], "\u00a0"):
			return at - 1
		case c == 0x80 && strings.HasPrefix(phrase[max(limit, at-2):end], "\u3000"):
			return at - 2
		}
	}
	return -1
}

// lastWords walks over what can be a keyword at the end of a phrase: its last
// word, the last two and so on.
func lastWords(phrase string) iter.Seq[string] {
	const longest, most = 64, 6
	return func(yield func(string) bool) {
		limit := max(0, len(phrase)-longest)
		end := len(phrase)
		for range most {
			at := lastWordEnd(phrase, limit, end)
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

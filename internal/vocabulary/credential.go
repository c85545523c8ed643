package vocabulary

import (
	"strings"

	"kustoconn/internal/fold"
	"kustoconn/schema"
)

// credentialParts are parts of folded keywords that name a credential in most
// products' connection strings.
var credentialParts = partsOf(
	"key", "token", "secret", "password", "passwd", "passphrase", "pwd",
	"credential", "signature", "certificateblob", "pfx", "jwt", "bearer",
)

// credentialWords are words that do so when they stand alone; within longer
// words they are common.
var credentialWords = partsOf("sig", "sas", "pat", "pass", "cred", "creds", "auth")

// part is a part of a keyword, with the letters that lettersOf finds in it.
type part struct {
	text    string
	letters uint64
}

func partsOf(texts ...string) (parts []part) {
	for _, text := range texts {
		_, letters, _ := lettersOf(text)
		parts = append(parts, part{text, letters})
	}
	return parts
}

// mayHold reports whether a keyword of such letters may hold p.
func (p part) mayHold(letters uint64) bool { return p.letters&^letters == 0 }

// LooksLikeCredential reports whether a keyword that Lookup does not find is
// likely to have a credential for its value: it says so, or it is close to the
// name of a secret property. It errs on the side of yes, and says it of every
// keyword of a secret property. It costs one pass for each of a few dozen
// parts, and a Suggest.
func LooksLikeCredential(keyword string) bool {
	_, letters, ascii := lettersOf(keyword)
	if !ascii {
		letters = ^uint64(0)
	}
	return holdsCredentialPart(keyword, letters) || holdsCredentialWord(keyword, letters) || closeToSecret(keyword)
}

// holdsCredentialPart reports whether one of credentialParts stands in a keyword of
// these letters, among which most are not (BenchmarkCopyHits).
func holdsCredentialPart(keyword string, letters uint64) bool {
	folded := "" // once, and only where it is needed
	for _, p := range credentialParts {
		if !p.mayHold(letters) {
			continue
		}
		if folded == "" {
			folded = fold.Keyword(keyword)
		}
		if strings.Contains(folded, p.text) {
			return true
		}
	}
	return false
}

// holdsCredentialWord is the same for credentialWords.
func holdsCredentialWord(keyword string, letters uint64) bool {
	folded := ""
	for _, p := range credentialWords {
		if !p.mayHold(letters) {
			continue
		}
		if folded == "" {
			folded = fold.Keyword(keyword)
		}
		for word := range strings.FieldsFuncSeq(folded, isNoLetter) {
			if word == p.text {
				return true
			}
		}
	}
	return false
}

// HoldsSecretKeyword reports whether an unknown keyword shows the signs of a secret
// that was read as a part of it: a sign was written for another, or one was
// forgotten. It errs on the side of yes; a keyword that Lookup finds is none.
// The cost is a Lookup for each of the first hundred bytes.
func HoldsSecretKeyword(keyword string) bool {
	return holdsUserinfo(keyword) || holdsCredentialValue(keyword) || continuesSecretKeyword(keyword)
}

// holdsUserinfo reports whether a ':' stands before an '@', as in a faulty URI
// with a password.
func holdsUserinfo(keyword string) bool {
	at := strings.LastIndexByte(keyword, '@')
	return at > 0 && strings.IndexByte(keyword[:at], ':') >= 0
}

// holdsCredentialValue reports whether a '=', which is doubled in the text,
// follows the name of a credential ("AppKey==value").
func holdsCredentialValue(keyword string) bool {
	name, _, found := strings.Cut(keyword, "=")
	return found && LooksLikeCredential(name)
}

// continuesSecretKeyword reports whether keyword starts with that of a secret
// property and goes on ("AppKey:value").
func continuesSecretKeyword(keyword string) bool {
	const (
		shortest = 4   // bytes of a secret worth hiding
		longest  = 100 // bytes of a keyword, white space included
	)
	for end := min(longest, len(keyword)-shortest); end > 0; end-- {
		if id, ok := schema.Lookup(keyword[:end]); ok && schema.Secrets().Has(id) {
			return true
		}
	}
	return false
}

// isNoLetter reports whether r ends a word of credentialWords.
func isNoLetter(r rune) bool { return r < 0x80 && (r < 'a' || r > 'z') }

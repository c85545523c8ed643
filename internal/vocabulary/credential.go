package vocabulary

import (
	"slices"
	"strings"

	"kustoconn/internal/fold"
	"kustoconn/schema"
)

// credentialParts are parts of folded keywords that name a credential in most
// products' connection strings.
var credentialParts = []string{
	"key", "token", "secret", "password", "passwd", "passphrase", "pwd",
	"credential", "signature", "certificateblob", "pfx", "jwt", "bearer",
}

// credentialWords are words that do so when they stand alone; within longer
// words they are common.
var credentialWords = []string{"sig", "sas", "pat", "pass", "cred", "creds", "auth"}

// LooksLikeCredential reports whether a keyword that Lookup does not find is
// likely to have a credential for its value: it says so, or it is close to the
// name of a secret property. It errs on the side of yes, and says it of every
// keyword of a secret property. It costs one pass for each of a few dozen
// parts, and a Suggest.
func LooksLikeCredential(keyword string) bool {
	folded := fold.Keyword(keyword)
	for _, part := range credentialParts {
		if strings.Contains(folded, part) {
			return true
		}
	}
	for word := range strings.FieldsFuncSeq(folded, isNoLetter) {
		if slices.Contains(credentialWords, word) {
			return true
		}
	}
	return closeToSecret(keyword)
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

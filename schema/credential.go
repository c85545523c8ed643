package schema

import (
	"slices"
	"strings"
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
// name of a secret property. It errs on the side of yes. It costs one pass for
// each of a few dozen parts, and a Suggest.
func LooksLikeCredential(keyword string) bool {
	folded := Fold(keyword)
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
	s, ok := Suggest(keyword)
	return ok && Secrets().Has(s.Property)
}

// isNoLetter reports whether r ends a word of credentialWords.
func isNoLetter(r rune) bool { return r < 0x80 && (r < 'a' || r > 'z') }

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

// HoldsSecretKeyword reports whether text that Lookup does not find starts with
// the keyword of a secret property and goes on, or holds a "=" after a
// credential's name, or a ":" before an "@" as a faulty URI with a password
// does: the signs of a secret that was read as part of a keyword. It costs a
// Lookup for each of the first hundred bytes.
func HoldsSecretKeyword(text string) bool {
	if at := strings.LastIndexByte(text, '@'); at > 0 && strings.IndexByte(text[:at], ':') >= 0 {
		return true
	}
	if name, _, found := strings.Cut(text, "="); found && LooksLikeCredential(name) {
		return true
	}
	const (
		shortest = 4   // bytes of a secret worth hiding
		longest  = 100 // bytes of a keyword, white space included
	)
	for end := min(longest, len(text)-shortest); end > 0; end-- {
		if id, ok := Lookup(text[:end]); ok && Secrets().Has(id) {
			return true
		}
	}
	return false
}

// isNoLetter reports whether r ends a word of credentialWords.
func isNoLetter(r rune) bool { return r < 0x80 && (r < 'a' || r > 'z') }

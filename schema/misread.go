package schema

import "strings"

// MayHoldSecret reports whether an unknown keyword shows the signs of a secret
// that was read as a part of it: a sign was written for another, or one was
// forgotten. It errs on the side of yes; a keyword that Lookup finds is none.
// The cost is a Lookup for each of the first hundred bytes.
func MayHoldSecret(keyword string) bool {
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
		if id, ok := Lookup(keyword[:end]); ok && Secrets().Has(id) {
			return true
		}
	}
	return false
}

package validate

import (
	"slices"
	"strings"

	"kustoconn/diag"
)

// rules holds every rule, by code.
var rules = []*Rule{
	&unterminatedQuote,
	&textAfterQuote,
	&missingEquals,
	&emptyKeyword,
	&controlCharacter,
	&strayQuote,
	&misplacedPrefix,
	&invalidUTF8,
	&unknownKeyword,
	&duplicateKeyword,
	&conflictingValues,
	&programmaticOnly,
	&foreignKeyword,
	&quotedKeyword,
	&undocumentedKeyword,
	&oneClientKeyword,
	&notABoolean,
	&oddAuthority,
	&clientIDNotAGUID,
	&thumbprintNotHex,
	&unknownQueryConsistency,
	&emptyValueUnsets,
	&quoteInBareValue,
	&placeholderRule,
	&whitespaceTrimmedFromSecret,
	&semicolonTruncated,
	&doublyQuoted,
	&uncommonQueryConsistency,
	&missingProperty,
	&federationOff,
	&ignoredCredential,
	&credentialOverHTTP,
	&certificateOptionWithoutCertificate,
	&localSecretKeyword,
	&passwordAuthentication,
	&interactiveSignIn,
	&noDataSource,
	&badURI,
	&unsupportedScheme,
	&untrustedEndpoint,
	&plainHTTP,
	&credentialsInURI,
	&queryOrFragment,
	&pathTooDeep,
	&databaseTwice,
	&ingestEndpoint,
	&bareClusterName,
	&shorthand,
	&lookalikeHost,
	&cloudMismatch,
	&secretInText,
	&expiredToken,
	&maskedSecret,
	&rejectedByClient,
	&readDifferentlyByClient,
	&crashesClient,
	&leakedByClientError,
	&ignoredByClient,
	&unusedSuppression,
	&suppressionWithoutReason,
	&unreadableFile,
}

// Rules returns every rule, ordered by code: those of this package, and the
// documentation of those that other packages check. The slice is the caller's
// own, the rules are shared.
func Rules() []*Rule { return slices.Clone(rules) }

// Find returns the rule with the code or name, in any case, and whether there
// is one.
func Find(codeOrName string) (*Rule, bool) {
	for _, r := range rules {
		if strings.EqualFold(codeOrName, r.Code.String()) || strings.EqualFold(codeOrName, r.Name) {
			return r, true
		}
	}
	return nil, false
}

// Get returns the rule with the code, nil where there is none.
func Get(code diag.Code) *Rule {
	i, ok := slices.BinarySearchFunc(rules, code, func(r *Rule, code diag.Code) int { return int(r.Code - code) })
	if !ok {
		return nil
	}
	return rules[i]
}

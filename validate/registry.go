package validate

import (
	"kustoconn/diag"
	"kustoconn/schema"
)

// check is how a rule of this package looks at a string. What else there is to
// know of the rule is in package rule.
type check struct {
	rule diag.Code
	// subject is what the rule speaks of, where not every string has it: the
	// rule is not asked about the others.
	subject subject
	// needs lists properties of which the string must give one at least for
	// the rule to say anything; none for rules about other things.
	needs schema.Set
	look  func(*pass) // reports what it finds
}

// subject is what a rule speaks of. The zero subject is the whole string.
type subject int

const (
	_                subject = iota
	unknownKeywords          // a pair whose keyword is no property's
	doubtfulEndpoint         // a Data Source other than https with a trusted host, in ASCII and without fault
	numSubjects
)

// checks holds every check, by the code of its rule: they look in this order.
var checks = []*check{
	&unknownKeyword,
	&duplicateKeyword,
	&conflictingValues,
	&programmaticOnly,
	&foreignKeyword,
	&quotedKeyword,
	&undocumentedKeyword,
	&oneClientKeyword,
	&missingSeparator,
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
	&singleQuotedValue,
	&oddRegion,
	&missingProperty,
	&federationOff,
	&ignoredCredential,
	&credentialOverHTTP,
	&certificateOptionWithoutCertificate,
	&localSecretKeyword,
	&passwordAuthentication,
	&interactiveSignIn,
	&unsupportedCombination,
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
}

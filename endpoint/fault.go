package endpoint

import (
	"kustoconn/diag"
	"kustoconn/internal/sealed"
	"kustoconn/rule"
	"kustoconn/source"
)

// Reason says why a Data Source is no URI (rule.BadURI). The zero Reason is that
// of every other fault.
type Reason uint8

// The reasons of a BadURI.
const (
	_               Reason = iota
	noHost                 // no authority, or an empty one
	QuoteMark              // taken literally, it belongs to no URI
	ByteOrderMark          // U+FEFF
	controlChar            // category Cc
	whiteSpace             // in the authority
	backslash              // some clients read it as "/"
	notUTF8                // bytes that are no character
	badScheme              // what stands before "://" is no scheme
	missingSlashes         // "https:" or "https:/"
	atSign                 // Data Source=@…
	badShorthand           // @… that is not @name or @name/database
	extraAt                // more than one "@" in the authority
	percentInHost          // percent-encoding in the host
	badHostChar            // any other character that no host holds
	fullWidth              // U+FF00 to U+FFEF, which some clients read as ASCII
	ideographicStop        // U+3002, U+FF0E, U+FF61, which some clients read as "."
	emptyLabel             // two dots, or one at the start
	longLabel              // over 63 bytes
	trailingDot            // an absolute name matches no rule of the clients
	BadIPLiteral           // brackets around no IPv6 address, a zone, no brackets
	badPort                // not a number up to 65535
	badPercent             // "%" without two hexadecimal digits in the database
	databaseNotUTF8        // percent-decoded, the database is not UTF-8
	databaseNUL            // percent-decoded, the database holds NUL
)

// reasons holds what is wrong and what to do about it, for each Reason.
var reasons = [...]struct{ message, help string }{
	noHost:          {"no host", "write https://, the cluster's host and, if need be, /database"},
	QuoteMark:       {"quotation mark in the data source", "remove the quotation marks: a prefix is taken literally"},
	ByteOrderMark:   {"byte order mark in the data source", "remove the byte order mark"},
	controlChar:     {"control character in the data source", "remove the control character"},
	whiteSpace:      {"white space before the path", "remove the white space"},
	backslash:       {"backslash in the data source", "write / for the backslash"},
	notUTF8:         {"bytes that are not UTF-8 in the data source", "save the text as UTF-8"},
	badScheme:       {"not a scheme before ://", "begin with https://"},
	missingSlashes:  {"scheme without //", "write // after the scheme's colon"},
	atSign:          {"shorthand as a value", "write the URI: @cluster/database is for the start of a connection string"},
	badShorthand:    {"malformed shorthand", "write @cluster or @cluster/database"},
	extraAt:         {"more than one @ before the path", "percent-encode @ in a user name, or better leave credentials out of the URI"},
	percentInHost:   {"percent-encoding in the host", "write the host's characters as they are"},
	badHostChar:     {"character that no host holds", "use letters, digits, hyphens and dots"},
	fullWidth:       {"full-width character in the host", "write the ASCII character"},
	ideographicStop: {"ideographic full stop in the host", "write an ASCII full stop"},
	emptyLabel:      {"empty label in the host", "remove the superfluous dot"},
	longLabel:       {"label of more than 63 bytes in the host", "shorten the label"},
	trailingDot:     {"dot at the end of the host", "remove the dot"},
	BadIPLiteral:    {"malformed IPv6 address", "write an IPv6 address without a zone in brackets"},
	badPort:         {"port that is not a number up to 65535", "correct the port or leave it out"},
	badPercent:      {"malformed percent-encoding in the database", "write % as %25"},
	databaseNotUTF8: {"percent-encoded database that is not UTF-8", "percent-encode the database's UTF-8 bytes"},
	databaseNUL:     {"NUL in the database", "remove %00"},
}

// String returns what is wrong, lower case, without text of the input.
func (r Reason) String() string {
	if int(r) >= len(reasons) {
		return ""
	}
	return reasons[r].message
}

// Help returns what to do about it, lower case, without text of the input.
func (r Reason) Help() string {
	if int(r) >= len(reasons) {
		return ""
	}
	return reasons[r].help
}

// Fault is something wrong with a Data Source.
type Fault struct {
	Code   diag.Code   // the rule that it breaks: 402, 403, or 406 to 408
	Reason Reason      // of a rule.BadURI
	Span   source.Span // what to point at, with its delimiter: "?x=y", "user:pw@"

	// Fix is what to write in place of Span, where Fixable. To correct a BadURI
	// takes the fixes of all its faults. No fix is known to keep the meaning.
	Fix     sealed.Text
	Fixable bool
}

// bad adds a BadURI without a fix. Runs of one reason become one fault.
func (e *Endpoint) bad(reason Reason, span source.Span) {
	e.addRun(Fault{Code: rule.BadURI, Reason: reason, Span: span})
}

// badDelete adds a BadURI that is fixed by deleting span.
func (e *Endpoint) badDelete(reason Reason, span source.Span) {
	e.addRun(Fault{Code: rule.BadURI, Reason: reason, Span: span, Fixable: true})
}

// badReplace adds a BadURI that is fixed by writing fix for span.
func (e *Endpoint) badReplace(reason Reason, span source.Span, fix string) {
	e.add(Fault{Code: rule.BadURI, Reason: reason, Span: span, Fix: sealed.NewText(fix), Fixable: true})
}

func (e *Endpoint) addRun(f Fault) {
	if n := len(e.Faults); n > 0 {
		last := &e.Faults[n-1]
		if last.Reason == f.Reason && last.Span.End >= f.Span.Start {
			last.Span.End = max(last.Span.End, f.Span.End)
			return
		}
	}
	e.add(f)
}

func (e *Endpoint) add(f Fault) { e.Faults = append(e.Faults, f) }

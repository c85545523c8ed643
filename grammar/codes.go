package grammar

import "kustoconn/diag"

// The syntax errors. Their documentation is in package validate, with that of
// the other rules.
var (
	UnterminatedQuote = diag.ID{Code: 1, Name: "unterminated-quote", Severity: diag.Error}
	TextAfterQuote    = diag.ID{Code: 2, Name: "text-after-quote", Severity: diag.Error}
	MissingEquals     = diag.ID{Code: 3, Name: "missing-equals", Severity: diag.Error}
	EmptyKeyword      = diag.ID{Code: 4, Name: "empty-keyword", Severity: diag.Error}
	ControlCharacter  = diag.ID{Code: 5, Name: "control-character", Severity: diag.Error}
	StrayQuote        = diag.ID{Code: 6, Name: "stray-quote", Severity: diag.Error}
	MisplacedPrefix   = diag.ID{Code: 7, Name: "misplaced-prefix", Severity: diag.Error}
	InvalidUTF8       = diag.ID{Code: 8, Name: "invalid-utf8", Severity: diag.Error}
)

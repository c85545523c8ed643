package validate

import (
	"kustoconn/diag"
)

var unknownKeyword = Rule{
	ID:    diag.ID{Code: 101, Name: "unknown-keyword", Severity: diag.Error},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc:   `TODO`,
	Bad:   "https://help.kusto.windows.net/Samples;AppKye=<key>",
	Good:  "https://help.kusto.windows.net/Samples;AppKey=<key>",
	Check: checkUnknownKeywords,
}

func checkUnknownKeywords(p *Pass) {
}

package diag_test

import (
	"encoding/json"
	"fmt"

	"kustoconn/diag"
	"kustoconn/source"
)

// A fix is a list of edits, and a diagnostic's JSON holds names.
func Example() {
	const text = "AppKye=<key>"
	found := diag.List{{
		Code: 101, Rule: "unknown-keyword", Severity: diag.Error,
		Message: "unknown keyword", Span: source.Span{Start: 0, End: 6},
		Edits: []diag.Edit{{Span: source.Span{Start: 4, End: 6}, NewText: "ey"}},
	}}
	edits, n := found.Fixes(true)
	fixed, err := diag.Apply(text, edits)
	fmt.Println(fixed, n, err)
	printed, err := json.Marshal(found)
	fmt.Println(string(printed), err)
	// Output:
	// AppKey=<key> 1 <nil>
	// [{"code":"KCS101","rule":"unknown-keyword","severity":"error","message":"unknown keyword","span":{"start":0,"end":6},"edits":[{"span":{"start":4,"end":6},"newText":"ey","safe":false}]}] <nil>
}

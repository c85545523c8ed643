package quote

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/source"
)

// Edits returns the edits that put the text of span in double quotation marks,
// doubling those inside it. It inserts only, so that no edit holds a piece of
// the text. safe is what the edits say of themselves.
func Edits(text string, span source.Span, safe bool) []diag.Edit {
	edits := []diag.Edit{{Span: source.At(span.Start), NewText: `"`, Safe: safe}}
	for at := span.Start; ; at++ {
		n := strings.IndexByte(text[at:span.End], '"')
		if n < 0 {
			break
		}
		at += n
		edits = append(edits, diag.Edit{Span: source.At(at), NewText: `"`, Safe: safe})
	}
	return append(edits, diag.Edit{Span: source.At(span.End), NewText: `"`, Safe: safe})
}

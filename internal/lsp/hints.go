package lsp

import "kustoconn/lint"

// hints say behind each whole string which authentication it selects.
func (s *server) hints(d *document, p *documentParams) any {
	hints := []inlayHint{}
	for _, found := range d.findings().stringsIn(d.lines.spanOf(p.Range)) {
		if found.Kind != lint.ConnectionString {
			continue
		}
		e := d.findings().judging.Explain(found.Masked, -1)
		hints = append(hints, inlayHint{d.lines.position(found.Span.End), e.Authentication, e.Summary, true})
	}
	return hints
}

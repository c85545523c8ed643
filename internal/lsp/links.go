package lsp

import (
	"strings"

	"kustoconn/rule"
	"kustoconn/source"
)

// suppression is a rule's code as a comment that suppresses it names it.
type suppression struct {
	rule *rule.Rule
	span source.Span
}

// suppressions finds the codes on lines behind "kustoconn:ignore". The cost is one pass.
func suppressions(text string) (all []suppression) {
	const marker, codeLen = "kustoconn:ignore", len("KCS501")
	for at := 0; ; {
		found := strings.Index(text[at:], marker)
		if found < 0 {
			return all
		}
		at += found + len(marker)
		end, _ := source.AnyLineEnd(text, at)
		for {
			code := strings.Index(text[at:end], "KCS")
			if code < 0 || at+code+codeLen > end {
				break
			}
			at += code
			if r, ok := rule.Find(text[at : at+codeLen]); ok {
				all = append(all, suppression{r, source.Span{Start: at, End: at + codeLen}})
			}
			at += len("KCS")
		}
		at = end
	}
}

// links lead from the codes of suppressions to the rules' pages.
func (s *server) links(d *document, _ *documentParams) any {
	links := []documentLink{}
	for _, found := range suppressions(d.text()) {
		if page := s.rulePage(found.rule.Code); page != "" {
			links = append(links, documentLink{d.lines.span(found.span), page, found.rule.Name})
		}
	}
	return links
}

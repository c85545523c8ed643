package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"time"

	"kustoconn/diag"
	"kustoconn/lint"
	"kustoconn/rule"
)

// origin is what editors show as the source of a diagnostic.
const origin = "kustoconn"

// severities are the protocol's numbers.
var severities = map[diag.Severity]int{diag.Error: 1, diag.Warning: 2, diag.Information: 3}

// diagnostic is a finding as editors show it.
func (s *server) diagnostic(uri string, l *lines, f *lint.Finding) diagnostic {
	d := &f.Diagnostic
	shown := diagnostic{
		Range: l.span(d.Span), Severity: severities[d.Severity], Code: d.Code.String(),
		Source: origin, Message: d.Message,
	}
	if d.Help != "" {
		shown.Message += "\n" + d.Help
	}
	if page := s.rulePage(d.Code); page != "" {
		shown.About = &codeDescription{page}
	}
	for _, r := range d.Related {
		shown.Related = append(shown.Related, related{location{uri, l.span(r.Span)}, r.Message})
	}
	return shown
}

// rulePage returns the URI of a rule's page; "" where pages have none.
func (s *server) rulePage(code diag.Code) string {
	if s.options.RulePages == "" || rule.Get(code) == nil {
		return ""
	}
	return s.options.RulePages + "/" + code.String() + ".md"
}

// diagnostics are all of a document; never nil.
func (s *server) diagnostics(d *document) []diagnostic {
	all := []diagnostic{}
	for _, f := range d.findings().shown {
		all = append(all, s.diagnostic(d.uri, d.lines, f))
	}
	return all
}

// publishSoon pushes the diagnostics of a document after a while, if it is then still
// the same version.
func (s *server) publishSoon(ctx context.Context, key string, after time.Duration) {
	s.mu.Lock()
	d := s.documents[key]
	s.mu.Unlock()
	if s.pulls() || d == nil {
		return
	}
	isCurrent := func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.documents[key] == d && ctx.Err() == nil
	}
	time.AfterFunc(after, func() {
		s.background(func() {
			s.pushing.Lock() // so that of many versions the last is judged, and shown last
			defer s.pushing.Unlock()
			if !isCurrent() {
				return
			}
			if all := s.diagnostics(d); isCurrent() {
				s.notify("textDocument/publishDiagnostics", publishDiagnosticsParams{d.uri, &d.version, all})
			}
		})
	})
}

// pull answers with the diagnostics of a document, or that they are what the client has.
func (s *server) pull(d *document, p *documentParams) any {
	all := s.diagnostics(d)
	id := resultID(all)
	if id == p.PreviousResultID {
		return diagnosticReport{Kind: "unchanged", ResultID: id}
	}
	return diagnosticReport{Kind: "full", ResultID: id, Items: &all}
}

// resultID tells lists of diagnostics apart.
func resultID(all []diagnostic) string {
	h := fnv.New64a()
	if json.NewEncoder(h).Encode(all) != nil {
		return ""
	}
	return fmt.Sprintf("%016x", h.Sum64())
}

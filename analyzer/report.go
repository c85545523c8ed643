package analyzer

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"

	"kustoconn/diag"
	"kustoconn/lint"
	"kustoconn/rule"
)

// reported is a finding by its place, which two calls of one constant share.
type reported struct {
	pos, end token.Pos
	code     diag.Code
}

// report reports a diagnostic of a text where the program writes it.
func (r *runner) report(t *text, d diag.Diagnostic, as role) {
	pos, end := t.at(d.Span)
	key := reported{pos, end, d.Code}
	if r.seen[key] || r.isSuppressed(t, pos, d.Code) {
		return
	}
	if r.seen == nil {
		r.seen = map[reported]bool{}
	}
	r.seen[key] = true
	message := d.Code.String() + ": " + d.Message
	if d.Help != "" {
		message += "; " + d.Help
	}
	out := analysis.Diagnostic{Pos: pos, End: end, Category: d.Code.String(), Message: message}
	for _, related := range d.Related {
		at, until := t.at(related.Span)
		out.Related = append(out.Related, analysis.RelatedInformation{Pos: at, End: until, Message: related.Message})
	}
	if pos < t.expr.Pos() || pos > t.expr.End() {
		out.Related = append(out.Related, analysis.RelatedInformation{Pos: t.expr.Pos(), End: t.expr.End(), Message: "it is used here"})
	}
	if as.by != nil && d.Code == rule.IngestEndpoint {
		out.Related = append(out.Related, analysis.RelatedInformation{Pos: as.by.Pos(), End: as.by.End(), Message: "the client is made of it here"})
	}
	if fixable, safe := d.Fixable(); fixable && (safe || r.judge.unsafe) {
		if edits, ok := t.rewrite(d.Edits); ok {
			what := "fix "
			if !safe {
				what = "unsafe fix of "
			}
			out.SuggestedFixes = []analysis.SuggestedFix{{Message: what + rule.Get(d.Code).Name, TextEdits: edits}}
		}
	}
	r.pass.Report(out)
}

// suppression is a comment that suppresses, and the line that it is about.
type suppression struct {
	lint.Suppression
	line int
}

// isSuppressed reports whether a comment suppresses the rule where the text is given or
// where pos, which is in it, is.
func (r *runner) isSuppressed(t *text, pos token.Pos, code diag.Code) bool {
	return r.suppressedOn(pos, pos, code) || r.suppressedOn(t.expr.Pos(), t.expr.End(), code)
}

func (r *runner) suppressedOn(pos, end token.Pos, code diag.Code) bool {
	if r.comments == nil {
		r.readComments()
	}
	first, last := r.pass.Fset.PositionFor(pos, false), r.pass.Fset.PositionFor(end, false)
	for _, s := range r.comments[first.Filename] {
		if (s.WholeFile || first.Line <= s.line && s.line <= last.Line) && s.Suppresses(code) {
			return true
		}
	}
	return false
}

// readComments finds the comments that suppress.
func (r *runner) readComments() {
	r.comments = map[string][]suppression{}
	for _, file := range r.pass.Files {
		for _, group := range file.Comments {
			for _, c := range group.List {
				read, ok := lint.ReadSuppression(c.Text)
				if !ok {
					continue
				}
				at := r.pass.Fset.PositionFor(c.Pos(), false)
				line := at.Line
				if r.standsAlone(c.Pos()) {
					line++
				}
				r.comments[at.Filename] = append(r.comments[at.Filename], suppression{read, line})
			}
		}
	}
}

// standsAlone reports whether nothing but blanks stands before pos on its line: a comment
// there is about the next one.
func (r *runner) standsAlone(pos token.Pos) bool {
	file := r.pass.Fset.File(pos)
	content, err := r.pass.ReadFile(file.Name())
	offset := file.Offset(pos)
	if err != nil || offset > len(content) {
		return false
	}
	before := string(content[:offset])
	return strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:]) == ""
}

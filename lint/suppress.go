package lint

import (
	"slices"
	"strings"

	"kustoconn/diag"
	"kustoconn/internal/piece"
	"kustoconn/rule"
	"kustoconn/source"
)

// marker is how a comment addresses this package.
const marker = "kustoconn:ignore"

// directive is a suppression comment: which rules it suppresses, and where.
type directive struct {
	span      source.Span // in the file
	line      int
	wholeFile bool
	selectors []selector // none for every rule
	reason    bool
	used      map[diag.Code]bool // rules it has suppressed
}

// selector is one name of rules in a directive.
type selector struct {
	name  string      // as a message may print it
	codes []diag.Code // none where there is no such rule
}

// takeDirectives returns the suppressions in the comments of the file, in
// order, and blanks them: they are no part of a string before them.
func takeDirectives(f *File) []*directive {
	var all []*directive
	for i := range f.pieces() {
		p := &f.pieces()[i]
		if p.Kind != piece.Comment {
			continue
		}
		for at := 0; ; {
			n := strings.Index(p.filled[at:], marker)
			if n < 0 {
				break
			}
			start := at + n
			end := start + directiveLen(p.filled[start:])
			d := parseDirective(p.filled[start+len(marker) : end])
			d.span = p.Map.Span(source.Span{Start: start, End: start + len(strings.TrimRight(p.filled[start:end], " \t"))})
			d.line = f.line(d.span.Start)
			all = append(all, d)
			p.filled = p.filled[:start] + strings.Repeat(" ", end-start) + p.filled[end:]
			at = end
		}
	}
	return all
}

// directiveLen returns the length of the directive that text starts with: it
// ends with its line or its comment. (A reader that does not know the language
// takes the rest of a line for the comment.)
func directiveLen(text string) int {
	if n := strings.IndexAny(text, "\r\n"); n >= 0 {
		text = text[:n]
	}
	for _, end := range []string{"-->", "*/", "#>", "*)"} {
		if n := strings.Index(text, end); n >= 0 {
			text = text[:n]
		}
	}
	return len(text)
}

// parseDirective reads what follows the marker: "-file", rules with blanks or
// commas between them, and the reason behind two hyphens, a dash or a colon
// (XML has no place for two hyphens in a comment).
func parseDirective(text string) *directive {
	d := &directive{used: map[diag.Code]bool{}}
	text, d.wholeFile = strings.CutPrefix(text, "-file")
	rules, reason := text, ""
	for _, separator := range []string{"--", "—", "–", ":"} {
		if before, after, found := strings.Cut(rules, separator); found {
			rules, reason = before, after
		}
	}
	d.reason = strings.Trim(reason, "-–—: \t") != ""
	for _, word := range strings.FieldsFunc(rules, func(r rune) bool { return strings.ContainsRune(", \t", r) }) {
		d.selectors = append(d.selectors, newSelector(word))
	}
	return d
}

// newSelector reads a code, a rule's name or the start of a code.
func newSelector(word string) selector {
	if r, ok := rule.Find(word); ok {
		return selector{r.Code.String(), []diag.Code{r.Code}}
	}
	return selector{strings.ToUpper(word), rule.Select(word)}
}

func (d *directive) selects(code diag.Code) bool {
	return len(d.selectors) == 0 || slices.ContainsFunc(d.selectors, func(s selector) bool { return slices.Contains(s.codes, code) })
}

// suppress takes out the findings that a directive suppresses, and reports the
// directives that suppress nothing or give no reason.
func (l *linter) suppress(f *File, directives []*directive) {
	if len(directives) == 0 {
		return
	}
	occupied := f.stringLines()
	f.Findings = slices.DeleteFunc(f.Findings, func(found Finding) bool {
		suppressed := false
		for _, d := range directives {
			if d.covers(f, &found, occupied) {
				d.used[found.Diagnostic.Code] = true
				suppressed = true
			}
		}
		return suppressed
	})
	for _, d := range directives {
		l.reportDirective(f, d)
	}
}

// stringLines returns the lines that hold any part of a string.
func (f *File) stringLines() map[int]bool {
	lines := map[int]bool{}
	for i := range f.Strings {
		if s := &f.Strings[i]; s.Kind == Settings {
			for _, key := range s.keys {
				f.addLines(lines, key)
			}
		} else {
			f.addLines(lines, s.withKey)
		}
	}
	return lines
}

// covers reports whether the directive suppresses the finding: one on its
// line or, where that holds no string, on the next one. Where the finding is
// about a string of several lines, each of those counts as the finding's.
func (d *directive) covers(f *File, found *Finding, occupied map[int]bool) bool {
	if !d.selects(found.Diagnostic.Code) {
		return false
	}
	if d.wholeFile {
		return true
	}
	target := d.line
	if !occupied[target] {
		target++
		if f.isFence(target) {
			target++
		}
	}
	at := found.Diagnostic.Span
	if i := found.String; i >= 0 && f.Strings[i].Kind != Settings {
		at = f.Strings[i].withKey
	}
	return f.line(at.Start) <= target && target <= f.line(at.End)
}

// isFence reports whether a line starts a block of code in Markdown, before
// which there is no place for a comment but the line above.
func (f *File) isFence(line int) bool {
	text := strings.TrimLeft(f.Index().Line(line).Slice(f.Text()), " \t>")
	return strings.HasPrefix(text, "```") || strings.HasPrefix(text, "~~~")
}

func (l *linter) reportDirective(f *File, d *directive) {
	if !d.reason {
		report := rule.New(rule.SuppressionWithoutReason, d.span, "a suppression without a reason")
		report.Help = `write the reason behind two hyphens: "-- reason"`
		l.report(f, report)
	}
	if len(d.selectors) == 0 && len(d.used) == 0 {
		l.report(f, unusedSuppression(d.span, "a suppression that suppresses nothing", "remove it"))
	}
	for _, s := range d.selectors {
		switch {
		case len(s.codes) == 0:
			l.report(f, unusedSuppression(d.span, "a suppression that names no rule", "name a rule by its code, such as KCS501"))
		case l.runsAny(s.codes) && !d.usedAny(s.codes):
			l.report(f, unusedSuppression(d.span, "nothing to suppress for "+s.name, "remove it"))
		}
	}
}

func (l *linter) runsAny(codes []diag.Code) bool {
	return slices.ContainsFunc(codes, func(c diag.Code) bool { return l.Validator.Severity(c) != diag.Off })
}

func (d *directive) usedAny(codes []diag.Code) bool {
	return slices.ContainsFunc(codes, func(c diag.Code) bool { return d.used[c] })
}

func unusedSuppression(span source.Span, message, help string) diag.Diagnostic {
	d := rule.New(rule.UnusedSuppression, span, message)
	d.Help = help
	return d
}

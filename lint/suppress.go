package lint

import (
	"slices"
	"strings"

	"kustoconn/diag"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/rule"
	"kustoconn/source"
)

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
// order, and blanks them: they are no part of a string before them. formatName
// is that of the file's format.
func takeDirectives(f *File, formatName string) []*directive {
	if plain.FindDirective(f.Text()).Empty() {
		return nil
	}
	var all []*directive
	for i := range f.pieces() {
		p := &f.pieces()[i]
		for at := 0; ; {
			found := plain.FindDirective(p.filled[at:])
			if found.Empty() {
				break
			}
			found = found.Shift(at)
			at = found.End
			comment := found.Start
			if p.Kind != piece.Comment {
				if comment = p.commentWithin(found, formatName); comment < 0 {
					continue
				}
			}
			end := found.Start + directiveLen(p.filled[found.Start:])
			d := parseDirective(p.filled[found.End:end])
			d.span = p.Map.Span(source.Span{Start: found.Start, End: found.Start + len(strings.TrimRight(p.filled[found.Start:end], " \t"))})
			d.line = f.line(d.span.Start)
			all = append(all, d)
			p.filled = p.filled[:comment] + strings.Repeat(" ", end-comment) + p.filled[end:]
			at = end
		}
	}
	return f.addUnread(all)
}

// looseFormats are those that one reader reads for many dialects, some of which
// have comments that it does not know: a batch file's "& REM", nginx's "#".
var looseFormats = map[string]bool{"ini": true, "batch": true, "plain": true}

// commentWithin returns where the comment begins that holds the directive at
// found, in a piece that the format's reader takes for text, or -1.
func (p *filePiece) commentWithin(found source.Span, formatName string) int {
	if p.Kind == piece.Literal || !looseFormats[formatName] {
		return -1
	}
	line := strings.LastIndexAny(p.filled[:found.Start], "\r\n") + 1
	at := plain.DirectiveComment(p.filled[line:found.End])
	if at < 0 {
		return -1
	}
	return line + at
}

// addUnread adds the suppressions that stand in no piece: the file's reader
// knows the comment but hands it out as nothing, as between two commands.
func (f *File) addUnread(all []*directive) []*directive {
	for at := 0; ; {
		found := plain.FindDirective(f.Text()[at:])
		if found.Empty() {
			break
		}
		found = found.Shift(at)
		at = found.End
		line := f.Index().Line(f.line(found.Start))
		if f.isRead(found) || plain.DirectiveComment(f.Text()[line.Start:found.End]) < 0 {
			continue
		}
		end := found.Start + directiveLen(f.Text()[found.Start:])
		d := parseDirective(f.Text()[found.End:end])
		d.span = source.Span{Start: found.Start, End: found.Start + len(strings.TrimRight(f.Text()[found.Start:end], " \t"))}
		d.line = f.line(found.Start)
		all = append(all, d)
	}
	slices.SortStableFunc(all, func(a, b *directive) int { return a.span.Start - b.span.Start })
	return all
}

// isRead reports whether a piece holds any byte of the directive at span. One
// that begins there is a word of a comment in a loose format.
func (f *File) isRead(span source.Span) bool {
	return slices.ContainsFunc(f.pieces(), func(p filePiece) bool {
		at := p.Span()
		return at.Overlaps(span) && !(at.Start == span.Start && looseFormats[f.opened().format])
	})
}

// directiveLen returns the length of the directive that text starts with: it
// ends with its line or its comment. (A reader that does not know the language
// takes the rest of a line for the comment.)
func directiveLen(text string) int {
	if n := strings.IndexAny(text, "\r\n"); n >= 0 {
		text = text[:n]
	}
	for _, end := range []string{"-->", "*/", "*@", "#>", "*)", "-}"} {
		if n := strings.Index(text, end); n >= 0 {
			text = text[:n]
		}
	}
	return len(text)
}

// parseDirective reads what follows the marker: "-file", rules with blanks or
// commas between them, and the reason behind two hyphens, a dash, a hyphen
// between blanks, or a colon (XML has no place for two hyphens in a comment).
func parseDirective(text string) *directive {
	d := &directive{used: map[diag.Code]bool{}}
	text, d.wholeFile = strings.CutPrefix(text, "-file")
	rules, reason := text, ""
	for _, separator := range []string{"--", "—", "–", " - ", ":"} {
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

func (f *File) addLines(set map[int]bool, span source.Span) {
	for n, last := f.line(span.Start), f.line(span.End); n <= last; n++ {
		set[n] = true
	}
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
	if len(d.selectors) == 0 {
		l.reportUnnamed(f, d)
		return
	}
	if !d.reason {
		report := rule.New(rule.SuppressionWithoutReason, d.span, "a suppression without a reason")
		report.Help = `write the reason behind two hyphens: "-- reason"`
		if f.opened().format == "xml" || f.opened().format == "html" {
			report.Help = `write the reason behind a colon, for two hyphens end no comment there: ": reason"`
		}
		l.report(f, report)
	}
	for _, s := range d.selectors {
		switch {
		case len(s.codes) == 0:
			l.report(f, unusedSuppression(d.span, "a suppression that names no rule", "name a rule by its code, such as KCS501, and the reason behind two hyphens"))
		case l.runsAny(s.codes) && !d.usedAny(s.codes):
			l.report(f, unusedSuppression(d.span, "nothing to suppress for "+s.name, "remove it"))
		}
	}
}

// reportUnnamed reports a suppression of every rule, and says which it should
// name.
func (l *linter) reportUnnamed(f *File, d *directive) {
	report := unusedSuppression(d.span, "a suppression that names no rule", d.whatToWrite())
	if !d.reason && len(d.used) > 0 {
		report = rule.New(rule.SuppressionWithoutReason, d.span, "a suppression without rules and a reason")
		report.Help = d.whatToWrite()
	}
	l.report(f, report)
}

// whatToWrite returns the help for a suppression of every rule: the rules that
// it has suppressed, or to remove it.
func (d *directive) whatToWrite() string {
	if len(d.used) == 0 {
		return "remove it: it suppresses nothing"
	}
	var codes []string
	for code := range d.used {
		codes = append(codes, code.String())
	}
	slices.Sort(codes)
	marker := "kustoconn:ignore "
	if d.wholeFile {
		marker = "kustoconn:ignore-file "
	}
	return "write " + marker + strings.Join(codes, ", ") + " -- and the reason"
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

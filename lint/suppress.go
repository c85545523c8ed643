package lint

import (
	"slices"
	"sort"
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
	target    int // the line that it is about
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

// Suppression says which rules a comment suppresses.
type Suppression struct {
	WholeFile  bool
	Suppresses func(code diag.Code) bool
}

// ReadSuppression reads the comment of a program, marks included: "kustoconn:ignore
// KCS501 -- reason", as docs/lint.md has it. ok is false for any other comment. The
// cost is linear.
func ReadSuppression(comment string) (s Suppression, ok bool) {
	found := plain.FindDirective(comment)
	if found.Empty() {
		return s, false
	}
	d := parseDirective(comment[found.End : found.Start+directiveLen(comment[found.Start:])])
	return Suppression{d.wholeFile, d.selects}, true
}

// looseFormats are those that one reader reads for many dialects, some of which
// have comments that it does not know: a batch file's "& REM", nginx's "#".
var looseFormats = map[string]bool{"ini": true, "batch": true, "plain": true}

// commentWithin returns where the comment begins that holds the directive at
// found, in a piece that the format's reader takes for text, or -1.
func (p *filePiece) commentWithin(found source.Span, formatName string) int {
	if p.Kind == piece.Literal || !looseFormats[formatName] && formatName != "markdown" {
		return -1
	}
	line := strings.LastIndexAny(p.filled[:found.Start], "\r\n") + 1
	at := plain.DirectiveComment(p.filled[line:found.End])
	if at < 0 || formatName == "markdown" && !strings.HasPrefix(p.filled[line+at:], "[") {
		return -1
	}
	return line + at
}

// addUnread adds the suppressions that stand in no piece: the file's reader
// knows the comment but hands it out as nothing, as between two commands.
func (f *File) addUnread(all []*directive) []*directive {
	pieces, loose := f.piecesByStart(), looseFormats[f.opened().format]
	for at := 0; ; {
		found := plain.FindDirective(f.Text()[at:])
		if found.Empty() {
			break
		}
		found = found.Shift(at)
		at = found.End
		line := f.Index().Line(f.line(found.Start))
		if isRead(pieces, found, loose) || plain.DirectiveComment(f.Text()[line.Start:found.End]) < 0 {
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

// piecesByStart are the spans of a file's pieces by their start, each with the last
// end of those up to it.
func (f *File) piecesByStart() []source.Span {
	spans := make([]source.Span, 0, len(f.pieces()))
	for i := range f.pieces() {
		spans = append(spans, f.pieces()[i].Span())
	}
	slices.SortFunc(spans, func(a, b source.Span) int { return a.Start - b.Start })
	for i := 1; i < len(spans); i++ {
		spans[i].End = max(spans[i].End, spans[i-1].End)
	}
	return spans
}

// isRead reports whether a piece holds any byte of the directive at span. One
// that begins there is a word of a comment in a loose format.
func isRead(pieces []source.Span, span source.Span, loose bool) bool {
	first := sort.Search(len(pieces), func(i int) bool { return pieces[i].Start >= span.Start })
	if first > 0 && pieces[first-1].End > span.Start {
		return true
	}
	for loose && first < len(pieces) && pieces[first].Start == span.Start {
		first++
	}
	return first < len(pieces) && pieces[first].Start < span.End
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
	var ofFile, ofLines []*directive // the latter by their lines
	for _, d := range directives {
		if d.wholeFile {
			ofFile = append(ofFile, d)
			continue
		}
		d.target = d.lineMeant(f, occupied)
		ofLines = append(ofLines, d)
	}
	f.Findings = slices.DeleteFunc(f.Findings, func(found Finding) bool {
		suppressed := false
		for _, lines := range f.linesOf(&found) {
			from := sort.Search(len(ofLines), func(i int) bool { return ofLines[i].target >= lines.first })
			for i := from; i < len(ofLines) && ofLines[i].target <= lines.last; i++ {
				suppressed = ofLines[i].takes(found.Diagnostic.Code) || suppressed
			}
		}
		for _, d := range ofFile {
			suppressed = d.takes(found.Diagnostic.Code) || suppressed
		}
		return suppressed
	})
	for _, d := range directives {
		l.reportDirective(f, d)
	}
}

// stringLines returns the lines that hold any part of a string, or what is filled into one.
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
	for i := range f.Findings {
		if found := &f.Findings[i]; found.String >= 0 && !f.Strings[found.String].Span.Covers(found.Diagnostic.Span) {
			f.addLines(lines, found.Diagnostic.Span)
		}
	}
	return lines
}

func (f *File) addLines(set map[int]bool, span source.Span) {
	for n, last := f.line(span.Start), f.line(span.End); n <= last; n++ {
		set[n] = true
	}
}

// takes reports whether the directive is of a rule, and notes that it was of use.
func (d *directive) takes(code diag.Code) bool {
	if !d.selects(code) {
		return false
	}
	d.used[code] = true
	return true
}

// lineRange is from the first to the last of some lines.
type lineRange struct{ first, last int }

// linesOf returns the lines that a suppression of the finding may stand for: each
// line of the string that it is about, and its own where it stands elsewhere, as the
// argument of a format and a constant do.
func (f *File) linesOf(found *Finding) []lineRange {
	at := found.Diagnostic.Span
	own := lineRange{f.line(at.Start), f.line(at.End)}
	i := found.String
	if i < 0 || f.Strings[i].Kind == Settings {
		return []lineRange{own}
	}
	key := f.Strings[i].withKey
	lines := []lineRange{{f.line(key.Start), f.line(key.End)}}
	if !key.Covers(at) {
		lines = append(lines, own)
	}
	return lines
}

// lineMeant returns the line that the directive is about: its own, or the next one
// where that holds no string. In documents, blank lines and what opens a block stand
// between a comment and its block, and are passed over.
func (d *directive) lineMeant(f *File, occupied map[int]bool) int {
	const most = 8 // lines
	line := d.line
	if occupied[line] {
		return line
	}
	line++
	for last := line + most; line < last && line <= f.line(len(f.Text())) && !occupied[line]; line++ {
		text := strings.TrimLeft(f.Index().Line(line).Slice(f.Text()), " \t>")
		if !isFence(text) && !(documents[f.opened().format] && opensBlock(text)) {
			break
		}
	}
	return line
}

// isFence reports whether a line starts a block of code in Markdown, before which
// there is no place for a comment but the line above.
func isFence(line string) bool {
	return strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")
}

// opensBlock reports whether a line of a document is blank or opens a block:
// directives of reStructuredText and their options, attributes and delimiters of
// AsciiDoc, tags of HTML.
func opensBlock(line string) bool {
	line = strings.TrimSpace(line)
	if line == "" || strings.HasPrefix(line, ".. ") || strings.HasSuffix(line, "::") || strings.Trim(line, "-.=_*") == "" {
		return true
	}
	last := line[len(line)-1]
	return line[0] == ':' && strings.IndexByte(line[1:], ':') > 0 || line[0] == '[' && last == ']' || line[0] == '<' && last == '>'
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

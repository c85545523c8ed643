package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"kustoconn/diag"
	"kustoconn/internal/webpage"
	"kustoconn/rule"
	"kustoconn/source"
)

const htmlStyle = `
fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 1rem 0; padding: .5rem 1rem; }
fieldset label { display: inline-block; margin: .15rem 1.25rem .15rem 0; }
.finding { border: 1px solid var(--line); border-left-width: 4px; border-radius: 6px; padding: .75rem 1rem; margin: .75rem 0; }
.finding.error { border-left-color: var(--error); }
.finding.warning { border-left-color: var(--warning); }
.finding.information { border-left-color: var(--information); }
mark { background: var(--mark); color: inherit; font-weight: 600; text-decoration: underline; text-underline-offset: 3px; }
mark.related { text-decoration-style: dotted; font-weight: inherit; }
mark:empty::after { content: "‸"; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: .75rem 0 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
`

// writeHTML writes a page to look at: the findings of each file, and the rules that found
// them. What the boxes at its top take away is a matter of style alone.
func writeHTML(w io.Writer, findings []located, opts Options) error {
	severities, rules := countedBy(findings)
	p := webpage.New("kustoconn: report", htmlStyle+filterStyle(severities, rules))
	summary := opts.total.String()
	if left := opts.Left.String(); left != "" {
		summary += "; " + left
	}
	p.Element("p", summary)
	if len(findings) > 0 {
		writeFilters(p, severities, rules)
	}
	for start, end := 0, 0; start < len(findings); start = end {
		for end = start; end < len(findings) && findings[end].File.Path == findings[start].File.Path; end++ {
		}
		p.Open("section", "class", "file")
		p.Element("h2", Visible(findings[start].File.Path))
		for i := start; i < end; i++ {
			findings[i].writeHTML(p)
		}
		p.Close()
	}
	writeRuleTexts(p, rules)
	_, err := io.WriteString(w, p.String())
	return err
}

// tally is how often something was found.
type tally[T comparable] struct {
	what  T
	times int
}

// countedBy counts findings by severity, the worst first, and by rule, in the order of codes.
func countedBy(findings []located) (severities []tally[diag.Severity], rules []tally[diag.Code]) {
	bySeverity, byRule := map[diag.Severity]int{}, map[diag.Code]int{}
	for i := range findings {
		bySeverity[findings[i].Diagnostic.Severity]++
		byRule[findings[i].Diagnostic.Code]++
	}
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Information} {
		if n := bySeverity[s]; n > 0 {
			severities = append(severities, tally[diag.Severity]{s, n})
		}
	}
	for code, n := range byRule {
		rules = append(rules, tally[diag.Code]{code, n})
	}
	slices.SortFunc(rules, func(a, b tally[diag.Code]) int { return int(a.what) - int(b.what) })
	return severities, rules
}

// filterStyle hides what is not ticked, and the file of which nothing is left.
func filterStyle(severities []tally[diag.Severity], rules []tally[diag.Code]) string {
	var b strings.Builder
	names := make([]string, 0, len(severities)+len(rules))
	for _, s := range severities {
		names = append(names, s.what.String())
	}
	for _, r := range rules {
		names = append(names, r.what.String())
	}
	for _, name := range names {
		fmt.Fprintf(&b, "body:has(#show-%s:not(:checked)) .finding.%s { display: none; }\n", name, name)
	}
	return b.String()
}

func writeFilters(p *webpage.Page, severities []tally[diag.Severity], rules []tally[diag.Code]) {
	p.Open("fieldset")
	p.Element("legend", "Show")
	for _, s := range severities {
		p.Checkbox("show-"+s.what.String(), fmt.Sprintf("%s (%d)", s.what, s.times))
	}
	p.Open("details")
	p.Element("summary", "by rule")
	for _, r := range rules {
		p.Checkbox("show-"+r.what.String(), fmt.Sprintf("%s (%d)", r.what, r.times))
	}
	p.Close()
	p.Close()
}

// writeHTML writes one finding.
func (f *located) writeHTML(p *webpage.Page) {
	d := &f.Diagnostic
	severity, code := d.Severity.String(), d.Code.String()
	p.Open("article", "class", "finding "+severity+" "+code)
	p.Open("h3")
	p.Element("span", severity, "class", "badge "+severity)
	p.Text(" " + Visible(d.Message))
	p.Close()
	p.Open("p", "class", "soft")
	p.Text(strconv.Itoa(f.start.Line) + ":" + strconv.Itoa(f.start.UTF16) + " ")
	if rule.Get(d.Code) != nil {
		p.Element("a", code+" "+d.Rule, "href", "#"+code)
	} else {
		p.Text(code + " " + d.Rule)
	}
	p.Close()
	f.writeExcerpt(p)
	p.Open("dl")
	note := func(name, text string) {
		p.Element("dt", name)
		p.Element("dd", text)
	}
	for _, r := range d.Related {
		at := f.page.region(r.Span).start
		note("see "+strconv.Itoa(at.Line)+":"+strconv.Itoa(at.UTF16), Visible(r.Message))
	}
	if d.Help != "" {
		note("help", Visible(d.Help))
	}
	if fixable, safe := d.Fixable(); fixable {
		name := "fix"
		if !safe {
			name = "unsafe fix"
		}
		note(name, f.fix())
		if r := rule.Get(d.Code); !safe && r != nil && r.Changes != "" {
			note("unsafe", "it "+r.Changes)
		}
	}
	p.Close()
	p.Close()
}

// writeExcerpt shows the lines of the excerpt that the finding points at, as text does.
func (f *located) writeExcerpt(p *webpage.Page) {
	if f.Excerpt == nil {
		return
	}
	d := f.local()
	marks := f.excerpt.marks(f.Excerpt.Span(d.Span), f.region, mark{sign: "primary"})
	for i, r := range d.Related {
		at := f.page.region(f.Diagnostic.Related[i].Span)
		marks = append(marks, f.excerpt.marks(f.Excerpt.Span(r.Span), at, mark{sign: "related"})...)
	}
	slices.SortStableFunc(marks, func(a, b mark) int {
		if a.line != b.line {
			return a.line - b.line
		}
		return a.span.Start - b.span.Start
	})
	p.Open("pre", "class", "text")
	for first := true; len(marks) > 0; first = false {
		end := slices.IndexFunc(marks, func(m mark) bool { return m.line != marks[0].line })
		if end < 0 {
			end = len(marks)
		}
		if !first {
			p.Text("\n")
		}
		f.excerpt.writeMarked(p, marks[:end])
		marks = marks[end:]
	}
	p.Close()
}

// writeMarked writes the part of a line that its first mark is in, and the marks that are
// in it, too. One that begins amid another is left out.
func (p *page) writeMarked(out *webpage.Page, marks []mark) {
	s := p.strip(p.index.Line(marks[0].line), p.focus(marks))
	at := s.Start
	show := func(end int) {
		out.Text(p.fill(source.Span{Start: at, End: end}, maxCells).String())
		at = end
	}
	if s.cutLeft {
		out.Text(ellipsis)
	}
	for _, m := range marks {
		if m.span.Start < at || !s.shows(m.span) {
			continue
		}
		show(m.span.Start)
		out.Open("mark", "class", m.sign)
		show(min(m.span.End, s.End))
		out.Close()
	}
	show(s.End)
	if s.cutRight {
		out.Text(ellipsis)
	}
}

// writeRuleTexts writes what the rules that found something are about.
func writeRuleTexts(p *webpage.Page, rules []tally[diag.Code]) {
	if len(rules) == 0 {
		return
	}
	p.Element("h2", "Rules")
	for _, t := range rules {
		r := rule.Get(t.what)
		if r == nil {
			continue
		}
		p.Open("section", "id", r.Code.String())
		p.Element("h3", r.Code.String()+" "+r.Name)
		for _, paragraph := range strings.Split(r.Doc, "\n\n") {
			p.Prose("p", Visible(strings.ReplaceAll(strings.TrimSpace(paragraph), "\n", " ")))
		}
		p.Close()
	}
}

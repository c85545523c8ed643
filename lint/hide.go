package lint

import (
	"slices"
	"sort"
	"strings"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/schema"
	"kustoconn/source"
	"kustoconn/validate"
)

// A report shows the lines that a finding is on, and with them what stands
// beside the string. Here is hidden whatever may be secret there. It fails
// closed: what is hidden in vain costs a reader little.

// hideHoles hides the code in the holes of a string that writes literals: one
// of those may be a secret.
func (f *File) hideHoles(p *piece, span source.Span) {
	for _, h := range p.Holes {
		if at := p.Map.Span(h); h.Overlaps(span) && writesLiteral(at.Slice(f.Text)) {
			f.Hidden = append(f.Hidden, at)
		}
	}
}

// withLiterals adds the holes that hideHoles hides to the secrets of the string
// at span, in order.
func withLiterals(secrets []source.Span, p *piece, span source.Span) []source.Span {
	all := slices.Clone(secrets)
	for _, h := range p.Holes {
		if h.Overlaps(span) && writesLiteral(h.Slice(p.Text)) {
			s := source.Span{Start: max(0, h.Start-span.Start), End: min(h.End, span.End) - span.Start}
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b source.Span) int { return a.Start - b.Start })
	return all
}

func writesLiteral(code string) bool { return strings.ContainsAny(code, "\"'`") }

// hideAfter hides what is behind a string where that may still be a secret: one
// that holds a quotation mark, a blank or a line end goes on there. It does
// where the string ends in a secret or in a keyword without its value, and
// where something comes right behind the quotation mark that ended it. It
// reports whether there is such a rest; what may go on must not be fixed.
func (f *File) hideAfter(p *piece, span source.Span, secrets []source.Span) bool {
	at := p.Map.Span(span).End
	end := f.lineEnd(at)
	behind := strings.TrimLeft(f.Text[at:end], "\"'`")
	goesOn := behind != "" && !isClosing(behind[0])
	text := strings.TrimRight(span.Slice(p.wild), " \"'")
	if strings.HasSuffix(text, "=") || len(secrets) > 0 && secrets[len(secrets)-1].End >= len(text) {
		rest := source.Span{Start: span.End, End: len(p.wild)}
		if strings.TrimSpace(rest.Slice(p.wild)) != "" {
			goesOn = true
			end = max(end, p.Map.Span(rest).End)
		}
	}
	if goesOn {
		f.Hidden = append(f.Hidden, source.Span{Start: at, End: end})
	}
	return goesOn
}

// isClosing reports whether c is what comes behind a literal in sound code.
func isClosing(c byte) bool { return strings.IndexByte(" \t\r,;:)]}><\\/#&|.+", c) >= 0 }

// isSecretItself reports whether the string at span of p, which starts with a
// bare name, is the value of a credential: a secret that holds a semicolon and
// looks like a string behind it.
func (f *File) isSecretItself(p *piece, span source.Span, b bound) bool {
	first := &b.Tree.Segments[0]
	if first.Kind != ast.Prefix || strings.Contains(first.Value, "://") || strings.HasPrefix(first.Value, "@") ||
		strings.Contains(strings.ToLower(first.Value), ".kusto.") {
		return false
	}
	if schema.LooksLikeCredential(p.Key[strings.LastIndexByte(p.Key, '.')+1:]) && p.Key != "" {
		return true
	}
	at := p.Map.Span(span).Start
	before := strings.TrimRight(f.Text[f.Index.Line(f.line(at)).Start:at], " \t\"'`\\")
	if name := strings.TrimRight(before, "=:"); name != before {
		return schema.LooksLikeCredential(wordBefore(name))
	}
	id, ok := schema.Lookup(wordBefore(before))
	return ok && schema.Secrets().Has(id)
}

func (f *File) lineEnd(offset int) int { return f.Index.Line(f.line(offset)).End }

// hideBeside hides what looks like a credential on the lines with findings.
func (f *File) hideBeside() {
	shown := map[int]bool{}
	for i := range f.Findings {
		d := &f.Findings[i].Diagnostic
		f.addLines(shown, d.Span)
		f.hideUnknown(d)
		for _, r := range d.Related {
			f.addLines(shown, r.Span)
		}
	}
	if len(shown) > 0 {
		f.hideLines(shown)
	}
}

// hideUnknown hides what shares the line with a finding that is about no
// string, and of which nothing is known therefore: all of a line that could not
// be read, and what is before a comment.
func (f *File) hideUnknown(d *diag.Diagnostic) {
	line := f.Index.Line(f.line(d.Span.Start))
	switch d.Code {
	case validate.UnreadableFile.Code:
		f.Hidden = append(f.Hidden, line)
	case validate.UnusedSuppression.Code, validate.SuppressionWithoutReason.Code:
		f.Hidden = append(f.Hidden, source.Span{Start: line.Start, End: d.Span.Start})
	}
}

// hideLines hides what looks like a credential on the given lines.
func (f *File) hideLines(shown map[int]bool) {
	for i := range f.pieces {
		p := &f.pieces[i]
		at := p.Map.Span(source.Span{End: len(p.Text)})
		if p.used || p.Key == "" || !shown[f.line(at.Start)] && !shown[f.line(at.End)] {
			continue
		}
		if schema.LooksLikeCredential(p.Key[strings.LastIndexByte(p.Key, '.')+1:]) {
			f.Hidden = append(f.Hidden, at)
		}
	}
	h := beside{File: f}
	for _, s := range f.Strings {
		if s.Kind != Settings {
			h.strings = append(h.strings, s.Span)
		}
	}
	slices.SortFunc(h.strings, func(a, b source.Span) int { return a.Start - b.Start })
	for n := range shown {
		h.hideInLine(f.Index.Line(n))
	}
}

func (f *File) addLines(set map[int]bool, span source.Span) {
	for n, last := f.line(span.Start), f.line(span.End); n <= last; n++ {
		set[n] = true
	}
}

// beside is a file whose strings have been looked at: they have hidden parts of
// their own.
type beside struct {
	*File
	strings []source.Span // in order
}

// hideInLine hides, outside of strings, what follows a credential's name and
// "=" or ":", what follows the keyword of a secret and a blank, and the password
// of a URI.
func (h *beside) hideInLine(line source.Span) {
	text := line.Slice(h.Text)
	for i := 0; i < len(text); i++ {
		at := line.Start + i
		hidden := false
		switch c := text[i]; {
		case c != '=' && c != ':' && c != ' ' || h.inString(at):
		case strings.HasPrefix(text[i:], "://"):
			if s, ok := password(text[i+len("://"):]); ok {
				h.hideOutside(s.Shift(at + len("://")))
			}
		case c == ' ':
			id, ok := schema.Lookup(wordBefore(text[:i]))
			hidden = ok && schema.Secrets().Has(id)
		default:
			hidden = schema.LooksLikeCredential(wordBefore(text[:i]))
		}
		if hidden {
			h.hideOutside(source.Span{Start: at + 1, End: line.End})
			return
		}
	}
}

// wordBefore returns the name that ends a text, without quotes around it.
func wordBefore(text string) string {
	const longest = 64
	text = strings.TrimRight(text[max(0, len(text)-longest):], " \t\"'`]")
	return text[strings.LastIndexAny(text, " \t\"'`[({<>,;&?=:$%/")+1:]
}

// password returns where the password of the userinfo that starts a URI's
// authority is.
func password(rest string) (source.Span, bool) {
	end := strings.IndexAny(rest, "/ \t\"'`<>")
	if end < 0 {
		end = len(rest)
	}
	at := strings.LastIndexByte(rest[:end], '@')
	if at < 0 {
		return source.Span{}, false
	}
	colon := strings.IndexByte(rest[:at], ':')
	return source.Span{Start: colon + 1, End: at}, colon >= 0
}

// from returns the index of the first string that ends behind offset.
func (h *beside) from(offset int) int {
	return sort.Search(len(h.strings), func(i int) bool { return h.strings[i].End > offset })
}

func (h *beside) inString(offset int) bool {
	i := h.from(offset)
	return i < len(h.strings) && h.strings[i].Contains(offset)
}

// hideOutside hides the parts of span that no string covers.
func (h *beside) hideOutside(span source.Span) {
	for _, s := range h.strings[h.from(span.Start):] {
		if s.Start >= span.End {
			break
		}
		if s.Start > span.Start {
			h.Hidden = append(h.Hidden, source.Span{Start: span.Start, End: s.Start})
		}
		span.Start = min(s.End, span.End)
	}
	if !span.Empty() {
		h.Hidden = append(h.Hidden, span)
	}
}

package lint

import (
	"slices"
	"sort"
	"strings"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
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
	if strings.TrimSpace(p.wild[span.End:]) == "" {
		span.End = len(p.wild)
	}
	at := p.Map.Span(span).End
	end := f.lineEnd(at)
	behind := strings.TrimLeft(f.Text[at:end], "\"'`")
	goesOn := behind != "" && !isClosing(behind[0])
	text := strings.TrimRight(span.Slice(p.wild), " \"'")
	endsSecret := len(secrets) > 0 && secrets[len(secrets)-1].End >= len(text)
	if endsSecret && !strings.Contains(text[strings.LastIndexByte(text, ';')+1:], "=") && strings.HasPrefix(f.Text[at:end], " ") {
		goesOn = true // a word of a shell ended the string amid a keyword
	}
	if strings.HasSuffix(text, "=") || endsSecret {
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

// hideOpen hides what is behind a string that ends at offset amid a quoted value,
// up to the quotation mark, where one is near: on the next line, say.
func (f *File) hideOpen(offset int, b bound) {
	const farthest = 256
	last := &b.Tree.Segments[len(b.Tree.Segments)-1]
	if last.Fault != rule.UnterminatedQuote {
		return
	}
	rest := f.Text[offset:min(len(f.Text), offset+farthest)]
	if n := strings.IndexByte(rest, last.Quote); n > 0 {
		f.Hidden = append(f.Hidden, source.Span{Start: offset, End: offset + n})
	}
}

// isClosing reports whether c is what comes behind a literal in sound code.
func isClosing(c byte) bool { return strings.IndexByte(" \t\r,;:)]}><\\/#&|.+", c) >= 0 }

// isSecretItself reports whether the string at span of p, which starts with a
// bare name, is the value of a credential: a secret that holds a semicolon and
// looks like a string behind it.
func (f *File) isSecretItself(p *piece, span source.Span, b bound) bool {
	if _, bare := bareStart(b); !bare {
		return false
	}
	if namesCredential(p.Key) {
		return true
	}
	before := strings.TrimRight(f.before(p.Map.Span(span).Start), " \t\"'`\\")
	if name := strings.TrimRight(before, "=:"); name != before {
		return schema.LooksLikeCredential(wordBefore(name))
	}
	id, ok := schema.Lookup(wordBefore(before))
	return ok && schema.Secrets().Has(id)
}

// namesCredential reports whether a path of keys ends with a credential's name,
// or with "value" below one.
func namesCredential(key string) bool {
	if at := len(key) - len(".value"); at > 0 && strings.EqualFold(key[at:], ".value") {
		key = key[:at]
	}
	return key != "" && schema.LooksLikeCredential(key[strings.LastIndexByte(key, '.')+1:])
}

// mayStartInSecret returns the first segment of the string at span of p where
// it is a bare name that may be a part of a secret: it, or the statement before
// it, speaks of a credential. Then it hides that statement, too.
func (f *File) mayStartInSecret(p *piece, span source.Span, b bound) (source.Span, bool) {
	first, bare := bareStart(b)
	if !bare {
		return source.Span{}, false
	}
	at := p.Map.Span(span).Start
	inPiece, inLine := statementBefore(p.wild[:span.Start]), statementBefore(f.before(at))
	name, _, _ := strings.Cut(first.Slice(b.Tree.Text), ":")
	for _, text := range []string{inPiece, inLine, name} {
		if strings.TrimSpace(text) != "" && schema.LooksLikeCredential(text) {
			start := min(at-len(inLine), p.Map.Span(source.Span{Start: span.Start - len(inPiece), End: span.Start}).Start)
			f.Hidden = append(f.Hidden, source.Span{Start: start, End: at})
			return first, true
		}
	}
	return source.Span{}, false
}

// statementBefore returns the end of text that belongs to the same statement as
// what comes next, as far as it is near.
func statementBefore(text string) string {
	const longest = 256
	text = text[source.RuneBoundary(text, max(0, len(text)-longest)):]
	return text[strings.LastIndex(text, "; ")+1:]
}

// bareStart returns the first segment of a string that starts with a bare name:
// neither a URI, nor a shorthand, nor a host of Kusto. Any word can be one.
func bareStart(b bound) (source.Span, bool) {
	first := &b.Tree.Segments[0]
	return first.Span(), first.Kind == ast.Prefix && !strings.Contains(first.Value(), "://") && !strings.HasPrefix(first.Value(), "@") &&
		!strings.Contains(strings.ToLower(first.Value()), ".kusto.")
}

// before returns what stands before offset on its line.
func (f *File) before(offset int) string { return f.Text[f.Index.Line(f.line(offset)).Start:offset] }

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
	case rule.UnreadableFile:
		f.Hidden = append(f.Hidden, line)
	case rule.UnusedSuppression, rule.SuppressionWithoutReason:
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
		if namesCredential(p.Key) {
			f.Hidden = append(f.Hidden, at)
		}
	}
	h := beside{File: f, names: map[string]bool{}}
	for _, s := range f.Strings {
		if s.Kind != Settings {
			h.strings = append(h.strings, s.Span)
		}
	}
	slices.SortFunc(h.strings, func(a, b source.Span) int { return a.Start - b.Start })
	h.hideRepeats(shown)
	for n := range shown {
		h.hideInLine(f.Index.Line(n))
	}
}

// hideRepeats hides what is hidden already where it stands again on a line that
// is shown with it, word by word: not every reader sees every string. Where a
// line has very many such words, all of it outside of strings is hidden.
func (h *beside) hideRepeats(shown map[int]bool) {
	const most = 64
	for n, words := range h.hiddenWords(shown) {
		line := h.Index.Line(n)
		if len(words) > most {
			h.hideOutside(line)
			continue
		}
		for word := range words {
			h.hideWord(line, word)
		}
	}
}

// hiddenWords returns the words that are hidden, by the shown lines that they
// are hidden on or that belong to the same hidden part.
func (f *File) hiddenWords(shown map[int]bool) map[int]map[string]bool {
	const longest, shortest, most = 4096, 6, 64
	found := map[int]map[string]bool{}
	for _, hidden := range f.Hidden {
		text := f.Text[hidden.Start:min(hidden.End, hidden.Start+longest)]
		words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n;\"'`<>", r) })
		words = slices.DeleteFunc(words[:min(most, len(words))], func(w string) bool { return len(w) < shortest })
		for n := f.line(hidden.Start); n <= f.line(hidden.End); n++ {
			if !shown[n] {
				continue
			}
			if found[n] == nil {
				found[n] = map[string]bool{}
			}
			for _, word := range words {
				found[n][word] = true
			}
		}
	}
	return found
}

// hideWord hides word wherever it stands in span.
func (f *File) hideWord(span source.Span, word string) {
	for {
		n := strings.Index(span.Slice(f.Text), word)
		if n < 0 {
			return
		}
		f.Hidden = append(f.Hidden, source.Span{Start: span.Start + n, End: span.Start + n + len(word)})
		span.Start += n + len(word)
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
	strings []source.Span   // in order
	names   map[string]bool // what isCredential said of a name
}

// isCredential is schema.LooksLikeCredential, which takes its time, for a
// bounded number of names; all others are taken for credentials'.
func (h *beside) isCredential(name string) bool {
	const most = 1000
	known, ok := h.names[name]
	if ok || len(h.names) >= most {
		return known || !ok
	}
	h.names[name] = schema.LooksLikeCredential(name)
	return h.names[name]
}

func startsQuoted(text string) bool { return text != "" && strings.IndexByte("\"'`", text[0]) >= 0 }

// phraseBefore returns the words that end a text, back to a mark that no
// sentence puts between a credential's name and the credential.
func phraseBefore(text string) string {
	const longest = 64
	text = text[max(0, len(text)-longest):]
	return text[strings.LastIndexAny(text, "\"'`;,()")+1:]
}

// endsInSecret reports whether a phrase ends like "client secret" or "app key":
// with a word before one of these.
func endsInSecret(phrase string) bool {
	words := strings.Fields(phrase)
	if len(words) < 2 {
		return false
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "secret", "key", "token", "password":
		return true
	}
	return false
}

// hideInLine hides, outside of strings, what follows a credential's name and
// "=" or ":", or words and a quotation mark, what follows the keyword of a secret,
// or two words that end like one, and a blank, and the password of a URI.
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
			phrase := phraseBefore(text[:i])
			hidden = ok && schema.Secrets().Has(id) || endsInSecret(phrase) || startsQuoted(text[i+1:]) && h.isCredential(phrase)
		default:
			hidden = h.isCredential(wordBefore(text[:i]))
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

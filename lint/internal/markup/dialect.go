package markup

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// A dialect is HTML with code in it.
type dialect struct {
	islands []island
	at      bool // Razor's: @ leads to code
	// comments are the two markers each of comments that never reach the browser.
	comments [][2]string
	// bound are the starts of the names of attributes whose value is code.
	bound []string
}

// An island is code between two markers in markup. Where the closing one is a
// brace, those in the code come in pairs.
type island struct {
	opening, closing string
	language         string // "" where it is told by nothing and not read
}

var (
	html   = dialect{islands: []island{{"{{", "}}", ""}}, bound: []string{"on"}}
	vue    = dialect{islands: []island{{"{{", "}}", "javascript"}}, bound: []string{":", "@", "#", "v-", "on"}}
	svelte = dialect{islands: []island{{"{", "}", "typescript"}}, bound: []string{"on"}}
	erb    = dialect{islands: []island{{"<%", "%>", "ruby"}}, comments: [][2]string{{"<%#", "%>"}}, bound: []string{"on"}}
	server = dialect{islands: []island{{"<%", "%>", "csharp"}, {"<?", "?>", "php"}, {"{{", "}}", ""}}, comments: [][2]string{{"<%--", "--%>"}}, bound: []string{"on"}}
	ejs    = dialect{islands: []island{{"<%", "%>", "javascript"}}, comments: [][2]string{{"<%#", "%>"}}, bound: []string{"on"}}
	razor  = dialect{at: true, bound: []string{"on"}}
	// engine is what Twig, Handlebars, Liquid and their like have in common.
	engine = dialect{
		islands:  []island{{"{{{", "}}}", ""}, {"{{", "}}", ""}, {"{%", "%}", ""}},
		comments: [][2]string{{"{#", "#}"}, {"{{!--", "--}}"}, {"{{!", "}}"}}, bound: []string{"on"},
	}
)

// ReadVue reads a component of Vue as ReadHTML reads HTML.
func ReadVue(text string, inner piece.Dispatcher) piece.File { return read(text, inner, &vue) }

// ReadSvelte reads a component of Svelte or a page of Astro.
func ReadSvelte(text string, inner piece.Dispatcher) piece.File {
	r := &reader{text: text, inner: inner, dialect: &svelte}
	const fence = "---\n"
	if n := strings.Index(text, "\n"+fence); n >= 0 && strings.HasPrefix(text, fence) { // Astro's script
		r.nested("typescript", source.Span{Start: len(fence), End: n + 1})
		r.pos = n + 1 + len(fence)
	}
	r.markup(len(text))
	piece.Sort(r.out.Pieces)
	return r.out
}

// ReadERB reads HTML with Ruby in it.
func ReadERB(text string, inner piece.Dispatcher) piece.File { return read(text, inner, &erb) }

// ReadEJS reads HTML with JavaScript of a server in it.
func ReadEJS(text string, inner piece.Dispatcher) piece.File { return read(text, inner, &ejs) }

// ReadTemplate reads HTML that an engine of templates fills in.
func ReadTemplate(text string, inner piece.Dispatcher) piece.File { return read(text, inner, &engine) }

// ReadServerPage reads HTML with the code of a server in it: ASP.NET, JSP.
func ReadServerPage(text string, inner piece.Dispatcher) piece.File {
	return read(text, inner, &server)
}

// ReadRazor reads Razor: markup with C# in it.
func ReadRazor(text string, inner piece.Dispatcher) piece.File { return read(text, inner, &razor) }

// isCode reports whether an attribute's value is an expression.
func (d *dialect) isCode(name string) bool {
	for _, start := range d.bound {
		if strings.HasPrefix(name, start) && (start != "on" || len(name) > 4) {
			return true
		}
	}
	return false
}

// escapeText writes text between tags.
func (d *dialect) escapeText(s string) (string, bool) {
	for _, i := range d.islands {
		if strings.ContainsAny(s, i.opening[:1]+i.closing[len(i.closing)-1:]) && i.opening[0] != '<' {
			return "", false
		}
	}
	if d.at {
		return withAt(escape.XMLText)(s)
	}
	return escape.XMLText(s)
}

// withAt also writes @ as Razor does.
func withAt(write escape.Writer) escape.Writer {
	return func(s string) (string, bool) {
		escaped, ok := write(s)
		return strings.ReplaceAll(escaped, "@", "@@"), ok
	}
}

// code reads the code that starts here, if there is any: it is a hole of the
// text around it.
func (r *reader) code() bool {
	if r.dialect.at && r.text[r.pos] == '@' {
		return r.razorCode()
	}
	for _, i := range r.dialect.islands {
		if r.has(i.opening) && r.pos >= r.opaque {
			return r.island(i)
		}
	}
	return false
}

// island reads code between markers.
func (r *reader) island(i island) bool {
	body := source.Span{Start: r.pos + len(i.opening)}
	switch n := strings.Index(r.text[body.Start:], i.closing); {
	case n < 0:
		r.opaque = len(r.text)
		return false
	case i.closing == "}":
		end := closingBracket(r.text, r.pos, '{', '}')
		if end < 0 {
			r.opaque = len(r.text)
			return false
		}
		body.End = end
	default:
		body.End = body.Start + n
	}
	whole := source.Span{Start: r.pos, End: body.End + len(i.closing)}
	r.hole(whole)
	for body.Start < body.End && strings.IndexByte("=-#:/@!", r.text[body.Start]) >= 0 {
		body.Start++ // what says what is done with the code
	}
	if i.language != "" && strings.ContainsAny(body.Slice(r.text), "\"'`") {
		r.nested(i.language, body)
	}
	r.pos = whole.End
	return true
}

// hole keeps code as a hole of the text around it.
func (r *reader) hole(span source.Span) {
	const longest = 128
	if code := span.Slice(r.text); len(code) > longest || strings.ContainsAny(code, "\r\n") {
		r.line.Hole("{code}", span)
		return
	}
	r.line.CopyHole(r.text, span)
}

// closingBracket returns where the bracket at pos is closed, in code with
// literals and comments like C#'s or JavaScript's; -1 where it is not.
func closingBracket(text string, pos int, opening, closing byte) int {
	depth := 0
	for i := pos; i < len(text); i++ {
		switch c := text[i]; {
		case c == opening:
			depth++
		case c == closing:
			if depth--; depth == 0 {
				return i
			}
		case c == '"' || c == '`':
			i = closingQuote(text, i)
		case c == '\'':
			if end := strings.IndexByte(text[i+1:min(len(text), i+64)], '\''); end >= 0 && !strings.Contains(text[i+1:i+1+end], "\n") {
				i += end + 1
			}
		case strings.HasPrefix(text[i:], "//") && (i == 0 || text[i-1] != ':'):
			end, _ := source.LineEnd(text, i)
			i = end - 1
		case strings.HasPrefix(text[i:], "/*"):
			n := strings.Index(text[i:], "*/")
			if n < 0 {
				return -1
			}
			i += n
		}
	}
	return -1
}

// closingQuote returns where the literal whose quote is at pos ends: with its
// line, where it is not closed on that.
func closingQuote(text string, pos int) int {
	verbatim := pos > 0 && text[pos-1] == '@' || text[pos] == '`'
	for i := pos + 1; i < len(text); i++ {
		switch {
		case text[i] == text[pos]:
			return i
		case text[i] == '\\' && (!verbatim || text[pos] == '`'):
			i++
		case text[i] == '\n' && !verbatim:
			return i
		}
	}
	return len(text)
}

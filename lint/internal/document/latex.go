package document

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// ReadLaTeX reads LaTeX: a listing is read by the reader of its language, verbatim
// text is a Plain piece as it stands, running text one without the backslashes of
// its special characters, and what % starts is a Comment. Linear in text, up to the
// number of formats nested in one another.
func ReadLaTeX(text string, inner piece.Dispatcher) piece.File {
	r := latexReader{writer{text: text, inner: inner}}
	for pos := 0; pos < len(text); {
		end, next := source.AnyLineEnd(text, pos)
		if after := r.environment(pos, end, next); after > pos {
			pos = after
			continue
		}
		r.line(source.Span{Start: pos, End: end})
		pos = next
	}
	return r.out
}

type latexReader struct{ writer }

// verbatimEnvironments are those whose text is taken as it stands. Sources: the
// manuals of LaTeX, listings, minted and fancyvrb.
var verbatimEnvironments = map[string]bool{
	"verbatim": true, "verbatim*": true, "Verbatim": true, "BVerbatim": true, "LVerbatim": true, "lstlisting": true, "minted": true, "alltt": true,
	"comment": true,
}

// environment reads the verbatim environment that the line from pos to end
// begins, and returns where it ends; or pos.
func (r *latexReader) environment(pos, end, next int) int {
	const begin = `\begin{`
	n := strings.Index(r.text[pos:end], begin)
	if n < 0 || strings.Contains(r.text[pos:pos+n], "%") {
		return pos
	}
	name, options, ok := strings.Cut(r.text[pos+n+len(begin):end], "}")
	if !ok || !verbatimEnvironments[name] {
		return pos
	}
	r.line(source.Span{Start: pos, End: pos + n})
	stop := strings.Index(r.text[next:], `\end{`+name+"}")
	if stop < 0 {
		stop = len(r.text) - next
	}
	if stop > 0 {
		r.nested(listingLanguage(options), piece.Verbatim(piece.Plain, r.text, source.Span{Start: next, End: next + stop}))
	}
	_, after := source.AnyLineEnd(r.text, next+stop)
	return max(after, next)
}

// listingLanguage returns the language that the options of a listing name:
// [language=Python, …] or, in minted, {python}.
func listingLanguage(options string) string {
	if _, rest, ok := strings.Cut(options, "language="); ok {
		rest = strings.TrimLeft(rest, "{[ ")
		if _, dialect, ok := strings.Cut(rest, "]"); ok && strings.HasPrefix(options, "[[") {
			rest = dialect
		}
		if n := strings.IndexAny(rest, ",]} "); n >= 0 {
			rest = rest[:n]
		}
		return strings.ToLower(rest)
	}
	if open := strings.LastIndexByte(options, '{'); open >= 0 {
		language, _, _ := strings.Cut(options[open+1:], "}")
		return strings.ToLower(strings.TrimSpace(language))
	}
	return ""
}

// line reads running text with the verbatim text in it, and a comment.
func (r *latexReader) line(line source.Span) {
	from := line.Start
	for i := line.Start; i < line.End; i++ {
		switch r.text[i] {
		case '%':
			r.latexProse(source.Span{Start: from, End: i})
			r.comment(source.Span{Start: i + 1, End: line.End})
			return
		case '\\':
			code, end := r.verbatimCommand(i, line.End)
			if end == 0 {
				i++ // what it escapes
				continue
			}
			r.latexProse(source.Span{Start: from, End: i})
			r.verbatim(code, r.text[code.End:code.End+1])
			i, from = end-1, end
		}
	}
	r.latexProse(source.Span{Start: from, End: line.End})
}

// verbatimCommand returns the text of the \verb or the like at start, and where
// that ends, or 0.
func (r *latexReader) verbatimCommand(start, limit int) (code source.Span, end int) {
	rest := r.text[start:limit]
	n := 0
	for _, name := range []string{`\verb*`, `\verb`, `\Verb`, `\lstinline`, `\mintinline`, `\path`, `\url`, `\nolinkurl`} {
		if strings.HasPrefix(rest, name) {
			n = len(name)
			break
		}
	}
	if n == 0 {
		return code, 0
	}
	if n < len(rest) && rest[n] == '[' {
		if stop := strings.IndexByte(rest[n:], ']'); stop >= 0 {
			n += stop + 1
		}
	}
	if strings.HasPrefix(rest, `\mintinline{`) {
		n += strings.IndexByte(rest[n:], '}') + 1
	}
	if n >= len(rest) || rest[n] == ' ' || rest[n] == '*' || 'a' <= rest[n]|0x20 && rest[n]|0x20 <= 'z' {
		return code, 0
	}
	closing := rest[n : n+1]
	if closing == "{" {
		closing = "}"
	}
	size := strings.Index(rest[n+1:], closing)
	if size < 0 {
		return code, 0
	}
	code = source.Span{Start: start + n + 1, End: start + n + 1 + size}
	return code, code.End + 1
}

// latexCommands are the names of characters, with an empty group or a blank behind.
var latexCommands = []struct{ command, text string }{
	{`\textbackslash{}`, `\`}, {`\textasciitilde{}`, "~"}, {`\textasciicircum{}`, "^"}, {`\textquotedbl{}`, `"`}, {`\textunderscore{}`, "_"},
	{`\textbar{}`, "|"}, {`\allowbreak{}`, ""}, {`\allowbreak `, ""}, {`\slash{}`, "/"}, {`\-`, ""}, {`\/`, ""},
}

func (r *latexReader) latexProse(span source.Span) {
	r.prose(span, `\`, func(rest string) (string, int) {
		if len(rest) > 1 && strings.IndexByte(`_&%#${}`, rest[1]) >= 0 {
			return rest[1:2], 2
		}
		for _, c := range latexCommands {
			if strings.HasPrefix(rest, c.command) {
				return c.text, len(c.command)
			}
		}
		return "", 0
	}, escapeLaTeX)
}

// escapeLaTeX writes s so that it stays running text.
func escapeLaTeX(s string) (string, bool) {
	if escape.HasControl(s) || s != strings.Trim(s, " \t") {
		return "", false
	}
	return strings.NewReplacer(`\`, `\textbackslash{}`, "_", `\_`, "&", `\&`, "%", `\%`, "#", `\#`, "$", `\$`, "{", `\{`, "}", `\}`,
		"~", `\textasciitilde{}`, "^", `\textasciicircum{}`).Replace(s), true
}

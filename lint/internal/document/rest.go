package document

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// ReadReST reads reStructuredText: the block of a code directive is read by the
// reader of its language, literal blocks, inline literals and running text are Plain
// pieces, what starts with two dots and is no directive is a Comment. Linear in text,
// up to the number of formats nested in one another.
func ReadReST(text string, inner piece.Dispatcher) piece.File {
	r := restReader{writer{text: text, inner: inner}}
	for pos := 0; pos < len(text); {
		pos = r.block(pos)
	}
	return r.out
}

type restReader struct{ writer }

// block reads the line at pos with the block that belongs to it.
func (r *restReader) block(pos int) (next int) {
	end, next := source.AnyLineEnd(r.text, pos)
	line := r.text[pos:end]
	indent := indentation(line)
	content := strings.TrimSpace(line)
	language, isCode := codeDirective(content)
	switch {
	case isCode:
		return r.code(language, r.options(next, indent), indent)
	case strings.HasPrefix(content, "..") && isRestComment(content[2:]):
		start := pos + indent + len("..")
		if block, after := indented(r.text, next, indent); block.Text != "" && !blankLine(r.text, next) {
			r.comment(source.Span{Start: start, End: after})
			return after
		}
		r.comment(source.Span{Start: start, End: end})
		return next
	case strings.HasSuffix(content, "::") && !strings.HasPrefix(content, ".."):
		r.line(source.Span{Start: pos, End: end})
		return r.code("", next, indent)
	}
	r.line(source.Span{Start: pos, End: end})
	return next
}

// codeDirective returns the language of the directive that starts a block of code.
func codeDirective(content string) (language string, ok bool) {
	rest, isDirective := strings.CutPrefix(content, ".. ")
	name, argument, found := strings.Cut(rest, "::")
	if !isDirective || !found {
		return "", false
	}
	switch strings.TrimSpace(name) {
	case "code", "code-block", "sourcecode", "code-cell", "parsed-literal", "ipython", "prompt":
		return strings.ToLower(strings.TrimSpace(argument)), true
	}
	return "", false
}

// isRestComment reports whether explicit markup, whose two dots are cut off, is a
// comment: no directive, target, substitution or footnote.
func isRestComment(rest string) bool {
	body := strings.TrimSpace(rest)
	if rest != "" && rest[0] != ' ' && rest[0] != '\t' || body != "" && strings.IndexByte("_|[", body[0]) >= 0 {
		return false
	}
	name, _, isDirective := strings.Cut(body, "::")
	return !isDirective || strings.ContainsAny(name, " =/")
}

func blankLine(text string, start int) bool {
	end, _ := source.AnyLineEnd(text, start)
	return strings.TrimSpace(text[start:end]) == ""
}

// options passes over the options of a directive.
func (r *restReader) options(pos, indent int) int {
	for pos < len(r.text) {
		end, next := source.AnyLineEnd(r.text, pos)
		line := r.text[pos:end]
		if indentation(line) <= indent || !strings.HasPrefix(strings.TrimSpace(line), ":") {
			return pos
		}
		pos = next
	}
	return pos
}

// code reads the block that is indented by more than a line at indent.
func (r *restReader) code(language string, pos, indent int) (next int) {
	block, next := indented(r.text, pos, indent)
	if block.Text == "" {
		return pos
	}
	r.nested(language, block)
	return next
}

// line reads running text with the literals in it.
func (r *restReader) line(line source.Span) {
	const mark = "``"
	from := line.Start
	for {
		n := strings.Index(r.text[from:line.End], mark)
		if n < 0 {
			break
		}
		open := from + n
		size := strings.Index(r.text[open+len(mark):line.End], mark)
		if size < 0 {
			break
		}
		r.restProse(source.Span{Start: from, End: open})
		r.verbatim(source.Span{Start: open + len(mark), End: open + len(mark) + size}, "`")
		from = open + len(mark) + size + len(mark)
	}
	r.restProse(source.Span{Start: from, End: line.End})
}

func (r *restReader) restProse(span source.Span) {
	r.prose(span, `\`, func(rest string) (string, int) {
		if len(rest) > 1 && strings.IndexByte(markdownPunctuation, rest[1]) >= 0 {
			return rest[1:2], 2
		}
		return "", 0
	}, escapeReST)
}

// escapeReST writes s so that it stays running text.
func escapeReST(s string) (string, bool) {
	if escape.HasControl(s) || s != strings.Trim(s, " \t") {
		return "", false
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "`", "\\`", "|", `\|`, "_", `\_`).Replace(s), true
}

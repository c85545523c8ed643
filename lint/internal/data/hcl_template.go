package data

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// template reads the quoted template or heredoc at next, as a label or key
// where it is one, else as a piece.
func (r *hclReader) template() {
	if r.depth++; r.depth > maxDepth {
		r.fault = "HCL nested too deeply: read as plain text"
		return
	}
	defer func() { r.depth-- }()
	opening := r.tokens[r.next]
	r.next++
	slot := len(r.out.Pieces)
	r.out.Pieces = append(r.out.Pieces, piece.Piece{}) // before those inside its holes
	parts, closed := r.templateParts()
	if !closed || r.fault != "" {
		r.fail()
		return
	}
	var p piece.Piece
	if opening.kind == hclOpenQuote {
		p = hclPiece(r.text, parts, opening.span.End, `\$%`, -1)
		p.Escape = escapeHCLQuoted
	} else {
		indent := -1
		if strings.HasPrefix(opening.span.Slice(r.text), "<<-") {
			indent = heredocIndent(r.text, parts)
		}
		p = hclPiece(r.text, parts, opening.span.End, `$%`, indent)
		p.Escape = escape.NotBesideLineBreak(escapeHCLHeredoc)
	}
	if r.isName(parts) {
		r.out.Pieces = r.out.Pieces[:slot]
		r.name(hclName{p.Text, p.Map.Span(source.Span{End: len(p.Text)})})
		return
	}
	last := ""
	path := r.path
	if keys := r.keys(); len(keys) > 0 {
		last = path.With(keys[len(keys)-1].text)
	} else {
		last = path.String()
	}
	p.Key, p.KeySpan, p.List = last, r.keySpan(), r.top().list
	p.SetEnds(r.ends(), r.ends())
	r.out.Pieces[slot] = p
	r.takeArgument(slot)
}

// takeArgument takes note of a piece that is the format of a call, or what that is
// given to fill in.
func (r *hclReader) takeArgument(at int) {
	f := r.top()
	if f.open != '(' || f.function != "format" {
		return
	}
	if f.index == 0 {
		f.format = at + 1
		return
	}
	p := &r.out.Pieces[at]
	*f.argument() = piece.Argument{Text: p.Text, Literal: len(p.Holes) == 0, Span: p.Span()}
}

// argument returns the argument that is being read of a call behind the first one.
func (f *hclFrame) argument() *piece.Argument {
	for len(f.arguments) < f.index {
		f.arguments = append(f.arguments, piece.Argument{})
	}
	return &f.arguments[f.index-1]
}

func (r *hclReader) fail() {
	if r.fault == "" {
		r.fault = "not valid HCL: read as plain text"
	}
}

// isName reports whether the template just read is a block's label or an
// object's key.
func (r *hclReader) isName(parts []hclPart) bool {
	top := r.top()
	if top.open != '{' || top.keyed || len(parts) > 1 || r.next >= len(r.tokens) {
		return false
	}
	switch r.tokens[r.next].kind {
	case hclEqual, hclColon, hclOpenQuote, hclIdent:
		return true
	case hclOpen:
		return r.text[r.tokens[r.next].span.Start] == '{'
	}
	return false
}

// hclPart is a stretch of literal text or a hole.
type hclPart struct {
	span source.Span
	hole bool
}

// templateParts reads up to the end of the template and reports whether there
// was one.
func (r *hclReader) templateParts() (parts []hclPart, closed bool) {
	for r.next < len(r.tokens) && r.fault == "" {
		t := r.tokens[r.next]
		r.next++
		switch t.kind {
		case hclCloseQuote, hclCloseHeredoc:
			return parts, true
		case hclLiteral:
			span := t.span
			if k := len(parts) - 1; k >= 0 && !parts[k].hole && parts[k].span.End == span.Start {
				parts[k].span.End = span.End
				continue
			}
			parts = append(parts, hclPart{span, false})
		case hclOpenSequence:
			end, ok := r.sequence()
			if !ok {
				return parts, false
			}
			parts = append(parts, hclPart{source.Span{Start: t.span.Start, End: end}, true})
		default:
			return parts, false
		}
	}
	return parts, false
}

// sequence reads the inside of ${…} or %{…} and returns where it ends.
func (r *hclReader) sequence() (end int, ok bool) {
	frames, path := len(r.frames), len(r.path)
	// What stands in there has no keys of its own; the brackets in it do not
	// concern the outside.
	r.frames = append(r.frames, hclFrame{open: '('})
	defer func() { r.frames, r.path = r.frames[:frames], r.path[:path] }()
	for r.next < len(r.tokens) && r.fault == "" {
		t := r.tokens[r.next]
		if t.kind == hclCloseSequence {
			r.next++
			return t.span.End, true
		}
		r.token()
		if len(r.frames) <= frames {
			return 0, false
		}
	}
	return 0, false
}

// hclPiece makes the piece of a template whose inside starts at start. Escapes
// start with one of starters; indent, where it is not negative, is taken off
// each line.
func hclPiece(text string, parts []hclPart, start int, starters string, indent int) piece.Piece {
	var b piece.Builder
	newline := true
	for _, part := range parts {
		if part.hole {
			b.CopyHole(text, part.span)
			newline = false
			continue
		}
		if newline && indent > 0 {
			part.span.Start = skipIndent(text, part.span, indent)
		}
		lines := starters
		if indent > 0 {
			lines += "\n"
		}
		escape.Unescape(&b, text, part.span, lines, func(rest string) (string, int) {
			if rest[0] == '\n' {
				return "\n", skipIndent(rest, source.Span{Start: 1, End: len(rest)}, indent)
			}
			return unescapeHCL(rest)
		})
		newline = strings.HasSuffix(part.span.Slice(text), "\n")
	}
	if len(parts) == 0 {
		b.Escape("", source.At(start))
	}
	return b.Piece(piece.Value)
}

func skipIndent(text string, span source.Span, indent int) int {
	i := span.Start
	for i < span.End && i < span.Start+indent && (text[i] == ' ' || text[i] == '\t') {
		i++
	}
	return i
}

// heredocIndent returns the least indentation of the lines, but for blank ones;
// a line that starts with a hole has none.
func heredocIndent(text string, parts []hclPart) int {
	least := -1
	newline := true
	for _, part := range parts {
		if part.hole {
			if newline {
				return 0
			}
			continue
		}
		for _, line := range strings.SplitAfter(part.span.Slice(text), "\n") {
			content := strings.TrimLeft(line, " \t\r\n")
			if newline && line != "" && (content != "" || !strings.HasSuffix(line, "\n")) {
				if n := len(line) - len(content); least < 0 || n < least {
					least = n
				}
			}
			newline = strings.HasSuffix(line, "\n")
		}
		newline = strings.HasSuffix(part.span.Slice(text), "\n")
	}
	return least
}

// hclEscapes are those of quoted templates.
var hclEscapes = escape.Table{Lead: '\\', Simple: "n\nr\rt\t\"\"\\\\", U: true, LongU: true, Halves: true}

// unescapeHCL reads a backslash escape, or $${ and %%{.
func unescapeHCL(rest string) (string, int) {
	if strings.HasPrefix(rest, "$${") || strings.HasPrefix(rest, "%%{") {
		return rest[1:3], 3
	}
	if rest[0] != '\\' {
		return "", 0
	}
	text, n, _ := hclEscapes.Read(rest, 0)
	return text, n
}

var hclSequences = strings.NewReplacer("${", "$${", "%{", "%%{")

// escapeHCLQuoted refuses what might meet a $, % or { of the text around it.
func escapeHCLQuoted(s string) (string, bool) {
	if strings.HasPrefix(s, "{") || strings.HasSuffix(s, "$") || strings.HasSuffix(s, "%") {
		return "", false
	}
	escaped, ok := escape.Backslash(s)
	return hclSequences.Replace(escaped), ok
}

func escapeHCLHeredoc(s string) (string, bool) {
	if escape.HasControl(s) || strings.HasPrefix(s, "{") || strings.HasSuffix(s, "$") || strings.HasSuffix(s, "%") {
		return "", false
	}
	return hclSequences.Replace(s), true
}

package extract

import (
	"strings"

	"kustoconn/source"
)

// lay drops the indentation from the parts of a literal whose content is
// body, and returns what is left.
func (f *literalForm) lay(text string, parts codeParts, body source.Span) codeParts {
	switch f.layout {
	case layoutClosing:
		last := strings.LastIndexByte(body.Slice(text), '\n') + 1 + body.Start
		f.indent = text[last:body.End]
		if strings.Trim(f.indent, " \t") != "" {
			f.indent = ""
			return parts
		}
		body.End = max(body.Start, last-1)
		if body.End > body.Start && text[body.End-1] == '\r' {
			body.End--
		}
		return dropIndent(text, parts, body.End, len(f.indent), false)
	case layoutTextBlock:
		return dropIndent(text, parts, body.End, sharedIndent(body.Slice(text)), true)
	}
	return parts
}

// sharedIndent returns the length of the white space that starts every line
// of content: blank lines do not count, but for the last.
func sharedIndent(content string) int {
	least := len(content)
	for {
		line, rest, more := strings.Cut(content, "\n")
		if indent := len(line) - len(strings.TrimLeft(line, " \t\f")); !more || indent < len(strings.TrimRight(line, "\r")) {
			least = min(least, indent)
		}
		if !more {
			return least
		}
		content = rest
	}
}

// dropIndent takes up to indent bytes of white space from the start of each
// line, what stands at or after end, and, where trailing is set, the white
// space at the end of each line. What it takes belongs to the line end.
func dropIndent(text string, parts codeParts, end, indent int, trailing bool) codeParts {
	var kept codeParts
	lineStart := true
	for i, part := range parts {
		if part.span.Start >= end {
			break
		}
		if part.kind != partVerbatim {
			if gap := kept.end(); lineBreakAt(text, part.span.Start) && gap > 0 {
				part.span.Start = gap
			}
			kept = append(kept, part)
			lineStart = part.kind == partEscape && text[part.span.End-1] == '\n'
			continue
		}
		part.span.End = min(part.span.End, end)
		lineEnds := part.span.End == end || i+1 < len(parts) && lineBreakAt(text, part.span.End)
		for line := range strings.SplitAfterSeq(part.span.Slice(text), "\n") {
			content := source.Span{Start: part.span.Start, End: part.span.Start + len(strings.TrimSuffix(line, "\n"))}
			part.span.Start += len(line)
			if lineStart {
				blank := content.Len() - len(strings.TrimLeft(content.Slice(text), " \t\f"))
				content.Start += min(indent, blank)
				kept.extendLineEnd(text, content.Start)
			}
			lineStart = strings.HasSuffix(line, "\n")
			if trailing && (lineStart || lineEnds) {
				content.End = content.Start + len(strings.TrimRight(content.Slice(text), " \t\f"))
			}
			kept.verbatim(content)
			if lineStart && content.End+1 < part.span.Start {
				kept.escape("\n", source.Span{Start: content.End, End: part.span.Start})
			} else if lineStart {
				kept.verbatim(source.Span{Start: content.End, End: part.span.Start})
			}
		}
	}
	return kept
}

func lineBreakAt(text string, pos int) bool { return text[pos] == '\n' || text[pos] == '\r' }

// end returns where the last part ends in the file, or 0.
func (p codeParts) end() int {
	if len(p) == 0 {
		return 0
	}
	return p[len(p)-1].span.End
}

// extendLineEnd makes the line end that p ends with stand for everything up
// to end.
func (p *codeParts) extendLineEnd(text string, end int) {
	k := len(*p) - 1
	if k < 0 || (*p)[k].span.End == end {
		return
	}
	if last := &(*p)[k]; last.kind == partEscape {
		last.span.End = end
		return
	}
	lineEnd := (*p)[k].span.End - 1
	if (*p)[k].span.End--; (*p)[k].span.Empty() {
		*p = (*p)[:k]
	}
	p.escape(text[lineEnd:lineEnd+1], source.Span{Start: lineEnd, End: end})
}

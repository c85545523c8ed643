package data

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// block reads a literal (|) or folded (>) scalar, header and all.
func (r *yamlReader) block(folded bool) (piece.Piece, bool) {
	header, start := source.AnyLineEnd(r.text, r.pos)
	indicators, comment, hasComment := strings.Cut(r.text[r.pos+1:header], "#")
	chomping, indent := byte(0), 0
	for _, c := range strings.TrimRight(indicators, " \t") {
		switch {
		case (c == '-' || c == '+') && chomping == 0:
			chomping = byte(c)
		case c >= '1' && c <= '9' && indent == 0:
			indent = max(r.parentColumn(), 0) + int(c-'0')
		default:
			return piece.Piece{}, false
		}
	}
	if hasComment {
		r.comment(source.Span{Start: header - len(comment), End: header})
	}
	s := yamlBlock{text: r.text, folded: folded, indent: indent}
	if indent == 0 {
		s.indent = r.detectIndent(start)
	}
	r.pos, r.line = s.read(start)
	p := s.finish(chomping, start)
	p.Escape = escape.NotBesideLineBreak(escapeBlock)
	return p, true
}

// detectIndent returns the indentation of the first line that is not blank, if
// it is deep enough for the scalar.
func (r *yamlReader) detectIndent(start int) int {
	least := r.parentColumn() + 1
	for start < len(r.text) {
		end, next := source.AnyLineEnd(r.text, start)
		spaces := countSpaces(r.text[start:end])
		if start+spaces < end {
			return max(spaces, least)
		}
		start = next
	}
	return max(least, 1)
}

func countSpaces(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

func escapeBlock(s string) (string, bool) { return s, !escape.HasControl(s) }

// yamlBlock reads the lines of one block scalar.
type yamlBlock struct {
	text     string
	folded   bool
	indent   int
	b        piece.Builder
	breaks   []source.Span // line ends since the last text, each with the indentation after it
	started  bool          // a line with text was seen
	lastMore bool          // the last such line was indented more, so that it is not folded
}

// read adds the lines from start on; it returns where the scalar ends and the
// start of that line.
func (s *yamlBlock) read(start int) (end, line int) {
	for start < len(s.text) {
		stop, next := source.AnyLineEnd(s.text, start)
		content := s.text[start:stop]
		spaces := countSpaces(content)
		blank := spaces == len(content) && spaces <= s.indent
		if !blank && (spaces < s.indent || s.indent == 0 && isDocumentMarker(s.text, start)) {
			return start, start
		}
		if blank {
			s.addBreak(stop, next)
			start = next
			continue
		}
		s.indentLast(start + s.indent)
		s.line(source.Span{Start: start + s.indent, End: stop})
		s.addBreak(stop, next)
		start = next
	}
	return start, start
}

func (s *yamlBlock) addBreak(start, end int) {
	if len(s.breaks) > 0 {
		s.breaks[len(s.breaks)-1].End = start
	}
	if start < end {
		s.breaks = append(s.breaks, source.Span{Start: start, End: end})
	}
}

// indentLast gives the last line end the indentation after it.
func (s *yamlBlock) indentLast(end int) {
	if len(s.breaks) > 0 {
		s.breaks[len(s.breaks)-1].End = end
	}
}

// line adds a line with text, and the line ends before it.
func (s *yamlBlock) line(span source.Span) {
	more := strings.IndexByte(" \t", s.text[span.Start]) >= 0
	breaks := s.breaks
	if s.folded && s.started && !more && !s.lastMore {
		if len(breaks) == 1 {
			s.b.Escape(" ", breaks[0])
			breaks = nil
		} else {
			s.b.Escape("\n", source.Span{Start: breaks[0].Start, End: breaks[1].End})
			breaks = breaks[2:]
		}
	}
	for _, br := range breaks {
		s.b.Escape("\n", br)
	}
	s.breaks = s.breaks[:0]
	s.b.Copy(s.text, span)
	s.started, s.lastMore = true, more
}

// finish adds the line ends at the end that chomping keeps.
func (s *yamlBlock) finish(chomping byte, start int) piece.Piece {
	switch {
	case chomping == '+':
	case chomping == 0 && s.started && len(s.breaks) > 0:
		s.breaks = s.breaks[:1]
		s.breaks[0].End = s.breaks[0].Start + source.LineBreak(s.text, s.breaks[0].Start)
	default:
		s.breaks = nil
	}
	for _, br := range s.breaks {
		s.b.Escape("\n", br)
	}
	if s.b.Len() == 0 {
		s.b.Escape("", source.At(start))
	}
	return s.b.Piece(piece.Value)
}

package redact

import (
	"strings"
	"unicode/utf8"

	"kustoconn/internal/container"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
	"kustoconn/source"
)

// columns are those of a table that are called like a secret: a line with nothing but names in
// its cells says so of the lines behind it that have as many. The zero value is none.
type columns struct {
	sign    string // between cells; blanks for those that are aligned
	cells   int
	secrets uint64 // a bit for each cell
	start   int    // of the aligned cell, in runes, and its end; 0 for that of the line
	end     int
	ruled   bool // a rule has to follow, as in each table with a sign between its cells
	words   int  // that a cell of the only column may have though it does not look like a secret
}

// lineEndSign is between the cells of a table of one column: no line holds it.
const lineEndSign = "\n"

// mostCellWords bounds the words of a cell in a file of CSV with one column.
const mostCellWords = 8

// headerOf returns the columns whose names a line is, the first one of a text or not.
func headerOf(line string, isFirst bool) (c columns) {
	line = strings.TrimRight(line, "\r\n")
	const longest = 1 << 10
	if len(line) > longest || strings.IndexByte(line, '=') >= 0 {
		return columns{}
	}
	for _, sign := range []string{",", "\t", ";", "|", "│"} {
		if !strings.Contains(line, sign) {
			continue
		}
		c = columns{sign: sign, ruled: sign == "|" || sign == "│"}
		for cell := range strings.SplitSeq(line, sign) {
			if c.ruled {
				cell = strings.TrimSpace(cell)
			}
			name := strings.Trim(cell, "\"'`*")
			if name != "" && !isColumnName(name) || name == "" && !c.ruled {
				return columns{}
			}
			if names(name) && c.cells < 64 {
				c.secrets |= 1 << c.cells
			}
			c.cells++
		}
		if c.secrets == 0 || c.cells < 2 {
			return columns{}
		}
		return c
	}
	if c = loneHeader(line, isFirst); c.cells > 0 {
		return c
	}
	return alignedHeader(line)
}

// loneHeader returns the only column of a table, whose name is all of a line.
func loneHeader(line string, isFirst bool) (c columns) {
	cell := withoutMarks(line, source.Span{End: len(line)}).Slice(line)
	name, ok := nameAtEnd(cell, 0)
	if !ok || identifierStart(cell, name) > 0 || strings.ContainsAny(cell, ".-:") || len(cell) == len("pwd") { // of a class, a file, a command
		return c
	}
	c = columns{sign: lineEndSign, cells: 1, secrets: 1, ruled: isBlankByte(line[0])}
	if isFirst && name.ours {
		c.words = mostCellWords
	}
	return c
}

// isLoneCell reports whether a line is a cell of the only column: a literal or a word that mixes letters and
// digits. Below a rule it is any word, and in a file of CSV several, but no sentence.
func (c columns) isLoneCell(line string) bool {
	cell := strings.TrimSpace(line)
	if start, mark, quoted := openingQuote(cell, 0); quoted {
		end, closed := closingQuote(cell, start, len(cell), mark)
		return closed && end+len(mark) == len(cell)
	}
	words := len(strings.Fields(cell))
	if _, isKeyword := schema.Lookup(cell); words == 0 || isKeyword || isRule(cell) || strings.ContainsAny(cell, ",;(){}[]<>") {
		return cell == Mask
	}
	if words == 1 && vocabulary.IsMixed(cell) {
		return true
	}
	isSentence := strings.IndexByte(".:!?", cell[len(cell)-1]) >= 0 || describes(cell, secretName{ours: true}, "")
	return words <= c.words && !startsRecord(cell) && !isSentence
}

// isRow reports whether a line has as many cells as the header.
func (c columns) isRow(line string) bool {
	switch c.sign {
	case lineEndSign:
		return c.isLoneCell(line)
	case " ":
		return len(strings.Fields(line)) >= c.cells
	}
	return len(splitCells(line, c.sign)) == c.cells
}

// isColumnName reports whether a cell may be the name of a column: a few words without a
// sign of a sentence.
func isColumnName(name string) bool {
	const longest = 40
	return len(name) <= longest && name[0] != ' ' && isName(strings.ReplaceAll(name, " ", "_")) && !strings.ContainsAny(name[:1], "0123456789")
}

// names reports whether a text is the name of a secret, or ends in one.
func names(text string) bool {
	name, ok := nameAtEnd(text, 0)
	return ok && identifierStart(text, name) == 0
}

// alignedHeader returns the columns of a line of names with blanks between them, of which one
// is a secret's. Where it may be anybody's a rule has to follow.
func alignedHeader(line string) (c columns) {
	name, ok := nextName(line, 0)
	if !ok || strings.Trim(line, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_ .") != "" {
		return columns{}
	}
	start, end := identifierStart(line, name), name.span.End
	rest := line[end:]
	next := len(rest) - len(strings.TrimLeft(rest, " "))
	before := line[:start]
	isFirst := strings.TrimSpace(before) == ""
	if next == 0 && rest != "" || isFirst && next == len(rest) || !isFirst && !strings.HasSuffix(before, " ") {
		return columns{}
	}
	words := len(strings.Fields(line[start:end]))
	c = columns{sign: " ", cells: len(strings.Fields(line)) - words + 1, start: utf8.RuneCountInString(before), ruled: !name.ours}
	c.secrets = 1 << min(63, len(strings.Fields(before)))
	if next < len(rest) {
		c.end = utf8.RuneCountInString(line[:end+next])
	}
	return c
}

// isRule reports whether a line is drawn between the header of a table and its rows.
func isRule(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && strings.Trim(line, "-+|=: ─┼├┤│") == ""
}

// cellsOf returns the secrets of a line that is a row of the table, in colours or not.
func (s *stream) cellsOf(line string) []region { return throughColours(line, s.plainCellsOf) }

func (s *stream) plainCellsOf(line string) (found []region) {
	if s.columns.ruled {
		return nil
	}
	text := line[:lineLength(line)]
	if s.columns.sign == lineEndSign && !s.columns.isLoneCell(text) {
		return nil
	}
	if s.columns.sign == " " {
		return s.alignedCell(text)
	}
	cells := splitCells(text, s.columns.sign)
	if len(cells) != s.columns.cells {
		return nil
	}
	for i, cell := range cells {
		if s.columns.secrets>>i&1 == 0 {
			continue
		}
		if cell = withoutMarks(text, cell); !cell.Empty() && !s.isNothing(cell.Slice(text)) {
			found = append(found, region{span: cell, secrets: []source.Span{cell}, closed: true})
		}
	}
	return found
}

// isNothing reports whether a cell holds no secret.
func (s *stream) isNothing(cell string) bool {
	switch strings.ToLower(cell) {
	case "null", "none", "yes", "no", "true", "false", "nil", Mask:
		return true
	}
	return strings.Trim(cell, "-") == "" || s.placeholders.StandsForSecret(cell) || isTypeName(cell)
}

// splitCells returns the cells of a line; signs between quotation marks part none.
func splitCells(line, sign string) (cells []source.Span) {
	start, quoted := 0, false
	for at := 0; at < len(line); {
		switch {
		case line[at] == '"' && (quoted || at == start):
			quoted = !quoted
			at++
		case !quoted && strings.HasPrefix(line[at:], sign):
			cells = append(cells, source.Span{Start: start, End: at})
			at += len(sign)
			start = at
		default:
			at++
		}
	}
	return append(cells, source.Span{Start: start, End: len(line)})
}

// withoutMarks returns a cell without blanks around it, and without quotation marks.
func withoutMarks(line string, cell source.Span) source.Span {
	cell = cell.TrimSpace(line)
	if text := cell.Slice(line); len(text) > 1 && strings.IndexByte("\"'`", text[0]) >= 0 && text[len(text)-1] == text[0] {
		cell.Start++
		cell.End--
	}
	return cell
}

// alignedCell returns the secret of a row whose cells stand below their names: it starts, or
// ends, where the name does.
func (s *stream) alignedCell(line string) []region {
	if strings.HasPrefix(strings.TrimLeft(line, " "), `"`) {
		return s.quotedCell(line)
	}
	start := byteOffset(line, s.columns.start)
	end := len(line)
	if s.columns.end > 0 {
		end = byteOffset(line, s.columns.end)
	}
	if start >= end || start > 0 && line[start-1] != ' ' || end < len(line) && line[end-1] != ' ' {
		return nil
	}
	cell := withoutMarks(line, source.Span{Start: start, End: end})
	if strings.HasPrefix(line[start:], Mask) { // what follows stands elsewhere now
		return nil
	}
	if cell.Empty() || s.isNothing(cell.Slice(line)) || len(strings.Fields(line)) < s.columns.cells {
		return nil
	}
	return []region{{span: cell, secrets: []source.Span{cell}, closed: true}}
}

// quotedCell returns the secret of a row of literals, as R prints a vector with names: they end
// where their names do.
func (s *stream) quotedCell(line string) []region {
	spans, open := container.Literals(line, false)
	if open || len(spans) != s.columns.cells {
		return nil
	}
	for i, cell := range spans {
		if s.columns.secrets>>i&1 != 0 && !cell.Empty() && !s.isNothing(cell.Slice(line)) {
			return []region{{span: cell, secrets: []source.Span{cell}, closed: true}}
		}
	}
	return nil
}

// byteOffset returns the offset of the nth rune of a text, or its length.
func byteOffset(text string, n int) int {
	for at := range text {
		if n == 0 {
			return at
		}
		n--
	}
	return len(text)
}

// noteColumns notes the names of columns on a line, or that those noted before hold on. Names in
// columns that were read as one and its value are a row as well, unless a rule follows or they
// are in capitals.
func (s *stream) noteColumns(line string, before columns, hasValue bool) {
	line = line[:lineLength(line)]
	if p, ok := container.WithoutColours(line); ok {
		line = p.Text
	}
	if s.columns = headerOf(line, s.top); s.columns.cells > 0 {
		if hasValue && s.columns.sign == " " && line != strings.ToUpper(line) {
			s.columns.ruled = true
		}
		return
	}
	switch {
	case before.cells == 0:
	case isRule(line):
		before.ruled, before.words = false, max(before.words, 1)
		s.columns = before
	case !before.ruled && before.isRow(line):
		s.columns = before
	}
}

package lsp

import (
	"strings"

	"kustoconn/source"
)

// contentChange is a part of a text, or all of it, and what comes in its place.
type contentChange struct {
	Range *textRange `json:"range"`
	Text  string     `json:"text"`
}

// changed returns the text after the changes, each of which speaks of the text that
// the one before it left. They cost one pass over the text, and each the lines between
// it and the one before it: an editor may replace a word on every line.
func (l *lines) changed(changes []contentChange) *lines {
	e := edited{unit: l.unit}
	e.set(l.text)
	for _, c := range changes {
		if c.Range == nil {
			e.set(c.Text)
		} else {
			e.replace(*c.Range, c.Text)
		}
	}
	return newLines(e.text(), l.unit)
}

// edited is a text amid changes, as lines with their ends; the last line has none.
type edited struct {
	unit          encoding
	before, after []string // around the last change; after is in reverse order
}

func (e *edited) set(text string) {
	e.before, e.after = cutLines(make([]string, 0, strings.Count(text, "\n")+1), text), nil
}

func (e *edited) text() string {
	e.moveTo(len(e.before) + len(e.after))
	return strings.Join(e.before, "")
}

// moveTo has n lines stand before.
func (e *edited) moveTo(n int) {
	for ; len(e.before) > n; e.before = e.before[:len(e.before)-1] {
		e.after = append(e.after, e.before[len(e.before)-1])
	}
	for ; len(e.before) < n; e.after = e.after[:len(e.after)-1] {
		e.before = append(e.before, e.after[len(e.after)-1])
	}
}

// replace writes text over a range, or at its start where its ends are in the wrong order.
func (e *edited) replace(r textRange, text string) {
	all := len(e.before) + len(e.after)
	first := min(max(r.Start.Line, 0), all-1)
	last := min(max(r.End.Line, first), all-1)
	e.moveTo(min(last+2, all)) // the line behind too: with it a CR at the end may become CR LF
	from, to := e.offset(first, r.Start), e.offset(last, r.End)
	if first == last {
		to = max(from, to)
	}
	start := max(first-1, 0) // and so may the CR before
	chunk := strings.Join(e.before[start:first], "") + e.before[first][:from] + text + e.before[last][to:] + strings.Join(e.before[last+1:], "")
	e.before = cutLines(e.before[:start], chunk)
	if len(e.after) > 0 {
		e.before = e.before[:len(e.before)-1] // chunk ends with a line's end
	}
}

// offset returns the byte of a line at a position, or the end of the line that is nearer
// to one outside of it.
func (e *edited) offset(line int, p position) int {
	text := e.before[line]
	switch {
	case p.Line < line:
		return 0
	case p.Line > line:
		return len(text)
	}
	end, _ := source.AnyLineEnd(text, 0)
	return e.unit.offset(text[:end], p.Character)
}

// cutLines appends the lines of a text, the last of which may be empty.
func cutLines(all []string, text string) []string {
	for line := range strings.Lines(text) {
		for {
			at := strings.IndexByte(line, '\r') + 1
			if at == 0 || at == len(line) || line[at] == '\n' {
				break
			}
			all, line = append(all, line[:at]), line[at:]
		}
		all = append(all, line)
	}
	if text == "" || strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\r") {
		all = append(all, "")
	}
	return all
}

package lint

import (
	"fmt"
	"slices"
	"strings"

	"kustoconn/redact"
	"kustoconn/source"
)

// change is lines [from, to) of the text before that become lines [newFrom,
// newTo) of the one after, all from 0.
type change struct{ from, to, newFrom, newTo int }

// Diff returns the unified diff of what fixing changed, with secrets masked,
// so that it is to be looked at rather than applied; empty where nothing was
// fixed. It shows no lines around those that change: of what stands there
// nothing is known.
func (f *File) Diff() string {
	if f.Before == nil {
		return ""
	}
	before, after := newPrinted(f.Before), newPrinted(f)
	var b strings.Builder
	fmt.Fprintf(&b, "--- a/%s\n+++ b/%s\n", f.Path, f.Path)
	for _, c := range compareLines(before.lines, after.lines) {
		fmt.Fprintf(&b, "@@ -%s +%s @@\n", lineRange(c.from, c.to), lineRange(c.newFrom, c.newTo))
		before.write(&b, "-", c.from, c.to)
		after.write(&b, "+", c.newFrom, c.newTo)
	}
	return b.String()
}

// lineRange writes lines [from, to), which are counted from 0, as a diff does:
// of an empty range it names the line before.
func lineRange(from, to int) string {
	switch to - from {
	case 0:
		return fmt.Sprintf("%d,0", from)
	case 1:
		return fmt.Sprint(from + 1)
	}
	return fmt.Sprintf("%d,%d", from+1, to-from)
}

// compareLines returns the runs of lines that differ. Fixes hardly ever change
// the number of lines; where they do, all between the first and the last line
// that differ is one run.
func compareLines(a, b []string) []change {
	var changes []change
	if len(a) == len(b) {
		for i := 0; i < len(a); i++ {
			start := i
			for i < len(a) && a[i] != b[i] {
				i++
			}
			if i > start {
				changes = append(changes, change{start, i, start, i})
			}
		}
		return changes
	}
	start := 0
	for start < min(len(a), len(b)) && a[start] == b[start] {
		start++
	}
	end, newEnd := len(a), len(b)
	for end > start && newEnd > start && a[end-1] == b[newEnd-1] {
		end, newEnd = end-1, newEnd-1
	}
	return []change{{start, end, start, newEnd}}
}

// printed is a file of which lines are printed.
type printed struct {
	file  *File
	lines []string // with their line ends
}

func newPrinted(f *File) *printed {
	return &printed{f, slices.Collect(strings.Lines(f.Text()))}
}

// write prints lines [from, to), masked.
func (p *printed) write(b *strings.Builder, sign string, from, to int) {
	shown := map[int]bool{}
	for n := from; n < to; n++ {
		shown[n+1] = true
	}
	hidden := p.file.hiddenOn(shown)
	for n := from; n < to; n++ {
		line := p.file.Index().Line(n + 1)
		text := redact.Spans(p.file.Text(), line, hidden)
		b.WriteString(sign + strings.TrimSuffix(text, "\r") + "\n")
	}
}

// hiddenOn returns what is hidden of the file, in order and apart, when the
// given lines are shown.
func (f *File) hiddenOn(lines map[int]bool) []source.Span {
	copied := *f
	copied.Hidden = slices.Clone(f.Hidden)
	copied.hideLines(lines)
	return redact.Union(copied.Hidden)
}

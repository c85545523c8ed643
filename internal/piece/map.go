package piece

import (
	"iter"
	"sort"

	"kustoconn/source"
)

// Map leads from the bytes of a piece's unescaped text to the bytes of its
// file. It is a list of runs in order, monotone on both sides; two runs share
// file bytes only where a map through another cuts one of that one's escapes. The
// zero Map maps nothing but the empty text at offset 0.
type Map struct {
	runs []run
}

// A run maps text bytes from text on to file bytes from file on. Where n == m
// and !atomic, each byte stands for itself; else the run is one escape: n
// text bytes written as m file bytes.
type run struct {
	text, file int
	n, m       int
	atomic     bool
}

// goesOn reports whether next's bytes stand for themselves and follow r's.
func (r run) goesOn(next run) bool {
	return !r.atomic && !next.atomic && r.file+r.m == next.file
}

// A Run is a stretch of a map: its text bytes, and the file bytes that write
// them. Exact says that each byte stands for itself; else the stretch is one
// escape, which has no inner places.
type Run struct {
	Text, File source.Span
	Exact      bool
}

// Runs returns the stretches of the map in order.
func (m Map) Runs() iter.Seq[Run] {
	return func(yield func(Run) bool) {
		for _, r := range m.runs {
			run := Run{source.Span{Start: r.text, End: r.text + r.n}, source.Span{Start: r.file, End: r.file + r.m}, !r.atomic}
			if !yield(run) {
				return
			}
		}
	}
}

// Span returns the file bytes that write the text bytes of s: from the first
// byte of the first escape or character to the end of the last, so that an
// escape is never cut. An empty s gives an insertion point.
func (m Map) Span(s source.Span) source.Span {
	if s.Empty() {
		return source.At(m.start(s.Start))
	}
	return source.Span{Start: m.start(s.Start), End: m.end(s.End)}
}

// start maps the start of the text byte at offset.
func (m Map) start(offset int) int {
	i := sort.Search(len(m.runs), func(i int) bool { return m.runs[i].text+m.runs[i].n > offset })
	if i == len(m.runs) {
		if i == 0 {
			return 0
		}
		last := m.runs[i-1]
		return last.file + last.m
	}
	r := m.runs[i]
	if r.atomic || offset < r.text {
		return r.file
	}
	return r.file + offset - r.text
}

// end maps the end of the text that stops before offset.
func (m Map) end(offset int) int {
	i := sort.Search(len(m.runs), func(i int) bool { return m.runs[i].text+m.runs[i].n >= offset })
	if i == len(m.runs) {
		return m.start(offset)
	}
	r := m.runs[i]
	if r.atomic {
		return r.file + r.m
	}
	return r.file + offset - r.text
}

// Through returns the map from m's text to the file of outer, where m leads to
// the text that outer maps: a shell script's literal inside a YAML block, a
// line of code inside a notebook's JSON string. The cost is linear in the runs
// of m and in those of outer that m touches.
func (m Map) Through(outer Map) Map {
	var runs []run
	for _, r := range m.runs {
		if r.atomic || r.n == 0 {
			s := outer.Span(source.Span{Start: r.file, End: r.file + r.m})
			runs = append(runs, run{r.text, s.Start, r.n, s.Len(), true})
			continue
		}
		runs = appendThrough(runs, r, outer.runs)
	}
	return Map{runs}
}

// appendThrough cuts r, whose bytes stand for themselves, where outer's runs
// begin and end.
func appendThrough(runs []run, r run, outer []run) []run {
	end := r.file + r.m
	first := sort.Search(len(outer), func(i int) bool { return outer[i].text+outer[i].n > r.file })
	for _, o := range outer[first:] {
		if o.text >= end {
			break
		}
		from, to := max(r.file, o.text), min(end, o.text+o.n)
		if from == to {
			continue
		}
		next := run{r.text + from - r.file, o.file, to - from, o.m, true}
		if !o.atomic {
			next = run{r.text + from - r.file, o.file + from - o.text, to - from, to - from, false}
		}
		if k := len(runs) - 1; k >= 0 && runs[k].goesOn(next) {
			runs[k].n += next.n
			runs[k].m += next.m
			continue
		}
		runs = append(runs, next)
	}
	return runs
}

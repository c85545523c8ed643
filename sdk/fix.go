package sdk

import (
	"cmp"
	"slices"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/normalize"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
)

// maxTrials bounds the edits that are tried for one string, and maxTried the bytes of
// one that they are tried for: each trial is read by every client.
const (
	maxTrials = 64
	maxTried  = 16 << 10
)

// trials tries edits on one string.
type trials struct {
	*bind.Bound
	before []Reading
	means  string // the canonical text, secrets included; compared, never shown
	left   int
}

// newTrials prepares to edit a string of the given readings. A string with
// syntax errors has no meaning that an edit could keep, and gets no fix; nor does a
// very long one.
func newTrials(b *bind.Bound, readings []Reading) *trials {
	t := &trials{Bound: b, before: readings}
	if len(b.Tree.Text()) > maxTried {
		return t
	}
	if means, ok := normalize.Canonical(b); ok {
		t.means, t.left = means, maxTrials
	}
	return t
}

// fix returns the edits that rid most clients of what g reports; none where
// nothing does.
func (t *trials) fix(g *shared) []diag.Edit {
	var best []diag.Edit
	most := 0
	for edits := range t.candidates(g) {
		if t.left == 0 {
			break
		}
		t.left--
		if rid := t.try(g, edits); rid > most {
			best, most = edits, rid
		}
	}
	for i := range best {
		best[i].Safe = true
	}
	return best
}

// harmed returns the names of the clients, of all there are, that read the string
// worse after the edits.
func (t *trials) harmed(edits []diag.Edit) (names []string) {
	text, err := diag.Apply(t.Tree.Text(), edits)
	if err != nil || len(edits) == 0 {
		return nil
	}
	tree, _ := grammar.Parse(text)
	edited := bind.Bind(tree)
	for _, c := range clients {
		before, after := Read(t.Bound, c), Read(edited, c)
		if Worse(&before, &after) != "" {
			names = append(names, c.Name)
		}
	}
	return names
}

// try returns how many clients the edits rid of what g reports: none where
// they make the string worse for any client, or change what it means.
func (t *trials) try(g *shared, edits []diag.Edit) (rid int) {
	text, err := diag.Apply(t.Tree.Text(), edits)
	if err != nil {
		return 0
	}
	tree, _ := grammar.Parse(text)
	edited := bind.Bind(tree)
	if means, ok := normalize.Canonical(edited); !ok || means != t.means {
		return 0
	}
	for i := range t.before {
		after := Read(edited, t.before[i].Client)
		switch c := t.compare(&t.before[i], &after, edits); {
		case c > 0:
			return 0
		case c < 0 && g.has(after.Client) && !g.remain(&after):
			rid++
		}
	}
	return rid
}

// compare orders two readings of one client, before and after the edits: the
// better one first. Of two texts that a client refuses, the better is the one
// that it reads further. A secret that only the edits make it repeat is worse in
// any case.
func (t *trials) compare(before, after *Reading, edits []diag.Edit) int {
	a, b := &before.Answer, &after.Answer
	if c := cmp.Compare(verdict(b), verdict(a)); c != 0 {
		return c
	}
	leaks := cmp.Compare(after.count(rule.LeakedByClientError), before.count(rule.LeakedByClientError))
	if leaks > 0 {
		return leaks
	}
	if !a.OK && !a.Unknown {
		start := moved(a.ErrorSpan.Start, edits)
		end := moved(a.ErrorSpan.End, edits)
		switch {
		case b.ErrorSpan.Start < start:
			return +1
		case b.ErrorSpan.Start > end || b.ErrorSpan.Start >= end && end > start:
			return -1
		}
		return leaks
	}
	return cmp.Or(
		leaks,
		cmp.Compare(after.count(rule.ReadDifferentlyByClient), before.count(rule.ReadDifferentlyByClient)),
		cmp.Compare(after.count(rule.IgnoredByClient), before.count(rule.IgnoredByClient)),
	)
}

// verdict orders what can become of a text: the best first.
func verdict(a *dialect.Answer) int {
	return slices.Index([]bool{a.OK && !a.Unknown, a.Unknown, !a.Crash, true}, true)
}

func (r *Reading) count(code diag.Code) (n int) {
	for i := range r.Findings {
		if r.Findings[i].Rule == code {
			n++
		}
	}
	return n
}

// moved returns where the byte at offset stands after the edits.
func moved(offset int, edits []diag.Edit) int {
	to := offset
	for _, e := range edits {
		switch {
		case e.Span.End <= offset:
			to += len(e.NewText) - e.Span.Len()
		case e.Span.Start < offset:
			to += min(0, len(e.NewText)-(offset-e.Span.Start))
		}
	}
	return to
}

// segmentOf returns the index of the segment that a finding is about.
func (t *trials) segmentOf(f *Finding) int {
	if f.Property != schema.None {
		if i := t.Segment(f.Property); i >= 0 && t.Tree.Segments[i].Span().Overlaps(f.Span) {
			return i
		}
	}
	if s := f.Span; !s.Empty() && t.Tree.Text()[s.Start:s.End] == ";" {
		return t.Tree.SegmentAt(s.End) // an empty segment is told by its semicolon
	}
	return t.Tree.SegmentAt(f.Span.Start)
}

package lint

import (
	"slices"
	"sort"

	"kustoconn/diag"
	"kustoconn/lint/internal/format"
)

const (
	// maxRounds bounds how often fixing is tried again after a fix: two fixes
	// that touch are made in two rounds.
	maxRounds = 8
	// maxTrials bounds how often a file is read to find out which of its fixes can be made.
	maxTrials = 64
)

// fix makes the fixes of the file and writes it, if that is asked for. The File
// returned is the fixed one, or f where nothing was fixed.
func (l *linter) fix(f *File, in input, c contents) *File {
	fixed, total := f, 0
	for range maxRounds {
		next, n := l.fixOnce(fixed)
		if n == 0 {
			break
		}
		fixed, total = next, total+n
	}
	if total == 0 {
		return f
	}
	if !l.DryRun {
		if f.WriteError = l.writeFixed(in.file, c, fixed.Text()); f.WriteError != nil {
			return f
		}
	}
	fixed.Fixes, fixed.Before = total, f
	return fixed
}

// fixOnce makes the fixes that do not touch each other. Where one of them does
// not come out as intended it is left out.
func (l *linter) fixOnce(f *File) (fixed *File, n int) {
	chosen := l.fixable(f)
	if len(chosen) == 0 {
		return f, 0
	}
	t := trials{file: f, left: maxTrials}
	good := t.holding(nil, chosen)
	if len(good) == 0 {
		return f, 0
	}
	return l.lintText(f.Path, t.text), len(good)
}

func fileEdits(findings []*Finding) (edits []diag.Edit) {
	for _, finding := range findings {
		edits = append(edits, finding.written()...)
	}
	return edits
}

// fixable returns the findings to fix, of which no two touch.
func (l *linter) fixable(f *File) []*Finding {
	return f.withoutOverlaps(func(finding *Finding) bool {
		d := diag.Diagnostic{Edits: finding.written()}
		fixable, safe := d.Fixable()
		return fixable && (safe || l.Fix == AllFixes)
	})
}

// withoutOverlaps returns the findings that wanted holds of, but for those whose
// edits touch those of one before them.
func (f *File) withoutOverlaps(wanted func(*Finding) bool) []*Finding {
	var chosen []*Finding
	end := -1 // of the last edit that was taken
	for i := range f.Findings {
		finding := &f.Findings[i]
		if !wanted(finding) {
			continue
		}
		start, last := extent(finding.written())
		if start <= end {
			continue
		}
		chosen, end = append(chosen, finding), last
	}
	return chosen
}

// extent returns where the first of the edits starts and the last one ends.
func extent(edits []diag.Edit) (start, end int) {
	start, end = edits[0].Span.Start, edits[0].Span.End
	for _, e := range edits {
		start, end = min(start, e.Span.Start), max(end, e.Span.End)
	}
	return start, end
}

// withFixes returns the text with the fixes made. ok is false where the file's
// own reader does not then find in it what was intended: each piece's text
// with its edits, and all others as they were.
func (f *File) withFixes(findings []*Finding) (text string, ok bool) {
	before, byPiece := f.pieces()[:f.opened().read], map[int][]diag.Edit{}
	for _, finding := range findings {
		for _, e := range finding.edits {
			if e.piece >= len(before) {
				return "", false
			}
			byPiece[e.piece] = append(byPiece[e.piece], e.edit)
		}
	}
	edits := fileEdits(findings)
	slices.SortFunc(edits, func(a, b diag.Edit) int { return a.Span.Start - b.Span.Start })
	text, err := diag.Apply(f.Text(), edits)
	if err != nil {
		return "", false
	}
	_, read := format.ReaderFor(f.Path, text)
	content := read(text)
	now := newFile(f.Path, text)
	now.opened().pieces = make([]filePiece, 0, len(content.Pieces))
	for _, p := range content.Pieces {
		now.addPiece(p, f.opened().own)
	}
	after := now.pieces()
	if len(after) != len(before) || len(content.Notes) > f.opened().notes {
		return "", false
	}
	inDefault := false // an edit is, of the piece's pieces that follow it
	for i := len(before) - 1; i >= 0; i-- {
		if before[i].isDefault {
			inDefault = inDefault || len(byPiece[i]) > 0
		} else if inDefault {
			inDefault = false
			continue // its default says what it is now
		}
		want, err := diag.Apply(before[i].Text, byPiece[i])
		if err != nil || after[i].Text != want && (len(byPiece[i]) > 0 || !equalButHoles(&before[i], &after[i], edits)) {
			return "", false
		}
	}
	return text, true
}

// equalButHoles reports whether two pieces have the same text but in holes in which
// the file was edited: the code in a hole holds pieces of its own. The edits are in
// order.
func equalButHoles(before, after *filePiece, edits []diag.Edit) bool {
	if len(before.Holes) != len(after.Holes) {
		return false
	}
	var was, is int // where the text behind the last hole starts
	for i, hole := range before.Holes {
		now := after.Holes[i]
		if before.Text[was:hole.Start] != after.Text[is:now.Start] {
			return false
		}
		was, is = hole.End, now.End
		if hole.Slice(before.Text) == now.Slice(after.Text) {
			continue
		}
		at := before.Map.Span(hole)
		k := sort.Search(len(edits), func(k int) bool { return edits[k].Span.Start >= at.Start })
		if k == len(edits) || !at.Covers(edits[k].Span) {
			return false
		}
	}
	return before.Text[was:] == after.Text[is:]
}

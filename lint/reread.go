package lint

import "slices"

// CheckFixes does what Options.DeferFixes leaves undone: afterwards the findings of f have
// the fixes that may be shown. Call it once, and not while others read f's findings.
func (f *File) CheckFixes() { f.keepFixesThatRead() }

// keepFixesThatRead takes back the fixes after which the file's own reader does
// not find the same literals and values, with this one changed: the format says
// something else of the new text, or cannot hold it there. The file is read once
// more where all fixes hold and none touches another, and at most maxTrials times else.
// That takes more than a third of the time for a file with many fixes: see DeferFixes.
func (f *File) keepFixesThatRead() {
	t := trials{file: f, left: maxTrials}
	for t.left > 0 {
		group := f.withoutOverlaps(func(finding *Finding) bool { return len(finding.edits) > 0 && !finding.tried })
		if len(group) == 0 {
			break
		}
		for _, finding := range group {
			finding.tried = true
		}
		for _, finding := range t.holding(nil, group) {
			finding.held = true
		}
	}
	for i := range f.Findings {
		finding := &f.Findings[i]
		if len(finding.edits) > 0 && !finding.held {
			finding.edits, finding.Diagnostic.Edits, finding.unshown, finding.Fixed = nil, nil, nil, ""
		}
	}
}

// trials finds which fixes of a file can be made, by reading what comes of them.
type trials struct {
	file *File
	left int    // how often the file may still be read
	text string // what came of all that hold
}

// holding returns those of group, findings whose edits don't touch, after whose fixes the
// file reads as was intended, made together with those of base. A group in which one
// does not hold is halved: a few bad ones among many cost a few trials each.
func (t *trials) holding(base, group []*Finding) []*Finding {
	if t.left == 0 {
		return nil
	}
	t.left--
	if text, ok := t.file.withFixes(slices.Concat(base, group)); ok {
		t.text = text
		return group
	}
	if len(group) == 1 {
		return nil
	}
	half := len(group) / 2
	first := t.holding(base, group[:half])
	second := t.holding(slices.Concat(base, first), group[half:])
	return slices.Concat(first, second)
}

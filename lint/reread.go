package lint

// CheckFixes does what Options.DeferFixes leaves undone: afterwards the findings of f have
// the fixes that may be shown. Call it once, and not while others read f's findings.
func (f *File) CheckFixes() { f.keepFixesThatRead() }

// keepFixesThatRead takes back the fixes after which the file's own reader does
// not find the same literals and values, with this one changed: the format says
// something else of the new text, or cannot hold it there. The file is read once
// more where all fixes hold, and at most maxTrials times else.
// That takes more than a third of the time for a file with many fixes: see DeferFixes.
func (f *File) keepFixesThatRead() {
	fixable := f.withoutOverlaps(func(finding *Finding) bool { return len(finding.edits) > 0 })
	if len(fixable) > 0 {
		if _, ok := f.withFixes(fixable); !ok {
			fixable = nil
		}
	}
	held := map[*Finding]bool{}
	for _, finding := range fixable {
		held[finding] = true
	}
	trials := 0
	for i := range f.Findings {
		finding := &f.Findings[i]
		if len(finding.edits) == 0 || held[finding] {
			continue
		}
		trials++
		if trials <= maxTrials {
			if _, ok := f.withFixes([]*Finding{finding}); ok {
				continue
			}
		}
		finding.edits, finding.Diagnostic.Edits, finding.unshown, finding.Fixed = nil, nil, nil, ""
	}
}

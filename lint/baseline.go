package lint

import (
	"slices"

	"kustoconn/lint/baseline"
)

// applyBaseline takes out the findings that the baseline knows. Those of a
// file are counted on their own: a baseline is by path.
func (l *linter) applyBaseline(f *File) {
	if l.Baseline == nil {
		return
	}
	known := l.Baseline.Filter()
	path := l.BaselinePath(f.Path)
	all := len(f.Findings)
	f.Findings = slices.DeleteFunc(f.Findings, func(found Finding) bool {
		return known(found.Diagnostic.Code, path, f.textOf(found))
	})
	f.Known = all - len(f.Findings)
}

// textOf returns the text of the string that a finding is about; empty where
// it is about none.
func (f *File) textOf(found Finding) string {
	if found.String < 0 {
		return ""
	}
	return f.Strings[found.String].text()
}

// AddTo makes the findings known to a baseline; path returns the path by which
// it knows a file. What it knew of the files of this run is forgotten.
func (r *Result) AddTo(b *baseline.Baseline, path func(string) string) {
	read := map[string]bool{}
	for _, p := range r.Paths {
		read[path(p)] = true
	}
	b.Forget(func(path string) bool { return read[path] })
	for _, f := range r.Files {
		for _, found := range f.Findings {
			b.Add(found.Diagnostic.Code, path(f.Path), f.textOf(found))
		}
	}
}

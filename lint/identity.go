package lint

import (
	"crypto/sha256"

	"kustoconn/diag"
)

// identity is what a finding is the same by in all versions of a file: its rule, the
// path, the text, and the how-manieth of these in the file it is. Of the text a hash is
// kept, in memory alone.
type identity struct {
	code diag.Code
	path string // from the top of the work tree
	text [sha256.Size]byte
	n    int
}

// identities returns the identity of each finding of the file, whose path in the
// repository is given.
func (f *File) identities(path string) []identity {
	all := make([]identity, len(f.Findings))
	count := map[identity]int{}
	for i := range f.Findings {
		found := &f.Findings[i]
		text := f.textOf(*found)
		if found.String < 0 {
			text = found.Diagnostic.Span.Slice(f.Text())
		}
		all[i] = identity{code: found.Diagnostic.Code, path: path, text: sha256.Sum256([]byte(text))}
		n := count[all[i]]
		count[all[i]]++
		all[i].n = n
	}
	return all
}

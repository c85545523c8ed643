package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"strconv"

	"kustoconn/diag"
)

// setFingerprints gives each finding what tells it from the others of its
// file and stays when lines are put above it: its rule, the file, the masked
// string, and the how-manieth of these it is. Each string is hashed once a rule.
func (f *File) setFingerprints() {
	type place struct {
		code   diag.Code
		string int
	}
	at, alike := map[place]*occurrences{}, map[string]*occurrences{}
	for i := range f.Findings {
		found := &f.Findings[i]
		p := place{found.Diagnostic.Code, found.String}
		o := at[p]
		if o == nil {
			masked := ""
			if found.String >= 0 {
				masked = f.Strings[found.String].Masked
			}
			content := found.Diagnostic.Code.String() + "\x00" + f.Path + "\x00" + masked
			if o = alike[content]; o == nil {
				o = &occurrences{hash: sha256.New()}
				o.hash.Write([]byte(content))
				alike[content] = o
			}
			at[p] = o
		}
		found.Fingerprint = o.next()
	}
}

// occurrences are the findings that differ in nothing but their number.
type occurrences struct {
	hash hash.Hash // of what they share
	n    int
}

func (o *occurrences) next() string {
	h, err := o.hash.(hash.Cloner).Clone()
	if err != nil {
		panic("lint: SHA-256 is not cloned: " + err.Error()) // crypto/sha256 promises to
	}
	h.Write([]byte("\x00" + strconv.Itoa(o.n)))
	o.n++
	return hex.EncodeToString(h.Sum(nil)[:16])
}

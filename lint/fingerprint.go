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
	type content struct {
		code   diag.Code
		masked string
	}
	at, alike := map[place]*occurrences{}, map[content]*occurrences{}
	for i := range f.Findings {
		found := &f.Findings[i]
		p := place{found.Diagnostic.Code, found.String}
		o := at[p]
		if o == nil {
			c := content{code: p.code}
			if found.String >= 0 {
				c.masked = f.Strings[found.String].Masked
			}
			if o = alike[c]; o == nil {
				o = &occurrences{hash: sha256.New()}
				o.hash.Write([]byte(c.code.String() + "\x00" + f.Path + "\x00" + c.masked))
				alike[c] = o
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

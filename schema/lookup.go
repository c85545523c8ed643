package schema

import "kustoconn/internal/fold"

// Lookup returns the property whose canonical name or alias keyword is,
// whatever the case of its ASCII letters and its U+0020. A keyword of any
// length is fine: it costs one pass over at most the first 64 bytes that are
// not spaces, and does not allocate.
//
// A keyword spelt as the tables spell it costs one map look-up.
//
// Programmatic names are no keywords. A property that strings cannot set is
// found too: its Settable reports false.
func Lookup(keyword string) (ID, bool) {
	v, ok := keywords.Find(keyword)
	return ID(v), ok
}

var keywords = fold.NewIndex(func() (entries []fold.Entry) {
	for _, p := range Properties() {
		for _, name := range p.Keywords() {
			entries = append(entries, fold.Entry{Name: name, Value: uint16(p.ID)})
		}
	}
	return entries
}())

package redact

import "hash/maphash"

// Logs say the same again and again, and what a line's literal holds is read in the line
// and in the literal. nothings remembers short pieces of texts that hold nothing to hide,
// though they look like it, so that such a one is looked at once (BenchmarkCopyHits).
// FuzzNothings holds it against looking each time.
type nothings struct {
	seed  maphash.Seed
	slots [1 << 8]nothing
}

// nothing is a piece of a text without a secret.
type nothing struct {
	size    int // of text; 0 for none
	text    [longestNothing]byte
	depth   int
	isValue bool
	cost    int // what looking at it took off the looker's budget
}

const longestNothing = 64

func newNothings() *nothings { return &nothings{seed: maphash.MakeSeed()} }

// slot returns where a piece is remembered, if it is; nil for one that is never.
func (n *nothings) slot(text string) *nothing {
	if n == nil || text == "" || len(text) > longestNothing {
		return nil
	}
	return &n.slots[maphash.String(n.seed, text)%uint64(len(n.slots))]
}

// holds reports whether it is that piece which is remembered.
func (n *nothing) holds(text string, isValue bool, depth int) bool {
	return n != nil && n.depth == depth && n.isValue == isValue && string(n.text[:n.size]) == text
}

func (n *nothing) set(text string, isValue bool, depth, cost int) {
	*n = nothing{size: copy(n.text[:], text), text: n.text, depth: depth, isValue: isValue, cost: cost}
}

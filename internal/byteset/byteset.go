// Package byteset makes sets of bytes that are asked with an index, as loops over a text
// ask for what each of its bytes is.
//
// It stands before all other packages in the flow.
package byteset

// Of returns the set of the bytes of members.
func Of(members string) (set [256]bool) {
	for _, c := range []byte(members) {
		set[c] = true
	}
	return set
}

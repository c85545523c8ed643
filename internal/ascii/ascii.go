// Package ascii says what a byte of a text is, by ASCII or by a set of bytes.
//
// It stands before all other packages in the flow.
package ascii

// IsLetter reports whether c is a letter from A to Z, in either case.
func IsLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// IsDigit reports whether c is a decimal digit.
func IsDigit(c byte) bool { return '0' <= c && c <= '9' }

// IsHexDigit reports whether c is a hexadecimal digit, in either case.
func IsHexDigit(c byte) bool { return IsDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

// Set returns the set of the bytes of members, which is asked with an index: loops over a
// text ask so for what each of its bytes is.
func Set(members string) (set [256]bool) {
	for _, c := range []byte(members) {
		set[c] = true
	}
	return set
}

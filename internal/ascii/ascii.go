// Package ascii says what a byte of a text is, in ASCII.
//
// It stands before all other packages in the flow.
package ascii

// IsLetter reports whether c is a letter from A to Z, in either case.
func IsLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// IsDigit reports whether c is a decimal digit.
func IsDigit(c byte) bool { return '0' <= c && c <= '9' }

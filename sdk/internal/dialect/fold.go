package dialect

import "strings"

// FullLower lower-cases s by Unicode's full mapping, as str.lower in Python,
// toLowerCase in JavaScript and Java (outside Turkish) and to_lowercase in
// Rust do. It is exact for a comparison with ASCII text: of all code points
// beyond ASCII U+212A (the Kelvin sign) alone becomes a letter of it, and
// U+0130 becomes one only with U+0307 after it, which strings.ToLower drops.
func FullLower(s string) string {
	return strings.ToLower(strings.ReplaceAll(s, "\u0130", "i\u0307"))
}

package validate

import (
	"strings"

	"kustoconn/internal/ascii"
)

// isGUID reports whether s is a GUID as Entra ID writes it: hexadecimal digits
// in groups of 8, 4, 4, 4 and 12 with hyphens between.
func isGUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := 0; i < len(s); i++ {
		switch i {
		case 8, 13, 18, 23:
			if s[i] != '-' {
				return false
			}
		default:
			if !ascii.IsHexDigit(s[i]) {
				return false
			}
		}
	}
	return true
}

// isHex reports whether s is n hexadecimal digits.
func isHex(s string, n int) bool {
	return len(s) == n && !strings.ContainsFunc(s, func(r rune) bool { return r > 'f' || !ascii.IsHexDigit(byte(r)) })
}

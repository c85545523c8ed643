package node

import (
	"strings"
	"unicode"
)

// validLabels reports whether new URL takes the labels of host that are in Punycode:
// what cannot be decoded, or decodes to what no label may be, makes it throw. Not told
// are labels that mix directions of writing and those of letters that IDNA maps to
// others: Node refuses some of them.
func validLabels(host string) bool {
	for label := range strings.SplitSeq(host, ".") {
		if encoded, ok := strings.CutPrefix(label, "xn--"); ok && !validPunycode(encoded) {
			return false
		}
	}
	return true
}

func validPunycode(encoded string) bool {
	decoded, ok := decodePunycode(encoded)
	if !ok || len(decoded) == 0 || unicode.IsMark(decoded[0]) {
		return false
	}
	for _, r := range decoded {
		if r >= 0x80 && (unicode.IsUpper(r) || !unicode.IsGraphic(r) || unicode.IsSpace(r)) {
			return false
		}
	}
	return true
}

// The parameters of Punycode: RFC 3492, section 5.
const (
	punycodeBase        = 36
	punycodeTMin        = 1
	punycodeTMax        = 26
	punycodeSkew        = 38
	punycodeDamp        = 700
	punycodeInitialBias = 72
	punycodeInitialN    = 0x80
)

// decodePunycode is RFC 3492, section 6.2, for a label of lower-case ASCII.
func decodePunycode(encoded string) ([]rune, bool) {
	var decoded []rune
	if i := strings.LastIndexByte(encoded, '-'); i >= 0 {
		decoded, encoded = []rune(encoded[:i]), encoded[i+1:]
	}
	n, i, bias := rune(punycodeInitialN), 0, punycodeInitialBias
	for len(encoded) > 0 {
		before, weight := i, 1
		for k := punycodeBase; ; k += punycodeBase {
			if encoded == "" {
				return nil, false
			}
			digit := punycodeDigit(encoded[0])
			encoded = encoded[1:]
			threshold := min(max(k-bias, punycodeTMin), punycodeTMax)
			if digit < 0 || digit > (unicode.MaxRune<<8-i)/weight {
				return nil, false
			}
			if i += digit * weight; digit < threshold {
				break
			}
			weight *= punycodeBase - threshold
			if weight > unicode.MaxRune<<8 {
				return nil, false
			}
		}
		length := len(decoded) + 1
		bias = adaptPunycode(i-before, length, before == 0)
		n, i = n+rune(i/length), i%length
		if n > unicode.MaxRune || 0xD800 <= n && n <= 0xDFFF {
			return nil, false
		}
		decoded = append(decoded[:i], append([]rune{n}, decoded[i:]...)...)
		i++
	}
	return decoded, true
}

func punycodeDigit(c byte) int {
	switch {
	case 'a' <= c && c <= 'z':
		return int(c - 'a')
	case '0' <= c && c <= '9':
		return int(c-'0') + 26
	}
	return -1
}

func adaptPunycode(delta, points int, first bool) int {
	if first {
		delta /= punycodeDamp
	} else {
		delta /= 2
	}
	delta += delta / points
	k := 0
	for ; delta > (punycodeBase-punycodeTMin)*punycodeTMax/2; k += punycodeBase {
		delta /= punycodeBase - punycodeTMin
	}
	return k + (punycodeBase-punycodeTMin+1)*delta/(delta+punycodeSkew)
}

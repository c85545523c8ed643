package redact

import "strings"

// rare are the pairs of bytes that texts with a secret hold and other texts seldom:
// of the keywords of secrets, of signs that write letters otherwise, of a URI with a
// password and a base64 marker. A closer look follows each.
var rare = func() (set [1 << 16]bool) {
	add := func(a, b string) {
		for i := range len(a) {
			for j := range len(b) {
				set[int(a[i])<<8|int(b[j])] = true
			}
		}
	}
	const digits = "0123456789abcdefABCDEF"
	add("eE", "yY")            // key
	add("kK", "eE")            // token
	add("wW", "oOdD")          // password, pwd
	add("lL", "oO")            // blob
	add("&", "#")              // a reference by number
	add("\\", "uUxX")          // an escape by number
	add("%", "2"+"4567")       // a letter in a URL, or one encoded twice
	add(":", "/")              // a URI
	add("6", "4")              // base64
	add("iI", "aAcC")          // credential, Basic
	add("\x00", digits+"\x00") // UTF-16
	return set
}()

var _ = strings.Contains

// holdsName reports whether text may hold a secret that needs no connection string
// around it.
func holdsName(text string) bool {
	for i := 1; i < len(text); i++ {
		if rare[int(text[i-1])<<8|int(text[i])] && mayStart(text, i) {
			return true
		}
	}
	return false
}

// mayStart takes a closer look at the pair of bytes that ends at offset.
func mayStart(text string, offset int) bool {
	rest := text[offset-1:]
	switch rest[0] | 0x20 {
	case 'e': // key
		return offset >= 2 && text[offset-2]|0x20 == 'k' && endsInAny(text[:offset-2], "app", "application", "private") && !isWordByte(text, offset+1)
	case 'k': // token
		return hasWord(rest, "ken") && offset >= 3 && endsInAny(text[:offset-3], "app", "application", "user", "usr")
	case 'w': // password, pwd
		if rest[1]|0x20 == 'd' {
			return offset >= 2 && text[offset-2]|0x20 == 'p'
		}
		return hasWord(rest, "word") && offset >= 5 && strings.EqualFold(text[offset-5:offset-1], "pass")
	case 'l':
		return hasWord(rest, "lob") && offset >= 2 && text[offset-2]|0x20 == 'b' && endsInAny(text[:offset-2], "certificate")
	case ':':
		return strings.HasPrefix(rest, "://") && strings.IndexByte(rest[:min(len(rest), 512)], '@') >= 0
	case '&':
		return len(rest) > 2 && strings.IndexByte("xX0123456789", rest[2]) >= 0
	case '6': // base64, b64
		return offset >= 2 && (hasBase(text, offset-1) || text[offset-2]|0x20 == 'b')
	case 'i':
		return hasWord(rest, "ial") && offset >= 9 && strings.EqualFold(text[offset-8:offset-1], "credent") || rest[1]|0x20 == 'c' && strings.HasPrefix(rest, "ic ")
	case '%' | 0x20:
		return len(rest) > 2 && (rest[1] != '2' || rest[2] == '5')
	case '\\' | 0x20:
		return escapesLetter(rest)
	}
	return true
}

// escapesLetter reports whether s starts with an escape that writes a letter, digit
// or sign of ASCII by its number.
func escapesLetter(s string) bool {
	if s[1] == 'x' {
		return len(s) > 2 && '2' <= s[2] && s[2] <= '7'
	}
	return len(s) > 4 && s[2] == '0' && s[3] == '0' && ('2' <= s[4] && s[4] <= '7' || s[4] == '0')
}

func hasBase(text string, offset int) bool {
	return offset >= 4 && strings.EqualFold(text[offset-4:offset], "base")
}

// endsInAny reports whether text ends in one of the words, with a sign or blank behind
// them.
func endsInAny(text string, words ...string) bool {
	for n := 0; n < 2 && text != "" && strings.IndexByte(" _-.\t", text[len(text)-1]) >= 0; n++ {
		text = text[:len(text)-1]
	}
	for _, word := range words {
		if len(text) >= len(word) && strings.EqualFold(text[len(text)-len(word):], word) {
			return true
		}
	}
	return false
}

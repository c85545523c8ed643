package java

import "strings"

// decodeAuthority replaces the escapes in a well-formed authority but for
// those in brackets, where a percent sign starts the zone of an address.
func decodeAuthority(authority string) string {
	var decoded strings.Builder
	bracketed := false
	for i := 0; i < len(authority); {
		c := authority[i]
		switch {
		case c == '[':
			bracketed = true
		case c == ']':
			bracketed = false
		}
		if !bracketed && isEscape(authority[i:]) {
			decoded.WriteByte(unhex(authority[i+1])<<4 | unhex(authority[i+2]))
			i += len("%20")
			continue
		}
		decoded.WriteByte(c)
		i++
	}
	return strings.ToValidUTF8(decoded.String(), "\uFFFD")
}

func unhex(c byte) byte {
	switch {
	case c >= 'a':
		return c - 'a' + 10
	case c >= 'A':
		return c - 'A' + 10
	}
	return c - '0'
}

// quoteAuthority escapes what may not stand in an authority, as URI's
// constructors from parts do. What looks like an IPv6 address at its start
// is left as it is.
func quoteAuthority(authority string) string {
	literal := 0
	if strings.HasPrefix(authority, "[") {
		literal = strings.IndexByte(authority, ']') + 1
	}
	var quoted strings.Builder
	quoted.WriteString(authority[:literal])
	for _, r := range authority[literal:] {
		c := string(r)
		if r != '%' && serverChars.holds(c) {
			quoted.WriteString(c)
			continue
		}
		for i := range len(c) {
			const upperHex = "0123456789ABCDEF"
			quoted.WriteString(string([]byte{'%', upperHex[c[i]>>4], upperHex[c[i]&0xF]}))
		}
	}
	return quoted.String()
}

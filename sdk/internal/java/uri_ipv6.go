package java

import "strings"

// checkIPv6Literal says what parsing the inside of a bracketed host throws:
// an IPv6 address, with a zone after a percent sign if it likes.
func checkIPv6Literal(literal string) exception {
	address, zone, zoned := strings.Cut(literal, "%")
	if ex := checkIPv6(address); ex != "" {
		return ex
	}
	if zoned && (zone == "" || !scopeChars.holds(zone)) {
		return uriSyntax
	}
	return ""
}

// checkIPv6 says what parsing an IPv6 address (RFC 2373) throws. Java wants
// 16 bytes, or fewer around a "::".
func checkIPv6(address string) exception {
	left, right, compressed := strings.Cut(address, "::")
	if !compressed {
		if !strings.Contains(address, ":") {
			return uriSyntax
		}
		return checkIPv6Length(address, func(bytes int) bool { return bytes == 16 })
	}
	leftBytes := 0
	if left != "" {
		groups := strings.Split(left, ":")
		if !areHexGroups(groups) {
			return uriSyntax
		}
		leftBytes = 2 * len(groups)
	}
	if right == "" {
		if leftBytes >= 16 {
			return uriSyntax
		}
		return ""
	}
	return checkIPv6Length(right, func(bytes int) bool { return leftBytes+bytes < 16 })
}

// checkIPv6Length says what parsing groups of hexadecimal digits, of which
// the last may be an IPv4 address, throws where fits judges their bytes.
func checkIPv6Length(s string, fits func(bytes int) bool) exception {
	groups := strings.Split(s, ":")
	bytes := 2 * len(groups)
	var ipv4 string
	if last := groups[len(groups)-1]; strings.Contains(last, ".") {
		groups = groups[:len(groups)-1]
		ipv4 = last
		bytes += 2
	}
	if !areHexGroups(groups) {
		return uriSyntax
	}
	if ipv4 != "" {
		if ex := checkIPv4(ipv4); ex != "" {
			return ex
		}
	}
	if !fits(bytes) {
		return uriSyntax
	}
	return ""
}

func areHexGroups(groups []string) bool {
	for _, group := range groups {
		if len(group) < 1 || len(group) > 4 || !hexDigits.holds(group) {
			return false
		}
	}
	return true
}

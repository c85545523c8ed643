package node

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"kustoconn/sdk/internal/dialect"
)

// hostname is new URL(text).hostname (the URL Standard of WHATWG) for URLs of
// http, https, ws and wss; ok is false where new URL throws, and for other
// schemes. A host that is not ASCII is lower-cased and not put into Punycode:
// what its name ends with is the same for the letters and marks that a
// well-formed host may hold.
func hostname(text string) (host string, ok bool) {
	text = strings.TrimFunc(text, func(r rune) bool { return r <= ' ' })
	text = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(text)
	scheme, rest, found := strings.Cut(text, ":")
	if !found || !isSpecial(strings.ToLower(scheme)) {
		return "", false
	}
	rest = strings.TrimLeft(rest, `/\`)
	if i := strings.IndexAny(rest, `/\?#`); i >= 0 {
		rest = rest[:i]
	}
	rest = rest[strings.LastIndexByte(rest, '@')+1:]
	host, port := rest, ""
	if i := strings.LastIndexByte(rest, ':'); i > strings.LastIndexByte(rest, ']') {
		host, port = rest[:i], rest[i+1:]
	}
	if _, err := strconv.ParseUint(port, 10, 16); port != "" && err != nil {
		return "", false
	}
	return parseHost(host)
}

func isSpecial(scheme string) bool {
	return scheme == "https" || scheme == "http" || scheme == "wss" || scheme == "ws"
}

// forbidden are the ASCII characters that no domain may hold.
const forbidden = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0A\x0B\x0C\x0D\x0E\x0F" +
	"\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F\x7F" + " #%/:<>?@[\\]^`{|}\""

func parseHost(host string) (string, bool) {
	if literal, bracketed := strings.CutPrefix(host, "["); bracketed {
		literal, closed := strings.CutSuffix(literal, "]")
		address, err := netip.ParseAddr(literal)
		if !closed || err != nil || !address.Is6() || address.Zone() != "" {
			return "", false
		}
		return "[" + shortest(address) + "]", true
	}
	if decoded, err := url.PathUnescape(host); err == nil {
		host = decoded
	}
	host = dialect.FullLower(host)
	if host == "" || strings.ContainsAny(host, forbidden) || !validLabels(host) {
		return "", false
	}
	if !endsInNumber(host) {
		return host, true
	}
	return parseIPv4(host)
}

// shortest writes an IPv6 address as the URL Standard does: in hexadecimal
// throughout.
func shortest(address netip.Addr) string {
	if address.Is4In6() {
		b := address.As16()
		return "::ffff:" + strconv.FormatUint(uint64(b[12])<<8|uint64(b[13]), 16) + ":" +
			strconv.FormatUint(uint64(b[14])<<8|uint64(b[15]), 16)
	}
	return address.String()
}

// endsInNumber reports whether host has to be an IPv4 address.
func endsInNumber(host string) bool {
	host = strings.TrimSuffix(host, ".")
	last := host[strings.LastIndexByte(host, '.')+1:]
	if last != "" && strings.Trim(last, "0123456789") == "" {
		return true
	}
	_, ok := parseNumber(last)
	return ok
}

// parseIPv4 reads up to four numbers, of which the last fills what is left of
// 32 bits.
func parseIPv4(host string) (string, bool) {
	parts := strings.Split(strings.TrimSuffix(host, "."), ".")
	if len(parts) > 4 {
		return "", false
	}
	var address uint64
	for i, part := range parts {
		n, ok := parseNumber(part)
		last := i == len(parts)-1
		switch {
		case !ok, !last && n > 255, last && n >= 1<<(8*(5-len(parts))):
			return "", false
		case last:
			address |= n
		default:
			address |= n << (8 * (3 - i))
		}
	}
	b := [4]byte{byte(address >> 24), byte(address >> 16), byte(address >> 8), byte(address)}
	return netip.AddrFrom4(b).String(), true
}

// parseNumber reads a number in decimal, in octal after 0 or in hexadecimal
// after 0x.
func parseNumber(s string) (n uint64, ok bool) {
	base, digits := 10, s
	switch {
	case s == "":
		return 0, false
	case strings.HasPrefix(s, "0x"):
		base, digits = 16, s[2:]
	case strings.HasPrefix(s, "0") && s != "0":
		base, digits = 8, s[1:]
	}
	if digits == "" {
		return 0, true
	}
	if strings.ContainsAny(digits, "+_") {
		return 0, false
	}
	n, err := strconv.ParseUint(digits, base, 64)
	return n, err == nil
}

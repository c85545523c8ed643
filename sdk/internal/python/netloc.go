package python

import (
	"net/netip"
	"strconv"
	"strings"

	"kustoconn/source"
)

// checkBrackets is what urlsplit asks of the brackets in a netloc: both kinds
// or none, and an address between the first pair.
func checkBrackets(u url) *urlError {
	netloc := u.netloc.Slice(u.text)
	open, closing := strings.IndexByte(netloc, '['), strings.IndexByte(netloc, ']')
	if open < 0 && closing < 0 {
		return nil
	}
	if open < 0 || closing < 0 {
		return &urlError{class: "ValueError: Invalid IPv6 URL", at: u.netloc}
	}
	at := source.Span{Start: u.netloc.Start + open + 1, End: u.netloc.End}
	if i := strings.IndexByte(at.Slice(u.text), ']'); i >= 0 {
		at.End = at.Start + i
	}
	host := u.clean(at)
	if strings.HasPrefix(host, "v") {
		if !isFutureAddress(host) {
			return &urlError{class: "ValueError: IPvFuture address is invalid", at: at}
		}
		return nil
	}
	if isIPv6(host) {
		return nil
	}
	if addr, err := netip.ParseAddr(host); err == nil && addr.Is4() {
		return &urlError{class: "ValueError: An IPv4 address cannot be in brackets", at: at}
	}
	return &urlError{class: "ValueError: does not appear to be an IPv4 or IPv6 address", at: at, echoed: at}
}

// isFutureAddress is the expression \Av[a-fA-F0-9]+\..+\Z, on a text without
// line ends that starts with v.
func isFutureAddress(host string) bool {
	version, address, _ := strings.Cut(host[1:], ".")
	return version != "" && strings.Trim(version, "0123456789abcdefABCDEF") == "" && address != ""
}

// isIPv6 is ipaddress.IPv6Address. netip agrees with it on addresses, but not
// on the scope after a percent sign, which must hold no further one.
func isIPv6(host string) bool {
	host, scope, scoped := strings.Cut(host, "%")
	if scoped && (scope == "" || strings.Contains(scope, "%")) {
		return false
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.Is6()
}

// unstable are the code points whose NFKC form holds one of / ? # @ : (all
// there are; Unicode promises never to change a decomposition).
const unstable = "\u2047\u2048\u2049\u2100\u2101\u2105\u2106\u2A74" +
	"\uFE13\uFE16\uFE55\uFE56\uFE5F\uFE6B" +
	"\uFF03\uFF0F\uFF1A\uFF1F\uFF20"

// checkCompatibility is _checknetloc: a netloc that NFKC would give another
// shape is refused.
func checkCompatibility(u url) *urlError {
	if strings.ContainsAny(u.netloc.Slice(u.text), unstable) {
		return &urlError{class: "ValueError: netloc contains invalid characters under NFKC normalization", at: u.netloc, echoed: u.netloc}
	}
	return nil
}

// maxDigits is the longest text that int converts, leading zeros and all.
const maxDigits = 4300

// validPort reports whether the port property of the URL text raises no
// ValueError. No port is a valid one.
func validPort(text string) bool {
	u, err := splitURL(text)
	if err != nil {
		return false
	}
	host := u.clean(u.netloc)
	host = host[strings.LastIndexByte(host, '@')+1:]
	if _, bracketed, found := strings.Cut(host, "["); found {
		_, host, _ = strings.Cut(bracketed, "]")
	}
	_, port, _ := strings.Cut(host, ":")
	if port == "" {
		return true
	}
	_, invalid := strconv.ParseUint(port, 10, 16)
	return invalid == nil && len(port) <= maxDigits
}

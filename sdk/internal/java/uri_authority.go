package java

import (
	"strconv"
	"strings"
)

// checkAuthority says what parsing authority throws. It has to be a server
// ([user@]host[:port]) or else a registry's name, which may hold nearly
// anything but brackets.
func checkAuthority(authority string) exception {
	if authority == "" {
		return "" // something follows it
	}
	legal := registryChars.scan(authority)
	if strings.HasPrefix(authority[legal:], "%") {
		return uriSyntax // a malformed escape, which ends the parsing at once
	}
	if looksLikeServer(authority) {
		if ex := checkServer(authority); ex != uriSyntax {
			return ex
		}
	}
	if legal < len(authority) {
		return uriSyntax
	}
	return ""
}

// looksLikeServer reports whether authority is made of a server's
// characters. Java means to let a percent sign stand for itself where there
// is an IPv6 address, and lets it everywhere.
func looksLikeServer(authority string) bool {
	return serverChars.holds(strings.ReplaceAll(authority, "%", "-"))
}

// checkServer says what parsing [user@]host[:port] throws.
func checkServer(server string) exception {
	host := server
	if user, rest, ok := strings.Cut(server, "@"); ok {
		if !userInfoChars.holds(user) {
			return uriSyntax
		}
		host = rest
	}
	var port string
	if literal, ok := strings.CutPrefix(host, "["); ok {
		address, rest, closed := strings.Cut(literal, "]")
		if !closed {
			return uriSyntax
		}
		if ex := checkIPv6Literal(address); ex != "" {
			return ex
		}
		port = rest
	} else {
		host, port = cutBefore(host, ":")
		if !isIPv4(host) && !isHostname(host) {
			return uriSyntax
		}
	}
	if !isPort(port) {
		return uriSyntax
	}
	return ""
}

// isPort reports whether s is nothing, or a colon and nothing or a number
// that an int holds.
func isPort(s string) bool {
	number, colon := strings.CutPrefix(s, ":")
	if number == "" {
		return colon || s == ""
	}
	return colon && digits.holds(number) && fitsInt(number)
}

// fitsInt reports whether Integer.parseInt takes s, some digits.
func fitsInt(s string) bool {
	_, err := strconv.ParseInt(s, 10, 32)
	return err == nil
}

// isHostname reports whether s is labels divided by dots, with a dot at its
// end if it likes. Labels are letters, digits and inner hyphens; the last of
// several starts with a letter.
func isHostname(s string) bool {
	labels := strings.Split(strings.TrimSuffix(s, "."), ".")
	for _, label := range labels {
		if !isLabel(label) {
			return false
		}
	}
	return len(labels) == 1 || letters.has(labels[len(labels)-1][0])
}

func isLabel(s string) bool {
	return s != "" && labelChars.holds(s) && s[0] != '-' && s[len(s)-1] != '-'
}

// isIPv4 reports whether s is four numbers up to 255 divided by dots.
func isIPv4(s string) bool { return checkIPv4(s) == "" }

// checkIPv4 says what parsing an IPv4 address throws where it has to be one.
func checkIPv4(s string) exception {
	if !digits.holds(strings.ReplaceAll(s, ".", "0")) {
		return uriSyntax
	}
	numbers := strings.Split(s, ".")
	for i, number := range numbers {
		switch {
		case i == 4, number == "":
			return uriSyntax
		case !fitsInt(number):
			return numberFormat
		}
		if n, _ := strconv.Atoi(number); n > 255 {
			return uriSyntax
		}
	}
	if len(numbers) != 4 {
		return uriSyntax
	}
	return ""
}

package endpoint

import (
	"net/netip"
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/internal/region"
	"kustoconn/internal/sealed"
	"kustoconn/source"
)

const maxLabel = 63 // bytes, RFC 1035, section 2.3.4

// defaultSuffix completes a bare name without a dot, or with a region.
const defaultSuffix = ".kusto.windows.net"

// parsePlainHost takes the host that starts at start and returns where it
// ends, which is where the authority does. It says no, and does nothing, where
// the host is not short, ASCII and without fault, or not all of the authority.
// Most hosts need no second look: that saves half the time of a usual Data
// Source (BenchmarkAnalyze), and against one look that finds the end and one
// at each byte of the host, a third.
func (e *Endpoint) parsePlainHost(start int) (end int, ok bool) {
	text := e.Text()[start:]
	n, seen := 0, byte(0)
	for n < len(text) && hostByte[text[n]]&foreignByte == 0 {
		seen |= hostByte[text[n]]
		n++
	}
	if n == 0 || n > maxLabel || n < len(text) && text[n] != '/' && text[n] != '?' && text[n] != '#' {
		return 0, false
	}
	name := text[:n]
	if e.broken || name[0] == '.' || name[n-1] == '.' || strings.Contains(name, "..") {
		return 0, false
	}
	e.HostSpan = source.Span{Start: start, End: start + n}
	if e.host = sealed.NewText(name); seen&upperByte != 0 {
		e.host = sealed.NewText(strings.ToLower(name))
	}
	e.completeHost()
	return start + n, true
}

// parseName judges the host in Text[start:end], which is no IP literal.
func (e *Endpoint) parseName(start, end int) {
	e.HostSpan = source.Span{Start: start, End: end}
	name := e.Text()[start:end]
	if name == "" {
		e.broken = true
		e.bad(noHost, e.HostSpan)
		return
	}
	e.international = !isASCII(name)
	e.checkName(start, end)
	if e.broken {
		return
	}
	e.host = sealed.NewText(strings.Map(lowerRune, name))
	e.completeHost()
}

func (e *Endpoint) completeHost() {
	if e.Form != URI {
		e.host = sealed.NewText(e.Host() + completion(e.Host()))
	}
}

// What a byte is in a host.
const (
	foreignByte = 1 << iota // in no reg-name
	upperByte               // an upper-case letter
)

// hostByte holds what each byte is in a host; 0 for most.
var hostByte = func() (set [256]byte) {
	for c := range set {
		if !regName[c] {
			set[c] |= foreignByte
		}
		if 'A' <= c && c <= 'Z' {
			set[c] |= upperByte
		}
	}
	return set
}()

// checkName adds the faults of the host in Text[start:end], if it has any.
func (e *Endpoint) checkName(start, end int) {
	before := len(e.Faults)
	e.checkChars(start, end, inHost)
	e.checkDots(start, end)
	for offset, label := start, ""; offset < end; offset += len(label) + len(".") {
		label, _, _ = strings.Cut(e.Text()[offset:end], ".")
		span := source.Span{Start: offset, End: offset + len(label)}
		if len(label) > maxLabel {
			e.bad(longLabel, span)
		}
		if !isASCII(label) {
			e.checkNonASCIILabel(span)
		}
	}
	e.broken = e.broken || len(e.Faults) > before
}

// checkDots adds the faults of the empty labels in Text[start:end]. What is
// deleted are the dots too many.
func (e *Endpoint) checkDots(start, end int) {
	for i := start; i < end; i++ {
		first := i
		for i < end && e.Text()[i] == '.' {
			i++
		}
		switch {
		case i == first:
		case first == start:
			e.badDelete(emptyLabel, source.Span{Start: first, End: i})
		case i == end:
			e.badDelete(trailingDot, source.Span{Start: first, End: i})
		case i-first > 1:
			e.badDelete(emptyLabel, source.Span{Start: first + 1, End: i})
		}
	}
}

// checkNonASCIILabel is about the ASCII in such a label: the punctuation that
// RFC 3986 lets a reg-name hold has no place in an internationalized name.
func (e *Endpoint) checkNonASCIILabel(label source.Span) {
	for i := label.Start; i < label.End; i++ {
		if c := e.Text()[i]; c < utf8.RuneSelf && !plain[c] {
			e.bad(badHostChar, source.Span{Start: i, End: i + 1})
		}
	}
}

// International reports whether the host has characters beyond ASCII, what a
// placeholder stands for aside.
func (e *Endpoint) International() bool { return e.international }

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// lowerRune never turns a letter that is not ASCII into one that is: the
// Kelvin sign and the dotted capital I would else make a trusted host.
func lowerRune(r rune) rune {
	lower := unicode.ToLower(r)
	if r >= utf8.RuneSelf && lower < utf8.RuneSelf {
		return r
	}
	return lower
}

// completion returns what a bare name, in lower case, lacks.
func completion(name string) string {
	switch dots := strings.Count(name, "."); {
	case name == "localhost", dots > 1, dots == 1 && !inRegion(name):
		return "" // clients connect to it as it stands
	}
	return defaultSuffix
}

// inRegion reports whether name is a cluster's with one dot and a region
// behind it.
func inRegion(name string) bool {
	_, behind, _ := strings.Cut(name, ".")
	return region.Is(behind)
}

// Completion returns what the host lacks as written: ".kusto.windows.net" for a
// bare name or shorthand without a dot, other than localhost, or with one dot
// and an Azure region behind it, else nothing. An IPv6 literal lacks nothing.
func (e *Endpoint) Completion() string {
	if e.Form != BareName && e.Form != Shorthand || strings.HasPrefix(e.HostSpan.Slice(e.Text()), "[") {
		return ""
	}
	return completion(strings.ToLower(e.HostSpan.Slice(e.Text())))
}

// parseIPLiteral judges the host in Text[start:end], which starts with "[",
// and returns its length with the brackets.
func (e *Endpoint) parseIPLiteral(start, end int) int {
	text := e.Text()[start:end]
	n := strings.IndexByte(text, ']') + 1
	if n < len(text) && text[n] != ':' { // no bracket closes it, or something follows
		n = len(text)
	}
	e.HostSpan = source.Span{Start: start, End: start + n}
	literal, closed := strings.CutSuffix(text[1:n], "]")
	if !closed || !isIPv6(literal) {
		e.broken = true
		e.bad(BadIPLiteral, e.HostSpan)
	}
	if !e.broken {
		e.host = sealed.NewText(strings.ToLower(literal))
	}
	return n
}

// isIPv6 reports whether s is an IPv6 address without a zone.
func isIPv6(s string) bool {
	addr, err := netip.ParseAddr(s)
	return err == nil && addr.Is6() && addr.Zone() == ""
}

// loopback reports whether the host is this machine: localhost, 127.0.0.0/8 in
// four-part dotted decimal, or ::1 in any spelling. An IPv4-mapped address is
// not, as no client takes it for one.
func (e *Endpoint) loopback() bool {
	switch {
	case e.Host() == "localhost":
		return true
	case strings.HasPrefix(e.Host(), "127."),
		strings.HasPrefix(e.Host(), ":"), strings.HasPrefix(e.Host(), "0"):
		addr, err := netip.ParseAddr(e.Host())
		return err == nil && addr.IsLoopback() && !addr.Is4In6()
	}
	return false
}

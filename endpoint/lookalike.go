package endpoint

import (
	"strings"
	"unicode"

	"kustoconn/source"
)

// The ways to imitate a host.
const (
	embeddedDomain = "host that holds a Kusto domain before its own"                // kusto.windows.net.example.com
	withoutDot     = "host that ends like a Kusto domain without the dot before it" // evilkusto.windows.net
	confusable     = "host with characters that look like those of a Kusto domain"  // kust0.windows.net, help.kusto-windows.net
	severalScripts = "host with letters of several scripts in a label"              // Latin and Cyrillic letters in one label
)

// Lookalike is a host that a reader would take for another.
type Lookalike struct {
	Reason string      // how it imitates, lower case
	Span   source.Span // in Text: the part that deceives, or the host
	Like   string      // the built-in host or suffix that is imitated; empty where letters of several scripts are all that deceives
}

// Lookalike reports whether the host imitates one of the service, offline and
// by its spelling alone. Mixed scripts are found in any host; else a host that
// the built-in list trusts, or that lies below one of its domains, imitates
// none. A host that a policy trusts by an added rule may still be reported.
func (e *Endpoint) Lookalike() (Lookalike, bool) {
	if e.Host() == "" || e.loopback() {
		return Lookalike{}, false
	}
	if len(e.placeholders) > 0 {
		e = e.constant()
	}
	if span, ok := e.mixedLabel(); ok {
		return Lookalike{Reason: severalScripts, Span: span}, true
	}
	if builtin.match(e.Host()) != nil {
		return Lookalike{}, false
	}
	found, genuine := imitated(e.Host(), builtinRules)
	if genuine {
		return Lookalike{}, false
	}
	if found.rule >= 0 {
		span := e.HostSpan
		if len(e.Host()) == span.Len() {
			span = source.Span{Start: found.start, End: found.end}.Shift(span.Start)
		}
		return Lookalike{Reason: found.reason, Span: span, Like: builtinRules[found.rule].pattern}, true
	}
	if found, _ = imitated(skeleton(e.Host()), skeletonRules); found.rule >= 0 {
		return Lookalike{Reason: confusable, Span: e.HostSpan, Like: builtinRules[found.rule].pattern}, true
	}
	return Lookalike{}, false
}

// mixedLabel returns the first label of the host with letters of several
// scripts.
func (e *Endpoint) mixedLabel() (source.Span, bool) {
	host := e.HostSpan.Slice(e.Text())
	if isASCII(host) {
		return source.Span{}, false
	}
	start := e.HostSpan.Start
	for label := range strings.SplitSeq(host, ".") {
		if !isASCII(label) && mixedScripts(label) {
			return source.Span{Start: start, End: start + len(label)}, true
		}
		start += len(label) + len(".")
	}
	return source.Span{}, false
}

// imitation is where in a host the domain of a rule is found.
type imitation struct {
	reason     string
	rule       int // index, -1 for none
	start, end int // bytes in the host
}

// imitated looks for the domains of rules in host. It is genuine if it is one
// of them or lies below it; found then tells the rule.
func imitated(host string, rules []hostRule) (found imitation, genuine bool) {
	found.rule = -1
	for i := range rules {
		domain := strings.TrimPrefix(rules[i].pattern, ".")
		if before, ok := strings.CutSuffix(host, domain); ok {
			if before == "" || strings.HasSuffix(before, ".") {
				return imitation{rule: i}, true
			}
			found = imitation{withoutDot, i, len(before), len(host)}
			continue
		}
		if at := embedded(host, domain); at >= 0 && found.rule < 0 {
			found = imitation{embeddedDomain, i, at, at + len(domain)}
		}
	}
	return found, false
}

// embedded returns where domain stands in host before a dot or hyphen, or -1.
func embedded(host, domain string) int {
	for at := 0; ; {
		i := strings.Index(host[at:], domain)
		if i < 0 {
			return -1
		}
		start := at + i
		at = start + len(domain)
		if at < len(host) && (host[at] == '.' || host[at] == '-') {
			return start
		}
	}
}

// skeletonRules are the built-in rules as skeletons, at the same indices.
var skeletonRules = func() []hostRule {
	rules := make([]hostRule, len(builtinRules))
	for i, r := range builtinRules {
		rules[i] = hostRule{pattern: skeleton(r.pattern)}
	}
	return rules
}()

// skeleton returns host with what looks alike made equal, after Unicode
// Technical Standard 39, section 4, for the letters of domain names. A hyphen
// counts as a dot.
func skeleton(host string) string {
	host = strings.Map(func(r rune) rune {
		if unicode.IsMark(r) {
			return -1
		}
		if like, ok := confusables[r]; ok {
			return like
		}
		return r
	}, host)
	return sequences.Replace(host)
}

var sequences = strings.NewReplacer("rn", "m", "vv", "w")

// confusables maps characters to the ASCII letter that they look like.
var confusables = func() map[rune]rune {
	table := map[rune]rune{}
	for _, row := range []struct {
		like  rune
		runes string
	}{
		{'a', "àáâãäåāăąǎаαɑ"},
		{'b', "ьƅ"},
		{'c', "çćĉċčсϲ"},
		{'d', "ďđԁ"},
		{'e', "èéêëēĕėęěеєε"},
		{'f', "ƒ"},
		{'g', "ĝğġģɡ"},
		{'h', "ĥħһ"},
		{'k', "ķĸкκ\u212A"},
		{'l', "iı1ìíîïĩīĭįİіïιĺļľłӏ"},
		{'m', "мμ"},
		{'n', "ñńņňŋпη"},
		{'o', "0òóôõöøōŏőоοօ"},
		{'p', "рρ"},
		{'r', "ŕŗřгᴦ"},
		{'s', "śŝşšșѕſ"},
		{'t', "ţťŧтτ"},
		{'u', "ùúûüũūŭůűųцυս"},
		{'v', "νѵ"},
		{'w', "ŵшωԝѡ"},
		{'x', "хχ"},
		{'y', "ýÿŷуγү"},
		{'z', "źżž"},
		{'.', "-·"},
	} {
		for _, r := range row.runes {
			table[r] = row.like
		}
	}
	return table
}()

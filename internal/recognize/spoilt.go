package recognize

import (
	"cmp"
	"slices"
	"strings"

	"kustoconn/schema"
	"kustoconn/source"
)

// addSpoilt adds the strings that the scan cannot see for want of an equals
// sign or of a semicolon, and that hold a secret all the same: the URI of a
// Kusto host, directly behind it one of ";,?&" and a secret property's keyword.
func (s *scanner) addSpoilt() {
	scanned := s.found
	for at := 0; ; {
		n := strings.Index(s.text[at:], "://")
		if n < 0 {
			break
		}
		scheme := at + n
		at = scheme + len("://")
		for len(scanned) > 0 && scanned[0].Span.End <= scheme {
			scanned = scanned[1:]
		}
		if len(scanned) > 0 && scanned[0].Span.Contains(scheme) {
			at = scanned[0].Span.End
			continue
		}
		if !namesKusto(authority(s.text[at:]), 2) {
			continue
		}
		value := secretAfterURI(s.text, at)
		if value < 0 || len(scanned) > 0 && scanned[0].Span.Start < value {
			continue
		}
		start := uriBefore(s.text, 0, scheme)
		if p := locate(s.text[start:at]); p.foreign || strings.Contains(s.text[start:scheme], ":") {
			continue
		}
		m := measureValue(s.text, start, value)
		if len(scanned) > 0 {
			m = min(m, scanned[0].Span.Start)
		}
		s.found = append(s.found, Found{source.Span{Start: start, End: m}, ConnectionString})
		at = m
	}
	slices.SortFunc(s.found, func(a, b Found) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// secretAfterURI returns where the value starts of a secret property whose
// keyword stands right behind the URI that goes on at offset, or -1.
func secretAfterURI(text string, offset int) int {
	const maxURI = 1 << 10
	end := offset
	for end < min(len(text), offset+maxURI) && !isBlank(text[end]) && !isLineEnd(text[end]) && !isQuote(text[end]) {
		if strings.IndexByte(";,?&", text[end]) >= 0 {
			break
		}
		end++
	}
	if end == len(text) || strings.IndexByte(";,?&", text[end]) < 0 {
		return -1
	}
	rest := text[end+1 : min(len(text), end+1+maxKeyword)]
	for n := len(rest) - 1; n > 0; n-- {
		if !isWordByte(rest[n-1]) || strings.IndexByte("=: \t", rest[n]) < 0 {
			continue
		}
		if id, known := lookup(rest[:n]); known && schema.Secrets().Has(id) {
			return end + 1 + n + 1
		}
	}
	return -1
}

// measureValue returns where the value ends that starts at value, in a string
// that starts at start.
func measureValue(text string, start, value int) int {
	r := newRuler(text, start, nil)
	r.value(value, schema.ApplicationKey)
	r.semicolons()
	return start + len(strings.TrimRight(text[start:r.at], " \t"))
}

package recognize

import (
	"cmp"
	"slices"
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/schema"
	"kustoconn/source"
)

// separators are what people write between a URI and a keyword: the semicolon,
// or what they take for one.
const separators = ";,?&"

// uriEnds holds them, and what no URI goes on behind.
var uriEnds = ascii.Set(separators + " \t\r\n\"'`")

// joints are what may stand between a keyword and its value, with no equals sign among it.
const joints = " \t:/->"

// addMalformed adds the strings that the scan cannot see for want of an equals
// sign or of a semicolon, and that hold a secret all the same: the URI of a
// Kusto host, directly behind it a separator and a secret property's keyword.
func (s *scanner) addMalformed() {
	scanned := s.found // those that end behind the place looked at
	for at := 0; ; {
		n := strings.Index(s.text[at:], "://")
		if n < 0 {
			break
		}
		colon := at + n
		for len(scanned) > 0 && scanned[0].Span.End <= colon {
			scanned = scanned[1:]
		}
		limit := len(s.text) // where the next string starts
		if len(scanned) > 0 {
			limit = scanned[0].Span.Start
		}
		if limit <= colon {
			at = scanned[0].Span.End
			continue
		}
		at = colon + len("://")
		if span, ok := malformedAt(s.text, colon, limit); ok {
			s.found = append(s.found, Found{span, ConnectionString})
			at = span.End
		}
	}
}

func sortFound(found []Found) {
	slices.SortFunc(found, func(a, b Found) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// malformedAt returns where the malformed string stands that starts with the
// URI whose "://" is at colon, if there is one. It ends before limit.
func malformedAt(text string, colon, limit int) (span source.Span, ok bool) {
	rest := colon + len("://")
	if !namesKusto(authority(text[rest:]), 2) {
		return source.Span{}, false
	}
	value, ok := secretAfterURI(text, rest)
	if !ok || limit < value {
		return source.Span{}, false
	}
	start := uriBefore(text, 0, colon)
	if locate(text[start:rest]).foreign {
		return source.Span{}, false
	}
	return source.Span{Start: start, End: min(limit, secretEnd(text, start, value))}, true
}

// secretAfterURI returns where the value starts of a secret property whose
// keyword stands right behind the URI that goes on at offset, if one does.
func secretAfterURI(text string, offset int) (value int, ok bool) {
	const maxURI = 1 << 10
	end := offset
	for limit := min(len(text), offset+maxURI); end < limit && !uriEnds[text[end]]; end++ {
	}
	if end == len(text) || strings.IndexByte(separators, text[end]) < 0 {
		return 0, false
	}
	from := end + 1
	rest := text[from:min(len(text), from+maxKeyword)]
	for n := len(rest) - 1; n > 0; n-- {
		if !isWordByte(rest[n-1]) || strings.IndexByte("=: \t", rest[n]) < 0 {
			continue
		}
		if id, known := lookup(rest[:n]); known && schema.Secrets().Has(id) {
			signs := rest[n:]
			return from + len(rest) - len(strings.TrimLeft(signs[1:], joints)), true
		}
	}
	return 0, false
}

// secretEnd returns where the secret ends that starts at value, in a string
// that starts at start.
func secretEnd(text string, start, value int) int {
	r := newSegmentReader(text, start, nil)
	r.readValue(value, schema.ApplicationKey)
	r.readSemicolons()
	return start + len(strings.TrimRight(text[start:r.at], " \t"))
}

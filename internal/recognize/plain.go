package recognize

import (
	"strings"

	"kustoconn/internal/byteset"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
	"kustoconn/source"
)

// Plain is a string of which every reading says the same: a URI of a Kusto host, or a Data
// Source with one, and pairs of known keywords whose values are letters, digits and a few
// signs. Most strings in logs are such. The zero Plain is ready to read into.
type Plain struct {
	Span    source.Span
	Secrets []source.Span // the values of secret properties, in order
	Last    source.Span   // the last value
	isURI   bool          // it begins with a URI
	open    bool          // a value may go on behind the string
}

// Read reads the plain string in whose host the byte at offset at of line stands. It says no
// where there is none, and where what stands beside it may make it another one: that is for
// Find to tell. line has no line end. FuzzPlainLine of package redact holds that against Find.
func (p *Plain) Read(line string, at int) bool {
	start, ok := plainStart(line, at)
	if !ok || !p.readPairs(line, start) {
		return false
	}
	return standsAlone(line[:start]) && (p.Span.End == len(line) || !p.open && goesNoFurther(line[p.Span.End:]))
}

// placeSigns holds the bytes of a URI without userinfo, query or escapes, and valueSigns' plain
// counterpart plainSigns those of other values.
var (
	plainSigns = plainBytes("~+")
	placeSigns = plainBytes(":")
)

func plainBytes(more string) (set [256]bool) {
	set = byteset.Of("_-./" + more)
	for c := range byte(0x80) {
		set[c] = set[c] || isWordByte(c)
	}
	return set
}

// plainStart returns where the string starts in whose host the byte at offset stands.
func plainStart(line string, offset int) (start int, ok bool) {
	const longest = len("Network Address")
	for start = offset; start > 0 && placeSigns[line[start-1]]; start-- {
	}
	if equals := start - 1; equals > 0 && line[equals] == '=' {
		start, ok = knownBefore(line, max(0, equals-longest-1), equals)
		return start, ok
	}
	return start, strings.HasPrefix(line[start:], "https://")
}

// readPairs reads the segments from start on, one of which is a pair that only Kusto has.
func (p *Plain) readPairs(line string, start int) bool {
	p.Secrets, p.open = p.Secrets[:0], false
	at, kustoOnly := start, false
	for first := true; ; first = false {
		keyword, equals := "", at
		if !first || !strings.HasPrefix(line[at:], "https://") {
			keyword = plainKeyword(line[at:])
			if equals += len(keyword); keyword == "" || equals == len(line) || line[equals] != '=' {
				return false
			}
			at = equals + 1
		}
		value := at
		id, known := lookup(keyword)
		switch {
		case first && (keyword == "" || id == schema.DataSource):
			at = plainPlaceEnd(line, at)
		case !known || first || id == schema.DataSource || id == schema.DataSourceURI:
			return false
		default:
			for at < len(line) && plainSigns[line[at]] {
				at++
			}
		}
		if at == value || strings.HasPrefix(line[value:], "3D") || strings.HasPrefix(line[value:], "3d") { // quoted-printable
			return false
		}
		secret := schema.Secrets().Has(id)
		if secret {
			p.Secrets = append(p.Secrets, source.Span{Start: value, End: at})
		}
		kustoOnly = kustoOnly || vocabulary.IsKustoOnly(keyword)
		if at == len(line) || line[at] != ';' {
			p.Span, p.Last = source.Span{Start: start, End: at}, source.Span{Start: value, End: at}
			p.isURI, p.open = strings.HasPrefix(line[start:], "https://"), secret
			return kustoOnly && isWordByte(line[at-1])
		}
		at++
	}
}

// plainKeyword returns the words that text starts with, with one blank between them.
func plainKeyword(text string) string {
	at := 0
	for at < len(text) && text[at] < 0x80 && (isWordByte(text[at]) || at > 0 && text[at] == ' ' && text[at-1] != ' ') {
		at++
	}
	if at == 0 || text[at-1] == ' ' || strings.IndexByte(text[:at], '_') >= 0 { // emphasis
		return ""
	}
	return text[:at]
}

// plainPlaceEnd returns where the URI of a Kusto host ends that starts at offset, with or
// without a database, or offset if there is none that is nobody else's too.
func plainPlaceEnd(line string, offset int) int {
	rest, ok := strings.CutPrefix(line[offset:], "https://")
	if !ok {
		return offset
	}
	end := 0
	for end < len(rest) && (rest[end] == '.' || rest[end] == '-' || 'a' <= rest[end] && rest[end] <= 'z' || '0' <= rest[end] && rest[end] <= '9') {
		end++
	}
	if host := rest[:end]; !hasKustoLabel(host) || isForeignPlace(host) {
		return offset
	}
	path := end
	if end < len(rest) && rest[end] == '/' {
		for end++; end < len(rest) && rest[end] < 0x80 && (isWordByte(rest[end]) || rest[end] == '-'); end++ {
		}
	}
	if strings.EqualFold(rest[path:end], "/xmla") {
		return offset
	}
	return len(line) - len(rest) + end
}

// IsAmid reports whether Find says the same of a literal, where before stands before the string
// in it: no reading takes all of the literal for one.
func (p *Plain) IsAmid(before string) bool {
	if strings.ContainsAny(before, "(){}[]") || strings.HasSuffix(before, "= ") { // placeholders have brackets
		return false
	}
	segment, _, more := strings.Cut(before, ";")
	keyword, rest, isPair := strings.Cut(segment, "=")
	if !more && p.isURI {
		return true // which a blank stands before
	}
	if !isPair {
		return strings.IndexByte(strings.TrimSpace(segment), ' ') > 0
	}
	_, known := lookup(keyword)
	return !more && !known && isPhrase(strings.TrimSpace(keyword)) && strings.IndexByte(rest, '=') < 0
}

// standsAlone reports whether the text before a string leaves it alone: blanks, a quotation
// mark or nothing part them, no semicolon goes on with it, and nothing that is read as a
// pair of ours comes near it.
func standsAlone(before string) bool {
	n := len(before)
	switch {
	case n == 0:
		return true
	case before[n-1] == '"' && n > 1 && before[n-2] == '=':
		return !pairsReach(before) && !endsLikeKeyword(before[:n-2])
	case before[n-1] == '"':
	case before[n-1] != ' ' || n == 1 || before[n-2] == ' ' || before[n-2] == ';':
		return false
	case before[n-2] == '"' && (n == 2 || opens[before[n-3]]):
		return false
	}
	return !pairsReach(before)
}

// pairsReach reports whether a pair in text whose keyword is ours may be read on to the end of
// it: its value is no word that a blank ends, or behind a semicolon there is another one.
func pairsReach(text string) bool {
	for at := 0; ; at++ {
		n := strings.IndexAny(text[at:], "=;")
		if n < 0 {
			return false
		}
		at += n
		if text[at] == ';' {
			keyword, _, found := strings.Cut(text[at+1:min(len(text), at+1+maxKeyword)], "=")
			if _, known := schema.Lookup(strings.TrimSpace(keyword)); found && known {
				return true
			}
			continue
		}
		if !endsLikeKeyword(strings.TrimRight(text[:at], " ")) {
			continue
		}
		end := at + 1
		for end < len(text) && (plainSigns[text[end]] || strings.IndexByte("=&:", text[end]) >= 0) {
			end++
		}
		if end == at+1 || end == len(text) || text[end] != ' ' {
			return true
		}
	}
}

// goesNoFurther reports whether nothing behind a string, whose last value is no secret, may be
// a part of it.
func goesNoFurther(behind string) bool {
	return (behind[0] == ' ' || behind[0] == '"') && strings.IndexByte(behind, ';') < 0
}

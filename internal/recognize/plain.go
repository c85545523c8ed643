package recognize

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/table"
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
	Values  []source.Span // all values, that of the URI too
	isURI   bool          // it begins with a URI
	open    bool          // the last value is a secret
}

// Read reads the plain string in whose host the byte at offset at of line stands. It says no
// where there is none, and where what stands beside it may make it another one: that is for
// Find to tell. line has no line end; the string before this one, if any, ends at offset from, where
// a quotation mark stands. FuzzPlainLine of package redact holds that against Find.
func (p *Plain) Read(line string, from, at int) bool {
	start := plainStart(line, at)
	if start < from || !p.readPairs(line, start) {
		return false
	}
	return p.endsBefore(line[p.Span.End:]) && standsAlone(line[from:start])
}

// The bytes of plain values; of a URI without userinfo, query or escapes; of its host; of a database in
// its path; and of what may be read as a value before a string.
var (
	plainSigns = ascii.Set(letters + capitals + "_-./~+")
	placeSigns = ascii.Set(letters + capitals + "_-./:")
	hostSigns  = ascii.Set(letters + ".-")
	pathSigns  = ascii.Set(letters + capitals + "_-")
	otherSigns = ascii.Set(letters + capitals + "_-./~+=&:")
)

const letters, capitals = "abcdefghijklmnopqrstuvwxyz0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// plainKeyword is what is known of a keyword as the tables spell it, or all in small letters.
type plainKeyword struct {
	id                schema.ID
	secret, kustoOnly bool
}

// plainKeywords holds them: most strings are spelt so, and one look-up takes the place of a few
// (BenchmarkCopyHits).
var plainKeywords = func() (keywords table.Table[plainKeyword]) {
	for _, property := range schema.Properties() {
		for _, name := range property.Keywords() {
			if strings.IndexByte(name, '_') >= 0 { // emphasis
				continue
			}
			known := plainKeyword{property.ID, schema.Secrets().Has(property.ID), vocabulary.IsKustoOnly(name)}
			keywords.Set(name, known)
			keywords.Set(strings.ToLower(name), known)
		}
	}
	return keywords
}()

// plainKeywordAt returns what is known of the keyword at offset, and where its equals sign
// stands; nil for none.
func plainKeywordAt(line string, offset int) (known *plainKeyword, equals int) {
	n := strings.IndexByte(line[offset:min(len(line), offset+maxKeyword)], '=')
	if n < 0 {
		return nil, 0
	}
	return plainKeywords.Get(line[offset : offset+n]), offset + n
}

// plainStart returns where the string starts in whose host the byte at offset stands.
func plainStart(line string, offset int) (start int) {
	const longest = len("Network Address")
	for start = offset; start > 0 && placeSigns[line[start-1]]; start-- {
	}
	if equals := start - 1; equals > 0 && line[equals] == '=' {
		if before, ok := strings.CutSuffix(line[:equals], "Data Source"); ok { // the usual one, with which no longer one ends
			return len(before)
		}
		if keyword, ok := knownBefore(line, max(0, equals-longest-1), equals); ok {
			return keyword
		}
	}
	return start
}

// readPairs reads the segments from start on, one of which is a pair that only Kusto has.
func (p *Plain) readPairs(line string, start int) bool {
	p.Secrets, p.Values = p.Secrets[:0], p.Values[:0]
	value := start
	if p.isURI = strings.HasPrefix(line[start:], "https://"); !p.isURI {
		place, equals := plainKeywordAt(line, start)
		if place == nil || place.id != schema.DataSource {
			return false
		}
		value = equals + 1
	}
	at := plainPlaceEnd(line, value)
	kustoOnly := false
	for {
		if at == value || strings.HasPrefix(line[value:], "3D") || strings.HasPrefix(line[value:], "3d") { // quoted-printable
			return false
		}
		p.Values = append(p.Values, source.Span{Start: value, End: at})
		if at == len(line) || line[at] != ';' {
			break
		}
		keyword, equals := plainKeywordAt(line, at+1)
		if keyword == nil || keyword.id == schema.DataSource || keyword.id == schema.DataSourceURI {
			return false
		}
		value = equals + 1
		for at = value; at < len(line) && plainSigns[line[at]]; {
			at++
		}
		if p.open = keyword.secret; p.open {
			p.Secrets = append(p.Secrets, source.Span{Start: value, End: at})
		}
		kustoOnly = kustoOnly || keyword.kustoOnly
	}
	p.Span = source.Span{Start: start, End: at}
	return kustoOnly && isWordByte(line[at-1])
}

// plainPlaceEnd returns where the URI of a Kusto host ends that starts at offset, with or
// without a database, or offset if there is none that is nobody else's too.
func plainPlaceEnd(line string, offset int) int {
	rest, ok := strings.CutPrefix(line[offset:], "https://")
	if !ok {
		return offset
	}
	end := 0
	for end < len(rest) && hostSigns[rest[end]] {
		end++
	}
	if host := rest[:end]; !isUsualHost(host) && (!hasKustoLabel(host) || isForeignPlace(host)) {
		return offset
	}
	path := end
	if end < len(rest) && rest[end] == '/' {
		for end++; end < len(rest) && pathSigns[rest[end]]; end++ {
		}
	}
	if strings.EqualFold(rest[path:end], "/xmla") {
		return offset
	}
	return len(line) - len(rest) + end
}

// isUsualHost reports whether a host is that of a cluster in the public cloud, be it with its
// region: most are, and it is seen at once (BenchmarkCopyHits).
func isUsualHost(host string) bool {
	name, ok := strings.CutSuffix(host, ".kusto.windows.net")
	return ok && name != "" && strings.Count(name, ".") < 2 && !strings.HasSuffix(name, ".servicebus")
}

// IsAmid reports whether Find says the same of a literal, where before stands before the string
// in it: no reading takes all of the literal for one.
func (p *Plain) IsAmid(before string) bool {
	if strings.TrimSpace(before) == "" || strings.ContainsAny(before, "(){}[]<>") || strings.HasSuffix(strings.TrimSuffix(before, " "), "=") { // placeholders have brackets
		return false
	}
	segment, _, more := strings.Cut(before, ";")
	keyword, rest, isPair := strings.Cut(segment, "=")
	if strings.IndexByte(rest, '"') >= 0 { // perhaps around the value
		return false
	}
	if !more && p.isURI {
		return true // which a blank stands before
	}
	if !isPair {
		return strings.IndexByte(strings.TrimSpace(segment), ' ') > 0
	}
	_, known := lookup(keyword)
	return !more && !known && isPhrase(strings.TrimSpace(keyword)) && strings.IndexByte(rest, '=') < 0
}

// IsAround reports whether Find says the same of a literal that holds another one with the string in it,
// where before stands before that: no reading takes all of the outer literal for a string. An object
// of JSON is none; else its first pair is nobody's, and leads to no other one.
func (p *Plain) IsAround(before string) bool {
	segment, _, more := strings.Cut(before, ";")
	isSentence := strings.IndexByte(strings.TrimSpace(segment), ' ') > 0 && strings.IndexByte(segment, '=') < 0
	if strings.HasPrefix(before, `{\`) {
		return !more || strings.IndexByte(segment, '=') > 0 || isSentence && strings.IndexByte(segment, '}') < 0
	}
	if strings.ContainsAny(before, "(){}[]<>") {
		return false
	}
	if more || isSentence {
		return isSentence
	}
	keyword, rest, isPair := strings.Cut(before, "=")
	if !isPair {
		return isMark(before)
	}
	if isMark(rest) {
		return isPhrase(strings.TrimSpace(keyword)) && !endsLikeKeyword(strings.TrimRight(keyword, " "))
	}
	for at := range len(before) {
		if before[at] == '=' && endsLikeKeyword(strings.TrimRight(before[:at], " ")) {
			return false
		}
	}
	return !strings.HasPrefix(strings.TrimLeft(rest, " "), `\`) && isPhrase(keyword) && (!p.isURI || strings.IndexByte(rest, ' ') >= 0)
}

// isMark reports whether text is one quotation mark with backslashes before it.
func isMark(text string) bool { return strings.TrimLeft(text, `\`) == `"` }

// standsAlone reports whether the text before a string leaves it alone: blanks, a quotation
// mark or nothing part them, no semicolon goes on with it, and nothing that is read as a
// pair of ours comes near it.
func standsAlone(before string) bool {
	n := len(before)
	switch {
	case n == 0:
	case before[n-1] == '"' || before[n-1] == '>':
	case before[n-1] == '=':
		name := before[strings.LastIndexByte(before, ' ')+1 : n-1]
		if before = before[:n-1-len(name)]; !isOtherName(name) || strings.HasSuffix(before, "; ") || strings.HasSuffix(before, "  ") {
			return false
		}
	case before[n-1] != ' ' || n == 1 || before[n-2] == ' ' || before[n-2] == ';':
		return false
	case before[n-2] == '"' && (n == 2 || opens[before[n-3]]):
		return false
	}
	return !pairsReach(before)
}

// isOtherName reports whether a name before an equals sign says nothing of the string behind it: a short one, which
// is no keyword misspelt, or what a string is assigned to. Logs give servers some of these names, too.
func isOtherName(name string) bool {
	const longest = len("conn")
	if len(name) > longest && !isSetting(name) || isLogKey(name) {
		return false
	}
	for i := range len(name) {
		if !ascii.IsLetter(name[i]) && !ascii.IsDigit(name[i]) && name[i] != '_' {
			return false
		}
	}
	_, known := lookup(name)
	return name != "" && !known && !endsLikeKeyword(name)
}

// pairsReach reports whether a pair in text whose keyword is ours may be read on to the end of
// it: its value is no short word, in quotation marks or not, that a blank ends, or behind a semicolon there is another one.
func pairsReach(text string) bool {
	const longest = 64 // bytes of a value, so that each byte is looked at a few times at most
	for at := range len(text) {
		switch text[at] {
		case ';':
			keyword, _, found := strings.Cut(text[at+1:min(len(text), at+1+maxKeyword)], "=")
			if _, known := schema.Lookup(strings.TrimSpace(keyword)); found && known {
				return true
			}
		case '=':
			if !endsLikeKeyword(strings.TrimRight(text[:at], " ")) {
				continue
			}
			start := at + 1
			quoted := strings.HasPrefix(text[start:], `"`)
			if quoted {
				start++
			}
			end := start
			for end < min(len(text), at+longest) && otherSigns[text[end]] {
				end++
			}
			if end == start || quoted && !strings.HasPrefix(text[end:], `"`) {
				return true
			}
			if quoted {
				end++
			}
			if end == len(text) || text[end] != ' ' {
				return true
			}
		}
	}
	return false
}

// endsBefore reports whether nothing behind a string may be a part of it: a quotation mark stands
// there, or a blank behind a value that is no secret, and no semicolon goes on with it before the next URI.
func (p *Plain) endsBefore(behind string) bool {
	if behind == "" {
		return true
	}
	if strings.HasPrefix(behind, "</") {
		return !p.open
	}
	if behind[0] != '"' && (behind[0] != ' ' && behind[0] != '\\' || p.open) {
		return false
	}
	before, _, _ := strings.Cut(behind, "://")
	return strings.IndexByte(before, ';') < 0 || behind == `";` || behind == `");` // of a statement
}

// Open reports whether the last value is a secret.
func (p *Plain) Open() bool { return p.open }

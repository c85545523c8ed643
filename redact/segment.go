package redact

import (
	"strings"

	"kustoconn/endpoint"
	"kustoconn/internal/vocabulary"
	"kustoconn/source"
)

// longestSegment bounds the name of a malformed segment, and what stands before a value.
const longestSegment = 64

// malformed returns the secrets in the segments of text that are no pairs beside its
// strings, which are found in order: such a segment ends a string, or is all that follows
// a host, but in it may stand a credential's name and, behind a sign that nobody reads, its
// value. The cost is one pass.
func (l *looker) malformed(text string, found []source.Span) (all []region) {
	limit := 0 // the end of the line, looked for once a line: many strings may stand in one
	for _, s := range found {
		all = append(all, l.segmentsBefore(text, s)...)
	}
	for at := 0; ; {
		n := strings.IndexByte(text[at:], ';')
		if n < 0 {
			return all
		}
		at += n
		for len(found) > 1 && found[1].Start < at {
			found = found[1:]
		}
		behind := len(found) > 0 && found[0].Start < at
		switch {
		case behind && at < found[0].End-1:
			at = found[0].End - 1
		case behind && isBehindString(text, found[0].End, at), isBehindURI(text, at):
			if limit < at {
				limit = endOfLine(text, at)
			}
			var regions []region
			regions, at = l.segmentsBehind(text, at, limit)
			all = append(all, regions...)
		default:
			at++
		}
	}
}

// isBehindURI reports whether the semicolon at offset follows a host of the service, or
// its URI, and more follows directly.
func isBehindURI(text string, offset int) bool {
	const longestURI = 256
	if offset+1 == len(text) || isBlankByte(text[offset+1]) {
		return false
	}
	uri := text[max(0, offset-longestURI):offset]
	uri = uri[strings.LastIndexAny(uri, " \t\r\n\"'<>=")+1:]
	if namesKusto(uri) {
		return true
	}
	if !strings.Contains(uri, "://") {
		return false
	}
	e := endpoint.AnalyzePrefix(uri)
	return (endpoint.Policy{}).Judge(&e, "").Trusted
}

// isBehindString reports whether the semicolon at offset stands behind a string that ends at
// end, in whose last value blanks may stand, and more follows directly.
func isBehindString(text string, end, offset int) bool {
	rest := text[min(end, offset):offset]
	return len(rest) == 0 || len(rest) < longestSegment && isBlankByte(rest[0]) && !strings.ContainsAny(rest, "\"'`<>{}=:\r\n") && offset+1 < len(text) && !isBlankByte(text[offset+1])
}

// segmentsBehind returns the secrets in the segments behind the semicolon at offset, up to
// the end of what they stand in, which is at limit or before, and where to go on.
func (l *looker) segmentsBehind(text string, offset, limit int) (all []region, next int) {
	for next = offset; next < limit && text[next] == ';'; {
		start := next + 1
		end := start + len(segmentAt(text, start, limit))
		if r, ok := l.segment(text, start, end, limit); ok {
			all = append(all, r)
			next = r.span.End
			if text[next-1] == ';' && next-1 > start {
				next--
			}
			continue
		}
		next = end
		if start < end && isBlankByte(text[start]) {
			break
		}
		if n := strings.IndexAny(text[start:end], "\"'`<>{}"); n >= 0 {
			if next = quotedEnd(text, start+n, limit); next < 0 {
				next = end
				break
			}
		}
	}
	return all, max(next, offset+1)
}

// quotedEnd returns the offset behind the value of a pair in quotation marks, the first of
// which stands at offset, or -1 if there is none.
func quotedEnd(text string, offset, limit int) int {
	if text[offset-1] != '=' {
		return -1
	}
	start, mark, ok := openingQuote(text, offset)
	if !ok {
		return -1
	}
	end, closed := closingQuote(text, start, limit, mark)
	if !closed {
		return -1
	}
	return end + len(mark)
}

func segmentAt(text string, start, limit int) string {
	segment, _, _ := strings.Cut(text[start:limit], ";")
	return segment
}

// segment returns the secret of the segment from start to end.
func (l *looker) segment(text string, start, end, limit int) (r region, ok bool) {
	v := value{text: text, at: start, limit: limit, placeholders: l.placeholders}
	segment := text[start:end]
	name, _, found := strings.Cut(segment[:min(len(segment), longestSegment)], ":")
	switch {
	case found && !strings.ContainsAny(name, "=;\"'") && vocabulary.LooksLikeCredential(name):
		v.at, v.joint = skipBlanks(text, start+len(name)+1), joint{colon: true}
		if v.at >= v.limit {
			return r, false
		}
		v.read()
	case startsWithSecretsKeyword(wordAt(text, start)):
		v.readBare()
	default:
		from := valueBehindName(segment, end < limit)
		if from < 0 {
			return r, false
		}
		v.at = start + from
		v.read()
	}
	return region{span: source.Span{Start: start, End: v.at}, secrets: v.secrets, open: v.open, closed: v.closed, pair: true}, true
}

// startsWithSecretsKeyword reports whether a word is a segment, or the start of one, in
// which more follows the keyword of a secret.
func startsWithSecretsKeyword(word string) bool {
	segment, _, _ := strings.Cut(word, ";")
	return strings.IndexByte(segment, '=') < 0 && vocabulary.HoldsSecretKeyword(segment)
}

// valueBehindName returns where in a segment the value starts that a sign or a blank joins
// to a credential's name at its start, or -1. whole says that a semicolon ends the segment.
func valueBehindName(segment string, whole bool) int {
	for at := range len(segment) {
		if at > longestSegment || strings.IndexByte("\"'`(){}[],;", segment[at]) >= 0 {
			return -1
		}
		behind := at
		if behindSign(segment, at) > at || segment[at] == '/' {
			behind = behindSigns(segment, at)
		} else if !isBlankByte(segment[at]) || at == 0 {
			continue
		}
		value := skipBlanks(segment, behind)
		switch {
		case value == len(segment) || at == 0:
			return -1
		case behind == at && !joinsInSegment(segment[value:], whole): // which costs less than the next question
		case vocabulary.LooksLikeCredential(segment[:at]):
			return value
		case behind > at:
			return -1
		}
	}
	return -1
}

// joinsInSegment reports whether what a blank parts from a credential's name is its value:
// all that follows, up to a semicolon, or no word of a language.
func joinsInSegment(value string, whole bool) bool {
	word := firstWord(value)
	return whole && len(word) == len(value) || vocabulary.IsMixed(word) || strings.HasPrefix(word, Mask)
}

// behindSigns returns the offset behind the signs at offset that join a value, slashes
// among them.
func behindSigns(segment string, offset int) int {
	for offset < len(segment) {
		next := behindSign(segment, offset)
		if segment[offset] == '/' {
			next++
		}
		if next == offset {
			break
		}
		offset = next
	}
	return offset
}

// segmentsBefore returns the secrets of the malformed segments before a string, whose first
// segment is one where it is a bare name: a blank may stand between it and its keyword.
func (l *looker) segmentsBefore(text string, s source.Span) (all []region) {
	const most = 8
	end := s.Start
	if first := segmentAt(text, s.Start, s.End); strings.IndexByte(first, '=') < 0 && !strings.Contains(first, "://") {
		end += len(first) + 1
	}
	for range most {
		end = len(strings.TrimRight(text[:end], " \t")) - 1
		if end < 0 || text[end] != ';' {
			break
		}
		floor := max(0, end-2*longestSegment)
		start := floor + strings.LastIndexAny(text[floor:end], "\"'`(){}[],;\r\n") + 1
		if r, ok := l.valueBefore(text, start, end); ok {
			all = append(all, r)
		}
		end = start
	}
	return all
}

// valueBefore returns the value at the end of the text from start to end that a sign or a
// blank joins to a credential's name, whatever stands before that.
func (l *looker) valueBefore(text string, start, end int) (r region, ok bool) {
	for word := start; word < end; word++ {
		if word > start && strings.IndexByte(" \t=?&", text[word-1]) < 0 || isBlankByte(text[word]) {
			continue
		}
		value := valueBehindName(text[word:end], true)
		if value < 0 {
			continue
		}
		secret := source.Span{Start: word + value, End: end}
		r = region{span: source.Span{Start: word, End: end}, secrets: []source.Span{secret}, pair: true}
		return r, !l.placeholders.StandsForSecret(secret.Slice(text))
	}
	return r, false
}

package recognize

import (
	"strings"

	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// pairFollows reports whether a pair follows on the line. Segments that are
// nothing but placeholders are read on the way.
// afterSecret lets any text before an equals sign be a keyword.
func (r *segmentReader) pairFollows(afterSecret bool) bool {
	start := r.skipBlank(r.at)
	for {
		end := r.placeholdersEnd(start)
		if end == start {
			break
		}
		r.at = end
		if !r.readSemicolons() {
			return false
		}
		start = r.skipBlank(r.at)
	}
	adjacent := start == r.at
	limit := min(len(r.text), start+2*maxKeyword)
	for end := start; end < limit; end++ {
		switch c := r.text[end]; {
		case c == ';' || r.ends(end):
			return false
		case c == '=':
			return r.mayBeKeyword(r.text[start:end], adjacent, afterSecret)
		}
	}
	return false
}

// placeholdersEnd returns the end of a segment at offset that is nothing but
// placeholders, such as one for more pairs, or offset.
func (r *segmentReader) placeholdersEnd(offset int) int {
	end := offset
	for end < len(r.text) && !isBlank(r.text[end]) && !r.ends(end) && r.text[end] != ';' && r.text[end] != '=' {
		n := placeholderAt(r.text[end:])
		if n == 0 {
			// the marks of a sentence may follow
			if word := r.text[offset:r.wordEnd(end)]; len(trimSentence(word, r.around.emphasis)) == end-offset {
				return end
			}
			return offset
		}
		end += n
	}
	if end < len(r.text) && r.text[end] == '=' {
		return offset
	}
	return end
}

// wordEnd returns where the word ends that goes on at offset, if that is near.
func (r *segmentReader) wordEnd(offset int) int {
	const maxMarks = 8
	end := offset
	for end < min(len(r.text), offset+maxMarks) && !isBlank(r.text[end]) && !isLineEnd(r.text[end]) {
		end++
	}
	return end
}

// mayBeKeyword reports whether the text before an equals sign can be a keyword
// of the string before it. adjacent says that it follows the semicolon
// directly.
func (r *segmentReader) mayBeKeyword(text string, adjacent, afterSecret bool) bool {
	keyword := afterPlaceholders(strings.TrimSpace(text))
	if _, known := schema.Lookup(keyword); known {
		return true
	}
	if afterSecret && adjacent {
		return !strings.Contains(text, "://")
	}
	if !isPhrase(keyword) || len(keyword) > maxKeyword {
		return false
	}
	_, foreign := vocabulary.LookupForeign(keyword)
	oneWord := len(keyword) == len(text) && !strings.Contains(keyword, " ")
	return adjacent || foreign || oneWord || r.suggestions.isOurs(keyword)
}

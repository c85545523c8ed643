package markup

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/source"
)

// inline are the elements that stand in the midst of a line of text.
var inline = map[string]bool{
	"a": true, "b": true, "em": true, "font": true, "i": true, "mark": true, "s": true, "small": true, "span": true, "strong": true,
	"sub": true, "sup": true, "tt": true, "u": true, "var": true, "wbr": true,
}

// joinsTag returns where the tag at the reader's place ends, if it stands between the
// parts of a pair or between two pairs: AppKey=<b>key</b>;Fed=true. Else it returns 0, and
// the tag ends the line.
func (r *reader) joinsTag(name string, end int) int {
	const longest, near = 256, 1 << 10 // bytes of a tag, and before it
	n := strings.IndexByte(r.text[r.pos:min(end, r.pos+longest)], '>')
	if n < 0 || r.line.Len() == 0 || !inline[name] && name != "br" || strings.ContainsAny(r.text[r.pos:r.pos+n], "{@%;") {
		// attributes may hold code, or a string of their own
		return 0
	}
	after := r.pos + n + 1
	before := strings.TrimRight(r.text[max(0, r.pos-near):r.pos], " ")
	behindPair := strings.HasSuffix(before, ";") && r.entity < r.pos && strings.Contains(before, "=")
	if name == "br" {
		if !behindPair {
			return 0
		}
		r.line.Escape(" ", source.Span{Start: r.pos, End: after})
		return after
	}
	opens := !strings.HasPrefix(r.text[r.pos:], "</")
	if mark, n := escape.EmphasisTag(r.text[:end], r.pos); n == after-r.pos {
		r.line.Escape(mark, source.Span{Start: r.pos, End: after})
	}
	if strings.HasSuffix(before, "=") || opens && (behindPair || r.tagged == r.pos) || strings.IndexByte("=;", r.byteAfterTags(after, end)) >= 0 && !opens {
		return after
	}
	return 0
}

// byteAfterTags returns the byte behind the closing tags that start at an offset, or 0.
func (r *reader) byteAfterTags(at, end int) byte {
	const most, longest = 4, 16 // tags, and bytes of one
	for range most {
		if at >= end || !strings.HasPrefix(r.text[at:end], "</") {
			break
		}
		n := strings.IndexByte(r.text[at:min(end, at+longest)], '>')
		if n < 0 {
			return 0
		}
		at += n + 1
	}
	if at >= end {
		return 0
	}
	return r.text[at]
}

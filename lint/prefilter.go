package lint

import (
	"slices"
	"strings"
	"sync"

	"kustoconn/internal/escape"
	"kustoconn/internal/literals"
	"kustoconn/internal/recognize"
	"kustoconn/lint/internal/calls"
	"kustoconn/lint/internal/format"
	"kustoconn/lint/internal/literal"
	"kustoconn/lint/internal/settings"
	"kustoconn/source"
)

// mayHold reports whether a file can hold anything to report. It decides which
// files are parsed at all.
func mayHold(text string) bool {
	return mayHoldText(text) || format.MayEncode(text, mayHoldText)
}

// mayHoldText is mayHold of what a text says as it stands and through its escapes.
func mayHoldText(text string) bool {
	return recognize.HoldsName(text, clues()) || recognize.MayHoldKeyword(text) || mayHoldEscaped(text)
}

// clues holds words of which one stands in each file with anything to report, but for
// what the others of mayHold look for.
var clues = sync.OnceValue(func() *literals.Set {
	return literals.NewSet(slices.Concat(recognize.Names(), settings.Words(), calls.Words())...)
})

// mayHoldEscaped reports whether what strings are known by stands in text with
// some of it written as escapes, or parted by the end of a line that goes on.
func mayHoldEscaped(text string) bool {
	return mayHoldDecoded(text, '\\', anyEscape.Reader()) || mayHoldDecoded(text, '&', escape.HTMLReference)
}

// anyEscape reads the escapes by number, and continued lines, of all languages: what
// is none of one of them may be taken for it.
var anyEscape = &escape.Table{
	Lead: '\\', Simple: "//", HexMin: 1, HexMax: 2, BracedX: true, Octal: 2, U: true, LongU: true, Braced: true, ManyU: true,
	Continuation: escape.ContinueUnspace,
}

// mayHoldDecoded is recognize.MayHold of what text says near the escapes that start
// with lead, those that matter. Each part is decoded once.
func mayHoldDecoded(text string, lead byte, read func(rest string) (decoded string, n int)) bool {
	const near = 80 // bytes, as many as a keyword or a host takes
	var part source.Span
	for at := 0; ; {
		n := strings.IndexByte(text[at:], lead)
		if n < 0 || at+n+1 == len(text) {
			break
		}
		at += n
		if lead == '\\' && strings.IndexByte("xuU/01234567\r\n", text[at+1]) < 0 {
			at++ // as nearly all do, it starts no escape by number
			continue
		}
		decoded, size := read(text[at:])
		if size < 2 || !maySpell(text[:at], decoded, text[at+size:]) {
			at++
			continue
		}
		if at-near > part.End {
			if recognize.MayHold(decode(part.Slice(text), lead, read)) {
				return true
			}
			part.Start = at - near
		}
		at += size
		part.End = min(at+near, len(text))
	}
	return recognize.MayHold(decode(part.Slice(text), lead, read))
}

// maySpell reports whether an escape may stand in what strings are known by or right
// beside it: it is a byte of a keyword, of a host or of what stands around them, or
// nothing at all between two letters.
func maySpell(before, decoded, after string) bool {
	switch {
	case decoded == "":
		return before != "" && after != "" && literal.IsWordByte(before[len(before)-1]) && literal.IsWordByte(after[0])
	case len(decoded) > 1:
		return decoded == "\u00a0"
	}
	return literal.IsWordByte(decoded[0]) || strings.Contains("=;:/._- \t\r\n\"'`,()[]{}", decoded)
}

func decode(text string, lead byte, read func(rest string) (decoded string, n int)) string {
	var b strings.Builder
	for {
		at := strings.IndexByte(text, lead)
		if at < 0 {
			return b.String() + text
		}
		decoded, n := read(text[at:])
		if n == 0 {
			decoded, n = text[at:at+1], 1
		}
		b.WriteString(text[:at] + decoded)
		text = text[at+n:]
	}
}

package lint

import (
	"slices"
	"strings"
	"sync"

	"kustoconn/internal/ascii"
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

// mayHoldEscaped reports whether what strings are known by stands in text with some
// of it written as escapes, or parted by the end of a line that goes on or by the
// quotation marks of a shell.
func mayHoldEscaped(text string) bool {
	for _, lead := range []byte(leads) {
		if mayHoldDecoded(text, lead) {
			return true
		}
	}
	return false
}

// maxNear is how far from an escape what it is part of may go, in bytes: as far as a keyword or a host.
const maxNear = 80

// leads start what readEscape reads.
const leads = `\&'"`

// mayHoldDecoded is recognize.MayHold of what text says near the escapes that start
// with lead, those that matter. Each part is decoded once, and once more where a
// backslash before a letter, which most languages take for an escape, may be nothing.
func mayHoldDecoded(text string, lead byte) bool {
	var part source.Span
	letters := false
	for at := 0; ; {
		n := strings.IndexByte(text[at:], lead)
		if n < 0 {
			break
		}
		at += n
		n = spellsAt(text, at)
		letter := n == 0 && isAmidName(text, at)
		if letter {
			n = 1
		}
		if n == 0 {
			at++
			continue
		}
		if at-maxNear > part.End {
			if mayHoldPart(part.Slice(text), letters) {
				return true
			}
			part.Start, letters = at-maxNear, false
		}
		letters = letters || letter
		at += n
		part.End = min(at+maxNear, len(text))
	}
	return mayHoldPart(part.Slice(text), letters)
}

// mayHoldPart is recognize.MayHold of what a part of a text says, and with letters also of
// what it says where a backslash before a letter is nothing.
func mayHoldPart(part string, letters bool) bool {
	return recognize.MayHold(decode(part, false)) || letters && recognize.MayHold(decode(part, true))
}

// isAmidName reports whether at offset is a backslash before a letter amid what may be a
// keyword or a host: no more than words stand between it and a sign of either.
func isAmidName(text string, at int) bool {
	if text[at] != '\\' || at == 0 || at+1 == len(text) || !literal.IsWordByte(text[at-1]) || !strings.Contains(lettersOfEscapes, text[at+1:at+2]) {
		return false
	}
	blank := false
	for _, c := range []byte(text[at+1 : min(len(text), at+maxNear)]) {
		switch {
		case literal.IsWordByte(c), strings.IndexByte("\\\"'$", c) >= 0:
		case c == ' ' || c == '\t':
			blank = true
		default:
			return c == '=' || c == '&' || c == '.' && !blank
		}
	}
	return false
}

// spellsAt returns the length of an escape at offset that may stand in what strings are
// known by or right beside it, and 0 where none does: it is a byte of a keyword, of a host
// or of what stands around them, or nothing at all within a word or behind one.
func spellsAt(text string, at int) int {
	inWord := at > 0 && literal.IsWordByte(text[at-1])
	if text[at] == '\'' || text[at] == '"' {
		if next := at + 1; !inWord || next == len(text) || !literal.IsWordByte(text[next]) && strings.IndexByte(`'"$\=`, text[next]) < 0 {
			return 0 // as most
		}
	}
	decoded, n := readEscape(text[at:], false)
	switch {
	case n == 0:
		return 0
	case decoded == "" && (!inWord || at+n == len(text) || !literal.IsWordByte(text[at+n]) && text[at+n] != '=' && text[at+n] != ' '):
		return 0
	case len(decoded) > 1 && decoded != "\u00a0":
		return 0
	case len(decoded) == 1 && !literal.IsWordByte(decoded[0]) && !strings.Contains("=;:/._- \t\r\n\"'`,()[]{}", decoded):
		return 0
	}
	return n
}

// anyEscape reads the escapes by number, and continued lines, of all languages: what
// is none of one of them may be taken for it.
var anyEscape = &escape.Table{
	Lead: '\\', Simple: "//", HexMin: 1, HexMax: 2, BracedX: true, Octal: 2, U: true, LongU: true, Braced: true, ManyU: true,
	Continuation: escape.ContinueUnspace,
}

// lettersOfEscapes stand in some language for something else than themselves.
const lettersOfEscapes = "abefnrtvuUN_"

// readEscape reads what rest starts with, one of leads: n bytes that stand for decoded,
// or none that do not. With letters a backslash is nothing before a letter that stands
// for something else in some language.
func readEscape(rest string, letters bool) (decoded string, n int) {
	switch rest[0] {
	case '&':
		return escape.HTMLReference(rest)
	case '\\':
		if len(rest) == 1 {
			return "", 0
		}
		if decoded, n, _ := anyEscape.Read(rest, 0); n > 1 {
			return decoded, n
		}
		if rest[1] >= 0x80 || rest[1] == 'x' || ascii.IsDigit(rest[1]) || !letters && strings.IndexByte(lettersOfEscapes, rest[1]) >= 0 {
			return "", 0
		}
		return "", 1 // a sign stands for itself, and in properties and a shell any other letter
	}
	// The quotation marks of a shell part a word and are nothing.
	n = len(rest) - len(strings.TrimLeft(rest, `'"$`))
	if n == 1 && slices.Contains(contractions, rest[n:literal.WordEnd(rest, n)]) {
		return "", 0
	}
	return "", n
}

// contractions are what stands behind an apostrophe of English.
var contractions = []string{"s", "t", "re", "ve", "ll", "d", "m"}

// decode returns text with all that readEscape reads decoded.
func decode(text string, letters bool) string {
	var b strings.Builder
	for {
		at := strings.IndexAny(text, leads)
		if at < 0 {
			return b.String() + text
		}
		decoded, n := readEscape(text[at:], letters)
		if n == 0 {
			decoded, n = text[at:at+1], 1
		}
		b.WriteString(text[:at] + decoded)
		text = text[at+n:]
	}
}

package redact

import (
	"slices"
	"strings"
)

// clue says what a place of a text may be a part of.
type clue int

const (
	none    clue = iota
	faint        // perhaps a connection string: package recognize can tell
	certain      // something to look at
)

// A place is looked at together with the bytes that stand so near before and behind it.
const nearBefore, nearBehind = len("pass"), 4

// mayStartNear takes a closer look at the bytes around offset.
func mayStartNear(text string, offset int) clue { return mayStartNearAny(text, offset, offset) }

// mayStartNearAny is mayStartNear for all the offsets from first to last.
func mayStartNearAny(text string, first, last int) (found clue) {
	near := text[:min(len(text), last+nearBehind+1)]
	for i := max(0, first-nearBefore); i+1 < len(near); i++ {
		if clueStarts[near[i]]>>(near[i+1]&0x1f)&1 != 0 {
			found = max(found, mayStart(text, i))
		}
	}
	return found
}

// clueStarts holds, by the first byte of what mayStart knows, a bit for each second one:
// the low five of it, whatever its case. It may take others for them.
var clueStarts = func() (starts [256]uint32) {
	for _, start := range []string{
		"ke", "ku", "to", "tr", "pa", "pw", "bl", "ba", "b6", "ia", "aa", "ap", "ce", "fe", "x5", "ne", ":/", "&#", "%3", "%2", `\x`, `\u`, "|x", "|u",
	} {
		for _, first := range []byte{start[0], start[0] &^ 0x20} {
			starts[first] |= 1 << (start[1] & 0x1f)
		}
	}
	return starts
}()

// mayStart reports whether at offset something stands that may be a part of what is to
// be hidden: a word of a secret's keyword, the name of the service, a stem of its
// keywords, a URI with a password or of one of its hosts, an escape that writes a letter
// by its number, a marker of base64.
func mayStart(text string, offset int) clue {
	rest := text[offset:]
	is, perhaps := false, false
	switch rest[0] | 0x20 {
	case 'k':
		is = hasWord(rest, "key") && namesOwner(text[:offset], "app", "application", "private") || hasWord(rest, "kusto")
	case 't':
		is = hasWord(rest, "token") && (namesOwner(text[:offset], "app", "application", "user", "usr", "access") || startsCall(text, offset, "with"))
		perhaps = hasWord(rest, "tracing")
	case 'p':
		is = hasWord(rest, "password") && !isAmidSentence(text, offset, len("password")) || hasWord(rest, "pwd")
	case 'b':
		is = hasWord(rest, "blob") && namesOwner(text[:offset], "certificate") || hasWord(rest, "base64") || hasWord(rest, "b64") || hasWord(rest, "basic ")
	case 'i':
		is = hasWord(rest, "ial(") && namesOwner(text[:offset], "credent")
	case 'a':
		is = (hasWord(rest, "aad") || hasWord(rest, "application")) && startsCall(text, offset, "with") // methods of clients
		perhaps = hasWord(rest, "aad") || hasWord(rest, "applicat") || hasWord(rest, "appclient")
	case 'c':
		is = hasWord(rest, "certificate") && startsCall(text, offset, "app")
	case 'f':
		perhaps = hasWord(rest, "federat")
	case 'x':
		perhaps = hasWord(rest, "x5c")
	case 'n':
		perhaps = hasWord(rest, "netdefaultdb")
	case ':':
		return needsLook(rest)
	case '&':
		is = len(rest) > 2 && rest[1] == '#' && strings.IndexByte("xX0123456789", rest[2]) >= 0
	case '%':
		perhaps = encodesEquals(rest)
	case '\\' | 0x20:
		is = len(rest) > 3 && rest[0] == '\\' && escapesLetter(rest)
	}
	switch {
	case is:
		return certain
	case perhaps:
		return faint
	}
	return none
}

// isAmidSentence reports whether a word that is not ours stands at offset in a sentence, with two
// words of small letters behind it (invalid password for bob) and one before it that no
// container writes for a command's. No value is joined to it, as FuzzSentence has it, but by phrases.
func isAmidSentence(text string, offset, size int) bool {
	if offset > 0 && text[offset-1] != '\n' {
		if offset == 1 || text[offset-1] != ' ' {
			return false
		}
		before := text[offset-2]
		if (before < 'a' || before > 'z' || strings.IndexByte("vxm", before) >= 0) && strings.IndexByte(":.,", before) < 0 { // setenv, setx, a colour
			return false
		}
	}
	rest := text[offset+size:]
	if slices.ContainsFunc(phrases, func(phrase string) bool { return hasWord(rest[min(1, len(rest)):], phrase) }) {
		return false
	}
	for range 2 {
		if rest == "" || rest[0] != ' ' {
			return false
		}
		end := 1
		for end < len(rest) && 'a' <= rest[end] && rest[end] <= 'z' {
			end++
		}
		if end <= len(" a") {
			return false
		}
		rest = rest[end:]
	}
	return rest == "" || strings.IndexByte(" .,:;\r\n", rest[0]) >= 0
}

// escapesLetter reports whether s starts with an escape that writes a sign of ASCII by
// its number.
func escapesLetter(s string) bool {
	switch s[1] {
	case 'x':
		return '2' <= s[2] && s[2] <= '7'
	case 'u', 'U':
		return s[2] == '0' && s[3] == '0'
	}
	return false
}

// encodesEquals reports whether text starts with an equals sign as URLs write it, be it
// several times over.
func encodesEquals(text string) bool {
	const most = 3
	rest := text[1:]
	for n := 0; n < most && strings.HasPrefix(rest, "25"); n++ {
		rest = rest[len("25"):]
	}
	return hasWord(rest, "3d")
}

// endsEncodedKeyword is endsKeyword for what stands before an equals sign near offset, both
// as URLs write them.
func endsEncodedKeyword(text string, offset int) bool {
	const longest = 32
	for i := max(0, offset-4); i < min(len(text), offset+4); i++ {
		if text[i] == '%' && encodesEquals(text[i:]) && endsKeyword(blanksOfURLs.Replace(text[max(0, i-longest):i])) {
			return true
		}
	}
	return false
}

var blanksOfURLs = strings.NewReplacer("+", " ", "%20", " ", "%2B", " ", "%2520", " ")

// startsCall reports whether the word at offset ends the name of a function that is
// called, and the word before stands before it.
func startsCall(text string, offset int, before string) bool {
	const longest = 48
	at := offset
	for at < min(len(text), offset+longest) && isWordByte(text, at) {
		at++
	}
	return at < len(text) && text[at] == '(' && namesOwner(text[:offset], before)
}

// namesOwner reports whether text ends in one of the words, be it that signs or digits
// stand behind it, as blanks that are encoded do.
func namesOwner(text string, words ...string) bool {
	const most = 8
	end := len(text)
	for n := 0; n < most && end > 0; n++ {
		c := text[end-1] | 0x20
		if c < 'a' || c > 'z' {
			end--
			continue
		}
		if text[end-1] == 'm' { // the end of a colour
			start := max(0, end-most)
			if escape := strings.LastIndexByte(text[start:end], 0x1b); escape >= 0 {
				end = start + escape
				continue
			}
		}
		if blank := end - len("%2B"); c != 'b' || blank < 0 || text[blank:end-1] != "%2" { // encoded twice
			break
		}
		end -= len("%2B")
	}
	for _, word := range words {
		if start := end - len(word); start >= 0 && hasWord(text[start:end], word) {
			return true
		}
	}
	return false
}

// needsLook says what the URI may be whose colon text starts with: one with userinfo,
// or one of a host of the service whose name does not say so.
func needsLook(text string) clue {
	const longest = 512
	authority, ok := strings.CutPrefix(text, "://")
	if !ok {
		return none
	}
	host, end := "", min(len(authority), longest)
	for i := range end {
		sign := authoritySigns[authority[i]]
		switch sign {
		case 0:
			continue
		case '@':
			return certain
		case '{':
			return faint
		}
		if host == "" {
			host = authority[:i]
		}
		if sign == ' ' {
			break
		}
	}
	if host == "" {
		host = authority[:end]
	}
	if hasWord(host, "ad") && len(host) > 3 && host[3] == '.' {
		return faint
	}
	for i := range len(host) {
		if host[i] == '.' && startsService(host[i+1:]) || host[i]|0x20 == 'p' && hasWord(host[i:], "playfab") {
			return faint
		}
	}
	return none
}

// authoritySigns holds what no URI has as a blank, what ends a host as a slash, what only a
// template's has as a brace, and the sign behind userinfo.
var authoritySigns = func() (signs [256]byte) {
	for _, c := range []byte(" \t\r\n\"'<>") {
		signs[c] = ' '
	}
	for _, c := range []byte("/;?#") {
		signs[c] = '/'
	}
	for _, c := range []byte("{}*[]()%") {
		signs[c] = '{'
	}
	signs['@'] = '@'
	return signs
}()

// startsService reports whether a host goes on, behind a dot, as one of the service whose
// name does not say so.
func startsService(host string) bool {
	return hasWord(host, "arg") || hasWord(host, "security") || hasWord(host, "api.s")
}

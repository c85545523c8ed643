package placeholder

import (
	"strings"

	"kustoconn/internal/ascii"
)

// whole is the syntax of what is a placeholder as a whole value, but would be none
// as a part of one.
var whole = &syntax{words: isHarmless}

// ellipsis is whole for what has no words in it.
var ellipsis = &syntax{}

// What a text may be as a whole, by its first byte.
const (
	mayBeSigns = 1 << iota
	mayBeReference
	mayAsk
)

// startsWhole holds what a text may be as a whole by the byte that it starts with, with
// the bit of lower case set; "goes here" may follow any. Most values are passed over by it
// (BenchmarkFaulty).
var startsWhole = func() (table [256]uint8) {
	for _, c := range []byte("xX-." + "…"[:1]) {
		table[c|0x20] |= mayBeSigns
	}
	for _, ask := range asks {
		table[ask.word[0]] |= mayAsk
	}
	for _, scheme := range stores {
		table[scheme[0]] |= mayBeReference
	}
	return table
}()

// wholeValue returns the syntax of text where it is a placeholder as a whole:
// "...", "xxxx-xxxx", "YOUR_KEY", "secret-goes-here"; else nil.
func wholeValue(text string) *syntax {
	if text == "" {
		return nil
	}
	kinds := startsWhole[text[0]|0x20]
	switch {
	case kinds&mayBeSigns != 0 && (text == "..." || text == "…"):
		return ellipsis
	case kinds&mayBeSigns != 0 && strings.Trim(text, "xX-") == "" && strings.Contains(strings.ToLower(text), "xxx"):
		return whole
	case kinds&mayBeReference != 0 && isReference(text):
		return stored
	case kinds&mayAsk != 0 && startsWithAsk(text), endsWithHere(text):
		return whole
	}
	return nil
}

// stored is whole for what a program takes from a store of secrets.
var stored = &syntax{template: true}

// stores are what references into stores of secrets begin with, in lower case:
// HashiCorp's Vault, 1Password, vals, Doppler, AWS and Google.
var stores = []string{"vault:", "op://", "ref+", "doppler://", "awssm://", "gcpsm://", "gcp:secretmanager:", "arn:aws:secretsmanager:"}

// isReference reports whether text is nothing but a reference into a store of
// secrets: a path of two names at least.
func isReference(text string) bool {
	if len(text) > maxLen {
		return false
	}
	for _, scheme := range stores {
		rest, ok := strings.CutPrefix(text, scheme)
		if ok && strings.ContainsAny(strings.Trim(rest, "/:"), "/:") && consistsOf(rest, "/#.-_:?+@%&") {
			return true
		}
	}
	return false
}

// asks are the words by which a text asks to be replaced.
var asks = []struct {
	word  string // lower case
	joint string // what may stand behind it
	alone bool   // it needs nothing behind it
}{
	{"your", "_- ", false},
	{"my", "_", false},
	{"replace", "_- ", false},
	{"change", "_- ", false},
	{"changeme", "_- ", true},
	{"todo", "_- :", true},
	{"tbd", "_- :", true},
}

// startsWithAsk reports whether text is words of which the first asks to be
// replaced.
func startsWithAsk(text string) bool {
	for i := range asks {
		ask := &asks[i]
		n := len(ask.word)
		if len(text) < n || text[0]|0x20 != ask.word[0] || !strings.EqualFold(text[:n], ask.word) {
			continue
		}
		if len(text) == n {
			return ask.alone
		}
		if strings.IndexByte(ask.joint, text[n]) >= 0 && len(text) > n+1 && len(text) <= maxLen {
			return consistsOf(text[n+1:], " _-.'")
		}
	}
	return false
}

// endsWithHere reports whether text is words that end in "goes here".
func endsWithHere(text string) bool {
	const end = "goes-here"
	n := len(text) - len(end)
	if n < 2 || text[len(text)-1]|0x20 != 'e' || !strings.EqualFold(text[n:n+4], "goes") || !strings.EqualFold(text[n+5:], "here") {
		return false
	}
	return strings.IndexByte("_- ", text[n-1]) >= 0 && isWords(text)
}

// capitals recognises YOUR_KEY, MY_KEY, REPLACE_ME and CHANGE_ME inside a value.
func capitals(text string) int {
	n := 0
	for n < len(text) && (text[n] == '_' || 'A' <= text[n] && text[n] <= 'Z' || n > 0 && ascii.IsDigit(text[n])) {
		n++
	}
	word, rest, joined := strings.Cut(text[:n], "_")
	if !joined || rest == "" || len(word) > n {
		return 0
	}
	switch word {
	case "YOUR", "MY", "REPLACE", "CHANGE":
		return n
	}
	return 0
}

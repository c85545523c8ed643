package redact

import (
	"strings"

	"kustoconn/internal/vocabulary"
)

// NamesCredential reports whether a path of keys, which dots separate, ends with
// a credential's name, or with "value" below one.
func NamesCredential(path string) bool {
	if at := len(path) - len(".value"); at > 0 && strings.EqualFold(path[at:], ".value") {
		path = path[:at]
	}
	return path != "" && vocabulary.LooksLikeCredential(path[strings.LastIndexByte(path, '.')+1:])
}

// wordBefore returns the name that ends a text, without quotes around it.
func wordBefore(text string) string {
	const longest = 64
	text = strings.TrimRight(text[max(0, len(text)-longest):], " \t\"'`]")
	return text[strings.LastIndexAny(text, " \t\"'`[({<>,;&?=:$%/")+1:]
}

// phraseBefore returns the words that end a text, back to a mark that no
// sentence puts between a credential's name and the credential.
func phraseBefore(text string) string {
	const longest = 64
	text = text[max(0, len(text)-longest):]
	return text[strings.LastIndexAny(text, "\"'`;,()")+1:]
}

// endsInCredentialWord reports whether a phrase ends like "client secret" or
// "app key": with a word before one of these.
func endsInCredentialWord(phrase string) bool {
	words := strings.Fields(phrase)
	if len(words) < 2 {
		return false
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "secret", "key", "token", "password":
		return true
	}
	return false
}

// credentialNames is vocabulary.LooksLikeCredential, which takes its time, for a
// bounded number of names; all others are taken for credentials'.
type credentialNames map[string]bool

func (known credentialNames) has(name string) bool {
	const most = 1000
	is, ok := known[name]
	if ok || len(known) >= most {
		return is || !ok
	}
	known[name] = vocabulary.LooksLikeCredential(name)
	return known[name]
}

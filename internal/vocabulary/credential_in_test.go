package vocabulary

import (
	"slices"
	"strings"
	"testing"
)

// Of a value with very many words before equals signs, what follows is taken for a
// credential.
func TestCredentialIn(t *testing.T) {
	for value, want := range map[string]int{
		"": -1, "a": -1, "a=b": -1, "=": -1, "client secret=b": len("client secret="), "a=b;key=c": len("a=b;key="), "a=b&sig = c": len("a=b&sig ="), "my client secret = b": len("my client secret ="),
		`a\nkey=b`: len(`a\nkey=`), `a\nxkye=b`: -1, "key={x}": -1, "key={x};token=b": len("key="), "a=secret": -1,
		strings.Repeat("a=", 256): -1, strings.Repeat("a=", 257): 2 * 257, strings.Repeat("a=", 300): 2 * 257,
	} {
		if got := CredentialIn(value, "=", nil); got != want {
			t.Errorf("CredentialIn(%.20q) = %d, want %d", value, got, want)
		}
	}
}

// A blank joins what nobody writes in a sentence, be it that signs stand before it.
func TestCredentialBehindABlank(t *testing.T) {
	for value, want := range map[string]int{
		"a key Zq7Yw9Kx": len("a key "), "a key , Zq7Yw9Kx": len("a key "), "a key -|~Zq7Yw9Kx b": len("a key "), "a key is new": -1, "a key -- new": -1,
		"a key , Zq7": -1, "database Zq7Yw9Kx": -1, "key" + strings.Repeat(" ", 20) + "Zq7Yw9Kx": 4, "key" + strings.Repeat(" ", 90) + "Zq7Yw9Kx": 37,
		"a key é Zq7Yw9Kx b": len("a key "), "a key b c Zq7Yw9Kx": len("a key "), "AppKye b c d Zq7Yw9Kx": -1,
	} {
		if got := CredentialIn(value, "= ", nil); got != want {
			t.Errorf("CredentialIn(%q) = %d, want %d", value, got, want)
		}
	}
}

func TestEndsInCredential(t *testing.T) {
	for phrase, want := range map[string]bool{
		"": false, "User ID=bob Client Secret": true, "Fed=true Aplication Key": true, "https://c Usr Tokn": true, "the key is here": false, "x AppKye": true, "x=y Application Certificate Blob ": true, "Application Certificate Blob ;": true, "a=b c,AppKye ~": true, "my database": false,
	} {
		if got := EndsInCredential(phrase); got != want {
			t.Errorf("EndsInCredential(%q) = %t", phrase, got)
		}
	}
}

func TestNamesSecret(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "Database=x;AppKye ,": true, "AppKye Zq7 ": true, "'AppKye=": true, "AppKye a b c d e": true, "AppKye a b c d e f": false, "the words of bob": false, "APPKEY ; Zq7\"\tx": true, "Application Key ; Zq7": true, "Database Name x": false,
	} {
		if got := NamesSecret(text); got != want {
			t.Errorf("NamesSecret(%q) = %t", text, got)
		}
	}
}

func TestLastWords(t *testing.T) {
	long := strings.Repeat("a", 63)
	for phrase, want := range map[string][]string{
		"": {""}, "a": {"a"}, "a b": {"b", "a b"}, "a:b": {"b", "a:b"}, "a\u00a0b": {"b", "a\u00a0b"}, "a\u3000b": {"b", "a\u3000b"}, "a ": {"a "}, " a": {"a", " a"},
		"a b c d e f g": {"g", "f g", "e f g", "d e f g", "c d e f g", "b c d e f g"},
		long:            {long}, long + "a": nil, "b " + long: {long}, "bc " + long[1:]: {long[1:]}, "b " + long + "a": nil,
	} {
		if got := slices.Collect(lastWords(phrase)); !slices.Equal(got, want) {
			t.Errorf("lastWords(%q) = %q, want %q", phrase, got, want)
		}
	}
}

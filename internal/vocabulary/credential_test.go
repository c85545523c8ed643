package vocabulary_test

import (
	"strings"
	"testing"

	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// Masking looks for a secret's name amid other text by what names credentials, not by
// the tables: a secret property whose keywords do not pass needs a word in credentialParts.
func TestSecretsLookLikeCredentials(t *testing.T) {
	for id := range schema.Secrets().All() {
		for _, k := range schema.Get(id).Keywords() {
			if !vocabulary.LooksLikeCredential(k) {
				t.Errorf("%s, a keyword of %v, does not look like a credential's", k, id)
			}
		}
	}
}

func TestHoldsSecretKeyword(t *testing.T) {
	long := strings.Repeat(" ", 100-len("AppKey")) // the keyword ends at byte 100
	for _, tt := range []struct {
		keyword string
		want    bool
	}{
		{"", false},
		{"Foo", false},
		{"Database:abcd", false},

		// a URI with a password
		{"https://u:pw@c?x", true},
		{"a:b@", true},
		{":@", true},
		{"@a:b", false},
		{"a@b", false},
		{"a@b:c", false},
		{"a:b@c@d", true},

		// a doubled sign
		{"AppKey=x", true},
		{"Client Secret=", true},
		{"Token=a=b", true},
		{"Foo=AppKey", false},
		{"=AppKey", false},

		// a secret's keyword that goes on for four bytes or more
		{"AppKey:abc", true},
		{"AppKeyabcd", true},
		{"AppKey:ab", false},
		{"pwd abcd", true},
		{"pwd abc", true},
		{"pwd ab", false},
		{"x pwd abcd", false},
		{long + " AppKey:abc", false},
		{long + "AppKey:abc", true},
	} {
		if got := vocabulary.HoldsSecretKeyword(tt.keyword); got != tt.want {
			t.Errorf("%q: %t, want %t", tt.keyword, got, tt.want)
		}
	}
}

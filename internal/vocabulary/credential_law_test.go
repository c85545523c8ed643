package vocabulary

import (
	"strings"
	"testing"

	"kustoconn/internal/fold"
	"kustoconn/schema"
)

// FuzzLooksLikeCredential holds the quick look for the names of secrets against the
// suggestion that it stands for.
func FuzzLooksLikeCredential(f *testing.F) {
	for _, keyword := range []string{"AppKye", "Tokn", "User Tokne", "UsrTkn", "Data Source", "entra id tken", "pasword", "Blob Certificate", "Pwdd", "wpd", "é", ""} {
		f.Add(keyword)
	}
	f.Fuzz(func(t *testing.T, keyword string) {
		got := closeToSecret(keyword)
		s, ok := Suggest(keyword)
		want := ok && schema.Secrets().Has(s.Property)
		if got != want && !strings.Contains(fold.Keyword(keyword), "key") && !LooksLikeCredential(keyword) {
			t.Errorf("%q is close to the name of a secret: %v, want %v", keyword, got, want)
		}
	})
}

// Each name that is one slip away from one of a secret.
func TestCloseToSecret(t *testing.T) {
	for _, p := range schema.Properties() {
		for _, name := range append(p.Keywords(), p.Synonyms...) {
			for at := range len(name) {
				for _, slip := range []string{name[:at] + name[at+1:], name[:at] + "x" + name[at:], name[:at] + "x" + name[at+1:]} {
					s, ok := Suggest(slip)
					want := ok && schema.Secrets().Has(s.Property)
					if got := closeToSecret(slip); got != want {
						t.Errorf("%q is close to the name of a secret: %v, want %v", slip, got, want)
					}
				}
			}
		}
	}
}

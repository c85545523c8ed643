package vocabulary

import (
	"slices"
	"strings"
	"testing"

	"kustoconn/internal/fold"
	"kustoconn/schema"
)

// holdsPart looks for the parts and words of a credential's keyword in the plain way.
func holdsPart(keyword string) bool {
	folded := fold.Keyword(keyword)
	for _, p := range credentialParts {
		if strings.Contains(folded, p.text) {
			return true
		}
	}
	return slices.ContainsFunc(strings.FieldsFunc(folded, isNoLetter), func(word string) bool {
		return slices.ContainsFunc(credentialWords, func(p part) bool { return p.text == word })
	})
}

// FuzzLooksLikeCredential holds the quick look for the names of secrets against the
// suggestion that it stands for, and that for the parts of one against a search.
func FuzzLooksLikeCredential(f *testing.F) {
	for _, keyword := range []string{"AppKye", "Tokn", "User Tokne", "UsrTkn", "Data Source", "entra id tken", "pasword", "Blob Certificate", "Pwdd", "wpd", "é", "", "Client Sig", "my-creds", "shared access signature", "PFX", "a p w d", "keé", "to\tken"} {
		f.Add(keyword)
	}
	f.Fuzz(func(t *testing.T, keyword string) {
		got := closeToSecret(keyword)
		if looks, want := LooksLikeCredential(keyword), holdsPart(keyword) || got; looks != want {
			t.Errorf("%q looks like a credential: %v, want %v", keyword, looks, want)
		}
		s, ok := Suggest(keyword)
		want := ok && schema.Secrets().Has(s.Property)
		if got != want && !strings.Contains(fold.Keyword(keyword), "key") && !LooksLikeCredential(keyword) {
			t.Errorf("%q is close to the name of a secret: %v, want %v", keyword, got, want)
		}
	})
}

// Each keyword of a secret may be one.
func TestMayBeSecrets(t *testing.T) {
	for _, p := range schema.Properties() {
		for _, name := range p.Keywords() {
			if !schema.Secrets().Has(p.ID) {
				continue
			}
			for _, keyword := range []string{name, strings.ToUpper(name), strings.Join(strings.Split(name, ""), " ")} {
				if !mayBeSecrets(keyword) {
					t.Errorf("%q may be no keyword of a secret", keyword)
				}
			}
		}
	}
	for _, word := range []string{"", "Samples", "windows.net", "contoso.com"} {
		if mayBeSecrets(word) {
			t.Errorf("%q may be a keyword of a secret", word)
		}
	}
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

package vocabulary

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/internal/exhaust"
	"kustoconn/internal/fold"
	"kustoconn/schema"
)

func TestSuggest(t *testing.T) {
	exact := func(id schema.ID, spelling string) Suggestion { return Suggestion{id, spelling, true} }
	near := func(id schema.ID, spelling string) Suggestion { return Suggestion{id, spelling, false} }
	for _, test := range []struct {
		keyword string
		want    Suggestion
	}{
		// Letters.
		{"AppKye", near(schema.ApplicationKey, "AppKey")},
		{"Data Sourc", near(schema.DataSource, "Data Source")},
		{"Initial Catalogue", near(schema.InitialCatalog, "Initial Catalog")},
		{"D\u0430ta Source", near(schema.DataSource, "Data Source")}, // a Cyrillic letter
		{"fde", near(schema.FederatedSecurity, "Fed")},
		{"Fedd", near(schema.FederatedSecurity, "Fed")},
		{"Tenent", near(schema.AuthorityID, "Authority Id")}, // Tenant is no documented alias
		{"Application \u212aey", exact(schema.ApplicationKey, "Application Key")},

		// Separators, quotes and order.
		{"Data_Source", exact(schema.DataSource, "Data Source")},
		{"data-source", exact(schema.DataSource, "Data Source")},
		{"Data\tSource", exact(schema.DataSource, "Data Source")},
		{"Data\u00a0Source", exact(schema.DataSource, "Data Source")},
		{"\ufeffData Source", exact(schema.DataSource, "Data Source")},
		{`"App Key"`, exact(schema.ApplicationKey, "AppKey")},
		{"[Initial Catalog]", exact(schema.InitialCatalog, "Initial Catalog")},
		{"Client Application Id", exact(schema.ApplicationClientID, "Application Client Id")},
		{"clientApplicationId", exact(schema.ApplicationClientID, "Application Client Id")},
		{"Client Aplication Id", near(schema.ApplicationClientID, "Application Client Id")},

		// Other names.
		{"TraceClientVersion", exact(schema.ClientVersionForTracing, "Client Version for Tracing")},
		{"trace_client_version", exact(schema.ClientVersionForTracing, "Client Version for Tracing")},
		{"Microsoft Entra ID Federated Security", exact(schema.FederatedSecurity, "AAD Federated Security")},
		{"microsoft_entra_id_federated_security", exact(schema.FederatedSecurity, "AAD Federated Security")},
		{"Azure AD Federated Security", exact(schema.FederatedSecurity, "AAD Federated Security")},
		{"Microsoft Entra ID User ID", exact(schema.UserID, "User ID")},
		{"Entra ID Authority Id", exact(schema.AuthorityID, "Authority Id")},
		{"Microsoft Entra Federated Security", exact(schema.FederatedSecurity, "AAD Federated Security")},
		{"Entra Federated Security", exact(schema.FederatedSecurity, "AAD Federated Security")},
		{"Azure Active Directory Federated Security", exact(schema.FederatedSecurity, "AAD Federated Security")},
		{"TraceClientVersoin", near(schema.ClientVersionForTracing, "Client Version for Tracing")},
		{"Aplication Certificate Thumprin", near(schema.ApplicationCertificateThumbprint, "Application Certificate Thumbprint")}, // three faults
		{"Data\u200bSource", exact(schema.DataSource, "Data Source")},
		{"Data\u2003Source", exact(schema.DataSource, "Data Source")},
		{"Data\x01Source", exact(schema.DataSource, "Data Source")},
		{strings.Repeat("_", maxSuggested-3) + "Fed", exact(schema.FederatedSecurity, "Fed")},
		{"Client Secret", exact(schema.ApplicationKey, "Application Key")},
		{"dbname", exact(schema.InitialCatalog, "Initial Catalog")},

		// Nothing.
		{"", Suggestion{}},
		{"  _", Suggestion{}},
		{"Data Source", Suggestion{}}, // known
		{"Bogus", Suggestion{}},
		{"Sid", Suggestion{}},
		{"Name", Suggestion{}},
		{"Cost", Suggestion{}}, // one letter from a synonym, Host
		{"Application", Suggestion{}},
		{"Microsoft Entra ID", Suggestion{}},
		{"EmbeddedManagedIdentity", Suggestion{}},
		{"Managed_Service_Identity", Suggestion{}},
		{"Entra Managed Service Identity", Suggestion{}}, // no string sets it
		{"Entra ID", Suggestion{}},
		{strings.Repeat("_", maxSuggested-2) + "Fed", Suggestion{}},
		{strings.Repeat("_", 1<<20) + "Fed", Suggestion{}},
		{strings.Repeat("Application Key", 1<<16), Suggestion{}},
		{"\xff\xfe\x00", Suggestion{}},
	} {
		got, ok := Suggest(test.keyword)
		if diff := cmp.Diff(test.want, got); diff != "" || ok != (test.want.Property != schema.None) {
			t.Errorf("Suggest(%.40q), %v (-want +got):\n%s", test.keyword, ok, diff)
		}
	}
}

func TestSuggestFrom(t *testing.T) {
	commands := []string{"check", "explain", "fmt", "redact", "lint", "clients", "convert", "rules"}
	for _, test := range []struct{ word, want string }{
		{"chekc", "check"},
		{"Explain", "explain"},
		{"lnit", "lint"},
		{"ftm", "fmt"},
		{"client", "clients"},
		{"rule", "rules"},
		{"frobnicate", ""},
		{"x", ""},
		{"", ""},
	} {
		if got, ok := SuggestFrom(test.word, commands); got != test.want || ok != (test.want != "") {
			t.Errorf("SuggestFrom(%q) = %q, %v, want %q", test.word, got, ok, test.want)
		}
	}
	if got, ok := SuggestFrom("gi", []string{"", "git", "gin"}); ok {
		t.Errorf("SuggestFrom(gi) = %q", got)
	}
	if got, _ := SuggestFrom("rusy", []string{"rust", "ruse"}); got != "rust" {
		t.Errorf("SuggestFrom(rusy) = %q, want the first of equals", got)
	}
}

// How many faults are close, and which words are sorted.
func TestSuggestFromIsClose(t *testing.T) {
	for _, test := range []struct {
		word, candidate string
		want            bool
	}{
		{"abc", "abx", false},
		{"abcd", "abcx", true},
		{"abcdefg", "abcdefx", true},
		{"abcdefg", "abcdexy", false},
		{"abcdefgh", "abcdefxy", true},
		{"abcdefgh", "abcdexyz", false},
		{"abcdefghijk", "abcdefghixy", true},
		{"abcdefghijk", "abcdefghxyz", false},
		{"abcdefghijkl", "abcdefghixyz", true},
		{"abcdefghijkl", "abcdefghixy", false}, // one of them has eleven
		{"abcdefghijklmnop", "abcdefghijklwxyz", false},

		{"Source Data", "Data Source", true},
		{"sourceData", "DataSource", true},
		{"datasource", "Source Data", false}, // one word is not taken apart
		{"_datasource", "Source Data", false},
		{"DCBA xyz", "abcd xyz", false}, // nor are letters in upper case
	} {
		if got, ok := SuggestFrom(test.word, []string{test.candidate}); ok != test.want || ok && got != test.candidate {
			t.Errorf("SuggestFrom(%q, %q) = %q, %v", test.word, test.candidate, got, ok)
		}
	}
	if got, _ := SuggestFrom("chekc", []string{"", "check"}); got != "check" {
		t.Errorf("behind a candidate without a letter: %q", got)
	}
	if got, _ := SuggestFrom("fde", []string{"fed", "fdes"}); got != "fed" {
		t.Errorf("a swap is one fault: %q", got)
	}
}

func TestIsSwap(t *testing.T) {
	for b, want := range map[string]bool{
		"bac": true, "acb": true, "abc": false, "cba": false, "bca": false, "cab": false,
		"bax": false, "xac": false, "bxc": false, "xcb": false, "axb": false, "acx": false, "xxc": false, "axx": false, "xxb": false,
		"bcb": false, "aab": false, "bab": false,
	} {
		if got := isSwap([]rune("abc"), []rune(b)); got != want {
			t.Errorf("abc, %s: %v", b, got)
		}
	}
}

func TestLooksLikeCredential(t *testing.T) {
	for _, test := range []struct {
		keyword string
		want    bool
	}{
		{"AccountKey", true},
		{"Shared Access Key", true},
		{"client_secret", true},
		{"SharedAccessSignature", true},
		{"https://example.com/?sig", true},
		{"Pasword", true},
		{"Pass", true},
		{"SAS", true},
		{"my-pat", true},
		{"cred", true},
		{"creds_1", true},
		{"{auth}", true},
		{"\x7fsig", true},
		{"zsig", false},
		{"ésig", false},
		{"Pattern", false},
		{"Author", false},
		{"AppKye", true},
		{"User Tok", true},
		{"", false},
		{"Design", false},
		{"Bogus", false},
		{"Encrypt", false},
		{"Data_Source", false},
	} {
		if got := LooksLikeCredential(test.keyword); got != test.want {
			t.Errorf("LooksLikeCredential(%q) = %v", test.keyword, got)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"abc", "abc", 0},
		{"abc", "ac", 1},
		{"abc", "abxc", 1},
		{"abc", "axc", 1},
		{"abc", "acb", 1},
		{"ca", "abc", 3}, // no part is edited twice
		{"abcdef", "badcfe", 3},
		{"kitten", "sitting", 3},
		{"abcd", "wxyz", 4},
		{"abcdefgh", "stuvwxyz", 4}, // the limit and one
		{"", "abcdef", 4},
		{"xxxabc", "abcyyy", 4},
	} {
		if got := distance([]rune(test.a), []rune(test.b), 3); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

// What distance leaves out changes nothing: it is the whole table's.
func TestSmallDistance(t *testing.T) {
	texts := slices.Collect(exhaust.Texts([]string{"a", "b", "c"}, exhaust.Length(t, 5, 6)))
	for _, a := range texts {
		for _, b := range texts {
			whole := wholeDistance(a, b)
			for limit := range maxDistance + 1 {
				if got, want := distance([]rune(a), []rune(b), limit), min(whole, limit+1); got != want {
					t.Fatalf("distance(%q, %q, %d) = %d, want %d", a, b, limit, got, want)
				}
			}
		}
	}
}

// wholeDistance is distance without a limit, by its definition.
func wholeDistance(a, b string) int {
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
		for j := range table[i] {
			switch {
			case i == 0 || j == 0:
				table[i][j] = i + j
				continue
			case a[i-1] == b[j-1]:
				table[i][j] = table[i-1][j-1]
			default:
				table[i][j] = 1 + min(table[i-1][j-1], table[i-1][j], table[i][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				table[i][j] = min(table[i][j], table[i-2][j-2]+1)
			}
		}
	}
	return table[len(a)][len(b)]
}

// TestSuggestLaw: two neighbouring letters swapped in a keyword still lead
// back to a property, and most keywords of eight letters or more to their own.
func TestSuggestLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := anyKeyword().Filter(func(name string) bool {
			id, _ := schema.Lookup(name)
			return len(fold.Keyword(name)) >= 8 && schema.Get(id).Settable()
		}).Draw(t, "name")
		folded := fold.Keyword(name)
		i := rapid.IntRange(0, len(folded)-2).Draw(t, "at")
		swapped := folded[:i] + folded[i+1:i+2] + folded[i:i+1] + folded[i+2:]
		want, _ := schema.Lookup(name)
		if got, ok := schema.Lookup(swapped); ok && got == want {
			return // two equal letters
		}
		if got, ok := Suggest(swapped); !ok || got.Property != want {
			t.Fatalf("Suggest(%q) = %+v, %v, want %v", swapped, got, ok, want)
		}
	})
}

func FuzzSuggest(f *testing.F) {
	for _, keyword := range []string{"", "AppKye", "Data_Source", "\ufeff\"Fed\"", "azuread", "\xff", "İd", "user\u200bid"} {
		f.Add(keyword)
	}
	f.Fuzz(func(t *testing.T, keyword string) {
		got, ok := Suggest(keyword)
		if again, _ := Suggest(keyword); again != got {
			t.Fatalf("Suggest(%q) is %+v and %+v", keyword, got, again)
		}
		if !ok {
			if got != (Suggestion{}) {
				t.Fatalf("Suggest(%q) = %+v, false", keyword, got)
			}
			return
		}
		if id, known := schema.Lookup(got.Spelling); !known || id != got.Property {
			t.Fatalf("Suggest(%q) = %+v, which Lookup does not find", keyword, got)
		}
		if _, known := schema.Lookup(keyword); known {
			t.Fatalf("Suggest(%q) = %+v for a known keyword", keyword, got)
		}
		if schema.Secrets().Has(got.Property) && !LooksLikeCredential(keyword) {
			t.Fatalf("%q is close to %v but looks like no credential", keyword, got.Property)
		}
	})
}

// anyKeyword draws a keyword of a property.
func anyKeyword() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		p := rapid.SampledFrom(schema.Properties()).Draw(t, "property")
		return rapid.SampledFrom(p.Keywords()).Draw(t, "keyword")
	})
}

package schema

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/internal/fold"
)

func TestLookup(t *testing.T) {
	for _, test := range []struct {
		keyword string
		want    ID
	}{
		{"Data Source", DataSource},
		{"datasource", DataSource},
		{"  D A T A SOURCE ", DataSource},
		{"AADFed", FederatedSecurity},
		{"Authority ID", AuthorityID},
		{"Authority Id", AuthorityID},
		{"TraceUserName", UserNameForTracing},
		{"Dsts Token Type", DSTSTokenType},
		{"DstsTokenType", DSTSTokenType},
		{"DstsFed", DSTSFederatedSecurity},
		{"msi_type", MSIParams},
		{"ApplicationCertificate", ApplicationCertificate},
		{"Managed Service Identity", ManagedServiceIdentity},

		{"", None},
		{" ", None},
		{"TraceClientVersion", None},
		{"EmbeddedManagedIdentity", None},
		{"Data_Source", None},
		{"Data\tSource", None},
		{"Data\u00a0Source", None},
		{"\ufeffData Source", None},
		{"Application \u212aey", None},
		{"Fed\x00", None},
		{"none", None},
		{strings.Repeat(" ", 1000) + "Fed", FederatedSecurity},
		{strings.Repeat("Fed", 1000), None},
		{"Microsoft Entra ID Federated Security", None},
	} {
		id, ok := Lookup(test.keyword)
		if id != test.want || ok != (test.want != None) {
			t.Errorf("Lookup(%.40q) = %v, %v, want %v", test.keyword, id, ok, test.want)
		}
	}
}

func TestLookupProgrammatic(t *testing.T) {
	for _, test := range []struct {
		name string
		want ID
	}{
		{"TraceClientVersion", ClientVersionForTracing},
		{"ClientVersionForTracing", ClientVersionForTracing},
		{"userNameForTracing", UserNameForTracing},
		{"EmbeddedManagedIdentity", ManagedServiceIdentity},
		{"ManagedServiceIdentity", ManagedServiceIdentity},
		{"DstsFederatedSecurity", DSTSFederatedSecurity},
		{"ApplicationCertificateBlob", ApplicationCertificateBlob},
		{"AppKey", None},
		{"Hostname", None},
		{"", None},
	} {
		if id, ok := lookupProgrammatic(test.name); id != test.want || ok != (test.want != None) {
			t.Errorf("LookupProgrammatic(%q) = %v, %v, want %v", test.name, id, ok, test.want)
		}
	}
}

func TestLookupDoesNotAllocate(t *testing.T) {
	megabyte := strings.Repeat("Application Key ", 1<<16)
	for _, keyword := range []string{"Fed", "aPPLICATION kEY", "Bogus", megabyte} {
		n := testing.AllocsPerRun(10, func() {
			Lookup(keyword)
		})
		if n != 0 {
			t.Errorf("look-ups of %.20q allocate %v times", keyword, n)
		}
	}
}

// anyKeyword draws a keyword of a property.
func anyKeyword() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		p := rapid.SampledFrom(Properties()).Draw(t, "property")
		return rapid.SampledFrom(p.Keywords()).Draw(t, "keyword")
	})
}

// TestLookupLaw: the case of ASCII letters and U+0020 make no difference.
func TestLookupLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := anyKeyword().Draw(t, "name")
		var varied strings.Builder
		for i := range len(name) {
			varied.WriteString(rapid.SampledFrom([]string{"", "", " ", "  "}).Draw(t, "spaces"))
			c := name[i : i+1]
			if rapid.Bool().Draw(t, "upper") {
				c = strings.ToUpper(c)
			} else {
				c = strings.ToLower(c)
			}
			varied.WriteString(c)
		}
		want, _ := Lookup(name)
		if got, ok := Lookup(varied.String()); !ok || got != want {
			t.Fatalf("Lookup(%q) = %v, want %v", varied.String(), got, want)
		}
	})
}

func FuzzLookup(f *testing.F) {
	for _, p := range Properties() {
		for _, name := range p.Keywords() {
			f.Add(name)
		}
	}
	f.Add("")
	f.Add(" \x00\xff\u212a")
	f.Fuzz(func(t *testing.T, keyword string) {
		id, ok := Lookup(keyword)
		if ok != (Get(id) != nil) {
			t.Fatalf("Lookup(%q) = %d, %v", keyword, id, ok)
		}
		folded := fold.Keyword(keyword)
		if again, _ := Lookup(folded); again != id {
			t.Fatalf("Lookup(%q) = %v, but %v folded", keyword, id, again)
		}
		if fold.Keyword(folded) != folded || strings.Contains(folded, " ") {
			t.Fatalf("Keyword(%q) = %q is not folded", keyword, folded)
		}
		if ok && !isKeyword(Get(id), folded) {
			t.Fatalf("Lookup(%q) = %v, which has no such keyword", keyword, id)
		}
	})
}

func isKeyword(p *Property, folded string) bool {
	for _, name := range p.Keywords() {
		if fold.Keyword(name) == folded {
			return true
		}
	}
	return false
}

// programmatic holds the names on the .NET builder, which are no keywords.
var programmatic = fold.NewIndex(func() (entries []fold.Entry) {
	for _, p := range Properties() {
		for _, s := range p.Programmatic {
			entries = append(entries, fold.Entry{Name: s.Name, Value: uint16(p.ID)})
		}
	}
	return entries
}())

// lookupProgrammatic returns the property that the .NET builder calls name,
// compared as keywords are. It does not allocate.
func lookupProgrammatic(name string) (ID, bool) {
	v, ok := programmatic.Find(name)
	return ID(v), ok
}

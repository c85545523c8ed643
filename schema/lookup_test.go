package schema

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
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

func TestProgrammaticOnly(t *testing.T) {
	for _, test := range []struct {
		keyword, name string // no name: not programmatic only
		property      ID
	}{
		{"ManagedServiceIdentity", "EmbeddedManagedIdentity", ManagedServiceIdentity},
		{"managed service identity", "EmbeddedManagedIdentity", ManagedServiceIdentity},
		{"DMSI", "EmbeddedManagedIdentity", ManagedServiceIdentity},
		{"EmbeddedManagedIdentity", "EmbeddedManagedIdentity", ManagedServiceIdentity},
		{"Prevent Access To Local Secrets Via Keywords", "PreventAccessToLocalSecretsViaKeywords", None},
		{"TraceClientVersion", "", None},
		{"Data Source", "", None},
		{"", "", None},
	} {
		got, ok := ProgrammaticOnly(test.keyword)
		if got.Name != test.name || got.Property != test.property || ok != (test.name != "") {
			t.Errorf("ProgrammaticOnly(%q) = %+v, %v", test.keyword, got, ok)
		}
	}
}

func TestLookupForeign(t *testing.T) {
	for _, test := range []struct {
		keyword, product string
		instead          ID
	}{
		{"Encrypt", sqlServer, None},
		{"trust server certificate", sqlServer, None},
		{"Integrated Security", sqlServer, FederatedSecurity},
		{"Trusted_Connection", sqlServer, FederatedSecurity},
		{"ConnectTimeout", sqlServer, None},
		{"MultipleActiveResultSets", sqlServer, None},
		{"AccountName", storage, None},
		{"AccountKey", storage, None},
		{"SharedAccessKey", eventHubs, None},
		{"SharedAccessKeyName", eventHubs, None},
		{"EntityPath", eventHubs, None},
		{"Endpoint", eventHubs, DataSource},
		{"Provider", oleDB, None},
		{"Driver", odbc, None},
		{"DSN", odbc, DataSource},
		{"Server", "", None},
		{"Password", "", None},
		{"Bogus", "", None},
		{"", "", None},
	} {
		got, ok := LookupForeign(test.keyword)
		if got.Product != test.product || got.Instead != test.instead || ok != (test.product != "") {
			t.Errorf("LookupForeign(%q) = %+v, %v", test.keyword, got, ok)
		}
	}
}

func TestLookupsDoNotAllocate(t *testing.T) {
	megabyte := strings.Repeat("Application Key ", 1<<16)
	for _, keyword := range []string{"Fed", "aPPLICATION kEY", "Bogus", megabyte} {
		n := testing.AllocsPerRun(10, func() {
			Lookup(keyword)
			lookupProgrammatic(keyword)
			LookupForeign(keyword)
			ProgrammaticOnly(keyword)
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
		folded := Fold(keyword)
		if again, _ := Lookup(folded); again != id {
			t.Fatalf("Lookup(%q) = %v, but %v folded", keyword, id, again)
		}
		if Fold(folded) != folded || strings.Contains(folded, " ") {
			t.Fatalf("Fold(%q) = %q is not folded", keyword, folded)
		}
		if ok && !isKeyword(Get(id), folded) {
			t.Fatalf("Lookup(%q) = %v, which has no such keyword", keyword, id)
		}
	})
}

func isKeyword(p *Property, folded string) bool {
	for _, name := range p.Keywords() {
		if Fold(name) == folded {
			return true
		}
	}
	return false
}

package schema

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/fold"
)

func TestPropertiesAreComplete(t *testing.T) {
	for _, p := range Properties() {
		unknown := []string{}
		for field, name := range map[string]string{
			"type": string(p.Type), "secrecy": string(p.Secrecy),
			"group": string(p.Group), "status": string(p.Status),
		} {
			if name == "" {
				unknown = append(unknown, field)
			}
		}
		if p.Name == "" || len(unknown) > 0 {
			t.Errorf("property %d (%q) has no %v", p.ID, p.Name, unknown)
		}
		if p.Doc == "" || strings.ContainsAny(p.Doc, "\n") || strings.HasSuffix(p.Doc, ".") {
			t.Errorf("%q: doc is not one line without a full stop: %q", p.Name, p.Doc)
		}
		for _, s := range append(append([]Spelling{}, p.Aliases...), p.Programmatic...) {
			if s.Name == "" || s.Source == "" {
				t.Errorf("%q: spelling %q from %v", p.Name, s.Name, s.Source)
			}
		}
		if (p.Type == TypeEnum) != (len(p.Values) > 0) {
			t.Errorf("%q: type %v with %d values", p.Name, p.Type, len(p.Values))
		}
		if (p.Secrecy == userinfo) != (p.Type == TypeURI) {
			t.Errorf("%q: type %v, secrecy %v", p.Name, p.Type, p.Secrecy)
		}
		if p.Clients&p.Refused != 0 {
			t.Errorf("%q: clients both accept and refuse it", p.Name)
		}
		if n := countClients(p.Clients); p.Settable() != (n > 0) || p.Status == OneClient && n != 1 {
			t.Errorf("%q: status %v, %d clients", p.Name, p.Status, n)
		}
		if Get(p.ID) != p || p.ID.String() != p.Name {
			t.Errorf("%q: not found by its ID", p.Name)
		}
	}
	if Get(None) != nil || Get(NumIDs) != nil {
		t.Error("Get finds what is no property")
	}
}

func countClients(s ClientSet) (n int) {
	for range s.All() {
		n++
	}
	return n
}

// TestNamesAreUnique proves that no two properties share a keyword, or a
// programmatic name and a keyword; that no name is given twice in one
// spelling; and that synonyms are nobody else's.
func TestNamesAreUnique(t *testing.T) {
	owner := map[string]ID{}
	claim := func(name string, id ID) {
		if other, taken := owner[fold.Keyword(name)]; taken && other != id {
			t.Errorf("%q is %v's and %v's", name, other, id)
		}
		owner[fold.Keyword(name)] = id
	}
	for _, p := range Properties() {
		exact := map[string]bool{}
		for _, name := range p.Keywords() {
			claim(name, p.ID)
			if exact[name] {
				t.Errorf("%q has %q twice", p.Name, name)
			}
			exact[name] = true
		}
		for _, s := range p.Programmatic {
			claim(s.Name, p.ID)
		}
		for _, name := range p.Synonyms {
			claim(name, p.ID)
			if id, ok := Lookup(name); ok {
				t.Errorf("synonym %q is a keyword of %v", name, id)
			}
		}
	}
}

// Suggestions cut a name of Entra ID off and look up the rest.
func TestKeywordsWithAADAreKeywordsWithout(t *testing.T) {
	for _, p := range Properties() {
		for _, name := range p.Keywords() {
			if rest, ok := strings.CutPrefix(fold.Keyword(name), "aad"); ok {
				if id, _ := Lookup(rest); id != p.ID {
					t.Errorf("%q is %v's, %q is %v's", name, p.ID, rest, id)
				}
			}
		}
	}
}

func TestModes(t *testing.T) {
	ranks := map[int]ModeID{}
	ids := map[ModeID]bool{}
	for _, m := range Modes() {
		if m.ID == "" || m.Doc == "" || ids[m.ID] || GetMode(m.ID) != m {
			t.Errorf("mode %q is incomplete, double or not found", m.ID)
		}
		ids[m.ID] = true
		if (m.Builder != "") != m.Documented {
			t.Errorf("%s: builder %q, documented %v", m.ID, m.Builder, m.Documented)
		}
		for _, id := range append(append([]ID{}, m.Mandatory...), m.Optional...) {
			if p := Get(id); p == nil || !p.Settable() {
				t.Errorf("%s: %v is no property that a string sets", m.ID, id)
			}
		}
		if !SetOf(m.Mandatory...).Contains(m.SelectedBy) {
			t.Errorf("%s is selected by what is not mandatory", m.ID)
		}
		if !m.InString() {
			continue
		}
		if other, taken := ranks[m.Rank]; taken {
			t.Errorf("%s and %s have one rank", m.ID, other)
		}
		ranks[m.Rank] = m.ID
	}
	ranked := slices.DeleteFunc(Modes(), func(m *Mode) bool { return !m.InString() })
	slices.SortFunc(ranked, func(a, b *Mode) int { return a.Rank - b.Rank })
	var got []ModeID
	for _, m := range ranked {
		got = append(got, m.ID)
	}
	want := []ModeID{UserTokenAuth, AppTokenAuth, AppKey, AppThumbprint, AppSubjectIssuer,
		AppSubject, PasswordAuth, UserPrompt, DSTS}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("modes by rank (-want +got):\n%s", diff)
	}
	if GetMode(NoAuth) != nil {
		t.Error("no authentication is a mode")
	}
}

func TestSecrets(t *testing.T) {
	want := SetOf(UserToken, Password, ApplicationKey, ApplicationToken,
		ApplicationCertificateBlob, ApplicationCertificatePrivateKey)
	if got := Secrets(); got != want {
		t.Errorf("Secrets() = %b, want %b", got, want)
	}
}

func TestSet(t *testing.T) {
	s := SetOf(AZCLI, DataSource, None, NumIDs)
	var members []ID
	for id := range s.All() {
		members = append(members, id)
	}
	if diff := cmp.Diff([]ID{DataSource, AZCLI}, members); diff != "" {
		t.Errorf("members (-want +got):\n%s", diff)
	}
	for _, check := range []struct {
		name      string
		got, want any
	}{
		{"Len", s.Len(), 2},
		{"Has", s.Has(AZCLI), true},
		{"Has another", s.Has(Accept), false},
		{"Has None", s.Has(None), false},
		{"Without", s.Without(AZCLI), SetOf(DataSource)},
		{"Minus", s.Minus(SetOf(DataSource, Accept)), SetOf(AZCLI)},
		{"Intersects", s.Intersects(SetOf(AZCLI, Accept)), true},
		{"Intersects nothing", s.Intersects(SetOf(Accept)), false},
		{"Contains", s.Contains(SetOf(AZCLI)), true},
		{"Contains less", s.Contains(SetOf(AZCLI, Accept)), false},
	} {
		if check.got != check.want {
			t.Errorf("%s: got %v, want %v", check.name, check.got, check.want)
		}
	}
}

func TestEnumsPrintOutOfRange(t *testing.T) {
	for _, got := range []string{
		Client(0).String(), Client(99).Title(), NumIDs.String(),
	} {
		if got != "unknown" {
			t.Errorf("got %q, want unknown", got)
		}
	}
}

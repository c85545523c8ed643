package schema

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPropertiesAreComplete(t *testing.T) {
	for _, p := range Properties() {
		unknown := []string{}
		for field, name := range map[string]string{
			"type": p.Type.String(), "secrecy": p.Secrecy.String(),
			"group": p.Group.String(), "status": p.Status.String(),
		} {
			if name == "unknown" {
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
			if s.Name == "" || s.Source.String() == "unknown" {
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
// spelling; and that foreign keywords and synonyms are nobody else's.
func TestNamesAreUnique(t *testing.T) {
	owner := map[string]ID{}
	claim := func(name string, id ID) {
		if other, taken := owner[Fold(name)]; taken && other != id {
			t.Errorf("%q is %v's and %v's", name, other, id)
		}
		owner[Fold(name)] = id
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
	for _, b := range builderProperties {
		claim(b.Name, b.Property)
	}
	seen := map[string]bool{}
	for _, f := range Foreigns() {
		if id, ok := owner[Fold(f.Keyword)]; ok {
			t.Errorf("foreign %q is %v's", f.Keyword, id)
		}
		if seen[Fold(f.Keyword)] {
			t.Errorf("foreign %q is listed twice", f.Keyword)
		}
		seen[Fold(f.Keyword)] = true
		if f.Product == "" || f.Help == "" {
			t.Errorf("foreign %q has no product or help", f.Keyword)
		}
	}
}

// Suggestions cut a name of Entra ID off and look up the rest.
func TestKeywordsWithAADAreKeywordsWithout(t *testing.T) {
	for _, p := range Properties() {
		for _, name := range p.Keywords() {
			if rest, ok := strings.CutPrefix(Fold(name), "aad"); ok {
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
	for _, m := range Methods() {
		for _, id := range m.Modes {
			if GetMode(id) == nil {
				t.Errorf("method %s: no mode %s", m.Name, id)
			}
		}
		for _, c := range m.Calls {
			if c.Client.String() == "unknown" || c.Name == "" && !m.InString {
				t.Errorf("method %s: call %+v", m.Name, c)
			}
		}
	}
	var got []ModeID
	for _, m := range ModesByRank() {
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
		Type(0).String(), Type(200).String(), Secrecy(0).String(), Group(99).String(),
		Status(0).String(), Source(0).String(), Client(0).String(), Client(99).Title(), NumIDs.String(),
	} {
		if got != "unknown" {
			t.Errorf("got %q, want unknown", got)
		}
	}
}

// TestSecretPlaces holds that the calls and members that take a secret name secrets, each
// once, and have those of every client that signs in by a key or a token.
func TestSecretPlaces(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range SecretCalls() {
		if seen[c.Name] {
			t.Errorf("%s is there twice", c.Name)
		}
		seen[c.Name] = true
		for _, a := range c.Secrets {
			if !Secrets().Has(a.Property) || a.Name == "" || a.Position < 0 {
				t.Errorf("%s: the argument %+v", c.Name, a)
			}
		}
	}
	for _, m := range Methods() {
		for _, c := range m.Calls {
			if (m.Name == "application key" || m.Name == "user token" || m.Name == "application token") && !seen[c.Name] {
				t.Errorf("%s takes no secret", c.Name)
			}
		}
	}
	members := SecretMembers()
	for name, want := range map[string]ID{
		"ApplicationKey": ApplicationKey, "applicationKey": ApplicationKey, "application_key": ApplicationKey, "Password": Password,
		"user_token": UserToken, "ApplicationCertificateBlob": ApplicationCertificateBlob, "ApplicationClientId": None, "": None,
	} {
		if members[name] != want {
			t.Errorf("the member %q holds %s", name, members[name])
		}
	}
}

package methods_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/golden"
	"kustoconn/internal/methods"
	"kustoconn/schema"
)

// readDocumented returns the method names of "App authentication methods", by
// client.
func readDocumented(t *testing.T) map[string][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/documentation.json")
	if err != nil {
		t.Fatal(err)
	}
	var names map[string][]string
	if err := json.Unmarshal(data, &names); err != nil {
		t.Fatal(err)
	}
	return names
}

// TestDocumentedMethods proves that the table has every method name of the
// documentation, as a documented call or as a misprint, and no other.
func TestDocumentedMethods(t *testing.T) {
	want, got := map[string]bool{}, map[string]bool{}
	for client, names := range readDocumented(t) {
		for _, name := range names {
			want[client+" "+name] = true
		}
	}
	for _, m := range methods.All() {
		for _, c := range m.Calls {
			if c.Documented && c.Name != "" {
				got[c.Client.String()+" "+c.Name] = true
			}
			if c.Misprint != "" {
				got[c.Client.String()+" "+c.Misprint] = true
			}
			if c.Documented && c.Misprint != "" {
				t.Errorf("%s: %v is documented and misprinted", m.Name, c.Client)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("methods (-documentation +table):\n%s", diff)
	}
}

// Every row names modes and clients that there are.
func TestRows(t *testing.T) {
	for _, m := range methods.All() {
		for _, id := range m.Modes {
			if schema.GetMode(id) == nil {
				t.Errorf("method %s: no mode %s", m.Name, id)
			}
		}
		for _, c := range m.Calls {
			if c.Client.String() == "unknown" || c.Name == "" && !m.InString {
				t.Errorf("method %s: call %+v", m.Name, c)
			}
		}
	}
}

func TestBy(t *testing.T) {
	for _, m := range methods.All() {
		if m.Name != "user prompt" {
			continue
		}
		if got := m.By(schema.Node); len(got) != 1 || got[0].Name != "withUserPrompt" || got[0].Misprint != "createWithUserPrompt" {
			t.Errorf("Node has %+v", got)
		}
		if got := m.By(schema.R); got != nil {
			t.Errorf("R has %+v", got)
		}
	}
}

// The table as it stands, so that every change of what it says is seen.
func TestTable(t *testing.T) {
	var b strings.Builder
	for _, m := range methods.All() {
		fmt.Fprintf(&b, "method %s: %v, in a string %v\n", m.Name, m.Modes, m.InString)
		for _, c := range m.Calls {
			fmt.Fprintf(&b, "  %v %s, documented %v, misprint %q, note %q\n", c.Client, c.Name, c.Documented, c.Misprint, c.Note)
		}
	}
	golden.Compare(t, "testdata/methods.txt", b.String())
}

// TestSecretPlaces holds that the calls and members that take a secret name secrets, each
// once, and have those of every client that signs in by a key or a token.
func TestSecretPlaces(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range methods.SecretCalls() {
		if seen[c.Name] {
			t.Errorf("%s is there twice", c.Name)
		}
		seen[c.Name] = true
		for _, a := range c.Secrets {
			if !schema.Secrets().Has(a.Property) || a.Name == "" || a.Position < 0 {
				t.Errorf("%s: the argument %+v", c.Name, a)
			}
		}
	}
	for _, m := range methods.All() {
		for _, c := range m.Calls {
			if (m.Name == "application key" || m.Name == "user token" || m.Name == "application token") && !seen[c.Name] {
				t.Errorf("%s takes no secret", c.Name)
			}
		}
	}
	members := methods.SecretMembers()
	for name, want := range map[string]schema.ID{
		"ApplicationKey": schema.ApplicationKey, "applicationKey": schema.ApplicationKey, "application_key": schema.ApplicationKey, "Password": schema.Password,
		"user_token": schema.UserToken, "ApplicationCertificateBlob": schema.ApplicationCertificateBlob, "ApplicationClientId": schema.None, "": schema.None,
	} {
		if members[name] != want {
			t.Errorf("the member %q holds %s", name, members[name])
		}
	}
}

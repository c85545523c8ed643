package methods_test

import (
	"slices"
	"strings"
	"testing"

	"kustoconn/internal/methods"
	"kustoconn/schema"
)

// TestPageAndClients holds where the clients were recorded to do otherwise than
// "App authentication methods" says: the table has what they do, and does not
// call it documented.
func TestPageAndClients(t *testing.T) {
	const key = "application key in a connection string"
	for _, tt := range []struct {
		name, method, call string // no call: by a keyword
		client             schema.Client
		note               string // part of the call's note
	}{
		{"a key in a string: Python", key, "", schema.Python, ""},
		{"a key in a string: TypeScript", key, "", schema.Node, ""},
		{"a key in a string: Java", key, "", schema.Java, ""},
		{"token credential: Java", "token credential", "createWithTokenCredential", schema.Java, "the documentation says not supported"},
		{"object id of a managed identity: Python", "managed identity, user", "with_aad_managed_service_identity_authentication", schema.Python, "object_id raises"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			calls := method(t, tt.method).By(tt.client)
			for _, call := range calls {
				if call.Name == tt.call && strings.Contains(call.Note, tt.note) && (call.Documented == (tt.note == "object_id raises")) {
					return
				}
			}
			t.Errorf("calls %+v", calls)
		})
	}
}

// TestPromptInString holds the same of sign-in by a string: a string asks the users of
// Python and Java, and no user of TypeScript.
func TestPromptInString(t *testing.T) {
	row := method(t, "user prompt in a connection string")
	for _, client := range []schema.Client{schema.Python, schema.Java} {
		if calls := row.By(client); len(calls) != 1 || calls[0].Documented || !strings.Contains(calls[0].Note, "the page says not supported") {
			t.Errorf("%s: %+v", client, calls)
		}
	}
	if calls := row.By(schema.Node); calls != nil {
		t.Errorf("node: %+v", calls)
	}
}

// TestMisprints holds which names of methods the page prints that the client does not
// have, or has for something else.
func TestMisprints(t *testing.T) {
	for _, tt := range []struct {
		name, method, call, printed string
		client                      schema.Client
	}{
		{"user prompt: TypeScript", "user prompt", "withUserPrompt", "createWithUserPrompt", schema.Node},
		{"user prompt: Java", "user prompt", "createWithUserPrompt", "createWithAadApplicationCredentials", schema.Java},
		{"token provider: TypeScript", "token provider", "withTokenProvider", "withAadTokenProviderAuthentication", schema.Node},
	} {
		t.Run(tt.name, func(t *testing.T) {
			calls := method(t, tt.method).By(tt.client)
			if len(calls) != 1 || calls[0].Name != tt.call || calls[0].Misprint != tt.printed || calls[0].Documented {
				t.Errorf("%+v", calls)
			}
		})
	}
}

func method(t *testing.T, name string) *methods.Method {
	t.Helper()
	all := methods.All()
	i := slices.IndexFunc(all, func(m *methods.Method) bool { return m.Name == name })
	if i < 0 {
		t.Fatal("no such method")
	}
	return all[i]
}

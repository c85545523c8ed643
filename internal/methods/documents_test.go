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
			all := methods.All()
			i := slices.IndexFunc(all, func(m *methods.Method) bool { return m.Name == tt.method })
			if i < 0 {
				t.Fatal("no such method")
			}
			for _, call := range all[i].By(tt.client) {
				if call.Name == tt.call && strings.Contains(call.Note, tt.note) && (call.Documented == (tt.note == "object_id raises")) {
					return
				}
			}
			t.Errorf("calls %+v", all[i].By(tt.client))
		})
	}
}

package sdk

import (
	"slices"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
	"kustoconn/internal/fixtures"
	"kustoconn/schema"
)

// TestEveryClientIsDescribed holds the dialects to the clients of the schema:
// one for each, in its order and named as it is there.
func TestEveryClientIsDescribed(t *testing.T) {
	all := slices.Collect(schema.Clients())
	if len(clients) != len(all) {
		t.Fatalf("%d dialects for %d clients", len(clients), len(all))
	}
	for i, id := range all {
		c := clients[i]
		if c.ID != id {
			t.Errorf("%s stands where the schema has %v", c.Name, id)
		}
		if c.Name != id.String() {
			t.Errorf("%v is named %q", id, c.Name)
		}
		if !strings.HasPrefix(c.Title, id.Title()+" (") {
			t.Errorf("%v has the title %q, which does not start with %q", id, c.Title, id.Title())
		}
		if c.Version == "" || c.Source == "" || len(c.Gaps) == 0 || c.Read == nil {
			t.Errorf("%v lacks a version, a source, gaps or a reading", id)
		}
	}
}

// TestTakenPropertiesHaveRecordedNames holds that answers can be asked for
// every property that a client takes; R's recordings list the server alone.
func TestTakenPropertiesHaveRecordedNames(t *testing.T) {
	for _, p := range schema.Properties() {
		for _, c := range clients {
			if p.Clients.Has(c.ID) && c.ID != schema.DotNet && c.ID != schema.R && recordedName(c, p.ID) == "" {
				t.Errorf("%s takes %s, which has no recorded name", c.Name, p.Name)
			}
		}
	}
}

// TestRecordedRefusalsHaveReasons holds that every recorded error is told
// apart from the others, by what the dialects make of the recorded texts.
func TestRecordedRefusalsHaveReasons(t *testing.T) {
	exhaust.Long(t)
	for _, c := range clients {
		refused := map[string]bool{}
		for _, recording := range fixtures.Recordings {
			if recording.Client != c.Name {
				continue
			}
			for _, row := range fixtures.Client(t, recording.Name) {
				if a := c.Read(row.S); !a.OK && !a.Unknown && !refused[a.ErrorClass] {
					refused[a.ErrorClass] = true
					if why := reasonOf(&a); why == otherReason || why == badSyntax {
						t.Errorf("%s %q: %s has no reason", c.Name, row.S, a.ErrorClass)
					}
				}
			}
		}
		if len(refused) == 0 && c.ID != schema.DotNet {
			t.Errorf("%s has no recorded refusal", c.Name)
		}
	}
}

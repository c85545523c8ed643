package methods_test

import (
	"testing"

	"kustoconn/internal/methods"
	"kustoconn/schema"
)

// TestConsumers holds that each wants something, no client has one twice, and what some of
// them want by position and by name.
func TestConsumers(t *testing.T) {
	type call struct {
		client   schema.Client
		name     string
		position int
		argument string
	}
	byName := map[call]*methods.Consumer{}
	for i := range methods.Consumers() {
		c := &methods.Consumers()[i]
		key := call{client: c.Client, name: c.Name}
		if byName[key] != nil || c.Client.String() == "unknown" {
			t.Errorf("%v has %s twice", c.Client, c.Name)
		}
		byName[key] = c
		wants := methods.Role(0)
		for position := range 2 {
			wants = max(wants, c.RoleOf(position, ""))
		}
		if wants == 0 {
			t.Errorf("%v: %s wants nothing", c.Client, c.Name)
		}
	}
	for of, want := range map[call]methods.Role{
		{schema.Python, "QueuedIngestClient", 0, ""}:                                                   methods.Ingest,
		{schema.Python, "QueuedIngestClient", 0, "KCSB"}:                                               methods.Ingest,
		{schema.Python, "QueuedIngestClient", 0, "auto_correct_endpoint"}:                              0,
		{schema.Python, "QueuedIngestClient", 1, ""}:                                                   0,
		{schema.Python, "ManagedStreamingIngestClient", 0, ""}:                                         methods.Query,
		{schema.Python, "ManagedStreamingIngestClient", 0, "dm_kcsb"}:                                  methods.Ingest,
		{schema.DotNet, "CreateManagedStreamingIngestClient", 0, ""}:                                   0,
		{schema.DotNet, "CreateManagedStreamingIngestClient", 0, "engineKcsb"}:                         methods.Query,
		{schema.DotNet, "CreateManagedStreamingIngestClient", 1, ""}:                                   methods.Ingest,
		{schema.Java, "createManagedStreamingIngestClient", 0, ""}:                                     0,
		{schema.Java, "createManagedStreamingIngestClient", 1, ""}:                                     methods.Query,
		{schema.Java, "createManagedStreamingIngestClient", 9, "queryEndpointConnectionStringBuilder"}: methods.Query,
		{schema.Java, "IngestClientFactory.createClient", 0, ""}:                                       methods.Ingest,
		{schema.Rust, "KustoClient.new", 0, ""}:                                                        methods.Query,
	} {
		c := byName[call{client: of.client, name: of.name}]
		if c == nil {
			t.Errorf("%v has no %s", of.client, of.name)
		} else if got := c.RoleOf(of.position, of.argument); got != want {
			t.Errorf("%v %s(%d, %s) wants %d, not %d", of.client, of.name, of.position, of.argument, got, want)
		}
	}
}

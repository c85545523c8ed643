package methods

import (
	"strings"

	"kustoconn/schema"
)

// Role is what an endpoint is for. The zero Role is that of one nothing is known of.
type Role int

// The roles.
const (
	_      Role = iota
	Query       // a host for queries
	Ingest      // a host for data ingestion: ingest-
)

// Consumer is a class or function of the clients that is given a connection string, or a
// builder of one, whose endpoint it wants for one of the roles.
type Consumer struct {
	Client schema.Client
	// Name is its name; one that others have too stands behind that of its class or
	// package: IngestClientFactory.createClient.
	Name   string
	places []place
}

// place is an argument with an endpoint.
type place struct {
	position int
	names    []string // that a program may give it
	role     Role
}

// takes returns a consumer whose first argument is the connection string.
func takes(role Role, client schema.Client, name string, argument ...string) Consumer {
	return Consumer{client, name, []place{{0, argument, role}}}
}

// takesBoth returns a consumer of an endpoint for queries and one for ingestion.
func takesBoth(client schema.Client, name, query, ingest string) Consumer {
	return Consumer{client, name, []place{{0, []string{query}, Query}, {1, []string{ingest}, Ingest}}}
}

// consumers are from the public names of the clients (Python 6.0.4, Node 7.0.1, Java
// 7.0.6 and its ingest-v2, Go 1.2, Rust 0.21; of .NET the documentation and public
// programs). Where one call takes either host, as managed ingestion does with a single
// builder, it is left out, and so is .NET's CreateCslAdminProvider: commands go to both.
var consumers = []Consumer{
	takes(Query, schema.DotNet, "CreateCslQueryProvider", "kcsb"),
	takes(Ingest, schema.DotNet, "CreateCslDmAdminProvider", "kcsb"),
	takes(Ingest, schema.DotNet, "CreateQueuedIngestClient", "kcsb"),
	takes(Query, schema.DotNet, "CreateDirectIngestClient", "kcsb"),
	takes(Query, schema.DotNet, "CreateStreamingIngestClient", "kcsb"),
	{schema.DotNet, "CreateManagedStreamingIngestClient", []place{{named, []string{"engineKcsb"}, Query}, {1, []string{"dmKcsb"}, Ingest}}},

	takes(Query, schema.Python, "KustoClient", "kcsb"),
	takes(Ingest, schema.Python, "QueuedIngestClient", "kcsb"),
	takes(Ingest, schema.Python, "KustoIngestClient", "kcsb"), // its name before version 3
	takes(Query, schema.Python, "KustoStreamingIngestClient", "kcsb"),
	takesBoth(schema.Python, "ManagedStreamingIngestClient", "engine_kcsb", "dm_kcsb"),

	takes(Query, schema.Node, "KustoClient"), // what imports call Client
	takes(Ingest, schema.Node, "IngestClient"),
	takes(Ingest, schema.Node, "KustoIngestClient"),
	takes(Query, schema.Node, "StreamingIngestClient"),
	takesBoth(schema.Node, "ManagedStreamingIngestClient", "engineKcsb", "dmKcsb"),

	takes(Query, schema.Java, "ClientFactory.createClient", "csb"),
	takes(Query, schema.Java, "ClientFactory.createStreamingClient", "csb"),
	takes(Ingest, schema.Java, "IngestClientFactory.createClient", "csb"),
	takes(Query, schema.Java, "IngestClientFactory.createStreamingIngestClient", "csb"),
	{schema.Java, "createManagedStreamingIngestClient", []place{{1, []string{"queryEndpointConnectionStringBuilder"}, Query}}},
	takes(Ingest, schema.Java, "createManagedStreamingIngestClientFromDmCsb"),
	takes(Query, schema.Java, "createManagedStreamingIngestClientFromEngineCsb"),
	takes(Ingest, schema.Java, "ManagedStreamingIngestClient.fromDmConnectionString"),
	takes(Query, schema.Java, "ManagedStreamingIngestClient.fromEngineConnectionString"),
	takes(Ingest, schema.Java, "QueuedIngestClientBuilder.create", "dmUrl"),
	takes(Query, schema.Java, "StreamingIngestClientBuilder.create", "clusterUrl"),

	takes(Query, schema.Go, "azkustodata.New"),
	takes(Ingest, schema.Go, "azkustoingest.New"),
	takes(Query, schema.Go, "azkustoingest.NewStreaming"),

	takes(Query, schema.Rust, "KustoClient.new"),
	takes(Ingest, schema.Rust, "QueuedIngestClient.new"),
}

// named is the position of an argument that only its name tells.
const named = -1

// Consumers returns the classes and functions that want an endpoint for one role. The
// slice is shared and must not be modified.
func Consumers() []Consumer { return consumers }

// RoleOf returns the role of the endpoint in an argument: that at a position, from 0, or
// of a name where the program gives one; zero where it has none.
func (c *Consumer) RoleOf(position int, name string) Role {
	for _, p := range c.places {
		if name == "" && p.position == position {
			return p.role
		}
		for _, n := range p.names {
			if strings.EqualFold(n, name) {
				return p.role
			}
		}
	}
	return 0
}

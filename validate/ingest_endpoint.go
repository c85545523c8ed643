package validate

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/source"
)

var ingestEndpoint = Rule{
	ID:    diag.ID{Code: 410, Name: "ingest-endpoint", Severity: diag.Information},
	Since: "0.1.0",
	Doc: `The host is that of the data ingestion service: it begins with ` + "`ingest-`" + `.

Queries to it fail, as it answers the management commands of queued ingestion alone. For
ingestion it is what is wanted, and some clients change one host into the other.

For queries leave ` + "`ingest-`" + ` out. Source: the hosts that the clients' ingestion libraries
make of a cluster's.`,
	Bad:   "https://ingest-help.kusto.windows.net;Fed=true",
	Good:  "https://help.kusto.windows.net;Fed=true",
	Check: checkIngestEndpoint,
}

func checkIngestEndpoint(p *Pass) {
	if v := p.judge(); !v.Trusted || v.Kind != endpoint.KindIngest {
		return
	}
	start := p.Endpoint.HostSpan.Start
	span := p.LocateEndpoint(source.Span{Start: start, End: start + len("ingest-")})
	p.Report(span, "this host is for data ingestion, not for queries").Help = "for queries leave ingest- out"
}

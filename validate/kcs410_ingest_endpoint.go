package validate

import (
	"kustoconn/endpoint"
	"kustoconn/rule"
	"kustoconn/source"
)

var ingestEndpoint = check{
	rule: rule.IngestEndpoint,
	look: checkIngestEndpoint,
}

func checkIngestEndpoint(p *pass) {
	if v := p.judge(); !v.Trusted || v.Kind != endpoint.KindIngest {
		return
	}
	start := p.Endpoint.HostSpan.Start
	span := p.LocateEndpoint(source.Span{Start: start, End: start + len("ingest-")})
	p.report(span, "this host is for data ingestion, not for queries").Help = "for queries leave ingest- out"
}

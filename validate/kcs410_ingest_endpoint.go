package validate

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/rule"
	"kustoconn/source"
)

var ingestEndpoint = check{
	rule: rule.IngestEndpoint,
	look: checkIngestEndpoint,
}

func checkIngestEndpoint(p *pass) {
	const prefix = "ingest-"
	v := p.judge()
	if !v.Trusted || v.Kind == p.For {
		return
	}
	start := p.Endpoint.HostSpan.Start
	switch {
	case v.Kind == endpoint.KindIngest:
		host := p.LocateEndpoint(source.Span{Start: start, End: start + len(prefix)})
		if p.For != endpoint.KindQuery {
			p.report(host, "this host is for data ingestion, not for queries").Help = "for queries leave ingest- out"
			return
		}
		d := p.reportWorse(host, "this host is for data ingestion, and the string is for queries")
		d.Help = "leave ingest- out"
		d.Edits = []diag.Edit{{Span: host}}
	case v.Kind == endpoint.KindQuery && p.For == endpoint.KindIngest && p.Endpoint.Cluster() != "":
		host := p.LocateEndpoint(p.Endpoint.HostSpan)
		d := p.reportWorse(host, "this host is for queries, and the string is for data ingestion")
		d.Help = "write ingest- before the host"
		d.Edits = []diag.Edit{{Span: source.At(host.Start), NewText: prefix}}
	}
}

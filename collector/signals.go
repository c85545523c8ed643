package collector

import (
	"context"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func (m *masker) logs(ctx context.Context, logs plog.Logs) (plog.Logs, error) {
	p := &pass{masker: m}
	for _, resource := range logs.ResourceLogs().All() {
		p.resource(resource.Resource())
		p.text(resource.SchemaUrl(), resource.SetSchemaUrl)
		for _, scope := range resource.ScopeLogs().All() {
			p.scope(scope.Scope())
			p.text(scope.SchemaUrl(), scope.SetSchemaUrl)
			for _, r := range scope.LogRecords().All() {
				p.value("body", r.Body())
				p.fields(r.Attributes())
				p.text(r.SeverityText(), r.SetSeverityText)
				p.text(r.EventName(), r.SetEventName)
			}
		}
	}
	m.count(ctx, p)
	return logs, nil
}

func (m *masker) traces(ctx context.Context, traces ptrace.Traces) (ptrace.Traces, error) {
	p := &pass{masker: m}
	for _, resource := range traces.ResourceSpans().All() {
		p.resource(resource.Resource())
		p.text(resource.SchemaUrl(), resource.SetSchemaUrl)
		for _, scope := range resource.ScopeSpans().All() {
			p.scope(scope.Scope())
			p.text(scope.SchemaUrl(), scope.SetSchemaUrl)
			for _, s := range scope.Spans().All() {
				p.span(s)
			}
		}
	}
	m.count(ctx, p)
	return traces, nil
}

func (p *pass) span(s ptrace.Span) {
	p.text(s.Name(), s.SetName)
	p.text(s.TraceState().AsRaw(), s.TraceState().FromRaw)
	p.text(s.Status().Message(), s.Status().SetMessage)
	p.fields(s.Attributes())
	for _, e := range s.Events().All() {
		p.text(e.Name(), e.SetName)
		p.fields(e.Attributes())
	}
	for _, l := range s.Links().All() {
		p.text(l.TraceState().AsRaw(), l.TraceState().FromRaw)
		p.fields(l.Attributes())
	}
}

func (m *masker) metrics(ctx context.Context, metrics pmetric.Metrics) (pmetric.Metrics, error) {
	p := &pass{masker: m}
	for _, resource := range metrics.ResourceMetrics().All() {
		p.resource(resource.Resource())
		p.text(resource.SchemaUrl(), resource.SetSchemaUrl)
		for _, scope := range resource.ScopeMetrics().All() {
			p.scope(scope.Scope())
			p.text(scope.SchemaUrl(), scope.SetSchemaUrl)
			for _, metric := range scope.Metrics().All() {
				p.text(metric.Name(), metric.SetName)
				p.text(metric.Description(), metric.SetDescription)
				p.text(metric.Unit(), metric.SetUnit)
				p.fields(metric.Metadata())
				p.points(metric)
			}
		}
	}
	m.count(ctx, p)
	return metrics, nil
}

func (p *pass) points(m pmetric.Metric) {
	switch m.Type() {
	case pmetric.MetricTypeGauge:
		p.numbers(m.Gauge().DataPoints())
	case pmetric.MetricTypeSum:
		p.numbers(m.Sum().DataPoints())
	case pmetric.MetricTypeHistogram:
		for _, d := range m.Histogram().DataPoints().All() {
			p.point(d.Attributes(), d.Exemplars())
		}
	case pmetric.MetricTypeExponentialHistogram:
		for _, d := range m.ExponentialHistogram().DataPoints().All() {
			p.point(d.Attributes(), d.Exemplars())
		}
	case pmetric.MetricTypeSummary:
		for _, d := range m.Summary().DataPoints().All() {
			p.fields(d.Attributes())
		}
	}
}

func (p *pass) numbers(all pmetric.NumberDataPointSlice) {
	for _, d := range all.All() {
		p.point(d.Attributes(), d.Exemplars())
	}
}

func (p *pass) point(attributes pcommon.Map, exemplars pmetric.ExemplarSlice) {
	p.fields(attributes)
	for _, e := range exemplars.All() {
		p.fields(e.FilteredAttributes())
	}
}

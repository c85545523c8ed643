package collector

import (
	"context"
	"strings"
	"testing"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
)

const (
	secret = "Zq9xW7vK2mJ4"
	text   = "to https://c.kusto.windows.net;Fed=true;AppKey=" + secret
	masked = "to https://c.kusto.windows.net;Fed=true;AppKey=****"
)

// planter writes the text into places, and counts them.
type planter struct{ n, bytes int }

func (p *planter) set(setters ...func(string)) {
	for _, set := range setters {
		set(text)
		p.n++
	}
}

// fields writes the text into attributes of every kind.
func (p *planter) fields(m pcommon.Map) {
	p.set(func(s string) { m.PutStr("text", s) }, func(s string) { m.PutEmptyBytes("bytes").FromRaw([]byte(s)) })
	m.PutStr("appKey", secret+" "+secret)
	nested := m.PutEmptyMap("map").PutEmptySlice("list")
	nested.EnsureCapacity(2) // what is appended moves else
	p.set(nested.AppendEmpty().SetStr, nested.AppendEmpty().SetEmptyMap().PutEmpty("deep").SetStr)
	m.PutStr(text, "a name is a text, too")
	m.PutInt("count", 7)
	p.n += 2
	p.bytes++
}

func (p *planter) scope(s pcommon.InstrumentationScope) {
	p.set(s.SetName, s.SetVersion)
	p.fields(s.Attributes())
}

func plantLogs() (plog.Logs, planter) {
	p, logs := &planter{}, plog.NewLogs()
	resource := logs.ResourceLogs().AppendEmpty()
	p.fields(resource.Resource().Attributes())
	scope := resource.ScopeLogs().AppendEmpty()
	p.scope(scope.Scope())
	p.set(resource.SetSchemaUrl, scope.SetSchemaUrl)
	first := scope.LogRecords().AppendEmpty()
	p.set(first.Body().SetStr, first.SetSeverityText, first.SetEventName)
	p.fields(first.Attributes())
	p.fields(scope.LogRecords().AppendEmpty().Body().SetEmptyMap())
	return logs, *p
}

func plantTraces() (ptrace.Traces, planter) {
	p, traces := &planter{}, ptrace.NewTraces()
	resource := traces.ResourceSpans().AppendEmpty()
	p.fields(resource.Resource().Attributes())
	scope := resource.ScopeSpans().AppendEmpty()
	p.scope(scope.Scope())
	p.set(resource.SetSchemaUrl, scope.SetSchemaUrl)
	s := scope.Spans().AppendEmpty()
	p.set(s.SetName, s.TraceState().FromRaw, s.Status().SetMessage)
	p.fields(s.Attributes())
	e, l := s.Events().AppendEmpty(), s.Links().AppendEmpty()
	p.set(e.SetName, l.TraceState().FromRaw)
	p.fields(e.Attributes())
	p.fields(l.Attributes())
	return traces, *p
}

func plantMetrics() (pmetric.Metrics, planter) {
	p, metrics := &planter{}, pmetric.NewMetrics()
	resource := metrics.ResourceMetrics().AppendEmpty()
	p.fields(resource.Resource().Attributes())
	scope := resource.ScopeMetrics().AppendEmpty()
	p.scope(scope.Scope())
	p.set(resource.SetSchemaUrl, scope.SetSchemaUrl)
	add := func() pmetric.Metric {
		m := scope.Metrics().AppendEmpty()
		p.set(m.SetName, m.SetDescription, m.SetUnit)
		p.fields(m.Metadata())
		return m
	}
	number := func(d pmetric.NumberDataPoint) {
		p.fields(d.Attributes())
		p.fields(d.Exemplars().AppendEmpty().FilteredAttributes())
	}
	number(add().SetEmptyGauge().DataPoints().AppendEmpty())
	number(add().SetEmptySum().DataPoints().AppendEmpty())
	h := add().SetEmptyHistogram().DataPoints().AppendEmpty()
	p.fields(h.Attributes())
	p.fields(h.Exemplars().AppendEmpty().FilteredAttributes())
	x := add().SetEmptyExponentialHistogram().DataPoints().AppendEmpty()
	p.fields(x.Attributes())
	p.fields(x.Exemplars().AppendEmpty().FilteredAttributes())
	p.fields(add().SetEmptySummary().DataPoints().AppendEmpty().Attributes())
	return metrics, *p
}

// settings returns what a Collector gives a processor, and what reads its own metrics.
func settings() (processor.Settings, *metric.ManualReader) {
	reader := metric.NewManualReader()
	telemetry := componenttest.NewNopTelemetrySettings()
	telemetry.MeterProvider = metric.NewMeterProvider(metric.WithReader(reader))
	return processor.Settings{ID: component.NewID(Type), TelemetrySettings: telemetry}, reader
}

// counted returns the processor's own counters.
func counted(t *testing.T, reader *metric.ManualReader) map[string]int64 {
	t.Helper()
	var all metricdata.ResourceMetrics
	if err := reader.Collect(context.Background(), &all); err != nil {
		t.Fatal(err)
	}
	counts := map[string]int64{}
	for _, scope := range all.ScopeMetrics {
		for _, m := range scope.Metrics {
			if sum, ok := m.Data.(metricdata.Sum[int64]); ok && strings.Contains(m.Name, "kustoredact") {
				for _, d := range sum.DataPoints {
					if v, ok := d.Attributes.Value("processor"); !ok || v != attribute.StringValue("kustoredact") {
						t.Errorf("%s has attributes %v", m.Name, d.Attributes)
					}
					counts[strings.TrimPrefix(m.Name, "otelcol_processor_kustoredact_strings_")] += d.Value
				}
			}
		}
	}
	return counts
}

// check holds that nothing of the secret is left, that each place has been masked, and
// that the counters say so. What was sent is given as JSON.
func check(t *testing.T, data []byte, err error, planted planter, reader *metric.ManualReader) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), secret) {
		t.Errorf("a secret is left: %s", data)
	}
	if got := strings.Count(string(data), "****"); got != planted.n-planted.bytes { // which are written as base64
		t.Errorf("%d masks, %d places", got, planted.n-planted.bytes)
	}
	if !strings.Contains(string(data), `"7"`) || !strings.Contains(string(data), "a name is a text, too") {
		t.Error("what is no secret is gone")
	}
	got := counted(t, reader)
	if got["masked"] != int64(planted.n) || got["seen"] <= got["masked"] {
		t.Errorf("counted are %v, of %d", got, planted.n)
	}
}

func TestLogs(t *testing.T) {
	set, reader := settings()
	sink := &consumertest.LogsSink{}
	p, err := NewFactory().CreateLogs(context.Background(), set, NewFactory().CreateDefaultConfig(), sink)
	if err != nil {
		t.Fatal(err)
	}
	logs, planted := plantLogs()
	if err := p.ConsumeLogs(context.Background(), logs); err != nil {
		t.Fatal(err)
	}
	data, err := (&plog.JSONMarshaler{}).MarshalLogs(sink.AllLogs()[0])
	check(t, data, err, planted, reader)
	record := sink.AllLogs()[0].ResourceLogs().At(0).ScopeLogs().At(0).LogRecords().At(0)
	if got, _ := record.Attributes().Get("bytes"); string(got.Bytes().AsRaw()) != masked || record.Body().Str() != masked {
		t.Errorf("%q, %q", got.AsString(), record.Body().Str())
	}
}

func TestTraces(t *testing.T) {
	set, reader := settings()
	sink := &consumertest.TracesSink{}
	p, err := NewFactory().CreateTraces(context.Background(), set, NewFactory().CreateDefaultConfig(), sink)
	if err != nil {
		t.Fatal(err)
	}
	traces, planted := plantTraces()
	if err := p.ConsumeTraces(context.Background(), traces); err != nil {
		t.Fatal(err)
	}
	data, err := (&ptrace.JSONMarshaler{}).MarshalTraces(sink.AllTraces()[0])
	check(t, data, err, planted, reader)
}

func TestMetrics(t *testing.T) {
	set, reader := settings()
	sink := &consumertest.MetricsSink{}
	p, err := NewFactory().CreateMetrics(context.Background(), set, NewFactory().CreateDefaultConfig(), sink)
	if err != nil {
		t.Fatal(err)
	}
	metrics, planted := plantMetrics()
	if err := p.ConsumeMetrics(context.Background(), metrics); err != nil {
		t.Fatal(err)
	}
	data, err := (&pmetric.JSONMarshaler{}).MarshalMetrics(sink.AllMetrics()[0])
	check(t, data, err, planted, reader)
}

func TestConfig(t *testing.T) {
	for _, tc := range []struct {
		keys []string
		ok   bool
	}{{nil, true}, {[]string{"a", "b"}, true}, {[]string{""}, false}, {[]string{"a", "a"}, false}} {
		if err := (&Config{IgnoredKeys: tc.keys}).Validate(); (err == nil) != tc.ok {
			t.Errorf("%q: %v", tc.keys, err)
		}
	}
	set, _ := settings()
	m, err := newMasker(set, &Config{IgnoredKeys: []string{"raw"}})
	if err != nil {
		t.Fatal(err)
	}
	logs := plog.NewLogs()
	attributes := logs.ResourceLogs().AppendEmpty().Resource().Attributes()
	attributes.PutStr("raw", text)
	attributes.PutStr("other", text)
	if _, err := m.logs(context.Background(), logs); err != nil {
		t.Fatal(err)
	}
	raw, _ := attributes.Get("raw")
	other, _ := attributes.Get("other")
	if raw.Str() != text || other.Str() != masked {
		t.Errorf("%q, %q", raw.Str(), other.Str())
	}
	if err := componenttest.CheckConfigStruct(NewFactory().CreateDefaultConfig()); err != nil {
		t.Error(err)
	}
}

func BenchmarkLogs(b *testing.B) {
	set, _ := settings()
	m, err := newMasker(set, &Config{})
	if err != nil {
		b.Fatal(err)
	}
	logs := plog.NewLogs()
	records := logs.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords()
	for range 1000 {
		r := records.AppendEmpty()
		r.Body().SetStr("2026-05-01T10:00:00Z INFO request served in 12 ms by worker 7 for /api/v1/items?id=42")
		r.Attributes().PutStr("http.route", "/api/v1/items")
		r.Attributes().PutStr("http.request.method", "GET")
	}
	for b.Loop() {
		if _, err := m.logs(context.Background(), logs); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*1000/b.Elapsed().Seconds(), "records/s")
}

package collector

import (
	"context"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"

	"kustoconn/redact"
)

// masker masks signals, and counts.
type masker struct {
	ignored      map[string]bool
	seen, masked metric.Int64Counter
	id           metric.MeasurementOption
}

func newMasker(set processor.Settings, config component.Config) (*masker, error) {
	m := &masker{ignored: map[string]bool{}, id: metric.WithAttributes(attribute.String("processor", set.ID.String()))}
	for _, key := range config.(*Config).IgnoredKeys {
		m.ignored[key] = true
	}
	meter := set.MeterProvider.Meter("kustoconn/collector")
	var err error
	m.seen, err = meter.Int64Counter("otelcol_processor_kustoredact_strings_seen",
		metric.WithDescription("Texts that were looked at."), metric.WithUnit("{strings}"))
	if err != nil {
		return nil, err
	}
	m.masked, err = meter.Int64Counter("otelcol_processor_kustoredact_strings_masked",
		metric.WithDescription("Texts in which something was masked."), metric.WithUnit("{strings}"))
	return m, err
}

// pass is one batch on its way through.
type pass struct {
	*masker
	seenNow, maskedNow int64
}

func (m *masker) count(ctx context.Context, p *pass) {
	m.seen.Add(ctx, p.seenNow, m.id)
	m.masked.Add(ctx, p.maskedNow, m.id)
}

// changed counts a text and what became of it.
func (p *pass) changed(text, masked string) bool {
	p.seenNow++
	if text == masked {
		return false
	}
	p.maskedNow++
	return true
}

// text masks a text that has no name.
func (p *pass) text(text string, set func(string)) {
	if text == "" {
		return
	}
	if masked := redact.Text(text); p.changed(text, masked) {
		set(masked)
	}
}

// value masks a value, and all that stands in it, as the one of a name.
func (p *pass) value(name string, v pcommon.Value) {
	switch v.Type() {
	case pcommon.ValueTypeStr:
		text := v.Str()
		if masked := redact.Field(name, text); p.changed(text, masked) {
			v.SetStr(masked)
		}
	case pcommon.ValueTypeBytes:
		text := string(v.Bytes().AsRaw())
		if masked := redact.Field(name, text); p.changed(text, masked) {
			v.Bytes().FromRaw([]byte(masked))
		}
	case pcommon.ValueTypeMap:
		p.fields(v.Map())
	case pcommon.ValueTypeSlice:
		for _, e := range v.Slice().All() {
			p.value(name, e)
		}
	}
}

// fields masks the values of attributes, and what is secret in their names.
func (p *pass) fields(all pcommon.Map) {
	var renamed map[string]string
	for key, v := range all.All() {
		if p.ignored[key] {
			continue
		}
		masked := redact.Text(key)
		if p.changed(key, masked) {
			if renamed == nil {
				renamed = map[string]string{}
			}
			renamed[key] = masked
		}
		p.value(masked, v)
	}
	for key, masked := range renamed {
		if v, ok := all.Get(key); ok {
			kept := pcommon.NewValueEmpty()
			v.CopyTo(kept)
			all.Remove(key)
			kept.CopyTo(all.PutEmpty(masked))
		}
	}
}

func (p *pass) resource(r pcommon.Resource) {
	p.fields(r.Attributes())
}

func (p *pass) scope(s pcommon.InstrumentationScope) {
	p.text(s.Name(), s.SetName)
	p.text(s.Version(), s.SetVersion)
	p.fields(s.Attributes())
}

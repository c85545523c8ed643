package collector

import (
	"context"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/processorhelper"
)

// Type is what the processor is called in a Collector's configuration.
var Type = component.MustNewType("kustoredact")

var changesData = processorhelper.WithCapabilities(consumer.Capabilities{MutatesData: true})

// NewFactory returns the factory of the processor, for a Collector's components.
func NewFactory() processor.Factory {
	return processor.NewFactory(
		Type, func() component.Config { return &Config{} },
		processor.WithLogs(newLogs, component.StabilityLevelBeta),
		processor.WithTraces(newTraces, component.StabilityLevelBeta),
		processor.WithMetrics(newMetrics, component.StabilityLevelBeta),
	)
}

func newLogs(ctx context.Context, set processor.Settings, config component.Config, next consumer.Logs) (processor.Logs, error) {
	m, err := newMasker(set, config)
	if err != nil {
		return nil, err
	}
	return processorhelper.NewLogs(ctx, set, config, next, m.logs, changesData)
}

func newTraces(ctx context.Context, set processor.Settings, config component.Config, next consumer.Traces) (processor.Traces, error) {
	m, err := newMasker(set, config)
	if err != nil {
		return nil, err
	}
	return processorhelper.NewTraces(ctx, set, config, next, m.traces, changesData)
}

func newMetrics(ctx context.Context, set processor.Settings, config component.Config, next consumer.Metrics) (processor.Metrics, error) {
	m, err := newMasker(set, config)
	if err != nil {
		return nil, err
	}
	return processorhelper.NewMetrics(ctx, set, config, next, m.metrics, changesData)
}

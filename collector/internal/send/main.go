// Command send logs, traces and measures as an application does, with OpenTelemetry's
// SDK over HTTP, to the Collector at its argument. Each text holds a secret.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlplog/otlploghttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetrichttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/log"
	api "go.opentelemetry.io/otel/metric"
	sdklog "go.opentelemetry.io/otel/sdk/log"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/trace"
)

const text = "no answer from https://help.kusto.windows.net/Samples;Fed=true;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=Zq9xW7vK2mJ4"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: send HOST:PORT")
		os.Exit(2)
	}
	ctx, endpoint := context.Background(), os.Args[1]
	if err := errors.Join(sendLog(ctx, endpoint), sendTrace(ctx, endpoint), sendMetric(ctx, endpoint)); err != nil {
		fmt.Fprintln(os.Stderr, "sending:", err)
		os.Exit(1)
	}
}

func sendLog(ctx context.Context, endpoint string) error {
	exporter, err := otlploghttp.New(ctx, otlploghttp.WithEndpoint(endpoint), otlploghttp.WithInsecure())
	if err != nil {
		return err
	}
	provider := sdklog.NewLoggerProvider(sdklog.WithProcessor(sdklog.NewSimpleProcessor(exporter)))
	var r log.Record
	r.SetBody(attribute.MapValue(attribute.String("message", text), attribute.Slice("more", attribute.StringValue(text))))
	r.AddAttributes(attribute.String("kusto.appKey", "Zq9xW7vK2mJ4"))
	provider.Logger("send").Emit(ctx, r)
	return provider.Shutdown(ctx)
}

func sendTrace(ctx context.Context, endpoint string) error {
	exporter, err := otlptracehttp.New(ctx, otlptracehttp.WithEndpoint(endpoint), otlptracehttp.WithInsecure())
	if err != nil {
		return err
	}
	provider := trace.NewTracerProvider(trace.WithSyncer(exporter))
	_, span := provider.Tracer("send").Start(ctx, "query")
	span.RecordError(errors.New(text))
	span.SetStatus(codes.Error, text)
	span.SetAttributes(attribute.StringSlice("db.connection", []string{text}))
	span.End()
	return provider.Shutdown(ctx)
}

func sendMetric(ctx context.Context, endpoint string) error {
	exporter, err := otlpmetrichttp.New(ctx, otlpmetrichttp.WithEndpoint(endpoint), otlpmetrichttp.WithInsecure())
	if err != nil {
		return err
	}
	provider := metric.NewMeterProvider(metric.WithReader(metric.NewPeriodicReader(exporter)))
	counter, err := provider.Meter("send").Int64Counter("failures")
	if err != nil {
		return err
	}
	counter.Add(ctx, 1, api.WithAttributeSet(attribute.NewSet(attribute.String("target", text))))
	return provider.Shutdown(ctx)
}

// Package collector is a processor for the OpenTelemetry Collector that masks secrets of
// connection strings of Kusto, and what else package redact knows for a credential, in
// logs, traces and metrics, before they leave the machine.
//
// All text of a signal is masked: bodies and attributes with what stands in them, of
// resources, scopes, records, spans, events, links and data points; names, messages and
// descriptions. Identifiers, numbers and times are not looked at.
package collector

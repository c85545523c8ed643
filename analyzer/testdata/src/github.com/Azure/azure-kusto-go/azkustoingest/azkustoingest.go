// Package azkustoingest has what the analyzer asks of the real one.
package azkustoingest

import "github.com/Azure/azure-kusto-go/azkustodata"

type Ingestion struct{}

type Option func(*Ingestion)

func New(kcsb *azkustodata.ConnectionStringBuilder, options ...Option) (*Ingestion, error) {
	return nil, nil
}

func NewStreaming(kcsb *azkustodata.ConnectionStringBuilder, options ...Option) (*Ingestion, error) {
	return nil, nil
}

func NewManaged(kcsb *azkustodata.ConnectionStringBuilder, options ...Option) (*Ingestion, error) {
	return nil, nil
}

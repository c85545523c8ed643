// Package kusto has what the analyzer asks of the client before its version 1.
package kusto

type ConnectionStringBuilder struct{ ApplicationKey string }

func NewConnectionStringBuilder(connStr string) *ConnectionStringBuilder { return nil }

type Client struct{}

func New(kcsb *ConnectionStringBuilder) (*Client, error) { return nil, nil }

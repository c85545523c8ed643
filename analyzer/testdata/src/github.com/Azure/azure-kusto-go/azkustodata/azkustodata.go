// Package azkustodata has what the analyzer asks of the real one.
package azkustodata

type ConnectionStringBuilder struct {
	DataSource     string
	ApplicationKey string
	UserToken      string
}

func NewConnectionStringBuilder(connStr string) *ConnectionStringBuilder { return nil }

func (b *ConnectionStringBuilder) WithAadAppKey(appID, appKey, authorityID string) *ConnectionStringBuilder {
	return b
}
func (b *ConnectionStringBuilder) WithAadUserToken(token string) *ConnectionStringBuilder { return b }
func (b *ConnectionStringBuilder) WitAadUserToken(token string) *ConnectionStringBuilder  { return b }
func (b *ConnectionStringBuilder) WithAppCertificateBytes(appID string, certificate, password []byte, sendChain bool, authorityID string) *ConnectionStringBuilder {
	return b
}
func (b *ConnectionStringBuilder) WithDefaultAzureCredential() *ConnectionStringBuilder { return b }

type Client struct{}

type Option func(*Client)

func New(kcsb *ConnectionStringBuilder, options ...Option) (*Client, error) { return nil, nil }

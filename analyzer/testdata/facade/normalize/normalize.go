// Package normalize has what the analyzer asks of the real one.
package normalize

type Builder struct{}

func (b *Builder) Set(keyword, value string) *Builder { return b }

func (b *Builder) WithAadApplicationKeyAuthentication(clientID, key, authorityID string) *Builder {
	return b
}

package bind

import (
	"kustoconn/internal/signin"
	"kustoconn/schema"
)

// AuthMode returns the authentication that the string selects.
func (b *Bound) AuthMode() schema.ModeID { return b.auth }

// selects finds out what AuthMode returns.
func (b *Bound) selects() schema.ModeID {
	if fed, _ := b.Bool(schema.FederatedSecurity); fed {
		return signin.Select(b.Specified)
	}
	if dsts, _ := b.Bool(schema.DSTSFederatedSecurity); dsts {
		return schema.DSTS
	}
	return schema.NoAuth
}

//go:build !playground && !wasm

package cli

import "errors"

// playground says that this binary has no server, which would make it a tenth larger.
func (*app) playground([]string, int) error {
	return errors.New("this binary serves no page; one that is built with -tags playground does, see docs/playground.md")
}

//go:build !wasm

package cli

import "github.com/spf13/cobra"

// fuzzCommands are the commands for who writes a parser of their own.
func (a *app) fuzzCommands() []*cobra.Command {
	return []*cobra.Command{a.grammarCommand(), a.generateCommand(), a.conformCommand()}
}

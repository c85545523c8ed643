//go:build !wasm

package cli

import "github.com/spf13/cobra"

// machineCommands are the commands that need a machine of their own: for who writes a
// parser or takes the tables elsewhere, and the playground.
func (a *app) machineCommands() []*cobra.Command {
	return []*cobra.Command{a.schemaCommand(), a.grammarCommand(), a.generateCommand(), a.conformCommand(), a.playgroundCommand()}
}

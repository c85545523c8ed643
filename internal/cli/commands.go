//go:build !wasm

package cli

import "github.com/spf13/cobra"

// terminalCommands are the commands that the page has no use for: for who writes a
// parser or takes the tables elsewhere, for a terminal, and the playground itself.
func (a *app) terminalCommands() []*cobra.Command {
	return []*cobra.Command{a.buildCommand(), a.endpointCommand(), a.rulesCommand(), a.schemaCommand(), a.grammarCommand(), a.generateCommand(), a.conformCommand(), a.playgroundCommand()}
}

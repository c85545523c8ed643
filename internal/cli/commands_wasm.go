package cli

import "github.com/spf13/cobra"

// terminalCommands are the commands that the page has no use for. There are none here: they
// start programs, serve, generate or write tables, and a page would be larger for them.
func (a *app) terminalCommands() []*cobra.Command { return nil }

package cli

import "github.com/spf13/cobra"

// machineCommands are the commands that need a machine of their own. There are none here:
// they start programs, serve, generate or write tables for other tools, and a page would be
// larger for them.
func (a *app) machineCommands() []*cobra.Command { return nil }

package cli

import (
	"os"
	"slices"

	"github.com/spf13/cobra"
)

// quietCompletion keeps what cobra tells of a completion, which repeats what was
// typed, from standard error and from the file that BASH_COMP_DEBUG_FILE names, and
// returns what undoes that. It does nothing for other commands.
func quietCompletion(args []string) (undo func()) {
	if len(args) == 0 || !slices.Contains([]string{cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd}, args[0]) {
		return func() {}
	}
	stderr := os.Stderr
	os.Unsetenv("BASH_COMP_DEBUG_FILE")
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		return func() {}
	}
	os.Stderr = null
	return func() {
		os.Stderr = stderr
		null.Close()
	}
}

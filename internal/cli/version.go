package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"kustoconn"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintln(a.stdout, version())
			return nil
		},
	}
}

// version names this module, the revision it was built from, where that is
// known, and the version of Go.
func version() string {
	revision := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		revision = revisionOf(info.Settings)
	}
	return fmt.Sprintf("kustoconn %s%s, %s", kustoconn.Version, revision, runtime.Version())
}

// revisionOf returns the commit in brackets, with a blank before them, and whether
// the tree was changed since; nothing where the build did not record it.
func revisionOf(settings []debug.BuildSetting) string {
	revision, modified := "", ""
	for _, s := range settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = ", modified"
		}
	}
	if revision == "" {
		return ""
	}
	return " (" + revision + modified + ")"
}

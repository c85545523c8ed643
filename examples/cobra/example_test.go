// Package cobra shows a flag of spf13/cobra.
package cobra_test

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"kustoconn"
)

func Example() {
	var target kustoconn.ConnectionString
	cmd := &cobra.Command{
		Use:           "tool",
		SilenceUsage:  true,
		SilenceErrors: true,
		PreRunE:       func(*cobra.Command, []string) error { return target.Err() },
		RunE: func(*cobra.Command, []string) error {
			fmt.Println("querying", &target)
			return nil
		},
	}
	cmd.SetOut(os.Stdout)
	cmd.Flags().Var(&target, "kusto", "the cluster")
	for _, text := range []string{"https://help.kusto.windows.net/Samples;Fed=true", "https://help.kusto.windows.net;Fed=yes;AppKey=invented"} {
		cmd.SetArgs([]string{"--kusto", text})
		if err := cmd.Execute(); err != nil {
			fmt.Println(err)
		}
	}
	// Output:
	// querying https://help.kusto.windows.net/Samples;Fed=true
	// KCS201 at byte 35-38: AAD Federated Security is neither true nor false; write true
	// KCS301 at byte 54-54: app-key authentication lacks Authority Id and Application Client Id; add what is missing, or remove the credentials
}

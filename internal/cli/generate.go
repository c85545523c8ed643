//go:build !wasm

package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn/fuzz"
)

// allKinds is the value of --kind that stands for every kind in turn.
const allKinds = "all"

func (a *app) generateCommand() *cobra.Command {
	var (
		seed  uint32
		count int
		kind  string
	)
	cmd := &cobra.Command{
		Use:   "generate",
		Short: "Generate strings with the answers that a parser must give",
		Long: `generate writes random connection strings as JSON lines, each with its answer,
which is known by construction: no parser was asked.

  {"id":0,"kind":"valid","s":"…","expect":{"syntax":true,"pairs":[["Fed","true"]],…}}

The lines are requests of the batch protocol (check --jsonl) as they stand. The
same version writes the same strings for the same seed.

Kinds: ` + strings.Join(kindNames(), ", ") + `; "all" for each in turn.
The others than "valid" name the rule that the string breaks, and "expect" says
where.`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			kinds := kindsNamed(kind)
			if count < 0 {
				return errors.New("--count is not negative")
			}
			for i := range count {
				c, _ := fuzz.Generate(uint64(seed)<<32|uint64(i), kinds[i%len(kinds)])
				if err := a.writeJSON(generated{i, c}, ""); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().Uint32Var(&seed, "seed", 1, "choose the strings")
	cmd.Flags().IntVar(&count, "count", 10, "how many strings")
	addChoice(cmd, &kind, "kind", string(fuzz.KindValid), "the kind of strings", append(kindNames(), allKinds)...)
	return cmd
}

type generated struct {
	ID int `json:"id"`
	fuzz.Case
}

// kindNames lists the kinds that JSON can carry.
func kindNames() []string {
	var names []string
	for _, k := range fuzz.Kinds() {
		if k.InText() {
			names = append(names, string(k))
		}
	}
	return names
}

// kindsNamed returns the kind of a name that --kind takes, or all of them.
func kindsNamed(name string) []fuzz.Kind {
	var kinds []fuzz.Kind
	for _, n := range kindNames() {
		if name == n || name == allKinds {
			kinds = append(kinds, fuzz.Kind(n))
		}
	}
	return kinds
}

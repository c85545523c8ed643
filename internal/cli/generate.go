package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn/fuzz"
	"kustoconn/schema"
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
			kinds, err := kindsNamed(kind)
			if err != nil {
				return err
			}
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
	cmd.Flags().StringVar(&kind, "kind", string(fuzz.KindValid), "the kind of strings")
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

func kindsNamed(name string) ([]fuzz.Kind, error) {
	var kinds []fuzz.Kind
	names := kindNames()
	for _, n := range names {
		if name == n || name == allKinds {
			kinds = append(kinds, fuzz.Kind(n))
		}
	}
	if kinds == nil {
		if near, ok := schema.SuggestFrom(name, append(names, allKinds)); ok {
			return nil, fmt.Errorf("no such kind; did you mean %q?", near)
		}
		return nil, errors.New("no such kind; --help lists them")
	}
	return kinds, nil
}

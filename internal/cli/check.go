package cli

import (
	"encoding/json"
	"errors"

	"github.com/spf13/cobra"

	"kustoconn/validate"
)

func (a *app) checkCommand() *cobra.Command {
	var (
		env    []string
		jsonl  bool
		reveal bool
		trust  trustFlags
	)
	cmd := &cobra.Command{
		Use:   "check STRING…",
		Short: "Check connection strings",
		RunE: func(_ *cobra.Command, args []string) error {
			policy, err := trust.policy()
			if err != nil {
				return err
			}
			v, err := validate.New(validate.Options{Policy: policy, Login: trust.login})
			if err != nil {
				return err
			}
			if jsonl {
				return a.batch(func(request map[string]json.RawMessage) (any, error) {
					s, err := stringField(request, "s")
					if err != nil {
						return nil, err
					}
					return newAnswer(requestID(request), s, v, reveal), nil
				})
			}
			return errors.New("TODO")
		},
	}
	addInputFlags(cmd, &env)
	trust.add(cmd)
	cmd.Flags().BoolVar(&jsonl, "jsonl", false, `read {"id","s"} a line from standard input and answer each with a line`)
	cmd.Flags().BoolVar(&reveal, "unsafe-show-secrets", false, "do not mask secrets in the answers to --jsonl")
	return cmd
}

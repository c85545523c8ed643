package cli

import (
	"encoding/json"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn/sdk"
	"kustoconn/validate"
)

func (a *app) checkCommand() *cobra.Command {
	var (
		env    []string
		jsonl  bool
		reveal bool
		client string
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
				if len(args)+len(env) > 0 {
					return errors.New("--jsonl reads standard input and takes no strings")
				}
				answer := func(id json.RawMessage, s string) any { return newAnswer(id, s, v, reveal) }
				if client != "" {
					clients, err := clientsNamed(client)
					if err != nil {
						return err
					}
					if len(clients) != 1 {
						return errors.New("--jsonl takes one client")
					}
					answer = func(id json.RawMessage, s string) any { return newClientAnswer(id, s, clients[0], reveal) }
				}
				return a.batch(func(request map[string]json.RawMessage) (any, error) {
					s, err := stringField(request, "s")
					if err != nil {
						return nil, err
					}
					return answer(requestID(request), s), nil
				})
			}
			return errors.New("TODO")
		},
	}
	addInputFlags(cmd, &env)
	trust.add(cmd)
	cmd.Flags().BoolVar(&jsonl, "jsonl", false, `read {"id","s"} a line from standard input and answer each with a line`)
	cmd.Flags().StringVar(&client, "client", "", "with --jsonl, answer as this client reads: "+strings.Join(sdk.Names(), ", "))
	cmd.Flags().BoolVar(&reveal, "unsafe-show-secrets", false, "do not mask secrets in the answers to --jsonl")
	return cmd
}

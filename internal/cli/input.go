package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/internal/ioerror"
	"kustoconn/placeholder"
)

// input is one string to work on and where it came from.
type input struct {
	name string // for positions: "argument 1", "standard input", "$NAME"
	text string
}

// addInputFlags adds --env to a command whose arguments are strings.
func addInputFlags(cmd *cobra.Command, env *[]string) {
	cmd.Flags().StringArrayVar(env, "env", nil, "read a string from this environment variable (repeatable)")
}

// inputs returns the strings that arguments and --env name, in that order. An
// argument "-" is standard input.
func (a *app) inputs(args, env []string) ([]input, error) {
	var all []input
	for i, arg := range args {
		in := input{fmt.Sprintf("argument %d", i+1), arg}
		if arg == "-" {
			text, err := a.readAll()
			if err != nil {
				return nil, err
			}
			in = input{"standard input", text}
		}
		all = append(all, in)
	}
	for i, name := range env {
		text, ok := os.LookupEnv(name)
		if !ok {
			return nil, fmt.Errorf("--env %s: %w", ordinal(i, len(env)), unsetVariable())
		}
		all = append(all, input{"$" + name, text})
	}
	if len(all) == 0 {
		return nil, errors.New(`no string given: name one, "-" for standard input, or --env NAME`)
	}
	return all, nil
}

// ordinal tells one of several uses of a flag from the others.
func ordinal(i, of int) string {
	if of == 1 {
		return "NAME"
	}
	return fmt.Sprintf("NAME number %d", i+1)
}

// oneInput is inputs for a command that takes one string.
func (a *app) oneInput(args, env []string) (input, error) {
	all, err := a.inputs(args, env)
	if err != nil {
		return input{}, err
	}
	if len(all) > 1 {
		return input{}, errors.New("one string at a time; quote it, so that the shell does not split it")
	}
	return all[0], nil
}

// readAll reads standard input, less the line end that ends it.
func (a *app) readAll() (string, error) {
	text, err := io.ReadAll(a.stdin)
	if err != nil {
		return "", ioerror.New(ioerror.Reading, "standard input", err)
	}
	return trimLineEnd(string(text)), nil
}

// trimLineEnd takes one line end off the end of text.
func trimLineEnd(text string) string {
	return strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r")
}

// bindText returns what text means with own placeholders, and what is wrong with its
// syntax.
func bindText(text string, own *placeholder.Set) (*bind.Bound, diag.List) {
	tree, syntax := grammar.Parse(text)
	b := &bind.Bound{Placeholders: own}
	bind.BindInto(b, tree)
	return b, syntax
}

package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kustoconn/internal/vocabulary"
)

// A secret ends up in the wrong place of a command line easily, so no message
// about usage quotes what was typed: only names that are ours.

// flagError words an error of the flags of cmd.
func flagError(cmd *cobra.Command, err error) error {
	return fmt.Errorf("%s; see %q", flagTrouble(cmd, err), cmd.CommandPath()+" --help")
}

func flagTrouble(cmd *cobra.Command, err error) string {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(cmd, unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames())
	case errors.As(err, &missing):
		return fmt.Sprintf("--%s needs a value", missing.GetFlag().Name)
	case errors.As(err, &invalid):
		if c, ok := invalid.GetFlag().Value.(choice); ok {
			return choiceTrouble(invalid.GetFlag(), c, invalid.GetValue())
		}
		return fmt.Sprintf("the value of --%s is no %s", invalid.GetFlag().Name, invalid.GetFlag().Value.Type())
	}
	return "an argument starts with '-' and is no flag"
}

func unknownFlag(cmd *cobra.Command, name, short string) string {
	if short != "" {
		return "unknown short flag; write -- before an argument that starts with '-'"
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	if near, ok := vocabulary.SuggestFrom(name, known); ok {
		return fmt.Sprintf("unknown flag; did you mean --%s?", near)
	}
	return "unknown flag"
}

// unknownCommand is the error for a word where cmd expects one of its commands.
func unknownCommand(cmd *cobra.Command, word string) error {
	if near, ok := vocabulary.SuggestFrom(word, commandNames(cmd)); ok {
		return fmt.Errorf("unknown command; did you mean %q?", near)
	}
	if strings.ContainsAny(word, "=;") || strings.Contains(word, "://") || strings.HasPrefix(word, "@") {
		return errors.New(`a command comes first, such as "kustoconn check STRING"`)
	}
	return fmt.Errorf("unknown command; %q lists them", cmd.CommandPath()+" --help")
}

func commandNames(cmd *cobra.Command) (names []string) {
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return names
}

// commandsOnly runs a command that is nothing but its subcommands: it prints
// its help, or the error for a word that is none of them.
func commandsOnly(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return unknownCommand(cmd, args[0])
	}
	return cmd.Help()
}

// noArguments is for the Args of a command that takes none.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%q takes no arguments", cmd.CommandPath())
	}
	return nil
}

// helpCommand is cobra's, but for a topic that is none.
func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about any command",
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return commandNames(root), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			topic, rest, err := root.Find(args)
			if err != nil {
				return err
			}
			if len(rest) > 0 {
				return unknownCommand(topic, rest[0])
			}
			topic.InitDefaultHelpFlag()
			return topic.Help()
		},
	}
}

// unsetVariable is the error for an environment variable that is not set. What
// stands in its name's place may be the value.
func unsetVariable() error {
	return errors.New("the environment variable is not set; give its name, not its value")
}

package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kustoconn/internal/vocabulary"
)

// choice is the value of a flag with a closed list of values. A shell completes
// them, and another value is refused by naming them; it is not repeated.
type choice struct {
	value  *string
	values []string
	list   bool // several of them, with commas between them
}

// Set takes one of the values.
func (c choice) Set(value string) error {
	all := []string{value}
	if c.list {
		all = strings.Split(value, ",")
	}
	for _, v := range all {
		v = strings.Replace(v, "@v", "@", 1) // of a release, as Go writes them
		if !slices.ContainsFunc(c.values, func(known string) bool { return strings.EqualFold(known, strings.TrimSpace(v)) }) {
			return errors.New("no such value")
		}
	}
	*c.value = strings.ToLower(value)
	return nil
}

// String returns the value.
func (c choice) String() string {
	if c.value == nil {
		return ""
	}
	return *c.value
}

// Type returns the word that stands for a value in help.
func (c choice) Type() string { return "string" }

// addChoice adds a flag that takes one of values.
func addChoice(cmd *cobra.Command, value *string, name, standard, usage string, values ...string) {
	*value = standard
	addChoiceFlag(cmd, choice{value: value, values: values}, name, usage)
}

// addFormat adds --format, of which the first is the usual one.
func addFormat(cmd *cobra.Command, format *string, values ...string) {
	addChoice(cmd, format, "format", values[0], "how the output is written: "+strings.Join(values, ", "), values...)
}

func addChoiceFlag(cmd *cobra.Command, c choice, name, usage string) {
	cmd.Flags().Var(c, name, usage)
	complete(cmd, name, c.named()...)
}

// named returns the values that have a name.
func (c choice) named() []string {
	return slices.DeleteFunc(slices.Clone(c.values), func(v string) bool { return v == "" })
}

// complete lets shells complete a flag by a list of words.
func complete(cmd *cobra.Command, flag string, words ...string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, completeWords(words...)); err != nil {
		panic(err) // the flag was just added, and has no other completion
	}
}

// completeWords completes by a list of words, and by no files.
func completeWords(words ...string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeList is completeWords for a flag that takes several of them, with
// commas between them. What was typed before the last comma is repeated, as shells
// need it, where it is such words.
func completeList(words ...string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		for _, word := range strings.Split(strings.TrimSuffix(before, ","), ",") {
			if before != "" && !slices.Contains(words, word) {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
		}
		var all []string
		for _, word := range words {
			all = append(all, before+word)
		}
		return all, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
}

// choiceTrouble says which values a flag takes that was given another, and
// which of them is near that one.
func choiceTrouble(flag *pflag.Flag, c choice, given string) string {
	values := c.named()
	last := len(values) - 1
	trouble := fmt.Sprintf("--%s takes %s or %s", flag.Name, strings.Join(values[:last], ", "), values[last])
	if near, ok := vocabulary.SuggestFrom(given, values); ok {
		trouble += fmt.Sprintf("; did you mean %q?", near)
	}
	return trouble
}

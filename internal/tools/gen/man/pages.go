package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"kustoconn"
	"kustoconn/internal/cli"
)

// pages returns all man pages by file name: kustoconn.1, and one for each
// command.
func pages() (map[string]string, error) {
	all := map[string]string{}
	return all, add(all, cli.Command())
}

func add(all map[string]string, cmd *cobra.Command) error {
	commands := cmd.Commands()
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	prepare(cmd)
	var page bytes.Buffer
	header := &doc.GenManHeader{Source: "kustoconn " + kustoconn.Version, Manual: "kustoconn manual"}
	if err := doc.GenMan(cmd, header, &page); err != nil {
		return err
	}
	all[name+".1"] = finish(page.String())
	for _, c := range commands {
		if !c.IsAvailableCommand() {
			continue
		}
		if err := add(all, c); err != nil {
			return err
		}
	}
	return nil
}

// prepare makes the texts of cmd the Markdown that cobra takes them for, and
// lists the commands of cmd with what they do.
func prepare(cmd *cobra.Command) {
	cmd.DisableAutoGenTag = true
	if cmd.Long == "" {
		cmd.Long = cmd.Short + "."
	}
	cmd.Long = indented.ReplaceAllString(cmd.Long, "    $0")
	if !cmd.HasAvailableSubCommands() {
		return
	}
	var list strings.Builder
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			fmt.Fprintf(&list, "**%s**\n\t%s\n\n", c.Name(), c.Short)
		}
	}
	cmd.Long += "\n\n# COMMANDS\n" + list.String()
	cmd.Use += " COMMAND"
}

// indented matches a line that is to stay as it is.
var indented = regexp.MustCompile(`(?m)^  .*$`)

var (
	// title is what a page begins with. Its date is that of the run, and it
	// undoes the request before it, which is for no hyphenation.
	title = regexp.MustCompile(`\A\.nh\n(\.TH "[^"]*" "[^"]*") "[^"]*"(.*\n)`)
	// item is a flag or command, set apart from its meaning by a tab.
	item = regexp.MustCompile(`(?m)^(?:\.PP\n)?(\\fB.+)\n\t`)
	// noDefault is the value of a flag that is off, or empty, unless given.
	noDefault = regexp.MustCompile(`(?m)^(\\fB-.*)\[=false\]$`)
	noValue   = regexp.MustCompile(`(?m)^(\\fB-.*)=(?:""|\[\])$`)
)

// finish makes page the same whenever it is made, and its lists and hyphens
// those of other man pages. An escaped hyphen is one that can be copied to a
// shell.
func finish(page string) string {
	page = title.ReplaceAllString(page, "$1 \"\"$2.nh\n")
	page = item.ReplaceAllString(page, ".TP\n$1\n")
	page = noDefault.ReplaceAllString(page, "$1")
	page = noValue.ReplaceAllString(page, "$1=…")
	page = strings.ReplaceAll(page, "\n.EE\n", "\n.EE\n.nh\n") // an example's end undoes it too
	return strings.ReplaceAll(page, "-", `\-`)
}

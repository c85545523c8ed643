package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn/schema"
)

func (a *app) schemaCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the tables of properties and authentication modes",
		Long: `Print the tables of properties and authentication modes, for people or programs; as the
JSON schema of a string's properties; as a TextMate grammar, which editors inject into
literals to colour connection strings; or as the rules that they give for scanners of
secrets: gitleaks, betterleaks and TruffleHog.`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "text":
				fmt.Fprintln(a.stdout, "Properties")
				writeRows(a.stdout, append([][]string{propertyHeader}, propertyRows()...))
				fmt.Fprintln(a.stdout, "\nAuthentication modes")
				writeRows(a.stdout, append([][]string{modeHeader}, modeRows()...))
			case "markdown":
				fmt.Fprint(a.stdout, "## Properties\n\n")
				writeMarkdown(a.stdout, propertyHeader, propertyRows())
				fmt.Fprint(a.stdout, "\n## Authentication modes\n\n")
				writeMarkdown(a.stdout, modeHeader, modeRows())
			case "json":
				return a.writeJSON(schemaDocument(), "  ")
			case "jsonschema":
				return a.writeJSON(propertiesJSONSchema(), "  ")
			case "textmate":
				return a.writeJSON(textMateGrammar(), "  ")
			case "gitleaks", "betterleaks":
				writeGitleaks(a.stdout, format)
			case "trufflehog":
				writeTruffleHog(a.stdout)
			}
			return nil
		},
	}
	addFormat(cmd, &format, "text", "markdown", "json", "jsonschema", "textmate", "gitleaks", "betterleaks", "trufflehog")
	return cmd
}

var (
	propertyHeader = []string{"Property", "Aliases", "Programmatic", "Type", "Secrecy", "Default", "Group", "Status", "What it does"}
	modeHeader     = []string{"Mode", "C# builder", "Mandatory", "Optional", "In a string", "What it is"}
)

func propertyRows() (rows [][]string) {
	for _, p := range schema.Properties() {
		rows = append(rows, []string{
			p.Name, spellings(p.Aliases), spellings(p.Programmatic), string(p.Type), string(p.Secrecy),
			dash(p.Default), string(p.Group), string(p.Status), p.Doc,
		})
	}
	return rows
}

func modeRows() (rows [][]string) {
	for _, m := range schema.Modes() {
		inString := "yes"
		if !m.InString() {
			inString = "no"
		}
		mandatory := append(names(m.Mandatory), m.CodeArguments...)
		rows = append(rows, []string{
			string(m.ID), dash(m.Builder), dash(strings.Join(mandatory, ", ")),
			dash(strings.Join(names(m.Optional), ", ")), inString, m.Doc,
		})
	}
	return rows
}

func names(ids []schema.ID) (list []string) {
	for _, id := range ids {
		list = append(list, id.String())
	}
	return list
}

func spellings(list []schema.Spelling) string {
	var all []string
	for _, s := range list {
		all = append(all, s.Name)
	}
	return dash(strings.Join(all, ", "))
}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

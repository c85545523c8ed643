package format

import (
	"encoding/json"
	"slices"
	"strings"
)

// Guess returns the name that a file with this text would have: "pasted" with an extension,
// or the whole name where the format goes by that; "" where nothing shows a format. It is
// told from how lines look, for a text that somebody pasted; files are read by their names,
// and by ofHead where those say nothing.
func Guess(text string) string {
	format := ofHead(text)
	switch {
	case strings.HasPrefix(strings.TrimSpace(text), "[") && json.Valid([]byte(text)):
		format = "json"
	case format == "plain":
		format = ofLines(text)
	}
	return find(format).fileName()
}

// NameOf returns a name of files of the format or language that has a name; "" for none.
func NameOf(name string) string {
	if f := find(name); f != nil {
		return f.fileName()
	}
	return ""
}

// fileName returns a name of files of the format; "" for plain text.
func (f *format) fileName() string {
	for _, name := range append([]string{f.name}, f.aliases...) {
		if slices.Contains(f.extensions, "."+name) && f.name != "dockerfile" {
			return "pasted." + name
		}
	}
	switch {
	case len(f.files) > 0:
		return f.files[0]
	case len(f.extensions) > 0:
		return "pasted" + f.extensions[0]
	}
	return ""
}

// A shape is how the lines of a format look.
type shape struct {
	format string
	starts []string               // of lines that hardly any other format has
	fits   func(line string) bool // whether a line may be one of the format; nil for none
}

// shapes are the formats that lines are held against. Of two that a text fits equally well
// the first is taken.
var shapes = []shape{
	{"html", []string{"<!doctype html", "<!DOCTYPE html", "<html"}, nil},
	{"xml", nil, func(line string) bool { return strings.HasPrefix(line, "<") && strings.HasSuffix(line, ">") }},
	{"dockerfile", []string{"FROM ", "RUN ", "COPY ", "ENTRYPOINT ", "WORKDIR "}, nil},
	{"go", []string{"package ", "func ", "import \"", "if err := ", "if err != nil {"}, func(line string) bool { return strings.Contains(line, " := ") }},
	{"python", []string{"def ", "elif ", "async def ", "if __name__ ", "self.", "with "}, func(line string) bool {
		return hasAny(line, "import ", "from ", "class ", "if ", "for ") && !hasEnd(line, ";", "{") || isAssignment(line, " = ", "") && !isStatement(line)
	}},
	{"csharp", []string{"using ", "namespace ", "public class ", "internal ", "public static "}, func(line string) bool {
		return isStatement(line) && (strings.HasPrefix(line, "var ") || strings.HasPrefix(line, "await "))
	}},
	{"java", []string{"import java", "import com.", "import org.", "package com.", "package org.", "public final class ", "@Override"}, func(line string) bool {
		return isStatement(line) && (strings.HasPrefix(line, "final ") || strings.HasPrefix(line, "String "))
	}},
	{"typescript", []string{"const ", "import {", "import * as ", "export const ", "export default ", "export async ", "export class ", "async function ", "function "}, func(line string) bool {
		return strings.HasPrefix(line, "let ") && !strings.HasPrefix(line, "let mut ")
	}},
	{"rust", []string{"fn ", "pub fn ", "async fn ", "let mut ", "impl ", "use std::", "use azure_", "#["}, func(line string) bool {
		return strings.HasPrefix(line, "let ") && isStatement(line)
	}},
	{"powershell", []string{"Import-Module ", "Add-Type ", "param(", "Set-", "Write-", "Get-", "New-", "$env:"}, func(line string) bool {
		return strings.HasPrefix(line, "$") && strings.Contains(line, " = ")
	}},
	{"dotenv", nil, func(line string) bool { return isAssignment(strings.TrimPrefix(line, "export "), "=", upper) }},
	{"shell", []string{"set -e", "echo ", "curl ", "if [", "az ", "kustoconn ", "fi", "done"}, func(line string) bool {
		return isAssignment(strings.TrimPrefix(line, "export "), "=", "") && !strings.Contains(line, ";")
	}},
	{"hcl", []string{"resource \"", "variable \"", "provider \"", "data \"", "module \"", "locals {", "terraform {", "output \""}, nil},
	{"kql", []string{"| where ", "| project ", "| summarize ", "| take ", ".create", ".show "}, nil},
	{"markdown", []string{"```", "## ", "### ", "- [", "> "}, func(line string) bool { return strings.HasPrefix(line, "# ") || strings.Contains(line, "](") }},
	{"toml", nil, func(line string) bool { return isSection(line) || isAssignment(line, " = ", "") && isTOML(line) }},
	{"yaml", []string{"---"}, func(line string) bool { return isMapping(strings.TrimPrefix(line, "- ")) }},
	{"ini", nil, func(line string) bool {
		return isSection(line) || isAssignment(line, "=", " .-:") && !isStatement(line)
	}},
}

// ofLines tells the format of a text by the lines that are no comments: the shape that most
// of them fit, a line that hardly any other format has counting for several.
func ofLines(text string) string {
	const certain = 4
	points, sure := make([]int, len(shapes)), make([]bool, len(shapes))
	lines := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "//") || strings.HasPrefix(line, ";") || strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "##") && !strings.HasPrefix(line, "#[") {
			continue
		}
		lines++
		for i, s := range shapes {
			switch {
			case hasAny(line, s.starts...):
				points[i] += certain
				sure[i] = true
			case s.fits != nil && s.fits(line):
				points[i]++
			}
		}
	}
	best, most := "plain", 0
	for i, s := range shapes {
		if points[i] > most && (sure[i] || points[i] > lines/2) {
			best, most = s.format, points[i]
		}
	}
	return best
}

func hasAny(line string, starts ...string) bool {
	for _, start := range starts {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return false
}

// upper stands for the letters of names in the environment.
const upper = "A-Z"

// isAssignment reports whether line is a name, sign and a value. Besides letters, digits and
// _ the name has the bytes of more; where that is upper, no lower-case letters.
func isAssignment(line, sign, more string) bool {
	name, _, found := strings.Cut(line, sign)
	if name = strings.TrimSpace(name); !found || name == "" {
		return false
	}
	for i := range len(name) {
		switch b := name[i]; {
		case b >= 'A' && b <= 'Z', b == '_', b >= '0' && b <= '9' && i > 0, b >= 'a' && b <= 'z' && more != upper:
		case more != upper && i > 0 && strings.IndexByte(more, b) >= 0:
		default:
			return false
		}
	}
	return true
}

// isStatement reports whether a statement ends where line does.
func isStatement(line string) bool { return strings.HasSuffix(line, ";") }

// isSection reports whether line is the head of a section of INI or TOML.
func isSection(line string) bool { return strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") }

// isTOML reports whether the value of an assignment is written as TOML has it.
func isTOML(line string) bool {
	_, value, _ := strings.Cut(line, " = ")
	switch value = strings.TrimSpace(value); {
	case value == "":
		return false
	case value == "true", value == "false":
		return true
	}
	return strings.IndexByte(`"'[{0123456789`, value[0]) >= 0 && !isStatement(line)
}

// isMapping reports whether line is a key of YAML, alone or with its value.
func isMapping(line string) bool {
	name, value, found := strings.Cut(line, ":")
	if !found || value != "" && value[0] != ' ' || strings.ContainsAny(name, "(=;") {
		return false
	}
	return name != "" && len(strings.Fields(name)) == 1
}

func hasEnd(line string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(line, end) })
}

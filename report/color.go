package report

import (
	"errors"
	"io"

	"golang.org/x/term"

	"kustoconn/diag"
)

// Color decides whether to colour what is written to out. The mode is always,
// never or auto; another is an error. In auto, NO_COLOR (not empty) switches
// colour off, then CLICOLOR_FORCE (not empty and not 0) on, then TERM=dumb off,
// and else a terminal has colour.
//
// Source: no-color.org and bixense.com/clicolors.
func Color(mode string, out io.Writer, getenv func(string) string) (bool, error) {
	switch mode {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
	default:
		return false, errors.New("no such colour mode; there are auto, always, never")
	}
	force := getenv("CLICOLOR_FORCE")
	switch {
	case getenv("NO_COLOR") != "":
		return false, nil
	case force != "" && force != "0":
		return true, nil
	case getenv("TERM") == "dumb":
		return false, nil
	}
	file, ok := out.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(int(file.Fd())), nil
}

// style is the parameter of an ANSI "select graphic rendition" sequence.
type style string

const (
	bold    style = "1"
	gutter  style = "1;34"
	related style = "1;36"
)

func severityStyle(s diag.Severity) style {
	switch s {
	case diag.Error:
		return "1;31"
	case diag.Warning:
		return "1;33"
	}
	return "1;32"
}

// painter colours text, or leaves it as it is.
type painter bool

func (p painter) paint(s style, text string) string {
	if !p || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

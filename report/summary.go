package report

import (
	"fmt"
	"strings"

	"kustoconn/diag"
)

// Counts says how many findings there are.
type Counts struct {
	Errors      int `json:"errors"`
	Warnings    int `json:"warnings"`
	Information int `json:"information"`
	Fixable     int `json:"fixable"`   // those with a fix, safe or not
	SafeFixes   int `json:"safeFixes"` // those with a safe one
}

// Count counts the findings by severity.
func Count(findings []Finding) Counts {
	var c Counts
	for i := range findings {
		c.add(&findings[i].Diagnostic)
	}
	return c
}

// plus counts what was left out before, too.
func (c Counts) plus(l Left) Counts {
	c.Warnings += l.Warnings
	c.Information += l.Information
	return c
}

func count(findings []located) Counts {
	var c Counts
	for i := range findings {
		c.add(&findings[i].Diagnostic)
	}
	return c
}

func (c *Counts) add(d *diag.Diagnostic) {
	switch d.Severity {
	case diag.Error:
		c.Errors++
	case diag.Warning:
		c.Warnings++
	case diag.Information:
		c.Information++
	}
	fixable, safe := d.Fixable()
	if fixable {
		c.Fixable++
	}
	if safe {
		c.SafeFixes++
	}
}

// String returns the summary line: "2 errors, 1 warning; 2 fixable, 1 of
// them safely", or "no findings".
func (c Counts) String() string {
	var list []string
	for _, kind := range []struct {
		n         int
		one, many string
	}{
		{c.Errors, "error", "errors"},
		{c.Warnings, "warning", "warnings"},
		{c.Information, "information", "informations"},
	} {
		switch {
		case kind.n == 1:
			list = append(list, "1 "+kind.one)
		case kind.n > 1:
			list = append(list, fmt.Sprintf("%d %s", kind.n, kind.many))
		}
	}
	if len(list) == 0 {
		return "no findings"
	}
	summary := strings.Join(list, ", ")
	if c.Fixable > 0 {
		summary += fmt.Sprintf("; %d fixable, %d of them safely", c.Fixable, c.SafeFixes)
	}
	return summary
}

package report

import (
	"fmt"
	"strings"

	"kustoconn/diag"
)

// counts says how many findings there are.
type counts struct {
	Errors      int `json:"errors"`
	Warnings    int `json:"warnings"`
	Information int `json:"information"`
	Fixable     int `json:"fixable"`   // those with a fix, safe or not
	SafeFixes   int `json:"safeFixes"` // those with a safe one
}

// countAll counts the findings by severity.
func countAll(findings []Finding) counts {
	var c counts
	for i := range findings {
		c.add(&findings[i].Diagnostic)
	}
	return c
}

// count is countAll of findings whose places are known.
func count(findings []located) counts {
	var c counts
	for i := range findings {
		c.add(&findings[i].Diagnostic)
	}
	return c
}

// plus counts what was left out before, too.
func (c counts) plus(l Left) counts {
	c.Warnings += l.Warnings
	c.Information += l.Information
	return c.sum(l.more)
}

func (c counts) sum(d counts) counts {
	return counts{
		c.Errors + d.Errors, c.Warnings + d.Warnings, c.Information + d.Information,
		c.Fixable + d.Fixable, c.SafeFixes + d.SafeFixes,
	}
}

func (c *counts) add(d *diag.Diagnostic) {
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
func (c counts) String() string {
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

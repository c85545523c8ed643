package report

import (
	"strings"

	"kustoconn/diag"
	"kustoconn/rule"
)

type (
	sarifRule struct {
		ID            string             `json:"id"`
		Name          string             `json:"name"`
		Short         sarifText          `json:"shortDescription"`
		Full          sarifText          `json:"fullDescription"`
		Help          sarifText          `json:"help"`
		Configuration sarifConfiguration `json:"defaultConfiguration"`
		Properties    sarifProperties    `json:"properties"`
	}
	sarifConfiguration struct {
		Level string `json:"level"`
	}
	sarifProperties struct {
		Tags     []string `json:"tags"`
		Problem  string   `json:"problem.severity"`
		Security string   `json:"security-severity,omitempty"`
	}
)

// longestDescription is how much GitHub takes of a description, in characters.
const longestDescription = 1024

// sarifRules is the list of rules, and where in it each is.
type sarifRules struct {
	list  []sarifRule
	known map[diag.Code]int
}

func newSARIFRules() *sarifRules {
	rules := &sarifRules{list: []sarifRule{}, known: map[diag.Code]int{}}
	for _, r := range rule.All() {
		rules.add(r)
	}
	return rules
}

func (rules *sarifRules) add(r *rule.Rule) {
	rules.known[r.Code] = len(rules.list)
	rules.list = append(rules.list, newSARIFRule(r))
}

// index returns where the rule of d is, adding one that has no documentation.
func (rules *sarifRules) index(d *diag.Diagnostic) int {
	if _, ok := rules.known[d.Code]; !ok {
		rules.add(&rule.Rule{Code: d.Code, Name: d.Rule, Severity: d.Severity, Doc: d.Rule})
	}
	return rules.known[d.Code]
}

func newSARIFRule(r *rule.Rule) sarifRule {
	paragraph, _, _ := strings.Cut(strings.TrimSpace(r.Doc), "\n\n")
	full := withoutBackticks.Replace(strings.Join(strings.Fields(paragraph), " "))
	short, _, more := strings.Cut(full, ". ")
	if more {
		short += "."
	}
	properties := sarifProperties{Tags: []string{}, Problem: problemSeverity(r.Severity), Security: r.Score}
	if area := r.Area(); area != "" {
		properties.Tags = append(properties.Tags, area)
	}
	if properties.Security != "" {
		properties.Tags = append(properties.Tags, "security")
	}
	return sarifRule{
		ID: r.Code.String(), Name: r.Name,
		Short: sarifText{Text: limited(short)}, Full: sarifText{Text: limited(full)}, Help: ruleHelp(r),
		Configuration: sarifConfiguration{sarifLevel(r.Severity)},
		Properties:    properties,
	}
}

var withoutBackticks = strings.NewReplacer("`", "")

func limited(text string) string {
	if runes := []rune(text); len(runes) > longestDescription {
		return string(runes[:longestDescription-1]) + ellipsis
	}
	return text
}

// ruleHelp returns the rule's page, and its documentation as plain text.
func ruleHelp(r *rule.Rule) sarifText {
	return sarifText{Text: withoutBackticks.Replace(strings.TrimSpace(r.Doc)), Markdown: r.Markdown()}
}

// problemSeverity returns the word that GitHub has for the severity.
func problemSeverity(s diag.Severity) string {
	switch s {
	case diag.Error:
		return "error"
	case diag.Warning:
		return "warning"
	}
	return "recommendation"
}

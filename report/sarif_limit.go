package report

import (
	"fmt"

	"kustoconn/diag"
)

// maxResults is how many results GitHub takes: it refuses a file with more,
// and then keeps showing the alerts of an earlier one.
//
// Source: "SARIF results exceed one or more limits" of GitHub.
const maxResults = 25_000

type (
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications"`
	}
	sarifNotification struct {
		Level   string    `json:"level"`
		Message sarifText `json:"message"`
	}
)

// mostSevere returns the findings in the order given, without as many of the
// least severe as are more than most. Of equally severe ones the last go.
func mostSevere(findings []located, most int) []located {
	if len(findings) <= most {
		return findings
	}
	taken := make([]bool, len(findings))
	for _, severity := range []diag.Severity{diag.Error, diag.Warning, diag.Information} {
		for i := range findings {
			if most > 0 && findings[i].Diagnostic.Severity == severity {
				taken[i] = true
				most--
			}
		}
	}
	var kept []located
	for i := range findings {
		if taken[i] {
			kept = append(kept, findings[i])
		}
	}
	return kept
}

// sarifLeftOut says, where findings were left out, how many of all are kept.
func sarifLeftOut(kept, all int) []sarifInvocation {
	if kept == all {
		return nil
	}
	text := fmt.Sprintf("%d of %d findings are left out, the least severe: a run holds no more than %d; the other formats have all", all-kept, all, maxResults)
	return []sarifInvocation{{Successful: true, Notifications: []sarifNotification{{"warning", sarifText{Text: text}}}}}
}

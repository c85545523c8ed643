package fuzz

import "strings"

// Adversarial returns texts of about n bytes that are meant to make a parser
// slow: by name, so that a benchmark can show the time of each as n grows. A
// linear parser takes twice as long for twice the bytes.
func Adversarial(n int) map[string]string {
	repeat := func(s string) string { return strings.Repeat(s, n/len(s)+1) }
	return map[string]string{
		"semicolons":         repeat(";"),
		"equals signs":       repeat("="),
		"doubled quotes":     `a="` + repeat(`""`),
		"open quotes":        repeat(`a="`),
		"blanks":             "a=" + repeat(" ") + "b",
		"blanks in keyword":  "a" + repeat(" ") + "b=c",
		"one long keyword":   repeat("a") + "=b",
		"one long value":     "AppKey=" + repeat("a"),
		"unknown keywords":   repeat("AppKye=a;"),
		"spilled secrets":    repeat("AppKey=a;b=c;"),
		"duplicates":         repeat("Fed=true;"),
		"data sources":       repeat("Data Source=https://a/b;"),
		"misplaced prefixes": repeat("@a;"),
		"control characters": "a=" + repeat("b\x01"),
		"invalid UTF-8":      repeat("\xff"),
		"braces":             "https://" + repeat("{"),
		"placeholders":       "https://" + repeat("{a}"),
		"path":               "https://a" + repeat("/"),
		"percent signs":      "https://a/" + repeat("%"),
		"at signs":           "https://" + repeat("a:b@"),
		"host labels":        "https://" + repeat("a."),
		"credentials":        "Database=" + repeat("AppKey=a,"),
	}
}

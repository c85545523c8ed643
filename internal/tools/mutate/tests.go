package main

import "slices"

// others are the packages whose tests count for a package beside its own, in
// the order in which they are asked.
var others = map[string][]string{
	"kustoconn/source":             {"kustoconn/ast"},
	"kustoconn/ast":                {"kustoconn/grammar"},
	"kustoconn/schema":             {"kustoconn/bind"},
	"kustoconn/grammar":            {"kustoconn/grammar/formal", "kustoconn/fuzz/laws"},
	"kustoconn/grammar/formal":     {"kustoconn/fuzz/laws"},
	"kustoconn/placeholder":        {"kustoconn/endpoint", "kustoconn/validate"},
	"kustoconn/endpoint":           {"kustoconn/validate", "kustoconn/fuzz/laws"},
	"kustoconn/bind":               {"kustoconn", "kustoconn/validate", "kustoconn/fuzz/laws"},
	"kustoconn/internal/container": {"kustoconn/redact"},
	"kustoconn/redact":             {"kustoconn", "kustoconn/bind", "kustoconn/fuzz/laws"},
	"kustoconn/normalize":          {"kustoconn", "kustoconn/fuzz/laws"},
	"kustoconn/validate":           {"kustoconn/rule", "kustoconn", "kustoconn/fuzz/laws"},
}

// testsOf returns the packages whose tests count for the package path, its own
// first.
func testsOf(path string) []string { return slices.Concat([]string{path}, others[path]) }

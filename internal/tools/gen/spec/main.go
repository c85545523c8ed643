// Command spec writes docs/spec.md from its template, the tables of packages
// schema and rule, the formal grammar and the cases of the conformance suite. Its
// arguments are the suite's directory and the file.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: spec SUITE FILE")
		os.Exit(2)
	}
	if err := write(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "spec:", err)
		os.Exit(1)
	}
}

func write(suite, file string) error {
	text, err := page(suite)
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(text), 0o666)
}

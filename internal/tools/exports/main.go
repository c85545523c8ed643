// Command exports lists what the public packages of kustoconn export: how many
// names each, and those that nobody needs. An exported name is a promise; it
// stays one only where another package or an Example uses it.
//
//	cd internal/tools && go run ./exports
package main

import (
	"fmt"
	"os"
)

func main() {
	house, err := loadHouse("../..")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	total := 0
	for _, p := range house.public {
		names := house.exported(p)
		total += len(names)
		fmt.Printf("%4d %s\n", len(names), p.PkgPath)
	}
	fmt.Printf("%4d names in %d public packages\n", total, len(house.public))
	for _, name := range house.unused() {
		fmt.Println("unused:", name)
	}
}

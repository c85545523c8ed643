// Command kustoconn-vet judges the connection strings in Go programs:
//
//	go vet -vettool=$(which kustoconn-vet) ./...
//	kustoconn-vet -fix ./...
package main

import (
	"golang.org/x/tools/go/analysis/singlechecker"

	"kustoconn/analyzer"
)

func main() { singlechecker.Main(analyzer.Analyzer) }

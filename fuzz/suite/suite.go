// Package suite is the conformance suite for parsers of Kusto connection
// strings: JSON files that need no Go to be used (see README.md), and their
// reader, for the authors of a parser in Go. Package conform runs it against a
// program in any language. It imports package fuzz alone, whose Answer and
// Compare say what an answer is and how two differ.
package suite

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"

	"kustoconn/fuzz"
)

//go:generate go run -C ../../internal/tools ./gen/spec ../../fuzz/suite ../../docs/spec.md

// version is that of the files' format and of the directory they are in. Cases
// may be added to a version, but none is changed or taken out.
const version = 1

//go:embed v1/*.json
var files embed.FS

// file is one file of the suite.
type file struct {
	Name    string `json:"-"`
	Version int    `json:"version"`
	Title   string `json:"title"`
	Cases   []Case `json:"cases"`
}

// Case is a string with the answer that a parser must give.
type Case struct {
	ID     string `json:"id"` // unique in the suite
	Text   string `json:"s"`
	Source string `json:"source"` // what says so: a section of the documentation, a grammar, a rule
	// Clauses are the clauses of docs/spec.md that the case holds, such as "2.4".
	Clauses []string    `json:"clauses"`
	Expect  fuzz.Answer `json:"expect"` // its zero fields but Syntax are not compared
}

// readFiles returns the suite, by file name.
func readFiles() []file {
	names, err := fs.Glob(files, "v1/*.json")
	if err != nil {
		panic(err)
	}
	list := make([]file, len(names))
	for i, name := range names {
		data, err := files.ReadFile(name)
		if err == nil {
			err = json.Unmarshal(data, &list[i])
		}
		if err != nil {
			panic(fmt.Sprintf("suite: %s: %v", name, err)) // the tests read every file
		}
		list[i].Name = name
	}
	return list
}

// Cases returns the cases of all files, in the order of the files. It reads them
// anew each time; the slice and all in it are the caller's own.
func Cases() []Case {
	var all []Case
	for _, f := range readFiles() {
		all = append(all, f.Cases...)
	}
	return all
}
